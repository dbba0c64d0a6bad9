//! Typed numbers of the plan's entries. An id can only be made inside its table's range, so a lookup never fails;
//! a literal outside the range (`TargetId::of::<86>()`) does not compile.

use std::fmt;

macro_rules! plan_ids {
    ($($(#[$doc:meta])+ $name:ident, $letter:literal, $count:literal;)+) => {$(
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        impl $name {
            /// How many entries the table has; ids run from 1 to this number.
            pub const COUNT: usize = $count;

            /// The id with a number known when the program is written.
            pub const fn of<const NUMBER: u8>() -> Self {
                const { assert!(NUMBER >= 1 && NUMBER <= $count, "no such entry in the plan") };
                Self(NUMBER)
            }

            /// The id with this number, or nothing when the plan has no such entry.
            pub const fn new(number: u8) -> Option<Self> {
                if number >= 1 && number <= $count { Some(Self(number)) } else { None }
            }

            /// Reads the printed form, with exactly two digits: `T-07`.
            pub fn parse(text: &str) -> Option<Self> {
                let digits = text.strip_prefix(concat!($letter, "-"))?;
                let printed = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
                if printed { Self::new(digits.parse().ok()?) } else { None }
            }

            /// The number, from 1.
            pub const fn number(self) -> u8 {
                self.0
            }

            /// The place in the table, from 0.
            pub(super) const fn index(self) -> usize {
                self.0 as usize - 1
            }

            /// All ids in the order of the plan.
            pub fn all() -> impl Iterator<Item = Self> {
                (1..=$count).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "-{:02}"), self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )+};
}

plan_ids! {
    /// A fact the plan states as already reached, `B-01` to `B-16`.
    BaselineId, "B", 16;
    /// A goal of the plan, `T-01` to `T-85`.
    TargetId, "T", 85;
    /// A measure with its lead and responsible bodies, `M-01` to `M-19`.
    MeasureId, "M", 19;
    /// A recurring duty, `O-01` to `O-22`.
    ObligationId, "O", 22;
    /// A rule or formula the plan implies, `R-01` to `R-23`.
    RuleId, "R", 23;
    /// A remark on an unclear or inconsistent passage, `X-01` to `X-22`.
    NoteId, "X", 22;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn an_id_prints_two_digits_and_reads_itself_back() {
        assert_eq!(TargetId::of::<7>().to_string(), "T-07");
        for id in TargetId::all() {
            assert_eq!(TargetId::parse(&id.to_string()), Some(id));
        }
    }

    #[test]
    fn an_id_outside_the_plan_cannot_be_made() {
        assert_eq!(TargetId::new(0), None);
        assert_eq!(TargetId::new(86), None);
        for text in ["T-00", "T-86", "T-7", "T-+7", "M-07", "T-007", "t-07", ""] {
            assert_eq!(TargetId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_is_written_to_json_as_printed() {
        assert_eq!(serde_json::to_string(&MeasureId::of::<3>()).unwrap(), "\"M-03\"");
    }
}
