//! Small questions with three answers, yes, no and unknown, and how judgements are put together from them.

use super::{Cause, Context, Finding, Judgement, Reason};
use crate::model::{AsOf, Code, Date, Kind, Year};

/// All of them: no if any is no, unknown if none is no and one is unknown.
pub(super) fn all(answers: &[Option<bool>]) -> Option<bool> {
    match answers {
        answers if answers.contains(&Some(false)) => Some(false),
        answers if answers.contains(&None) => None,
        _ => Some(true),
    }
}

/// Any of them: yes if one is yes, unknown if none is yes and one is unknown.
pub(super) fn any(answers: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut found = Some(false);
    for answer in answers {
        match answer {
            Some(true) => return Some(true),
            None => found = None,
            Some(false) => {}
        }
    }
    found
}

pub(super) fn not(answer: Option<bool>) -> Option<bool> {
    answer.map(|yes| !yes)
}

/// Whether a code is one of these; unknown for one that only a newer version knows.
pub(super) fn is<T: Code + PartialEq>(code: &Option<T>, wanted: &[T]) -> Option<bool> {
    let code = code.as_ref()?;
    code.is_known().then(|| wanted.contains(code))
}

/// Whether a date lies between two days, both included.
pub(super) fn between(date: Option<Date>, from: Date, to: Date) -> Option<bool> {
    date.map(|date| from <= date && date <= to)
}

/// Whether a spell includes the evening of the day; its end is the first day without.
pub(super) fn open_on(start: Option<Date>, end: Option<Date>, as_of: &AsOf) -> Option<bool> {
    if end.is_some_and(|end| as_of.has_come_to(end)) {
        return Some(false);
    }
    start.map(|start| as_of.has_come_to(start))
}

/// The first day of a year.
pub(super) fn new_year(year: Year) -> Date {
    Date::new(year.0, 1, 1).unwrap_or(Date::year_end(year))
}

/// Judged only where it is in scope: left out where it is not, unknown where nobody knows.
pub(super) fn scoped(scope: Finding, judge: impl FnOnce() -> Judgement) -> Judgement {
    match scope {
        Finding::Yes => judge(),
        Finding::No(reason) => Judgement::Excluded(reason),
        Finding::Unknown(reason) => Judgement::Unknown(reason),
    }
}

/// A field and what it means when its answer is no.
pub(super) fn asked(answer: Option<bool>, cause: Cause, kind: Kind, field: &'static str) -> Finding {
    Finding::of(
        answer,
        Reason::new(cause, kind, field),
        Reason::missing(kind, field),
    )
}

/// The judgement of a question.
pub(super) fn judged(answer: Option<bool>, cause: Cause, kind: Kind, field: &'static str) -> Judgement {
    asked(answer, cause, kind, field).into()
}

/// Judged only where the answer is yes; elsewhere left out.
pub(super) fn only_if(
    answer: Option<bool>,
    (cause, kind, field): (Cause, Kind, &'static str),
    judge: impl FnOnce() -> Judgement,
) -> Judgement {
    scoped(asked(answer, cause, kind, field), judge)
}

/// A yes-or-no field.
pub(super) fn said(answer: Option<bool>, kind: Kind, field: &'static str) -> Finding {
    asked(answer, Cause::SaysNo, kind, field)
}

impl Context<'_> {
    /// Whether a date lies in the year and not after the day.
    pub(super) fn in_year(&self, date: Option<Date>) -> Option<bool> {
        self.since(new_year(self.year), date)
    }

    /// Whether a date lies on that first day or later, and not after the day.
    pub(super) fn since(&self, first: Date, date: Option<Date>) -> Option<bool> {
        date.map(|date| first <= date && self.as_of.has_come_to(date))
    }

    /// Whether a date has come by the day; unknown without one.
    pub(super) fn has_come(&self, date: Option<Date>) -> Option<bool> {
        date.map(|date| self.as_of.has_come_to(date))
    }

    /// Whether a date has come by the day; what has none has come.
    pub(super) fn has_come_or_undated(&self, date: Option<Date>) -> bool {
        date.is_none_or(|date| self.as_of.has_come_to(date))
    }

    /// A question about the area itself; unknown of an area whose records are not here.
    pub(super) fn if_reported(&self, judge: impl FnOnce() -> Judgement) -> Judgement {
        if self.village.reported {
            judge()
        } else {
            Judgement::Unknown(Reason::of(Cause::RecordsNotHere))
        }
    }
}
