//! How many records are about one, and the last of them.

use super::{count, def, number};
use crate::ledgers::scope::{At, Part};
use crate::model::{
    Date, DoctorContractId, FieldDef, FieldType, Id, IssueProgressId, Kind, MedicalEventId, Records,
    StudentCaseActionId, Value,
};

const STEPS_UNIT: (&str, &str) = ("次", "times");

pub static STEPS: FieldDef = count("steps", "工作次数", "Steps", STEPS_UNIT);
pub static LAST_STEP: FieldDef = def("last_step", "最近一次", "Last step", FieldType::Date);
pub static LAST_DONE: FieldDef = def("last_done", "最近工作", "What was done last", FieldType::Text);

/// Steps of a student's case.
pub fn case_steps(at: &At<'_, '_>) -> Value {
    number(at.about(Kind::StudentCaseAction, "student_case_id").count())
}

/// The day of the last of them.
pub fn case_last_step(at: &At<'_, '_>) -> Value {
    last_case_step(at).map_or(Value::Null, |(day, _)| day.to_string().into())
}

/// What was done in it.
pub fn case_last_done(at: &At<'_, '_>) -> Value {
    last_case_step(at).map_or(Value::Null, |(_, what)| what)
}

fn last_case_step(at: &At<'_, '_>) -> Option<(Date, Value)> {
    latest(at, Kind::StudentCaseAction, "student_case_id", |records, id| {
        let row = records.student_case_actions.get(StudentCaseActionId(id))?;
        Some((row.date?, row.what.clone()))
    })
}

/// Steps of a problem.
pub fn issue_steps(at: &At<'_, '_>) -> Value {
    number(at.about(Kind::IssueProgress, "issue_id").count())
}

/// The day of the last of them.
pub fn issue_last_step(at: &At<'_, '_>) -> Value {
    last_issue_step(at).map_or(Value::Null, |(day, _)| day.to_string().into())
}

/// What was done in it.
pub fn issue_last_done(at: &At<'_, '_>) -> Value {
    last_issue_step(at).map_or(Value::Null, |(_, what)| what)
}

fn last_issue_step(at: &At<'_, '_>) -> Option<(Date, Value)> {
    latest(at, Kind::IssueProgress, "issue_id", |records, id| {
        let row = records.issue_progress.get(IssueProgressId(id))?;
        Some((row.date?, row.text.clone()))
    })
}

fn latest(
    at: &At<'_, '_>,
    kind: Kind,
    field: &str,
    read: impl Fn(&Records, Id) -> Option<(Date, Option<String>)>,
) -> Option<(Date, Value)> {
    let steps = at.about(kind, field);
    let steps = steps.filter_map(|(part, id)| Some((read(part.records, id)?, id)));
    let ((day, what), _) = steps.max_by_key(|((day, _), id)| (*day, *id))?;
    Some((day, what.map_or(Value::Null, Value::from)))
}

pub static SERVICES: FieldDef = count("services", "本年履约次数", "Services of the year", STEPS_UNIT);
pub static LAST_SERVICE: FieldDef = def("last_service", "最近履约", "Last service", FieldType::Date);

/// Days of the year on which the doctor served under a contract.
pub fn services(at: &At<'_, '_>) -> Value {
    number(
        served(at)
            .filter(|day| day.year() == at.scope.year() && *day <= at.scope.day)
            .count(),
    )
}

/// The last such day.
pub fn last_service(at: &At<'_, '_>) -> Value {
    let last = served(at).filter(|day| *day <= at.scope.day).max();
    last.map_or(Value::Null, |day| day.to_string().into())
}

fn served<'s>(at: &'s At<'_, '_>) -> impl Iterator<Item = Date> + use<'s> {
    let rows = at.about(Kind::DoctorService, "contract_id");
    rows.filter_map(|(part, id)| part.records.doctor_services.get(id)?.date)
}

pub static HAS_DOCTOR: FieldDef = def(
    "has_doctor",
    "家庭医生签约",
    "Has a doctor’s contract",
    FieldType::Tri,
);

/// Whether the patient has a doctor's contract on the day.
pub fn has_doctor(at: &At<'_, '_>) -> Value {
    let person = at.value("person_id");
    let Some(person) = person.as_text().and_then(|id| Id::new(id).ok()) else {
        return Value::Null;
    };
    let contracts = at.part.about(Kind::DoctorContract, "person_id", person);
    let mut contracts = contracts
        .into_iter()
        .filter_map(|id| at.part.records.doctor_contracts.get(DoctorContractId(id)));
    let day = at.scope.day;
    let open = contracts
        .any(|row| row.start.is_some_and(|start| start <= day) && row.end.is_none_or(|end| end > day));
    open.into()
}

pub static BILLS: FieldDef = count("bills", "本年结算人次", "Bills of the year", ("人次", "bills"));
pub static ONE_STOP_BILLS: FieldDef = count(
    "one_stop_bills",
    "其中一站式",
    "Of them at one stop",
    ("人次", "bills"),
);

/// Bills of the year at an institution.
pub fn bills(at: &At<'_, '_>) -> Value {
    number(bills_here(at).count())
}

/// Of them those settled at one stop.
pub fn one_stop_bills(at: &At<'_, '_>) -> Value {
    number(bills_here(at).filter(|one_stop| *one_stop).count())
}

fn bills_here<'s>(at: &'s At<'_, '_>) -> impl Iterator<Item = bool> + use<'s> {
    let rows = at.about(Kind::MedicalEvent, "institution_id");
    rows.filter_map(|(part, id)| {
        let row = part.records.medical_events.get(MedicalEventId(id))?;
        let of_year = row.date?.year() == at.scope.year() && row.date? <= at.scope.day;
        of_year.then_some(row.one_stop == Some(true))
    })
}

pub static ITEMS: FieldDef = count("items", "验收条目", "Items", ("条", "items"));
pub static ITEMS_MET: FieldDef = count("items_met", "已达标条目", "Items met", ("条", "items"));

/// Lines of a clinic's acceptance.
pub fn items(at: &At<'_, '_>) -> Value {
    number(at.about(Kind::ClinicChecklistItem, "project_id").count())
}

/// Of them those that are met.
pub fn items_met(at: &At<'_, '_>) -> Value {
    let is_met = |(part, id): &(&Part<'_>, Id)| {
        part.records
            .clinic_checklist_items
            .get(*id)
            .is_some_and(|row| row.met == Some(true))
    };
    number(
        at.about(Kind::ClinicChecklistItem, "project_id")
            .filter(is_met)
            .count(),
    )
}
