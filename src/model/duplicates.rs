//! Persons and households that seem to stand in the register twice.

use super::consistency::told_apart_by;
use super::{Date, DivisionCode, HouseholdId, Id, Kind, PersonId, Records};
use std::collections::{BTreeMap, BTreeSet};

/// Why two records seem to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// The same identity number, or the same hash of one.
    Number,
    /// The same name and date of birth in the same village.
    NameAndBirth,
    /// Households whose heads are the same person, or seem to be.
    Head,
}

/// Records that seem to be one, each with its area: two at least, in the order of areas and identifiers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duplicate {
    /// Household or person.
    pub kind: Kind,
    /// Why.
    pub alike: Alike,
    /// The records.
    pub records: Vec<(DivisionCode, Id)>,
}

/// Where a person is registered.
type Place = (DivisionCode, PersonId);

/// The persons and households that seem to stand twice within or across areas; two whose numbers differ are never the same by
/// name.
pub fn duplicates<'a>(areas: impl IntoIterator<Item = (DivisionCode, &'a Records)>) -> Vec<Duplicate> {
    let areas: Vec<(DivisionCode, &Records)> = areas.into_iter().collect();
    let mut by_number: BTreeMap<String, BTreeSet<Place>> = BTreeMap::new();
    let mut by_name: BTreeMap<(DivisionCode, String, Date), BTreeSet<Place>> = BTreeMap::new();
    let mut numbers: BTreeMap<Place, String> = BTreeMap::new();
    for (area, records) in &areas {
        for person in records.persons.iter() {
            let place = (*area, person.id);
            if let Some(number) = told_apart_by(person) {
                by_number
                    .entry(number.clone().into_owned())
                    .or_default()
                    .insert(place);
                numbers.insert(place, number.into_owned());
            }
            if let (Some(name), Some(birth)) = (person.name.as_deref().map(str::trim), person.birth_date) {
                by_name
                    .entry((*area, name.to_owned(), birth))
                    .or_default()
                    .insert(place);
            }
        }
    }
    let mut found: BTreeSet<Duplicate> = BTreeSet::new();
    let several = |places: &BTreeSet<Place>| places.len() > 1;
    found.extend(
        by_number
            .into_values()
            .filter(several)
            .map(|same| persons(Alike::Number, same)),
    );
    let differ = |places: &BTreeSet<Place>| {
        let told: BTreeSet<&String> = places.iter().filter_map(|place| numbers.get(place)).collect();
        told.len() > 1 || places.iter().all(|place| numbers.contains_key(place))
    };
    let by_name = by_name
        .into_values()
        .filter(|same| several(same) && !differ(same));
    found.extend(by_name.map(|same| persons(Alike::NameAndBirth, same)));
    let heads = households(&areas, &found);
    found.extend(heads);
    found.into_iter().collect()
}

fn persons(alike: Alike, same: BTreeSet<Place>) -> Duplicate {
    Duplicate {
        kind: Kind::Person,
        alike,
        records: same.into_iter().map(|(area, id)| (area, id.into())).collect(),
    }
}

/// Households that have one head, or heads that seem to be one person.
fn households(areas: &[(DivisionCode, &Records)], persons: &BTreeSet<Duplicate>) -> Vec<Duplicate> {
    let mut one_of: BTreeMap<(DivisionCode, Id), (DivisionCode, Id)> = BTreeMap::new();
    for duplicate in persons {
        for place in &duplicate.records {
            one_of.entry(*place).or_insert(duplicate.records[0]);
        }
    }
    let mut by_head: BTreeMap<(DivisionCode, Id), BTreeSet<(DivisionCode, HouseholdId)>> = BTreeMap::new();
    for (area, records) in areas {
        for household in records.households.iter() {
            let Some(head) = household.head_person_id else {
                continue;
            };
            let place = (*area, head.into());
            let head = one_of.get(&place).copied().unwrap_or(place);
            by_head.entry(head).or_default().insert((*area, household.id));
        }
    }
    let several = by_head.into_values().filter(|same| same.len() > 1);
    let duplicate = |same: BTreeSet<(DivisionCode, HouseholdId)>| Duplicate {
        kind: Kind::Household,
        alike: Alike::Head,
        records: same.into_iter().map(|(area, id)| (area, id.into())).collect(),
    };
    several.map(duplicate).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Value;

    fn area(code: &str) -> DivisionCode {
        DivisionCode::new(code).unwrap()
    }

    fn set(records: &mut Records, kind: Kind, id: &str, fields: &[(&str, &str)]) {
        for (field, value) in fields {
            let place = kind.def().position(field).unwrap();
            let value = Value::from(*value);
            records.set(kind, Id::new(id).unwrap(), place, &value).unwrap();
        }
    }

    fn person(records: &mut Records, id: &str, name: &str, birth: &str, number: Option<&str>) {
        set(
            records,
            Kind::Person,
            id,
            &[("name", name), ("birth_date", birth)],
        );
        if let Some(number) = number {
            set(records, Kind::Person, id, &[("id_number", number)]);
        }
    }

    #[test]
    fn persons_are_the_same_by_number_anywhere_and_by_name_in_their_village() {
        let (mut one, mut other) = (Records::default(), Records::default());
        person(&mut one, "p1", "普小明", "1975-03-09", Some("999999197503090171"));
        person(&mut one, "p2", "普小明 ", "1975-03-09", None);
        person(&mut one, "p3", "白小红", "1980-01-01", Some("999999198001010025"));
        person(&mut one, "p4", "白小红", "1980-01-01", Some("999999198001010041"));
        person(
            &mut other,
            "p5",
            "普晓明",
            "1975-03-09",
            Some("999999197503090171"),
        );
        person(&mut other, "p6", "普小明", "1975-03-09", None);
        let (a, b) = (area("530427203200"), area("530427203201"));
        let id = |text: &str| Id::new(text).unwrap();
        let found = duplicates([(a, &one), (b, &other)]);
        let told: Vec<_> = found.iter().map(|one| (one.alike, one.records.clone())).collect();
        assert_eq!(
            told,
            [
                (Alike::Number, vec![(a, id("p1")), (b, id("p5"))]),
                (Alike::NameAndBirth, vec![(a, id("p1")), (a, id("p2"))]),
            ]
        );
    }

    #[test]
    fn households_with_one_head_are_the_same() {
        let mut records = Records::default();
        person(&mut records, "p1", "普小明", "1975-03-09", None);
        person(&mut records, "p2", "普小明", "1975-03-09", None);
        person(&mut records, "p3", "白小红", "1980-01-01", None);
        for (household, head) in [("h1", "p1"), ("h2", "p2"), ("h3", "p3")] {
            set(
                &mut records,
                Kind::Household,
                household,
                &[("head_person_id", head)],
            );
        }
        let found = duplicates([(area("530427203200"), &records)]);
        let households: Vec<_> = found.iter().filter(|one| one.kind == Kind::Household).collect();
        assert_eq!(households.len(), 1);
        assert_eq!(households[0].records.len(), 2);
    }
}
