//! The periods in which a duty is counted.

use crate::indicators::answers::new_year;
use crate::indicators::{Context, Judgement, Subject, Subjects};
use crate::model::{Date, Id};
use crate::plan::PERIOD_START;

/// A month, a quarter or a year.
#[derive(Clone, Debug)]
pub(super) struct Period {
    /// `2018-03`, `2018-q1` or `2018`.
    pub name: String,
    /// Its first day.
    pub from: Date,
    /// Its last day, or the day that figures are for while it runs.
    pub to: Date,
}

/// The months of the year that are over: nobody is late with a month that still runs.
pub(super) fn months(context: &Context) -> Vec<Period> {
    over(context, 1, |year, month| format!("{year}-{month:02}"))
}

/// The quarters of the year that are over.
pub(super) fn quarters(context: &Context) -> Vec<Period> {
    over(context, 3, |year, month| format!("{year}-q{}", month.div_ceil(3)))
}

/// The year so far.
pub(super) fn year(context: &Context) -> Vec<Period> {
    let from = new_year(context.year);
    let year = Period {
        name: context.year.to_string(),
        from,
        to: context.as_of,
    };
    Vec::from_iter((from >= PERIOD_START).then_some(year))
}

fn over(context: &Context, months: u32, name: fn(u16, u32) -> String) -> Vec<Period> {
    let year = context.year.0;
    let first = |month: u32| Date::new(year + (month > 12) as u16, (month - 1) % 12 + 1, 1);
    let period = |month: u32| {
        Some(Period {
            name: name(year, month),
            from: first(month)?,
            to: first(month + months)?.plus_days(-1),
        })
    };
    let all = (1..=12).step_by(months as usize).filter_map(period);
    all.filter(|period| period.to <= context.as_of && period.from >= PERIOD_START)
        .collect()
}

/// Says of every period what is said of it; unknown while the area's records are not here.
pub(super) fn each(
    context: &Context,
    subjects: &mut Subjects,
    who: &str,
    periods: &[Period],
    judge: impl Fn(&Period) -> Judgement,
) {
    for period in periods {
        let judgement = context.if_reported(|| judge(period));
        subjects.say(Subject::Period, id(who, period), &[(judgement, 1)]);
    }
}

/// The identifier of what somebody owes in a period.
pub(super) fn id(who: &str, period: &Period) -> Id {
    Id::joined(&[who, &period.name])
}
