//! States of processes that are not borne out: what merged records show, since a move made here would have been refused.

use super::{Breach, Rule};
use crate::model::processes::{Flow, Lack, Look, flows, lacks};
use crate::model::{Kind, Records};

pub(super) fn check(records: &Records, found: &mut Vec<Breach>) {
    // Exits come from the national register, which tells where a household stands and not who found it ready.
    for flow in flows().filter(|flow| flow.kind != Kind::Household) {
        check_flow(records, flow, found);
    }
}

fn check_flow(records: &Records, flow: &'static Flow, found: &mut Vec<Breach>) {
    records.for_each(flow.kind, |row| {
        for lack in lacks(flow, &Look::at(records, flow.kind, row.id)) {
            let (rule, field, detail) = match lack {
                Lack::Unsupported { field, state } => (Rule::StateUnsupported, field, state.to_owned()),
                Lack::Backwards { field, before } => (Rule::StepsBackwards, field, before.to_string()),
                Lack::Behind { field, state } => (Rule::StateBehind, field, state.to_owned()),
            };
            found.push(Breach::new(rule, flow.kind, row.id, field, detail));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{Date, HouseGrade, HouseWorkState, RebuildMode};

    const DAY: Date = Date::of::<2018, 6, 1>();

    fn house(f: &mut Sound) -> &mut crate::model::DangerousHouse {
        let house = f.dangerous_house("d1", "h1");
        house.grade = Some(HouseGrade::C);
        house.mode = Some(RebuildMode::Reinforce);
        house
    }

    #[test]
    fn a_house_that_was_struck_off_shows_every_step() {
        let mut f = Sound::new();
        house(&mut f).state = Some(HouseWorkState::Closed);
        assert_eq!(f.at(Rule::StateUnsupported), ["dangerous_house[d1].appraised_on"]);
        let row = house(&mut f);
        (row.appraised_on, row.started, row.completed) = (Some(DAY), Some(DAY), Some(DAY));
        (row.accepted, row.closed) = (Some(DAY), Some(DAY));
        assert_eq!(f.at(Rule::StateUnsupported), ["dangerous_house[d1].safe_stable"]);
        let row = house(&mut f);
        (row.safe_stable, row.weatherproof) = (Some(true), Some(true));
        assert!(f.breaches().is_empty(), "{:?}", f.breaches());
    }

    #[test]
    fn days_follow_each_other_and_the_state_follows_them() {
        let mut f = Sound::new();
        let row = house(&mut f);
        row.state = Some(HouseWorkState::Rebuilding);
        (row.appraised_on, row.started) = (Some(DAY.plus_days(1)), Some(DAY));
        assert_eq!(f.at(Rule::StepsBackwards), ["dangerous_house[d1].started"]);
        house(&mut f).appraised_on = Some(DAY);
        assert!(f.breaches().is_empty());
        house(&mut f).accepted = Some(DAY);
        assert_eq!(f.at(Rule::StateBehind), ["dangerous_house[d1].state"]);
    }

    #[test]
    fn a_house_of_which_no_state_is_known_breaks_no_rule() {
        let mut f = Sound::new();
        f.dangerous_house("d1", "h1").accepted = Some(DAY);
        assert!(f.breaches().is_empty());
    }
}
