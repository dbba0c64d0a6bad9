//! Persons and their identity numbers. No message repeats a number.

use super::{Breach, Rule};
use crate::model::identity::{IdentityError, IdentityNumber};
use crate::model::{IdDocType, Kind, Person, PersonId, Records};
use std::collections::BTreeMap;

pub(super) fn check(records: &Records, found: &mut Vec<Breach>) {
    let mut holders: BTreeMap<&str, Vec<PersonId>> = BTreeMap::new();
    for person in records.persons.iter() {
        check_number(person, found);
        let number = person.id_number.as_deref().and_then(|number| number.get(..18));
        if let Some(key) = number.or(person.id_hash.as_deref()) {
            holders.entry(key).or_default().push(person.id);
        }
    }
    for persons in holders.into_values().filter(|persons| persons.len() > 1) {
        for person in &persons {
            let others: Vec<&str> = persons
                .iter()
                .filter(|other| *other != person)
                .map(PersonId::as_str)
                .collect();
            found.push(Breach::new(
                Rule::IdentityTwice,
                Kind::Person,
                *person,
                "id_number",
                others.join(", "),
            ));
        }
    }
}

fn check_number(person: &Person, found: &mut Vec<Breach>) {
    let mut breach = |rule, field, detail: &str| {
        found.push(Breach::new(rule, Kind::Person, person.id, field, detail));
    };
    let other_document = matches!(&person.id_doc_type, Some(IdDocType::Military | IdDocType::None));
    let Some(number) = person.id_number.as_deref().filter(|_| !other_document) else {
        return;
    };
    match IdentityNumber::parse(number) {
        Err(error) => breach(rule_of(error), "id_number", &error.to_string()),
        Ok(read) => {
            if person.birth_date.is_some_and(|date| date != read.birth_date) {
                breach(Rule::IdentityFacts, "birth_date", "");
            }
            if person.sex.as_ref().is_some_and(|sex| *sex != read.sex()) {
                breach(Rule::IdentityFacts, "sex", "");
            }
        }
    }
}

fn rule_of(error: IdentityError) -> Rule {
    match error {
        IdentityError::OldForm | IdentityError::Length => Rule::IdentityForm,
        IdentityError::Character | IdentityError::BirthDate | IdentityError::CheckCharacter => {
            Rule::IdentityCheck
        }
        IdentityError::Disability => Rule::DisabilityCard,
    }
}
