//! How far the register of 2017 has been taken in (plan line 96).

use super::{count, number};
use crate::ledgers::scope::At;
use crate::model::{FieldDef, HouseholdId, Level, Records, SourceKind, Value};

const HOUSEHOLDS: (&str, &str) = ("户", "households");
const PERSONS: (&str, &str) = ("人", "persons");

pub static IN_REGISTER: FieldDef = count("in_register", "建档立卡户", "Registered households", HOUSEHOLDS);
pub static OF_BASE: FieldDef = count(
    "of_base",
    "其中2017年数据",
    "Of them from the base of 2017",
    HOUSEHOLDS,
);
pub static COHORT: FieldDef = count(
    "cohort",
    "2017年底未脱贫",
    "Not exited at the end of 2017",
    HOUSEHOLDS,
);
pub static COHORT_OPEN: FieldDef = count(
    "cohort_open",
    "是否未脱贫待定",
    "Not said whether exited",
    HOUSEHOLDS,
);
pub static PEOPLE: FieldDef = count("people", "人数", "Persons", PERSONS);
pub static PEOPLE_OF_BASE: FieldDef = count(
    "people_of_base",
    "其中2017年数据（人）",
    "Persons from the base of 2017",
    PERSONS,
);

/// Registered households of the village; unknown while its records are not here.
pub fn in_register(at: &At<'_, '_>) -> Value {
    households(at, |_| true)
}

/// Of them those that came with the base data.
pub fn of_base(at: &At<'_, '_>) -> Value {
    households(at, |row| row.source == Some(SourceKind::Base2017))
}

/// Of them those that the plan's first target is about.
pub fn cohort(at: &At<'_, '_>) -> Value {
    households(at, |row| row.cohort_not_exited_2017 == Some(true))
}

/// Of them those of which nobody has said it.
pub fn cohort_open(at: &At<'_, '_>) -> Value {
    households(at, |row| row.cohort_not_exited_2017.is_none())
}

fn households(at: &At<'_, '_>, counts: impl Fn(&crate::model::Household) -> bool) -> Value {
    of_village(at, |records| {
        let registered = records
            .households
            .iter()
            .filter(|row| row.registered == Some(true));
        registered.filter(|row| counts(row)).count()
    })
}

/// Persons on record.
pub fn people(at: &At<'_, '_>) -> Value {
    of_village(at, |records| records.persons.len())
}

/// Of them those that came with the base data.
pub fn people_of_base(at: &At<'_, '_>) -> Value {
    of_village(at, |records| {
        let persons = records.persons.iter();
        persons
            .filter(|row| row.source == Some(SourceKind::Base2017))
            .count()
    })
}

fn of_village(at: &At<'_, '_>, count: impl Fn(&Records) -> usize) -> Value {
    match at.part.area.level() {
        Level::Village => number(count(at.part.records)),
        Level::Township | Level::County => Value::Null,
    }
}

pub static MEMBERS: FieldDef = count("members", "家庭人口", "Members", PERSONS);

/// Members of a household on the day.
pub fn members(at: &At<'_, '_>) -> Value {
    let household = HouseholdId(at.id);
    let own = at.part.about(
        crate::model::Kind::HouseholdMembership,
        "household_id",
        household.0,
    );
    let day = at.scope.day;
    let here = own.iter().filter_map(|id| at.part.records.memberships.get(*id));
    number(
        here.filter(|row| row.start.is_none_or(|start| start <= day) && row.end.is_none_or(|end| end > day))
            .count(),
    )
}
