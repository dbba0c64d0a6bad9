//! The periods in which a duty is counted.

use crate::indicators::Context;
use crate::indicators::answers::{between, new_year};
use crate::model::{Date, Id, Visit};
use crate::plan::PERIOD_START;
use crate::plan::obligations::Period as Length;

/// A month, a quarter or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub end: Date,
}

/// The periods of the year that count in figures: months and quarters that are over, because nobody is late with one that
/// still runs, and the year from its first day.
pub(super) fn counted(context: &Context, length: Length) -> Vec<Period> {
    let mut begun = begun(context, length);
    begun.retain(|period| length == Length::Year || context.as_of.has_come_to(period.end));
    begun
}

/// The periods of the year that have begun by the day; those before the plan are left out.
pub(super) fn begun(context: &Context, length: Length) -> Vec<Period> {
    let year = context.year.0;
    let Some(months) = length.in_a_year().map(|count| 12 / u32::from(count)) else {
        return Vec::new();
    };
    let first = |month: u32| Date::new(year + u16::from(month > 12), (month - 1) % 12 + 1, 1);
    let period = |month: u32| {
        Some(Period {
            from: first(month)?,
            end: first(month + months)?.plus_days(-1),
        })
    };
    let all = (1..=12).step_by(months as usize).filter_map(period);
    all.filter(|period| period.from >= PERIOD_START && context.as_of.has_come_to(period.from))
        .collect()
}

/// The visits to places that lie in a period by the day, or of which nobody knows whether they do. Most lie in others, and
/// nothing else of these is looked at.
pub(super) fn visits_in<'a>(
    context: &Context<'a>,
    period: &Period,
) -> impl Iterator<Item = (&'a Visit, Option<bool>)> {
    let visits = context.village.visits_to_places();
    let visits = visits.map(|visit| (visit, context.in_period(period, visit.date)));
    visits.filter(|(_, in_period)| *in_period != Some(false))
}

/// The identifier of what somebody owes in a period.
pub(super) fn id(who: &str, period: &Period) -> Id {
    Id::joined(&[who, &period.name()])
}

impl Context<'_> {
    /// Whether a date lies in the period and not after the day.
    pub(super) fn in_period(&self, period: &Period, date: Option<Date>) -> Option<bool> {
        between(date, period.from, period.end).map(|within| within && self.has_come(date) == Some(true))
    }

    /// Whether a date lies before the end of the period and not after the day.
    pub(super) fn begun_in(&self, period: &Period, date: Date) -> bool {
        date <= period.end && self.as_of.has_come_to(date)
    }
}

impl Period {
    /// `2018-03`, `2018-q1` or `2018`.
    pub fn name(&self) -> String {
        let (year, month) = (self.from.year(), self.from.month());
        match self.end.month() - month {
            0 => format!("{year}-{month:02}"),
            2 => format!("{year}-q{}", self.from.quarter()),
            _ => year.to_string(),
        }
    }

    /// Whether it is over on a day.
    pub fn is_over(&self, day: Date) -> bool {
        self.end <= day
    }

    /// Whether it runs on a day: what is owed can still be done, on the last day too.
    pub fn runs_on(&self, day: Date) -> bool {
        self.end >= day
    }

    /// Whether it is the year of that first day, a whole one.
    pub fn is_year(&self) -> bool {
        self.from == new_year(self.from.year()) && self.end == Date::year_end(self.from.year())
    }
}
