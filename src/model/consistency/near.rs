//! What does not hold about some records alone, without looking at the whole area again: their page asks for it at every edit.

use super::identity::base_of;
use super::{Breach, Terms, found_among};
use crate::model::{
    DivisionCode, HelperAssignment, Household, HouseholdIncomeYear, Id, Kind, PersonId, Records,
};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// What does not hold about the records of `keys` in an area: the breaches that [`breaches`](super::breaches) finds and that
/// are those records'. `keys` is a household with all that belongs to it, or a record with all that is about it
/// ([`around`](crate::model::around)); whom else their rules look at is found here.
pub fn breaches_of(
    area: DivisionCode,
    records: &Records,
    terms: &Terms,
    keys: &BTreeSet<(Kind, Id)>,
) -> Vec<Breach> {
    // The village's year is compared with all of its households.
    let whole = keys.iter().any(|(kind, _)| *kind == Kind::VillageYear);
    let mut found = if whole {
        found_among(area, records, records, terms)
    } else {
        let near = records.only(keys.iter().copied().chain(neighbours(records, terms, keys)));
        found_among(area, &near, records, terms)
    };
    found.retain(|breach| keys.contains(&(breach.kind, breach.id)));
    found
}

/// Records of others that rules about these look at: who bears the same number or telephone, the other households of all
/// these persons, and one income of the year, which shows that the village has begun with it.
fn neighbours(records: &Records, terms: &Terms, keys: &BTreeSet<(Kind, Id)>) -> Vec<(Kind, Id)> {
    let persons = alike(records, keys);
    let mut near: Vec<(Kind, Id)> = persons.iter().map(|person| (Kind::Person, person.0)).collect();
    let mut households: FxHashSet<Id> = FxHashSet::default();
    for row in records.memberships.iter() {
        if row.person_id.is_some_and(|person| persons.contains(&person)) {
            near.push((Kind::HouseholdMembership, row.id.into()));
            households.extend(row.household_id.map(|id| id.0));
        }
    }
    let ties = records.ties();
    if let Some((place, row)) = ties.of_year::<HouseholdIncomeYear>(terms.year()).next() {
        near.push((Kind::HouseholdIncomeYear, row.id.into()));
        households.extend(ties.households().nth(place as usize).map(|row| row.id.0));
    }
    let phones = phones_of_helpers(records, keys);
    let called = |row: &&Household| row.phone.as_deref().is_some_and(|phone| phones.contains(phone));
    households.extend(records.households.iter().filter(called).map(|row| row.id.0));
    let events = records.status_events.iter();
    let own = events.filter(|event| event.household_id.is_some_and(|id| households.contains(&id.0)));
    near.extend(own.map(|event| (Kind::HouseholdStatusEvent, event.id.into())));
    near.extend(households.into_iter().map(|id| (Kind::Household, id)));
    near
}

/// The persons among these records, those who bear the same identity number, and those whose telephone is a helper's.
fn alike(records: &Records, keys: &BTreeSet<(Kind, Id)>) -> FxHashSet<PersonId> {
    let of_keys = keys.iter().filter(|(kind, _)| *kind == Kind::Person);
    let mut persons: FxHashSet<PersonId> = of_keys.map(|(_, id)| PersonId(*id)).collect();
    let own = persons.iter().filter_map(|id| records.persons.get(*id));
    let numbers: FxHashSet<_> = own.filter_map(base_of).collect();
    let phones = phones_of_helpers(records, keys);
    for person in records.persons.iter() {
        let same = !numbers.is_empty() && base_of(person).is_some_and(|base| numbers.contains(&base));
        let helps = person
            .phone
            .as_deref()
            .is_some_and(|phone| phones.contains(phone));
        if same || helps {
            persons.insert(person.id);
        }
    }
    persons
}

fn phones_of_helpers<'a>(records: &'a Records, keys: &BTreeSet<(Kind, Id)>) -> FxHashSet<&'a str> {
    let helpers = keys.iter().filter(|(kind, _)| *kind == Kind::HelperAssignment);
    let rows = helpers.filter_map(|(_, id)| records.helper_assignments.get(*id));
    rows.filter_map(|row: &HelperAssignment| row.phone.as_deref())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{END, Sound};
    use super::super::{Rule, breaches};
    use super::*;
    use crate::model::{HouseGrade, HouseholdId, HouseholdMembershipId, RelationToHead, around, keys_of};

    const VILLAGE: &str = "530427203200";

    fn area() -> DivisionCode {
        DivisionCode::new(VILLAGE).unwrap_or_else(|| unreachable!())
    }

    /// A village with two households that have a good deal to do with each other.
    fn entangled() -> Sound {
        let mut f = Sound::new();
        f.another_household("h2", "p9");
        for household in ["h1", "h2"] {
            let id = f.id(household);
            f.year(household).household_id = id;
        }
        for person in ["p1", "p2", "p3"] {
            let id = f.id(person);
            f.person_year(person).person_id = id;
        }
        let id = f.id("h1");
        f.income("h1").household_id = id;
        f.year("h2").house_grade = Some(HouseGrade::D);
        f.person("p9").id_number = f.person("p1").id_number.clone();
        f.join("m7", "h2", "p2", RelationToHead::Son);
        f.join("m8", "h2", "p3", RelationToHead::Son);
        f.membership("m3").end = Some(END);
        let helper = f.helper("a1", "h1");
        (helper.helper_name, helper.phone) = (Some("某人".to_owned()), Some("10000000007".to_owned()));
        let person = f.person("p9");
        (person.name, person.phone) = (Some("某人".to_owned()), Some("10000000007".to_owned()));
        f.grant("g1", "h9");
        f
    }

    #[test]
    fn what_is_found_about_a_household_is_what_the_village_finds_about_it() {
        let f = entangled();
        let all = breaches(area(), &f.records, &f.terms);
        for rule in [
            Rule::IdentityTwice,
            Rule::TwoHouseholds,
            Rule::Helper,
            Rule::DanglingReference,
        ] {
            assert!(all.iter().any(|breach| breach.rule == rule), "{rule:?}");
        }
        for household in ["h1", "h2"] {
            let keys = keys_of(&f.records, f.id::<HouseholdId>(household).unwrap_or_default());
            let expected: Vec<&Breach> = all
                .iter()
                .filter(|breach| keys.contains(&(breach.kind, breach.id)))
                .collect();
            let found = breaches_of(area(), &f.records, &f.terms, &keys);
            assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{household}");
        }
    }

    #[test]
    fn what_is_found_about_any_record_is_what_the_village_finds_about_it() {
        let f = entangled();
        let all = breaches(area(), &f.records, &f.terms);
        for kind in Kind::ALL {
            f.records.for_each(*kind, |row| {
                let record = (*kind, row.id);
                let keys = around(&f.records, record);
                let own = |breach: &&Breach| (breach.kind, breach.id) == record;
                let found = breaches_of(area(), &f.records, &f.terms, &keys);
                let found: Vec<&Breach> = found.iter().filter(own).collect();
                assert_eq!(found, all.iter().filter(own).collect::<Vec<_>>(), "{record:?}");
            });
        }
        assert!(
            f.records
                .memberships
                .get(f.id::<HouseholdMembershipId>("m7").unwrap_or_default())
                .is_some()
        );
    }
}
