//! V-ID: persons and their identity numbers. No detail repeats a number.

use super::area::Area;
use super::{Breach, Rule};
use crate::model::identity::{IdentityError, IdentityNumber, is_hidden};
use crate::model::{Code, Date, DisabilityCategory, IdDocType, Kind, Person, PersonId};
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let mut holders: BTreeMap<Cow<'_, str>, Vec<PersonId>> = BTreeMap::new();
    for person in area.records.persons.iter() {
        check_number(person, area.terms.today, found);
        check_card(person, found);
        if let Some(base) = base_of(person) {
            holders.entry(base).or_default().push(person.id);
        }
    }
    for persons in holders.into_values().filter(|persons| persons.len() > 1) {
        for person in &persons {
            let others = persons.iter().filter(|other| *other != person);
            let others: Vec<&str> = others.map(PersonId::as_str).collect();
            found.push(breach(
                Rule::IdentityTwice,
                person,
                "id_number",
                others.join(", "),
            ));
        }
    }
}

/// What tells the person apart: the first 18 characters of the number, its X written large, or what stands in its place
/// where the number stayed behind.
pub fn base_of(person: &Person) -> Option<Cow<'_, str>> {
    let number = person.id_number.as_deref();
    if let Some(hidden) = number.filter(|number| is_hidden(number)) {
        return Some(hidden.into());
    }
    match number.and_then(|number| number.get(..18)) {
        Some(number) if number.ends_with('x') => Some(number.to_ascii_uppercase().into()),
        Some(number) => Some(number.into()),
        None => person.id_hash.as_deref().map(Cow::from),
    }
}

fn breach(rule: Rule, person: &PersonId, field: &'static str, detail: impl Into<String>) -> Breach {
    Breach::new(rule, Kind::Person, *person, field, detail)
}

