//! The plan's period, baselines' dates and targets' deadlines, as far as the plan states them.

use crate::model::{Date, Year};

/// The plan's first day: it covers the calendar years 2018 to 2020 (line 15).
pub const PERIOD_START: Date = Date::of::<2018, 1, 1>();
/// The plan's last day (line 15).
pub const PERIOD_END: Date = Date::of::<2020, 12, 31>();
/// The day the plan was signed and printed (lines 13 and 113).
pub const ISSUED: Date = Date::of::<2018, 11, 28>();
/// The calendar years of the plan.
pub const PLAN_YEARS: &[Year] = &[Year(2018), Year(2019), Year(2020)];

/// The date a baseline holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// The sentence names the end of a year or a day.
    On(Date),
    /// The sentence names a year only.
    During(Year),
    /// The sentence names no date; it held when the plan was issued ([`ISSUED`]).
    NotStated,
}

/// Until when a target is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// By this day.
    OnOrBefore(Date),
    /// In each of these calendar years.
    EachYear(&'static [Year]),
    /// Summed over the years the sentence names, 2018 to 2020.
    WithinPeriod,
    /// At every moment of the period.
    Continuous,
    /// The sentence names no year, but the one before it does; shown with that year and a mark.
    ByContext(Date),
    /// The plan names no deadline (note X-14); shown at the end of the period with the mark 期限未写明.
    NotStated,
}

impl Deadline {
    /// Whether the plan itself says when.
    pub const fn is_stated(self) -> bool {
        !matches!(self, Self::ByContext(_) | Self::NotStated)
    }

    /// The last day on which the target can still be reached.
    pub fn last_day(self) -> Date {
        match self {
            Self::OnOrBefore(day) | Self::ByContext(day) => day,
            Self::EachYear(years) => years.last().map_or(PERIOD_END, |year| Date::year_end(*year)),
            Self::WithinPeriod | Self::Continuous | Self::NotStated => PERIOD_END,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_that_the_plan_does_not_state_is_shown_at_the_end_of_the_period_and_says_so() {
        assert_eq!(Deadline::NotStated.last_day().to_string(), "2020-12-31");
        assert!(!Deadline::NotStated.is_stated());
        assert!(Deadline::WithinPeriod.is_stated());
    }

    #[test]
    fn a_yearly_deadline_ends_with_its_last_year() {
        assert_eq!(
            Deadline::EachYear(&[Year(2018), Year(2019)])
                .last_day()
                .to_string(),
            "2019-12-31"
        );
    }
}
