//! What is said about one subject.

use super::{Reason, Tally};

/// What an indicator says about one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It counts.
    Counts,
    /// It is judged and does not count.
    Fails(Reason),
    /// It is not judged at all.
    Excluded(Reason),
    /// It should be judged, but something is not known.
    Unknown(Reason),
    /// It adds amounts instead of heads.
    Amount {
        /// Added to the numerator.
        num: i64,
        /// Added to the denominator.
        den: i64,
    },
    /// It adds what is known of its amounts, and something is not known.
    Part {
        /// Added to the numerator.
        num: i64,
        /// Added to the denominator.
        den: i64,
        /// What is not known.
        reason: Reason,
    },
}

impl Judgement {
    /// What the subject adds to a figure in which it has that weight.
    pub const fn tally(self, weight: i64) -> Tally {
        let (num, den, known, expected) = match self {
            Self::Counts => (weight, weight, weight, weight),
            Self::Fails(_) => (0, weight, weight, weight),
            Self::Excluded(_) => (0, 0, 0, 0),
            Self::Unknown(_) => (0, weight, 0, weight),
            Self::Amount { num, den } => (num, den, 1, 1),
            Self::Part { num, den, .. } => (num, den, 0, 1),
        };
        Tally {
            num,
            den,
            known,
            expected,
        }
    }

    /// Why it does not count, or what is not known.
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::Counts | Self::Amount { .. } => None,
            Self::Fails(reason) | Self::Excluded(reason) | Self::Unknown(reason) => Some(reason),
            Self::Part { reason, .. } => Some(reason),
        }
    }

    /// Its name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Counts | Self::Amount { .. } => "counts",
            Self::Fails(_) => "fails",
            Self::Excluded(_) => "excluded",
            Self::Unknown(_) | Self::Part { .. } => "unknown",
        }
    }
}

/// The answer of a rule: yes, no or unknown, with the reason of the last two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The rule holds.
    Yes,
    /// It does not.
    No(Reason),
    /// Something it needs is not known.
    Unknown(Reason),
}

impl Finding {
    /// The answer that a yes-or-no value gives.
    pub const fn of(value: Option<bool>, no: Reason, missing: Reason) -> Self {
        match value {
            Some(true) => Self::Yes,
            Some(false) => Self::No(no),
            None => Self::Unknown(missing),
        }
    }

    /// Both: no if either is no, unknown if neither is no and one is unknown. The first reason stands.
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No(_), _) | (Self::Unknown(_), Self::Yes | Self::Unknown(_)) => self,
            (Self::Yes, _) | (Self::Unknown(_), Self::No(_)) => other,
        }
    }

    /// All of them; yes when there is none. Nothing is asked after the first no.
    pub fn all(findings: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::Yes;
        for finding in findings {
            if let Self::No(_) = finding {
                return finding;
            }
            all = all.and(finding);
        }
        all
    }
}

impl From<Finding> for Judgement {
    fn from(finding: Finding) -> Self {
        match finding {
            Finding::Yes => Self::Counts,
            Finding::No(reason) => Self::Fails(reason),
            Finding::Unknown(reason) => Self::Unknown(reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::Cause;

    const NO: Finding = Finding::No(Reason::of(Cause::HouseNotSafe));
    const UNKNOWN: Finding = Finding::Unknown(Reason::of(Cause::NotFilledIn));

    #[test]
    fn a_no_outweighs_an_unknown_and_an_unknown_outweighs_a_yes() {
        assert_eq!(Finding::all([Finding::Yes, UNKNOWN, NO]), NO);
        assert_eq!(Finding::all([Finding::Yes, UNKNOWN]), UNKNOWN);
        assert_eq!(Finding::all([Finding::Yes, Finding::Yes]), Finding::Yes);
        assert_eq!(Finding::all([]), Finding::Yes);
    }

    #[test]
    fn an_unknown_subject_is_expected_and_never_counts() {
        let unknown = Judgement::from(UNKNOWN).tally(4);
        assert_eq!(
            unknown,
            Tally {
                num: 0,
                den: 4,
                known: 0,
                expected: 4
            }
        );
    }
}
