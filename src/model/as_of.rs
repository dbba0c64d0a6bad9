//! The day that something is judged for, and for how long the judgement stands.
//!
//! Most of what is judged is the same tomorrow. So who judges never sees the day itself: it asks the [`AsOf`] whether the day
//! has come to some date, and that notes the days between which the answer is the same. Nobody who judges has to think of it,
//! and nobody can forget it.

use super::{Date, Year, YearMonth};
use std::cell::Cell;
use std::fmt;

/// The evening of a day, asked by who judges.
#[derive(Clone)]
pub struct AsOf {
    day: Date,
    span: Cell<Span>,
}

/// Days in a row on which something is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub from: Date,
    /// The first day after the last.
    pub until: Date,
}

impl AsOf {
    /// A day of which nothing has been asked yet. Its year is no question: what is judged for two years is never the same.
    pub fn new(day: Date) -> Self {
        Self {
            day,
            span: Cell::new(Span::year_of(day)),
        }
    }

    /// The day itself, for what notes by itself how long it stands.
    pub(in crate::model) const fn day(&self) -> Date {
        self.day
    }

    /// The calendar year.
    pub fn year(&self) -> Year {
        self.day.year()
    }

    /// Whether the day has come to that date: it is that date or a later one.
    pub fn has_come_to(&self, date: Date) -> bool {
        let has_come = date <= self.day;
        let span = self.span.get();
        // Most dates that are asked about lie outside of what is left.
        if span.from < date && date < span.until {
            self.span.set(match has_come {
                true => Span { from: date, ..span },
                false => Span { until: date, ..span },
            });
        }
        has_come
    }

    /// Whether the day lies after that date.
    pub fn is_past(&self, date: Date) -> bool {
        self.has_come_to(date.plus_days(1))
    }

    /// Whether somebody born on that date has lived that many full years.
    pub fn has_age(&self, birth: Date, years: i32) -> bool {
        birth
            .turns(years)
            .is_some_and(|birthday| self.has_come_to(birthday))
    }

    /// The age of somebody born on that date, in full years.
    pub fn age(&self, birth: Date) -> i32 {
        let age = self.day.age_since(birth);
        for birthday in [age, age + 1].map(|years| birth.turns(years)) {
            birthday.map(|birthday| self.has_come_to(birthday));
        }
        age
    }

    /// Its month.
    pub fn month(&self) -> YearMonth {
        let month = YearMonth::of(self.day);
        self.hold(Span {
            from: month.first_day(),
            until: month.next().first_day(),
        });
        month
    }

    /// Its quarter, 1 to 4.
    pub fn quarter(&self) -> u32 {
        let begun = (2..=4).filter(|quarter| {
            Date::new(self.year().0, 3 * quarter - 2, 1).is_some_and(|first| self.has_come_to(first))
        });
        begun.count() as u32 + 1
    }

    /// What is judged is the same only on days of the span.
    pub fn hold(&self, span: Span) {
        self.span.set(self.span.get().within(span));
    }

    /// Judges something by itself, and says on which days it would come out the same. What was asked before is not among
    /// them, nor is this noted with what is asked later.
    pub fn watch<T>(&self, judge: impl FnOnce() -> T) -> (T, Span) {
        let before = self.span.replace(Span::year_of(self.day));
        let judged = judge();
        (judged, self.span.replace(before))
    }

    /// The days on which everything that was asked so far has the same answer.
    pub fn span(&self) -> Span {
        self.span.get()
    }
}

impl fmt::Debug for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AsOf").field(&self.day).finish()
    }
}

impl Span {
    /// That day alone.
    pub fn of_day(day: Date) -> Self {
        Self {
            from: day,
            until: day.plus_days(1),
        }
    }

    /// The calendar year of a day.
    pub fn year_of(day: Date) -> Self {
        let last = Date::year_end(day.year());
        Self {
            from: Date::new(day.year().0, 1, 1).unwrap_or(day),
            until: last.plus_days(1),
        }
    }

