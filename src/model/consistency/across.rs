//! What only a level that receives several areas can see.

use super::identity::base_of;
use super::{Breach, Rule};
use crate::model::{DivisionCode, Kind, PersonId, Records};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Persons whose identity number, or whose hash of it, is registered in more than one of the areas (V-ID-4), each with the
/// area it is in, in the order of areas. Twice within one area is what [`breaches`](super::breaches) finds. The detail names
/// the other areas and persons.
pub fn registered_twice<'a>(
    areas: impl IntoIterator<Item = (DivisionCode, &'a Records)>,
) -> Vec<(DivisionCode, Breach)> {
    let mut holders: BTreeMap<Cow<'_, str>, Vec<(DivisionCode, PersonId, &Records)>> = BTreeMap::new();
    for (area, records) in areas {
        for person in records.persons.iter() {
            if let Some(base) = base_of(person) {
                holders.entry(base).or_default().push((area, person.id, records));
            }
        }
    }
    let mut found = Vec::new();
    for same in holders.into_values().filter(|same| same.len() > 1) {
        for (area, person, records) in &same {
            let elsewhere = same.iter().filter(|(other, ..)| other != area);
            let elsewhere: Vec<String> = elsewhere.map(|(area, id, _)| format!("{area}:{id}")).collect();
            if !elsewhere.is_empty() {
                let detail = elsewhere.join(", ");
                let mut breach = Breach::new(Rule::IdentityTwice, Kind::Person, *person, "id_number", detail);
                breach.note_evidence(records);
                found.push((*area, breach));
            }
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::Sound;
    use super::*;

    #[test]
    fn one_person_in_two_villages_is_told_of_in_both() {
        let area = |code| DivisionCode::new(code).unwrap();
        let (one, mut other) = (Sound::new(), Sound::new());
        other.person("p2").id_number = None;
        other.person("p3").id_number = None;
        let areas = [
            (area("530427203200"), &one.records),
            (area("530427203201"), &other.records),
        ];
        let found: Vec<(String, String)> = registered_twice(areas)
            .into_iter()
            .map(|(area, breach)| (format!("{area}:{}", breach.id), breach.detail))
            .collect();
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            found,
            [
                pair("530427203200:p1", "530427203201:p1"),
                pair("530427203201:p1", "530427203200:p1"),
            ]
        );
        assert_eq!(registered_twice([areas[0]]), []);
    }
}
