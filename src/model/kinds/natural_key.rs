//! Natural keys told by a table instead of a type: what begins a record of any kind reads this.

use crate::model::{Id, Kind, Value};

/// How the identifier of a kind follows from what its records are about.
#[derive(Clone, Copy, Debug)]
pub struct NaturalKey {
    /// What it begins with; empty for nothing.
    prefix: &'static str,
    /// Its parts in order; of each the first field that is filled in.
    parts: &'static [&'static [&'static str]],
    /// What stands between the parts.
    between: &'static str,
}

const fn key(parts: &'static [&'static [&'static str]]) -> NaturalKey {
    NaturalKey {
        prefix: "",
        parts,
        between: "-",
    }
}

const fn pair(parts: &'static [&'static [&'static str]]) -> NaturalKey {
    NaturalKey {
        prefix: "",
        parts,
        between: ".",
    }
}

impl Kind {
    /// The natural key of records that people begin; none for kinds with fresh identifiers, and for those that only the
    /// app itself makes.
    pub const fn natural_key(self) -> Option<NaturalKey> {
        Some(match self {
            Self::HouseholdYear | Self::HouseholdIncomeYear => key(&[&["household_id"], &["year"]]),
            Self::PersonYear => key(&[&["person_id"], &["year"]]),
            Self::BenefitLinkageYear => key(&[&["linkage_id"], &["year"]]),
            Self::VillageYear => key(&[&["village_code"], &["year"]]),
            Self::NaturalVillageYear => key(&[&["natural_village_code"], &["year"]]),
            Self::TownshipYear => key(&[&["township_code"], &["year"]]),
            Self::CountyYear => key(&[&["county_code"], &["year"]]),
            Self::Holiday => key(&[&["date"]]),
            Self::DoctorService => key(&[&["contract_id"], &["date"]]),
            Self::ChecklistAnswer => key(&[
                &["item"],
                &["household_id", "unit_id", "division_code"],
                &["year"],
            ]),
            Self::TrainingAttendance => pair(&[&["session_id"], &["person_id", "official_id"]]),
            Self::ProjectBeneficiary => pair(&[&["project_id"], &["household_id"]]),
            Self::Issue => NaturalKey {
                prefix: "problem-",
                ..key(&[&["problem_no"]])
            },
            _ => return None,
        })
    }
}

impl NaturalKey {
    /// The identifier that the values of the fields give; none while one of its parts is empty.
    pub fn id(&self, value: impl Fn(&str) -> Value) -> Option<Id> {
        let part = |fields: &&[&str]| fields.iter().find_map(|field| text(&value(field)));
        let parts: Option<Vec<String>> = self.parts.iter().map(part).collect();
        Id::new(&format!("{}{}", self.prefix, parts?.join(self.between))).ok()
    }

    /// Whether a field is a part of it.
    pub fn has(&self, field: &str) -> bool {
        self.parts.iter().any(|fields| fields.contains(&field))
    }

    /// The fields that an identifier of a subject and a year tells, with their values; none for other keys.
    pub fn read(&self, id: Id) -> Option<[(&'static str, Value); 2]> {
        let [[subject], ["year"]] = self.parts else {
            return None;
        };
        let (about, year) = id.as_str().rsplit_once('-')?;
        let year: i64 = year.parse().ok()?;
        Some([(subject, about.into()), ("year", year.into())])
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) if !text.is_empty() => Some(text.to_string()),
        Value::Int(number) => Some(format!("{number:03}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::*;
    use super::*;
    use crate::model::{ChecklistItem, Code, Date, DivisionCode, Year};
    use std::collections::BTreeMap;

    fn id_of(kind: Kind, values: &[(&str, Value)]) -> Option<Id> {
        let values: BTreeMap<&str, Value> = values.iter().cloned().collect();
        kind.natural_key()
            .unwrap()
            .id(|field| values.get(field).cloned().unwrap_or_default())
    }

    #[test]
    fn the_table_gives_the_identifiers_that_the_types_give() {
        let (a, b) = (Id::new("a1").unwrap(), Id::new("b2").unwrap());
        let area = DivisionCode::new("530427203200").unwrap();
        let (year, day) = (Year(2018), Date::of::<2018, 10, 1>());
        let item = ChecklistItem::from_id("q01");
        let expected = [
            (Kind::HouseholdYear, HouseholdYearId::of(a.into(), year).0),
            (
                Kind::HouseholdIncomeYear,
                HouseholdIncomeYearId::of(a.into(), year).0,
            ),
            (Kind::PersonYear, PersonYearId::of(a.into(), year).0),
            (
                Kind::BenefitLinkageYear,
                BenefitLinkageYearId::of(a.into(), year).0,
            ),
            (Kind::VillageYear, VillageYearId::of(area, year).0),
            (Kind::NaturalVillageYear, NaturalVillageYearId::of(area, year).0),
            (Kind::TownshipYear, TownshipYearId::of(area, year).0),
            (Kind::CountyYear, CountyYearId::of(area, year).0),
            (Kind::Holiday, HolidayId::of(day).0),
            (Kind::DoctorService, DoctorServiceId::of(a.into(), day).0),
            (Kind::ChecklistAnswer, ChecklistAnswerId::of(&item, a, year).0),
            (Kind::TrainingAttendance, TrainingAttendanceId::of(a.into(), b).0),
            (
                Kind::ProjectBeneficiary,
                ProjectBeneficiaryId::of(a.into(), b.into()).0,
            ),
            (Kind::Issue, IssueId::of(17).0),
        ];
        let about: Value = a.as_str().into();
        let area: Value = area.as_str().into();
        let values = [
            ("household_id", about.clone()),
            ("linkage_id", about.clone()),
            ("contract_id", about.clone()),
            ("session_id", about.clone()),
            ("project_id", about),
            ("person_id", "b2".into()),
            ("village_code", area.clone()),
            ("natural_village_code", area.clone()),
            ("township_code", area.clone()),
            ("county_code", area),
            ("year", Value::Int(2018)),
            ("date", "2018-10-01".into()),
            ("item", "q01".into()),
            ("problem_no", Value::Int(17)),
        ];
        for (kind, id) in expected {
            let mut values = values.to_vec();
            match kind {
                Kind::PersonYear => values.push(("person_id", "a1".into())),
                Kind::ProjectBeneficiary => values.push(("household_id", "b2".into())),
                _ => {}
            }
            assert_eq!(id_of(kind, &values), Some(id), "{kind:?}");
        }
        let keyed = Kind::ALL.iter().filter(|kind| kind.natural_key().is_some());
        assert_eq!(keyed.count(), 14);
    }

    #[test]
    fn every_part_of_a_key_is_a_field_of_its_kind() {
        for kind in Kind::ALL {
            let Some(key) = kind.natural_key() else { continue };
            for field in key.parts.iter().copied().flatten() {
                assert!(kind.def().position(field).is_some(), "{kind:?}.{field}");
            }
        }
    }

    #[test]
    fn a_key_with_an_empty_part_is_none() {
        assert_eq!(id_of(Kind::VillageYear, &[("year", Value::Int(2018))]), None);
    }

    #[test]
    fn the_key_of_a_year_tells_its_subject_and_its_year() {
        let key = Kind::BenefitLinkageYear.natural_key().unwrap();
        let told = key.read(Id::new("l-1-2019").unwrap()).unwrap();
        assert_eq!(told, [("linkage_id", "l-1".into()), ("year", Value::Int(2019))]);
        assert!(
            Kind::Holiday
                .natural_key()
                .unwrap()
                .read(Id::new("2018-10-01").unwrap())
                .is_none()
        );
    }
}
