//! Households and who belongs to them. The membership of today is the one without an end.

use super::{Breach, Rule};
use crate::model::{
    Household, HouseholdId, HouseholdMembership, HouseholdStatusEvent, Kind, PersonId, Records,
    RelationToHead, StatusEventKind,
};
use std::collections::BTreeMap;

pub(super) fn check(records: &Records, found: &mut Vec<Breach>) {
    let open = || {
        records
            .memberships
            .iter()
            .filter(|membership| membership.end.is_none())
    };
    let mut members: BTreeMap<HouseholdId, Vec<&HouseholdMembership>> = BTreeMap::new();
    let mut homes: BTreeMap<PersonId, Vec<&HouseholdMembership>> = BTreeMap::new();
    for membership in open() {
        members
            .entry(membership.household_id.unwrap_or_default())
            .or_default()
            .push(membership);
        homes
            .entry(membership.person_id.unwrap_or_default())
            .or_default()
            .push(membership);
    }
    let gone = gone(records);
    for household in records
        .households
        .iter()
        .filter(|household| !gone.contains_key(&household.id))
    {
        check_household(
            household,
            members.get(&household.id).map_or(&[], |all| all),
            found,
        );
    }
    for (person, homes) in homes.iter().filter(|(person, _)| **person != PersonId::default()) {
        check_person(*person, homes, found);
    }
}

/// The households whose last status event took them out of the register.
fn gone(records: &Records) -> BTreeMap<HouseholdId, &HouseholdStatusEvent> {
    let mut last: BTreeMap<HouseholdId, &HouseholdStatusEvent> = BTreeMap::new();
    for event in records.status_events.iter() {
        let slot = last
            .entry(event.household_id.unwrap_or_default())
            .or_insert(event);
        if (slot.date, slot.id) < (event.date, event.id) {
            *slot = event;
        }
    }
    use StatusEventKind::{Deregistered, DiedOut, Merged, MovedOut};
    last.retain(|_, event| matches!(event.kind, Some(Deregistered | Merged | MovedOut | DiedOut)));
    last
}

fn check_household(household: &Household, members: &[&HouseholdMembership], found: &mut Vec<Breach>) {
    let count = |relation: &RelationToHead| {
        members
            .iter()
            .filter(|m| m.relation.as_ref() == Some(relation))
            .count()
    };
    let mut breach = |rule, detail: String| {
        found.push(Breach::new(rule, Kind::Household, household.id, "", detail));
    };
    if members.is_empty() {
        return breach(Rule::EmptyHousehold, String::new());
    }
    let heads = count(&RelationToHead::Head);
    if heads != 1 {
        breach(Rule::HeadCount, heads.to_string());
    }
    let spouses = count(&RelationToHead::Spouse);
    if spouses > 1 {
        breach(Rule::OneSpouse, spouses.to_string());
    }
}

fn check_person(person: PersonId, homes: &[&HouseholdMembership], found: &mut Vec<Breach>) {
    let mut households: Vec<HouseholdId> = homes
        .iter()
        .filter_map(|membership| membership.household_id)
        .collect();
    households.sort();
    households.dedup();
    if let [_, _, ..] = &*households {
        let names: Vec<&str> = households.iter().map(HouseholdId::as_str).collect();
        found.push(Breach::new(
            Rule::TwoHouseholds,
            Kind::Person,
            person,
            "",
            names.join(", "),
        ));
    }
}