    /// The days that are in both.
    pub fn within(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            until: self.until.min(other.until),
        }
    }

    /// Whether a day is one of them.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day < self.until
    }
}

/// The first day from which something is so, in the year that is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Since(Option<Date>);

impl Since {
    /// It is so from that date on, if not before.
    pub fn note(&mut self, date: Date) {
        self.0 = Some(self.0.map_or(date, |known| known.min(date)));
    }

    /// It is so on every day.
    pub fn always(&mut self) {
        self.note(Date::of::<1, 1, 1>());
    }

    /// Whether it is so on the day.
    pub fn by(self, as_of: &AsOf) -> bool {
        self.0.is_some_and(|date| as_of.has_come_to(date))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn span(from: &str, until: &str) -> Span {
        Span {
            from: day(from),
            until: day(until),
        }
    }

    #[test]
    fn a_day_of_which_nothing_was_asked_stands_for_its_year() {
        assert_eq!(
            AsOf::new(day("2018-06-15")).span(),
            span("2018-01-01", "2019-01-01")
        );
    }

    #[test]
    fn every_date_that_is_asked_about_bounds_the_span() {
        let as_of = AsOf::new(day("2018-06-15"));
        assert!(as_of.has_come_to(day("2018-03-01")));
        assert!(!as_of.has_come_to(day("2018-08-01")));
        assert_eq!(as_of.span(), span("2018-03-01", "2018-08-01"));
        assert!(as_of.has_come_to(day("2018-01-05")) && as_of.has_come_to(day("2014-01-05")));
        assert_eq!(as_of.span(), span("2018-03-01", "2018-08-01"), "they lie outside");
        assert!(as_of.has_come_to(day("2018-06-15")));
        assert!(!as_of.is_past(day("2018-06-15")));
        assert_eq!(as_of.span(), span("2018-06-15", "2018-06-16"));
    }

    #[test]
    fn month_and_quarter_are_the_same_while_they_last() {
        let as_of = AsOf::new(day("2018-12-15"));
        assert_eq!(as_of.quarter(), 4);
        assert_eq!(as_of.span(), span("2018-10-01", "2019-01-01"));
        assert_eq!(as_of.month(), YearMonth::parse("2018-12").unwrap());
        assert_eq!(as_of.span(), span("2018-12-01", "2019-01-01"));
    }

    #[test]
    fn an_age_is_the_same_until_the_birthday_that_is_asked_about() {
        let as_of = AsOf::new(day("2018-06-15"));
        assert!(!as_of.has_age(day("1958-09-02"), 60));
        assert!(as_of.has_age(day("1958-03-02"), 60));
        assert_eq!(as_of.span(), span("2018-03-02", "2018-09-02"));
        assert_eq!(as_of.age(day("1950-04-02")), 68);
        assert_eq!(as_of.span(), span("2018-04-02", "2018-09-02"));
    }

    #[test]
    fn ages_agree_with_the_calendar_on_leap_days_too() {
        for birth in ["1956-02-29", "1958-02-28", "1958-03-01", "1957-12-31"].map(day) {
            for date in [
                "2018-02-27",
                "2018-02-28",
                "2018-03-01",
                "2020-02-28",
                "2020-02-29",
            ]
            .map(day)
            {
                for years in 58..66 {
                    let has_age = AsOf::new(date).has_age(birth, years);
                    assert_eq!(has_age, date.age_since(birth) >= years, "{birth} {date} {years}");
                }
            }
        }
    }

    #[test]
    fn what_is_watched_is_noted_apart() {
        let as_of = AsOf::new(day("2018-06-15"));
        as_of.has_come_to(day("2018-02-01"));
        let (come, watched) = as_of.watch(|| as_of.has_come_to(day("2018-05-01")));
        assert!(come);
        assert_eq!(watched, span("2018-05-01", "2019-01-01"));
        assert_eq!(as_of.span(), span("2018-02-01", "2019-01-01"));
        as_of.hold(watched);
        assert_eq!(as_of.span(), span("2018-05-01", "2019-01-01"));
    }
}
