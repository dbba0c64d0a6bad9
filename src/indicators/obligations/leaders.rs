//! Leaders linked to a poverty village: O-04 (plan line 102). Whoever keeps the link records the visits.

use super::owed::{Duty, Owed, Part, Target, Who, then};
use super::periods::{Period, visits_in};
use crate::indicators::answers::{all, any, asked, is};
use crate::indicators::{Aggregation, Cause, Context, Declaration, Figure, Goal, Judge};
use crate::model::{DivisionCode, Kind, Label, Level, VillageHelpUnit, Visit, VisitPurpose};
use crate::plan::{Chapter, ObligationId};

pub(in crate::indicators) const LINKED_LEADERS: Declaration = Declaration::new(
    "IND-OBL-04",
    Label::new("县级联系领导季度走访", "Linked leaders visit their villages"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Village, Level::County], |context, subjects| {
        LINKED.say(context, subjects);
    }),
    &[Figure::new(
        "IND-OBL-04",
        Label::new("已走访的季度", "Quarters with a visit"),
        Label::new("个季度", "quarters"),
        Some(Goal::of_duty::<4>()),
    )],
);

pub(super) static LINKED: Duty = Duty {
    obligation: ObligationId::of::<4>(),
    of: Level::County,
    levels: &[Level::Village, Level::County],
    owed: linked_leaders,
};

/// Of every leader linked to a poverty village, a visit in the quarter.
fn linked_leaders(duty: &'static Duty, context: &Context, quarter: &Period) -> Vec<Owed> {
    let visits = visits(context, quarter);
    let links = context.village.records.village_help_units.iter();
    let links = links.filter(|link| link.leader_official_id.is_some() || link.leader_name.is_some());
    links
        .map(|link| owed(duty, context, link, (quarter, &visits)))
        .collect()
}

/// A visit that a linked leader made in the quarter, or may have.
struct LinkedVisit<'a> {
    visit: &'a Visit,
    counts: Option<bool>,
}

/// The visits of a quarter, looked for once for all leaders.
fn visits<'a>(context: &Context<'a>, quarter: &Period) -> Vec<LinkedVisit<'a>> {
    let visits = visits_in(context, quarter).map(|(visit, in_quarter)| LinkedVisit {
        visit,
        counts: all(&[in_quarter, is(&visit.purpose, &[VisitPurpose::Linked])]),
    });
    visits.filter(|visit| visit.counts != Some(false)).collect()
}

fn owed(
    duty: &'static Duty,
    context: &Context,
    link: &VillageHelpUnit,
    (quarter, visits): (&Period, &[LinkedVisit]),
) -> Owed {
    let village = link
        .village_code
        .or((context.village.area.level() == Level::Village).then_some(context.village.area));
    let of_quarter = all(&[
        link.start.map(|day| context.begun_in(quarter, day)),
        Some(link.end.is_none_or(|day| day > quarter.from)),
    ]);
    let poor = village.and_then(|village| context.facts.is_poor(village));
    let linked = asked(of_quarter, Cause::NotOfTheDay, Kind::VillageHelpUnit, "start");
    let scope = then(linked, || {
        asked(poor, Cause::NotPovertyUnit, Kind::Division, "is_poverty_village")
    });
    let who = Who::Leader(link.id, link.leader_official_id);
    let target = village.map_or(Target::Itself, Target::Place);
    Owed {
        scope,
        parts: vec![Part::of(target, visited(link, village, visits))],
        ..duty.owed_by(who, context, quarter, Kind::Visit)
    }
}

fn visited(link: &VillageHelpUnit, village: Option<DivisionCode>, visits: &[LinkedVisit]) -> Option<bool> {
    any(visits.iter().map(|LinkedVisit { visit, counts }| {
        let leader = match link.leader_official_id {
            Some(leader) => visit.official_id.map(|id| id == leader),
            None => visit
                .official_name
                .as_ref()
                .map(|name| Some(name) == link.leader_name.as_ref()),
        };
        let there = visit.target_code.map(|code| Some(code) == village);
        all(&[*counts, leader, there])
    }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{named, tour};
    use crate::indicators::fixture::{VILLAGE, day, id};
    use crate::model::{OfficialId, PostKind, VisitPurpose};

    #[test]
    fn obl_04_wants_a_linked_leader_in_the_village_every_quarter() {
        let mut f = named();
        let unit = &mut f.village.village_help_units.row_mut(id("u1")).record;
        (unit.leader_official_id, unit.start) = (Some(OfficialId(id("o1"))), Some(day("2018-04-01")));
        assert_eq!(f.tally("IND-OBL-04", "2018-03-31"), [0; 4], "not linked yet");
        let row = tour(
            &mut f.village,
            "v1",
            PostKind::CountyLinkedLeader,
            VILLAGE,
            "2018-05-01",
        );
        (row.purpose, row.official_id) = (Some(VisitPurpose::Linked), Some(OfficialId(id("o1"))));
        assert_eq!(f.tally("IND-OBL-04", "2018-12-31"), [1, 3, 3, 3]);
        f.village.visits.row_mut(id("v1")).record.date = None;
        assert_eq!(f.tally("IND-OBL-04", "2018-12-31"), [0, 3, 0, 3]);
    }
}
