//! Days and moments of the plan's three years as offices keep them, in China time.

use super::dice::Dice;
use crate::model::{Date, Year};

/// The years that the demo tells of.
pub(super) const YEARS: [u16; 3] = [2018, 2019, 2020];
/// The last of them; the packages are of its last day.
pub(super) const LAST_YEAR: Year = Year(2020);

/// A holiday of a year: its name, its first and its last month and day.
type Festival = (&'static str, u16, (u32, u32), (u32, u32));

/// Days off, from the first to the last: the Spring Festival of each year, and the holidays that every year has.
pub(super) const FESTIVALS: [Festival; 9] = [
    ("春节", 2018, (2, 15), (2, 21)),
    ("春节", 2019, (2, 4), (2, 10)),
    ("春节", 2020, (1, 24), (2, 2)),
    ("劳动节", 2018, (4, 29), (5, 1)),
    ("劳动节", 2019, (5, 1), (5, 4)),
    ("劳动节", 2020, (5, 1), (5, 5)),
    ("国庆节", 2018, (10, 1), (10, 7)),
    ("国庆节", 2019, (10, 1), (10, 7)),
    ("国庆节", 2020, (10, 1), (10, 8)),
];

/// The date of the parts; the demo's own dates all exist.
pub(super) fn day(year: u16, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or(Date::year_end(Year(year)))
}

/// Milliseconds since 1970 (UTC) of a minute of a day in China.
pub(super) fn instant(date: Date, minute: i64) -> u64 {
    date.start_in_china() + minute.max(0) as u64 * 60_000
}

/// A minute of the working day, 08:30 to 18:00.
pub(super) fn office_minute(dice: &mut Dice) -> i64 {
    dice.between(8 * 60 + 30, 18 * 60)
}

/// Whether offices work on that day.
pub(super) fn is_workday(date: Date) -> bool {
    // 1 January 1970 was a Thursday.
    let weekday = (date.days_since(day(1970, 1, 1)) + 3).rem_euclid(7);
    let (year, at) = (date.year().0, (date.month(), date.day()));
    let is_off = |(_, of, from, to): &Festival| *of == year && (*from..=*to).contains(&at);
    weekday < 5 && !FESTIVALS.iter().any(is_off)
}

/// A day from `from` to `to`, a working day in nine of ten cases.
pub(super) fn visiting_day(dice: &mut Dice, from: Date, to: Date) -> Date {
    let span = to.days_since(from);
    let weekend_too = dice.percent(10);
    let mut date = from.plus_days(dice.between(0, span));
    for _ in 0..12 {
        if weekend_too || is_workday(date) {
            break;
        }
        date = from.plus_days(dice.between(0, span));
    }
    date
}

/// A day of that month.
pub(super) fn in_month(dice: &mut Dice, year: u16, month: u32) -> Date {
    visiting_day(dice, day(year, month, 1), day(year, month, 28))
}

/// A day from one month of a year to another.
pub(super) fn in_months(dice: &mut Dice, year: u16, from: u32, to: u32) -> Date {
    visiting_day(dice, day(year, from, 1), day(year, to, 28))
}
