//! What a check is made by: the day it is made for, and what the county has entered.

use crate::model::{AsOf, Date, Fen, Year};
use std::collections::BTreeMap;

/// The month and day on which a school year begins.
const SCHOOL_YEAR_BEGINS: (u32, u32) = (9, 1);

/// The day a check is made for, and the county's figures that some rules need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The day that is checked: its year decides which yearly records are looked at, its evening who belongs to whom.
    pub day: Date,
    /// The latest day on which anything can have happened; later dates are mistakes. The same day unless told otherwise.
    pub today: Date,
    /// The verified poverty line of each year, in fen a person a year.
    pub poverty_lines: BTreeMap<Year, Fen>,
    /// The ages of compulsory education on 1 September: from, and below.
    pub compulsory_ages: (i32, i32),
}

/// The day that a rule reckons by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceDay {
    /// None: the rule compares what was entered with what was entered.
    None,
    /// The day that is checked.
    Day,
    /// 31 December of the year of the record.
    YearEnd,
    /// 1 September, on which the school year began.
    SchoolYear,
    /// The latest day on which anything can have happened.
    Today,
}

impl Terms {
    /// The terms of a day, without any figure of the county.
    pub const fn on(day: Date) -> Self {
        Self {
            day,
            today: day,
            poverty_lines: BTreeMap::new(),
            compulsory_ages: (6, 16),
        }
    }

    /// The terms of the day that somebody judges for. What is found says on which days it is the same.
    pub const fn of(as_of: &AsOf) -> Self {
        Self::on(as_of.day())
    }

    /// The same, where things are known until another day.
    pub fn known_until(mut self, today: Date) -> Self {
        self.today = self.today.max(today);
        self
    }

    /// The year whose records are looked at.
    pub fn year(&self) -> Year {
        self.day.year()
    }

    /// 31 December of that year, by which the ages of yearly facts are reckoned.
    pub fn year_end(&self) -> Date {
        Date::year_end(self.year())
    }

    /// The day as rules ask it.
    pub(super) fn as_of(&self) -> AsOf {
        AsOf::new(self.day)
    }
}

/// Whether the year of the day is over, so that its record should be there.
pub(super) fn year_is_over(as_of: &AsOf) -> bool {
    as_of.has_come_to(Date::year_end(as_of.year()))
}

/// The day on which the school year of the day began.
pub fn school_year_began(as_of: &AsOf) -> Date {
    let (month, day) = SCHOOL_YEAR_BEGINS;
    let of = |year: Year| Date::new(year.0, month, day).unwrap_or(Date::year_end(year));
    let this = of(as_of.year());
    match as_of.has_come_to(this) {
        true => this,
        false => of(Year(as_of.year().0.saturating_sub(1))),
    }
}

/// 1 September of the year before and of the year: a record of the year, written before its September, tells the class
/// of the school year that is still running. After that, twice the same day.
pub(super) fn school_days(as_of: &AsOf) -> [Date; 2] {
    let began = school_year_began(as_of);
    let (month, day) = SCHOOL_YEAR_BEGINS;
    [began, Date::new(as_of.year().0, month, day).unwrap_or(began)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pupils_are_as_old_as_when_their_school_year_began() {
        let (before, this) = (Date::of::<2017, 9, 1>(), Date::of::<2018, 9, 1>());
        let school_days = |day| school_days(&AsOf::new(day));
        assert_eq!(school_days(this), [this, this]);
        assert_eq!(school_days(Date::of::<2018, 12, 31>()), [this, this]);
        assert_eq!(school_days(Date::of::<2018, 8, 31>()), [before, this]);
    }

    #[test]
    fn a_year_is_over_on_its_last_day() {
        assert!(year_is_over(&AsOf::new(Date::of::<2018, 12, 31>())));
        assert!(!year_is_over(&AsOf::new(Date::of::<2018, 12, 30>())));
    }
}
