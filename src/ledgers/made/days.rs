//! Ages, and days since, until and beyond.

use super::{DAYS, count};
use crate::ledgers::scope::At;
use crate::model::{Date, FieldDef, Value};

pub static AGE: FieldDef = count("age", "年龄", "Age", ("岁", "years"));

/// Full years on the day, of the person that the record is about.
pub fn age(at: &At<'_, '_>) -> Value {
    let birth = at.day("person_id.birth_date");
    birth.map_or(Value::Null, |birth| {
        i64::from(at.scope.day.age_since(birth)).into()
    })
}

pub static DAYS_OPEN: FieldDef = count("days_open", "建案天数", "Days open", DAYS);

/// Days from the opening of a case to its end, or to the day.
pub fn days_open(at: &At<'_, '_>) -> Value {
    span(at.day("opened"), at.day("closed"), at)
}

pub static DAYS_WAITING: FieldDef = count(
    "days_waiting",
    "认定后未销档天数",
    "Days since the appraisal",
    DAYS,
);

/// Days from the appraisal of a house until it was struck from the ledger, or until the day.
pub fn days_waiting(at: &At<'_, '_>) -> Value {
    span(at.day("appraised_on"), at.day("closed"), at)
}

fn span(from: Option<Date>, to: Option<Date>, at: &At<'_, '_>) -> Value {
    let to = to.unwrap_or(at.scope.day);
    from.map_or(Value::Null, |from| to.days_since(from).max(0).into())
}

pub static DAYS_OVERDUE: FieldDef = count("days_overdue", "逾期天数", "Days overdue", DAYS);

/// Days from the deadline of a problem until it was closed, or until the day; none before it.
pub fn days_overdue(at: &At<'_, '_>) -> Value {
    beyond(at.day("deadline"), at.day("closed_on"), at)
}

pub static DAYS_LATE: FieldDef = count("days_late", "逾期天数", "Days late", DAYS);

/// Days from when a document was due until it was handed in, or until the day; none before it.
pub fn days_late(at: &At<'_, '_>) -> Value {
    beyond(at.day("due"), at.day("submitted"), at)
}

fn beyond(due: Option<Date>, done: Option<Date>, at: &At<'_, '_>) -> Value {
    let done = done.unwrap_or(at.scope.day);
    due.map_or(Value::Null, |due| done.days_since(due).max(0).into())
}
