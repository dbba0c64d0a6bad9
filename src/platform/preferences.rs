//! Small preferences of the person at this device. Records never go here, and losing them loses nothing.

use super::window;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The language of the interface.
    Language,
    /// Light, dark or sunlight.
    Theme,
    /// The area that was open last.
    LastArea,
    /// Which database was open last: the real one or the demo.
    LastDatabase,
    /// What the browser answered when it was asked to keep the store.
    Keeping,
    /// After how many seconds without input the register is locked.
    AutoLock,
    /// What the store held when something was saved last, to notice that it is gone.
    Trace,
    /// The day on which nobody wants to be reminded of backups any more.
    Unreminded,
}

impl Preference {
    /// Every preference.
    pub const ALL: &'static [Self] = &[
        Self::Language,
        Self::Theme,
        Self::LastArea,
        Self::LastDatabase,
        Self::Keeping,
        Self::AutoLock,
        Self::Trace,
        Self::Unreminded,
    ];

    /// Its key in the browser's local storage.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Language => "huhuqing.language",
            Self::Theme => "huhuqing.theme",
            Self::LastArea => "huhuqing.last-area",
            Self::LastDatabase => "huhuqing.last-database",
            Self::Keeping => "huhuqing.keeping",
            Self::AutoLock => "huhuqing.auto-lock",
            Self::Trace => "huhuqing.trace",
            Self::Unreminded => "huhuqing.unreminded",
        }
    }

    /// What was remembered; none when nothing was, when it cannot be read, or when the browser remembers nothing.
    pub fn read<T: DeserializeOwned>(self) -> Option<T> {
        available()?;
        LocalStorage::get(self.key()).ok()
    }

    /// Remembers, and says whether it could.
    pub fn write<T: Serialize>(self, value: &T) -> bool {
        available().is_some_and(|()| LocalStorage::set(self.key(), value).is_ok())
    }

    /// Forgets.
    pub fn forget(self) {
        if available().is_some() {
            LocalStorage::delete(self.key());
        }
    }
}

/// Local storage throws at the first touch where a browser forbids it, and gloo would panic on that.
fn available() -> Option<()> {
    window()?.local_storage().ok()?.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn keys_are_distinct() {
        let keys: BTreeSet<&str> = Preference::ALL
            .iter()
            .map(|preference| preference.key())
            .collect();
        assert_eq!(keys.len(), Preference::ALL.len());
    }

    #[test]
    fn without_a_browser_nothing_is_remembered_and_nothing_fails() {
        assert!(!Preference::Language.write(&"en"));
        assert_eq!(Preference::Language.read::<String>(), None);
        Preference::Language.forget();
    }
}
