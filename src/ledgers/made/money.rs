//! Sums of money of one record, and of the records about it.

use super::def;
use crate::ledgers::scope::At;
use crate::model::{
    DangerousHouseId, EducationAidId, Fen, FieldDef, FieldType, Kind, MedicalEventId, PersonId, ProjectId,
    SocialGrantId, Value, YearMonth,
};

const fn money(id: &'static str, zh: &'static str, en: &'static str) -> FieldDef {
    def(id, zh, en, FieldType::Money)
}

fn fen(sum: Option<Fen>) -> Value {
    sum.map_or(Value::Null, |fen| fen.0.into())
}

pub static PLANNED: FieldDef = money("planned_total", "计划资金", "Planned");

/// The planned money of a project from all levels.
pub fn planned(at: &At<'_, '_>) -> Value {
    let project = at.part.records.projects.get(ProjectId(at.id));
    fen(project.and_then(|project| project.planned_total()))
}

pub static PAID: FieldDef = money("paid", "已支付", "Paid");

/// What was paid of a project through the day; nothing paid is zero, because payments are the county's own.
pub fn paid(at: &At<'_, '_>) -> Value {
    let payments = at.about(Kind::ProjectPayment, "project_id");
    let paid = payments.filter_map(|(part, id)| {
        let row = part.records.project_payments.get(id)?;
        let by_then = row.date.is_some_and(|day| day <= at.scope.day);
        row.amount.filter(|_| by_then).map(|fen| fen.0)
    });
    Value::Int(paid.sum())
}

pub static FUND: FieldDef = money("fund_total", "改造资金", "Money");

/// The money for a house from all levels.
pub fn fund(at: &At<'_, '_>) -> Value {
    let house = at.part.records.dangerous_houses.get(DangerousHouseId(at.id));
    fen(house.and_then(|house| house.fund_total()))
}

pub static AIDED: FieldDef = money("aided", "本年已获资助", "Aid of the year");

/// The aid of the year for a person; of nobody who has none.
pub fn aided(at: &At<'_, '_>) -> Value {
    of_person(at, Kind::EducationAid, |id| {
        let row = at.part.records.education_aids.get(EducationAidId(id))?;
        (row.year == Some(at.scope.year())).then_some(row.amount)
    })
}

pub static COSTS_OF_YEAR: FieldDef = money("costs", "本年总费用", "Costs of the year");

/// The medical bills of the year.
pub fn costs(at: &At<'_, '_>) -> Value {
    of_person(at, Kind::MedicalEvent, |id| Some(bill(at, id)?.total))
}

pub static OWN_COSTS: FieldDef = money("own_costs", "本年个人自付", "Paid by the person");

/// What the person paid of them.
pub fn own_costs(at: &At<'_, '_>) -> Value {
    of_person(at, Kind::MedicalEvent, |id| Some(bill(at, id)?.self_pay))
}

/// A medical bill of the year, through the day.
fn bill<'a>(at: &At<'_, 'a>, id: crate::model::Id) -> Option<&'a crate::model::MedicalEvent> {
    let bill = at.part.records.medical_events.get(MedicalEventId(id))?;
    let day = bill.date?;
    (day.year() == at.scope.year() && day <= at.scope.day).then_some(bill)
}

/// The sum over a person's records of a kind that count; unknown when a sum is missing, or when there is none.
fn of_person(at: &At<'_, '_>, kind: Kind, amount: impl Fn(crate::model::Id) -> Option<Option<Fen>>) -> Value {
    let person = at.value("person_id");
    let Some(person) = person.as_text().and_then(|id| PersonId::new(id).ok()) else {
        return Value::Null;
    };
    let rows = at.part.about(kind, "person_id", person.0);
    let amounts: Vec<Option<Fen>> = rows.into_iter().filter_map(amount).collect();
    let sum: Option<i64> = amounts.iter().map(|fen| fen.map(|fen| fen.0)).sum();
    sum.filter(|_| !amounts.is_empty())
        .map_or(Value::Null, Value::Int)
}

pub static GRANTED: FieldDef = money("granted", "累计金额", "Paid so far");

/// What a grant came to through the month of the day.
pub fn granted(at: &At<'_, '_>) -> Value {
    let grant = at.part.records.social_grants.get(SocialGrantId(at.id));
    fen(grant.and_then(|grant| grant.paid_until(YearMonth::of(at.scope.day))))
}
