//! Columns that are worked out from several fields or several records.

mod counts;
mod days;
mod matches;
mod money;
mod register;

pub(super) use counts::*;
pub(super) use days::*;
pub(super) use matches::*;
pub(super) use money::*;
pub(super) use register::*;

use crate::model::{FieldDef, FieldType, Label, Value};

const fn def(id: &'static str, zh: &'static str, en: &'static str, ty: FieldType) -> FieldDef {
    FieldDef::new(id, Label::new(zh, en), ty)
}

const fn count(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    unit: (&'static str, &'static str),
) -> FieldDef {
    def(id, zh, en, FieldType::Number).unit(unit.0, unit.1)
}

const DAYS: (&str, &str) = ("天", "days");

/// A count as a value.
fn number(count: usize) -> Value {
    Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
}
