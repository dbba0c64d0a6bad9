//! The records that belong to a household, and those that a record is judged by.

use super::{FieldType, HouseholdId, Id, Kind, PersonId, RecordView, Records, Value};
use std::collections::BTreeSet;

/// A record of a kind.
type RecordKey = (Kind, Id);

/// A record belongs to a record that belongs to the household, and so on up to here.
const DEPTH: usize = 3;

/// The records that belong to a household, with those of its members, past ones included.
pub fn keys_of(records: &Records, id: HouseholdId) -> BTreeSet<RecordKey> {
    keys(records, id, false)
}

/// The same with the records that were deleted.
pub fn keys_ever_of(records: &Records, id: HouseholdId) -> BTreeSet<RecordKey> {
    keys(records, id, true)
}

fn keys(records: &Records, id: HouseholdId, deleted: bool) -> BTreeSet<RecordKey> {
    let members = members(records, id);
    let mut keys = BTreeSet::from([(Kind::Household, id.0)]);
    keys.extend(members.into_iter().map(|person| (Kind::Person, person.0)));
    take_in_what_is_about(records, &mut keys, deleted);
    keys
}

/// Adds the records that are about one of these, and those about them.
fn take_in_what_is_about(records: &Records, keys: &mut BTreeSet<RecordKey>, deleted: bool) {
    let kinds: Vec<(Kind, Vec<Subject>)> = Kind::ALL
        .iter()
        .filter(|kind| !matches!(kind, Kind::Household | Kind::Person))
        .map(|kind| (*kind, subjects(*kind)))
        .filter(|(_, subjects)| !subjects.is_empty())
        .collect();
    for _ in 0..DEPTH {
        let before = keys.len();
        for (kind, subjects) in &kinds {
            let mut own = Vec::new();
            records.for_each_row(*kind, |row| {
                if (deleted || !row.deleted) && belongs(&row, subjects, keys) {
                    own.push((*kind, row.id));
                }
            });
            keys.extend(own);
        }
        if keys.len() == before {
            break;
        }
    }
}

/// A record with everything that it is judged by: of what is a household's, the household with all that belongs to it; of
/// anything else, the record with what is about it.
pub fn around(records: &Records, record: RecordKey) -> BTreeSet<RecordKey> {
    let mut keys = BTreeSet::new();
    for household in households_of(records, record, DEPTH) {
        keys.extend(keys_of(records, household));
    }
    if keys.is_empty() {
        keys.insert(record);
        take_in_what_is_about(records, &mut keys, false);
    }
    keys.insert(record);
    keys
}

/// The households that a record is about, by itself, by its person, or by what it is about.
fn households_of(records: &Records, (kind, id): RecordKey, depth: usize) -> BTreeSet<HouseholdId> {
    let mut found = BTreeSet::new();
    match kind {
        Kind::Household => drop(found.insert(HouseholdId(id))),
        Kind::Person => {
            let stays = records.memberships.iter();
            let own = stays.filter(|row| row.person_id.is_some_and(|person| person.0 == id));
            found.extend(own.filter_map(|row| row.household_id));
        }
        _ if depth > 0 => {
            for (place, target) in subjects(kind) {
                let about = records.get(kind, id, place);
                if let Some(about) = about.as_text().and_then(|about| Id::new(about).ok()) {
                    found.extend(households_of(records, (target, about), depth - 1));
                }
            }
        }
        _ => {}
    }
    found
}

/// A field that says whom a record is about.
type Subject = (usize, Kind);

/// The fields that say whom records of a kind are about; a household before all others.
fn subjects(kind: Kind) -> Vec<Subject> {
    let fields = kind.def().fields.iter().enumerate();
    let mut subjects: Vec<Subject> = fields
        .filter(|(_, def)| def.is_subject())
        .filter_map(|(place, def)| Some((place, def.target()?)))
        .collect();
    subjects.sort_by_key(|(_, target)| *target != Kind::Household);
    subjects
}

/// Whether a record is about something of the household. One that names a household belongs to that one alone, whoever
/// else it is about.
fn belongs(row: &RecordView, subjects: &[Subject], keys: &BTreeSet<RecordKey>) -> bool {
    for (place, target) in subjects {
        let Value::Text(about) = row.get(*place) else {
            continue;
        };
        let here = Id::new(&about).is_ok_and(|about| keys.contains(&(*target, about)));
        if here || *target == Kind::Household {
            return here;
        }
    }
    false
}

