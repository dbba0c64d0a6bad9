//! How arguments of texts are written.

use super::{Language, format};
use crate::model::{Date, Fen, Label, Year, YearMonth};

/// A value that a text can hold.
pub trait Shown {
    /// The value as the language writes it.
    fn shown(&self, language: Language) -> String;

    /// Whether English uses the singular after it.
    fn is_one(&self) -> bool {
        false
    }
}

macro_rules! numbers {
    ($($ty:ty)+) => {$(
        impl Shown for $ty {
            fn shown(&self, _: Language) -> String {
                format::number(i64::try_from(*self).unwrap_or(i64::MAX))
            }
            fn is_one(&self) -> bool {
                *self == 1
            }
        }
    )+};
}

numbers!(i64 usize u32);

impl Shown for &str {
    fn shown(&self, _: Language) -> String {
        (*self).to_owned()
    }
}

impl Shown for String {
    fn shown(&self, _: Language) -> String {
        self.clone()
    }
}

impl Shown for Label {
    fn shown(&self, language: Language) -> String {
        language.pick(*self).to_owned()
    }
}

impl Shown for Date {
    fn shown(&self, language: Language) -> String {
        format::date(*self, language)
    }
}

impl Shown for YearMonth {
    fn shown(&self, language: Language) -> String {
        format::month(*self, language)
    }
}

impl Shown for Year {
    fn shown(&self, language: Language) -> String {
        format::year(*self, language)
    }
}

impl Shown for Fen {
    fn shown(&self, language: Language) -> String {
        format::money(*self, language)
    }
}
