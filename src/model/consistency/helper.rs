//! V-HP: the official who answers for a household.

use super::area::Area;
use super::{Breach, Rule};
use crate::model::{HelperAssignment, HouseholdId, Kind};
use rustc_hash::FxHashSet;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let as_of = &area.as_of;
    let is_open = |row: &&HelperAssignment| {
        row.start.is_none_or(|start| as_of.has_come_to(start))
            && row.end.is_none_or(|end| !as_of.has_come_to(end))
    };
    let open: Vec<&HelperAssignment> = area.records.helper_assignments.iter().filter(is_open).collect();
    let helped: FxHashSet<HouseholdId> = open.iter().filter_map(|row| row.household_id).collect();
    for home in area.registered() {
        if area.size(home) > 0 && !helped.contains(&home.household.id) {
            found.push(home.breach(Rule::Helper, "", ""));
        }
    }
    let registered = registered_people(area);
    for row in open {
        if let Some(who) = row.helper_name.as_deref().zip(row.phone.as_deref())
            && registered.contains(&who)
        {
            let kind = Kind::HelperAssignment;
            found.push(Breach::new(Rule::Helper, kind, row.id, "helper_name", ""));
        }
    }
}

/// Names and telephone numbers of registered persons. Helpers have no identity number here and a name alone is borne by many,
/// so that only both together tell that a helper is one of them.
fn registered_people<'a>(area: &Area<'a>) -> FxHashSet<(&'a str, &'a str)> {
    let people = area.people().filter(|one| one.is_registered);
    let people = people.filter_map(|one| {
        let person = one.person?;
        Some((person.name.as_deref()?, person.phone.as_deref()?))
    });
    let heads = area.registered().filter_map(|home| {
        let household = home.household;
        Some((household.head_name.as_deref()?, household.phone.as_deref()?))
    });
    people.chain(heads).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{END, Sound};
    use super::*;

    #[test]
    fn v_hp_1_wants_a_helper_of_every_registered_household() {
        let mut f = Sound::new();
        f.helper("a1", "h1").end = Some(END);
        assert_eq!(f.at(Rule::Helper), ["household[h1]"]);
        f.household("h1").registered = None;
        assert!(!f.is_broken(Rule::Helper), "perhaps not registered");
    }

    #[test]
    fn v_hp_1_wants_no_registered_person_as_helper() {
        let mut f = Sound::new();
        let helper = f.helper("a1", "h1");
        helper.helper_name = Some("普文明".to_owned());
        helper.phone = Some("10000000001".to_owned());
        assert_eq!(f.at(Rule::Helper), ["helper_assignment[a1].helper_name"]);
        f.helper("a1", "h1").phone = Some("10000000002".to_owned());
        assert!(!f.is_broken(Rule::Helper), "somebody else of that name");
        f.helper("a1", "h1").phone = None;
        assert!(!f.is_broken(Rule::Helper));
    }
}