fn check_number(person: &Person, today: Date, found: &mut Vec<Breach>) {
    let other_document = matches!(&person.id_doc_type, Some(IdDocType::Military | IdDocType::None));
    let told = person.id_number.as_deref().filter(|number| !is_hidden(number));
    let Some(number) = told.filter(|_| !other_document) else {
        return;
    };
    let mut add = |rule, field, detail: String| found.push(breach(rule, &person.id, field, detail));
    match IdentityNumber::parse(number) {
        Err(error) => {
            let length = number.chars().count().to_string();
            let detail = if rule_of(error) == Rule::IdentityForm {
                length
            } else {
                String::new()
            };
            add(rule_of(error), "id_number", detail);
        }
        Ok(read) if read.birth_date > today => {
            add(
                Rule::IdentityCheck,
                "id_number",
                read.birth_date.year().to_string(),
            );
        }
        Ok(read) => {
            if person.birth_date.is_some_and(|date| date != read.birth_date) {
                add(Rule::IdentityFacts, "birth_date", String::new());
            }
            if person.sex.as_ref().is_some_and(|sex| *sex != read.sex()) {
                add(Rule::IdentityFacts, "sex", String::new());
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

/// The disability card: its own number, and what the record says about kind and grade.
fn check_card(person: &Person, found: &mut Vec<Breach>) {
    let mut add = |field, detail: String| found.push(breach(Rule::DisabilityCard, &person.id, field, detail));
    let grade = person.disability_grade.map(|grade| grade.0);
    if let Some(grade) = grade.filter(|grade| !(1..=4).contains(grade)) {
        add("disability_grade", grade.to_string());
    }
    let told = person
        .disability_card_no
        .as_deref()
        .filter(|card| !is_hidden(card));
    let Some(card) = told else {
        return;
    };
    let Some((kind, read_grade)) = IdentityNumber::parse(card).ok().and_then(|read| read.disability) else {
        return add("disability_card_no", card.chars().count().to_string());
    };
    let written = person.disability_category.as_ref().map(number_of);
    if written.is_some_and(|number| number != Some(kind)) {
        add("disability_category", kind.to_string());
    }
    if grade.is_some_and(|grade| (1..=4).contains(&grade) && grade != i64::from(read_grade)) {
        add("disability_grade", read_grade.to_string());
    }
}

/// The digit of a kind of disability on the card.
fn number_of(category: &DisabilityCategory) -> Option<u8> {
    let def = DisabilityCategory::LIST.find(category.id())?;
    def.national.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::Count;
    use crate::model::identity::number_without_place;

    const BORN: Date = Date::of::<1975, 3, 9>();

    fn with_number(number: &str) -> Sound {
        let mut f = Sound::new();
        f.person("p1").id_number = Some(number.to_owned());
        f
    }

    #[test]
    fn v_id_1_asks_for_18_20_or_22_characters() {
        let good = number_without_place(BORN, 17);
        for (number, fires) in [("999999750309017", true), (&good[..17], true), (&*good, false)] {
            assert_eq!(
                with_number(number).is_broken(Rule::IdentityForm),
                fires,
                "{number}"
            );
        }
        assert!(!Sound::new().without_numbers().is_broken(Rule::IdentityForm));
    }

    #[test]
    fn v_id_2_checks_the_last_character_and_the_date_of_birth() {
        let good = number_without_place(BORN, 17);
        let mut wrong = good[..17].to_owned();
        wrong.push(if good.ends_with('0') { '1' } else { '0' });
        let unborn = number_without_place(Date::of::<2031, 3, 9>(), 17);
        for (number, fires) in [(&*wrong, true), (&*unborn, true), (&*good, false)] {
            assert_eq!(
                with_number(number).is_broken(Rule::IdentityCheck),
                fires,
                "{number}"
            );
        }
        assert!(!Sound::new().without_numbers().is_broken(Rule::IdentityCheck));
    }

    #[test]
    fn v_id_3_reads_the_disability_card() {
        let base = number_without_place(BORN, 17);
        let card = |digits: &str, category: Option<DisabilityCategory>, grade: Option<i64>| {
            let mut f = Sound::new();
            let person = f.person("p1");
            person.disability_card_no = Some(format!("{base}{digits}"));
            person.disability_category = category;
            person.disability_grade = grade.map(Count);
            f.at(Rule::DisabilityCard)
        };
        let at = |field: &str| vec![format!("person[p1].{field}")];
        assert_eq!(card("43", Some(DisabilityCategory::Physical), Some(3)), [""; 0]);
        assert_eq!(card("43", None, None), [""; 0], "unknown agrees with anything");
        assert_eq!(card("95", None, None), at("disability_card_no"));
        assert_eq!(card("", None, None), at("disability_card_no"));
        assert_eq!(
            card("43", Some(DisabilityCategory::Visual), None),
            at("disability_category")
        );
        assert_eq!(card("43", None, Some(1)), at("disability_grade"));
        assert_eq!(card("43", None, Some(5)), at("disability_grade"));
        assert_eq!(
            with_number(&format!("{base}95")).at(Rule::DisabilityCard),
            at("id_number")
        );
    }

    #[test]
    fn v_id_4_finds_a_number_twice_with_and_without_the_digits_of_a_card() {
        let mut f = Sound::new();
        let number = number_without_place(Date::of::<1980, 1, 1>(), 2);
        f.person("p1").id_number = Some(format!("{number}43"));
        f.person("p2").id_number = Some(number);
        assert_eq!(
            f.at(Rule::IdentityTwice),
            ["person[p1].id_number", "person[p2].id_number"]
        );
        // The number of this birthday that ends with an X.
        let with_x = number_without_place(Date::of::<1980, 1, 1>(), 2);
        f.person("p1").id_number = Some(with_x.to_ascii_lowercase());
        f.person("p2").id_number = Some(with_x);
        assert!(f.is_broken(Rule::IdentityTwice), "x is X");
        assert!(!Sound::new().is_broken(Rule::IdentityTwice));
        assert!(!Sound::new().without_numbers().is_broken(Rule::IdentityTwice));
        let mut f = Sound::new().without_numbers();
        f.person("p1").id_hash = Some("0a".to_owned());
        f.person("p2").id_hash = Some("0a".to_owned());
        assert!(f.is_broken(Rule::IdentityTwice), "an office has only the hash");
    }

    #[test]
    fn v_id_5_compares_sex_and_date_of_birth() {
        let mut f = Sound::new();
        f.person("p1").sex = Some(crate::model::Sex::Female);
        f.person("p2").birth_date = Some(Date::of::<1979, 8, 22>());
        assert_eq!(
            f.at(Rule::IdentityFacts),
            ["person[p1].sex", "person[p2].birth_date"]
        );
        (f.person("p1").sex, f.person("p2").birth_date) = (None, None);
        assert!(!f.is_broken(Rule::IdentityFacts));
    }
}
