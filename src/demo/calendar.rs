//! Days and moments of 2018 as offices keep them, in China time.

use super::dice::Dice;
use crate::model::Date;

/// Days on which nobody visits: the Spring Festival, Tomb-Sweeping, May and National holidays of 2018.
const HOLIDAYS: [((u32, u32), (u32, u32)); 4] = [
    ((2, 14), (2, 21)),
    ((4, 5), (4, 7)),
    ((4, 29), (5, 1)),
    ((10, 1), (10, 7)),
];

/// The date of the parts; the demo's own dates all exist.
pub(super) fn day(year: u16, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or(Date::year_end(crate::model::Year(year)))
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
    let at = (date.month(), date.day());
    weekday < 5 && !HOLIDAYS.iter().any(|(from, to)| (*from..=*to).contains(&at))
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

/// A day of that month of 2018.
pub(super) fn in_month(dice: &mut Dice, month: u32) -> Date {
    visiting_day(dice, day(2018, month, 1), day(2018, month, 28))
}
