//! The working calendar: Monday to Friday, but for the days that the county has entered.

use crate::model::{Date, Records, Year};
use std::collections::{BTreeMap, BTreeSet};

/// The county's working days. A year of which the county has entered nothing has none, because a calendar without its
/// holidays would be wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkDays {
    entered: BTreeMap<Date, bool>,
    years: BTreeSet<Year>,
}

/// The last day on which something can be done in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The last working day of the period.
    WorkDay(Date),
    /// The last day of the period: the county has entered no calendar for the year.
    CalendarDay(Date),
}

impl WorkDays {
    /// Reads them from the county's records.
    pub fn of(county: &Records) -> Self {
        let rows = county.holidays.iter();
        let entered: BTreeMap<Date, bool> = rows
            .filter_map(|row| Some((row.date?, row.is_workday?)))
            .collect();
        let years = entered.keys().map(|day| day.year()).collect();
        Self { entered, years }
    }

    /// Whether the county has entered anything for that year.
    pub fn knows(&self, year: Year) -> bool {
        self.years.contains(&year)
    }

    /// Whether people work on a day; none in a year that nobody has entered.
    pub fn is_workday(&self, day: Date) -> Option<bool> {
        let entered = self.entered.get(&day).copied();
        self.knows(day.year())
            .then(|| entered.unwrap_or_else(|| !day.is_weekend()))
    }

    /// When something that may be done until that day is due.
    pub fn due(&self, from: Date, end: Date) -> Due {
        if !self.knows(end.year()) {
            return Due::CalendarDay(end);
        }
        let mut days = (0..=end.days_since(from)).map(|back| end.plus_days(-back));
        days.find(|day| self.is_workday(*day) == Some(true))
            .map_or(Due::CalendarDay(end), Due::WorkDay)
    }

    /// How many days are left after `today`, up to the day: working days where it is one.
    pub fn left(&self, today: Date, due: Due) -> i64 {
        match due {
            Due::CalendarDay(day) => day.days_since(today),
            Due::WorkDay(day) => {
                let ahead = 1..=day.days_since(today);
                ahead
                    .filter(|days| self.is_workday(today.plus_days(*days)) == Some(true))
                    .count() as i64
            }
        }
    }
}

impl Due {
    /// The day.
    pub const fn day(self) -> Date {
        match self {
            Self::WorkDay(day) | Self::CalendarDay(day) => day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::fixture::{day, id};

    fn calendar(days: &[(&str, bool)]) -> WorkDays {
        let mut county = Records::default();
        for (date, works) in days {
            let row = &mut county.holidays.row_mut(id(date)).record;
            (row.date, row.is_workday) = (Some(day(date)), Some(*works));
        }
        WorkDays::of(&county)
    }

    #[test]
    fn without_a_calendar_a_duty_is_due_on_the_last_day_and_it_says_so() {
        let none = calendar(&[("2019-01-01", false)]);
        assert_eq!(
            none.due(day("2018-06-01"), day("2018-06-30")),
            Due::CalendarDay(day("2018-06-30"))
        );
        assert_eq!(
            none.left(day("2018-06-25"), Due::CalendarDay(day("2018-06-30"))),
            5
        );
        assert_eq!(none.is_workday(day("2018-06-25")), None);
    }

    #[test]
    fn a_month_that_ends_on_a_holiday_is_due_on_the_working_day_before() {
        // 30 June 2018 is a Saturday; the 29th is taken off here, and Saturday the 23rd worked instead.
        let june = calendar(&[("2018-06-29", false), ("2018-06-23", true)]);
        let due = june.due(day("2018-06-01"), day("2018-06-30"));
        assert_eq!(due, Due::WorkDay(day("2018-06-28")));
        assert_eq!(june.left(day("2018-06-21"), due), 6, "22, 23, 25, 26, 27, 28");
        assert_eq!(june.left(day("2018-06-28"), due), 0);
    }
}
