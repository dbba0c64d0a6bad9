//! A household that splits.

use super::*;
use crate::workspace::NewSplit;

/// The village's household with a son who came on the day of the register.
fn with_son() -> (Device, Workspace, HouseholdId, PersonId) {
    let (device, workspace, id) = village();
    let son = NewPerson {
        name: "普小军".into(),
        ..NewPerson::default()
    };
    let came = (RelationToHead::Son, MemberChange::None, day("2018-01-01"));
    let son = block_on(workspace.add_member(area(VILLAGE), id, son, came.0, came.1, came.2)).unwrap();
    (device, workspace, id, son)
}

fn split(workspace: &Workspace, id: HouseholdId, leaving: &[PersonId]) -> Result<HouseholdId, CommandError> {
    let new = NewSplit {
        leaving: leaving.to_vec(),
        head: leaving.first().copied().unwrap_or_default(),
        day: day("2018-06-01"),
    };
    block_on(workspace.split_household(area(VILLAGE), id, new))
}

#[test]
fn who_leaves_is_a_household_of_their_own_from_that_day_on() {
    Root::new().with(|| {
        let (device, workspace, id, son) = with_son();
        leave_the_register(&workspace, id);
        let new = split(&workspace, id, &[son]).unwrap();
        let workspace = device.start();
        assert_eq!(names(&workspace, VILLAGE), ["普小明", "普小军"]);
        let records = workspace.state.areas.get_untracked()[&area(VILLAGE)].clone();
        let of = |household| {
            let rows = records
                .memberships
                .iter()
                .filter(move |row| row.household_id == Some(household));
            rows.cloned().collect::<Vec<_>>()
        };
        let [stays, left] = &of(id)[..] else {
            panic!("the past stays with the old household")
        };
        assert_eq!((stays.end, left.end), (None, Some(day("2018-06-01"))));
        let [own] = &of(new)[..] else { panic!("one member") };
        assert_eq!(
            (own.start, own.relation.clone()),
            (left.end, Some(RelationToHead::Head))
        );
        let entry = records.households.get(new).unwrap();
        let old = records.households.get(id).unwrap();
        assert_eq!(
            (entry.registered, &entry.poverty_status, entry.exit_year),
            (old.registered, &old.poverty_status, old.exit_year)
        );
        assert_eq!(
            entry.cohort_not_exited_2017,
            Some(false),
            "counted with the old one"
        );

        // The register of an earlier day has one household, that of today two, and as many persons as before.
        for (date, households) in [("2018-05-31", 1), ("2018-12-31", 2)] {
            block_on(workspace.set_as_of(day(date))).unwrap();
            assert_eq!(figure(&workspace, "IND-POV-01", VILLAGE), households, "{date}");
            assert_eq!(figure(&workspace, "IND-POV-01.persons", VILLAGE), 2, "{date}");
        }
    });
}

#[test]
fn what_does_not_split_a_household_changes_nothing() {
    Root::new().with(|| {
        let (_, workspace, id, son) = with_son();
        let head = workspace.state.areas.get_untracked()[&area(VILLAGE)]
            .households
            .get(id)
            .and_then(|household| household.head_person_id)
            .unwrap();
        let pending = workspace.handover().get_untracked().pending;
        for leaving in [vec![], vec![head, son], vec![son, son], vec![PersonId::default()]] {
            assert_eq!(
                split(&workspace, id, &leaving),
                Err(CommandError::NotASplit),
                "{leaving:?}"
            );
        }
        assert_eq!(workspace.handover().get_untracked().pending, pending);
    });
}
