//! The records that belong to a household. Pure.

use crate::journal::RecordKey;
use crate::model::{HouseholdId, Kind, PersonId, Records};
use std::collections::BTreeSet;

/// Adds the records of tables whose rows name their household; deleted ones when asked for.
macro_rules! rows_of {
    ($records:ident, $id:ident, $deleted:ident, $keys:ident: $($table:ident $kind:ident;)+) => {$(
        let own = $records.$table.rows().filter(|(_, row)| row.record.household_id == Some($id) && ($deleted || !row.deleted));
        $keys.extend(own.map(|(key, _)| (Kind::$kind, *key)));
    )+};
}

/// The records that belong to a household, with those of its members, past ones included.
pub fn keys_of(records: &Records, id: HouseholdId) -> BTreeSet<RecordKey> {
    keys(records, id, false)
}

/// The same with the records that were deleted.
pub fn keys_ever_of(records: &Records, id: HouseholdId) -> BTreeSet<RecordKey> {
    keys(records, id, true)
}

fn keys(records: &Records, id: HouseholdId, deleted: bool) -> BTreeSet<RecordKey> {
    let mut keys = BTreeSet::from([(Kind::Household, id.0)]);
    rows_of! { records, id, deleted, keys:
        memberships HouseholdMembership;
        status_events HouseholdStatusEvent;
        household_years HouseholdYear;
        income_years HouseholdIncomeYear;
        support_measures SupportMeasure;
        helper_assignments HelperAssignment;
        visits Visit;
    }
    for person in members(records, id) {
        keys.insert((Kind::Person, person.0));
        let prefix = format!("{person}-");
        let years = records.person_years.starting_with(&prefix);
        keys.extend(years.map(|row| (Kind::PersonYear, row.id.0)));
    }
    keys
}

/// Everybody who is or was a member.
fn members(records: &Records, id: HouseholdId) -> BTreeSet<PersonId> {
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
    use crate::model::Id;

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
            records.person_years.row_mut(id(&format!("{person}-2018")));
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
}