/// The kinds whose records name a household or a person as whom they are about.
pub fn kinds_about(target: Kind) -> impl Iterator<Item = Kind> {
    let id = target.def().id;
    Kind::ALL.iter().copied().filter(move |kind| {
        let mut subjects = kind.def().fields.iter().filter(|def| def.is_subject());
        subjects.any(|def| matches!(def.ty, FieldType::Reference(kind) if kind == id))
    })
}

/// Everybody who is or was a member.
pub fn members(records: &Records, id: HouseholdId) -> BTreeSet<PersonId> {
    let own = records
        .memberships
        .iter()
        .filter(|row| row.household_id == Some(id));
    own.filter_map(|row| row.person_id).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn village() -> Records {
        let mut records = Records::default();
        records.households.row_mut(id("h1"));
        for (membership, household, person) in [("m1", "h1", "p1"), ("m2", "h2", "p2")] {
            let row = &mut records.memberships.row_mut(id(membership)).record;
            row.household_id = Some(HouseholdId(id(household)));
            row.person_id = Some(PersonId(id(person)));
            records.persons.row_mut(id(person));
            let year = records.person_years.row_mut(id(&format!("{person}-2018")));
            year.record.person_id = Some(PersonId(id(person)));
        }
        let visit = records.visits.row_mut(id("v1"));
        visit.record.household_id = Some(HouseholdId(id("h1")));
        visit.deleted = true;
        records
    }

    #[test]
    fn a_household_has_its_members_and_their_years_and_nobody_elses() {
        let keys = keys_of(&village(), HouseholdId(id("h1")));
        let expected = [
            (Kind::Household, id("h1")),
            (Kind::Person, id("p1")),
            (Kind::HouseholdMembership, id("m1")),
            (Kind::PersonYear, id("p1-2018")),
        ];
        assert_eq!(keys, BTreeSet::from(expected));
    }

    #[test]
    fn what_was_deleted_belongs_to_the_history_only() {
        let household = HouseholdId(id("h1"));
        let visit = (Kind::Visit, id("v1"));
        assert!(!keys_of(&village(), household).contains(&visit));
        assert!(keys_ever_of(&village(), household).contains(&visit));
    }

    #[test]
    fn records_of_every_kind_about_the_household_or_its_members_belong_to_it() {
        let mut records = village();
        let mut count = 0;
        for (target, about) in [(Kind::Household, "h1"), (Kind::Person, "p1")] {
            for kind in kinds_about(target).filter(|kind| !matches!(kind, Kind::Household)) {
                let mut places = kind.def().fields.iter().enumerate();
                let place = places.find(|(_, def)| def.is_subject() && def.target() == Some(target));
                let own = id(&format!("x{count}"));
                records.set(kind, own, place.unwrap().0, &about.into()).unwrap();
                assert!(
                    keys_of(&records, HouseholdId(id("h1"))).contains(&(kind, own)),
                    "{kind:?}"
                );
                assert!(
                    !keys_of(&records, HouseholdId(id("h2"))).contains(&(kind, own)),
                    "{kind:?}"
                );
                count += 1;
            }
        }
        assert!(count > 20, "{count}");
    }

    #[test]
    fn around_a_record_of_a_household_is_the_household_and_around_another_what_is_about_it() {
        let mut records = village();
        let household = keys_of(&records, HouseholdId(id("h1")));
        assert_eq!(around(&records, (Kind::PersonYear, id("p1-2018"))), household);
        assert_eq!(around(&records, (Kind::Person, id("p1"))), household);
        let progress = &mut records.issue_progress.row_mut(id("g1")).record;
        progress.issue_id = Some(crate::model::IssueId(id("problem-001")));
        let issue = (Kind::Issue, id("problem-001"));
        assert_eq!(
            around(&records, issue),
            BTreeSet::from([issue, (Kind::IssueProgress, id("g1"))])
        );
    }

    #[test]
    fn a_service_under_a_members_contract_belongs_to_the_household() {
        let mut records = village();
        let contract = &mut records.doctor_contracts.row_mut(id("c1")).record;
        contract.person_id = Some(PersonId(id("p1")));
        let service = &mut records.doctor_services.row_mut(id("c1-2018-10-01")).record;
        service.contract_id = Some(crate::model::DoctorContractId(id("c1")));
        let keys = keys_of(&records, HouseholdId(id("h1")));
        assert!(keys.contains(&(Kind::DoctorService, id("c1-2018-10-01"))));
    }
}
