//! Rounds that leaders owe: O-02, O-03 and O-06 (plan line 102). A round counts when every poor place was visited; a part
//! of one is shown beside it as visits made of visits owed.

use super::owed::{Duty, Owed, Part, Target, Who};
use super::periods::{Period, visits_in};
use crate::indicators::answers::{all, any, is};
use crate::indicators::registry::{TIMES, Weight};
use crate::indicators::{Aggregation, Cause, Context, Declaration, Figure, Goal, Judge, Reason};
use crate::model::{DivisionCode, Kind, Label, Level, PostKind, VisitPurpose};
use crate::plan::divisions::{Division, children, townships, villages};
use crate::plan::obligations::Actor;
use crate::plan::{Chapter, ObligationId};

const ROUNDS: Label = Label::new("完成遍访", "Rounds complete");
const ROUND: Label = Label::new("轮", "rounds");
const PLACES: Label = Label::new("已访", "Visits made of those owed");

macro_rules! rounds {
    ($($indicator:ident $duty:ident $number:literal $id:literal $visits:literal $level:ident $places:expr, $zh:literal $en:literal;)+) => {$(
        pub(super) static $duty: Duty = Duty {
            obligation: ObligationId::of::<$number>(),
            of: Level::$level,
            levels: &[Level::$level],
            owed: |duty, context, period| rounds(duty, context, period, $places(context)),
        };

        pub(in crate::indicators) const $indicator: Declaration = Declaration::new(
            $id,
            Label::new($zh, $en),
            (Chapter::Safeguards, Aggregation::Share),
            Judge::Each(&[Level::$level], |context, subjects| $duty.say(context, subjects)),
            &[
                Figure::new($id, ROUNDS, ROUND, Some(Goal::of_duty::<$number>())),
                Figure::new($visits, PLACES, TIMES, None).weighing(Weight::Amounts),
            ],
        );
    )+};
}

rounds! {
    COUNTY_TO_TOWNSHIPS TOWNSHIP_ROUND 2 "IND-OBL-02" "IND-OBL-02.visits" County |_: &Context| townships(),
        "县主要领导月遍访贫困乡" "County leaders visit every poverty township";
    COUNTY_TO_VILLAGES VILLAGE_ROUND 3 "IND-OBL-03" "IND-OBL-03.visits" County |_: &Context| villages(),
        "县主要领导年遍访贫困村" "County leaders visit every poverty village";
    TOWNSHIP_TO_VILLAGES OWN_VILLAGE_ROUND 6 "IND-OBL-06" "IND-OBL-06.visits" Township
        |context: &Context| children(context.village.area.as_str()),
        "乡镇领导月遍访贫困村" "Township leaders visit every poverty village";
}

/// The posts that have a duty, each on its own.
pub(super) fn posts(duty: &Duty) -> &'static [PostKind] {
    match duty.plan().actor {
        Actor::Each(posts) => posts,
        Actor::Organs(_) => &[],
    }
}

/// For every post the places that are poor, or may be, and whether they were visited.
fn rounds(duty: &'static Duty, context: &Context, period: &Period, places: &[Division]) -> Vec<Owed> {
    let round = |post: &PostKind| {
        let stops = stops(context, post, period);
        Owed {
            parts: places
                .iter()
                .filter_map(|row| DivisionCode::new(row.code))
                .filter_map(|place| part(context, &stops, place))
                .collect(),
            missed: Reason::new(Cause::NotVisitedAll, Kind::Visit, "target_code"),
            ..duty.owed_by(Who::Post(post.clone()), context, period, Kind::Visit)
        }
    };
    posts(duty).iter().map(round).collect()
}

/// A visit that belongs to a round, or may.
struct Stop {
    /// Where; none when nobody wrote it down.
    place: Option<DivisionCode>,
    /// Whether it belongs to the round.
    counts: Option<bool>,
}

/// The visits of a round, looked for once for all its places.
fn stops(context: &Context, post: &PostKind, period: &Period) -> Vec<Stop> {
    let visits = visits_in(context, period);
    let stops = visits.map(|(visit, in_period)| Stop {
        place: visit.target_code,
        counts: all(&[
            in_period,
            is(&visit.post, std::slice::from_ref(post)),
            is(&visit.purpose, &[VisitPurpose::Tour]),
        ]),
    });
    stops.filter(|stop| stop.counts != Some(false)).collect()
}

/// A place of a round; none when it is not poor.
fn part(context: &Context, stops: &[Stop], place: DivisionCode) -> Option<Part> {
    let target = Target::Place(place);
    match context.facts.is_poor(place) {
        Some(false) => None,
        Some(true) => Some(Part::of(target, reached(stops, place))),
        None => Some(Part {
            owed: false,
            ..Part::of(target, None)
        }),
    }
}

fn reached(stops: &[Stop], place: DivisionCode) -> Option<bool> {
    let there = |stop: &Stop| all(&[stop.counts, stop.place.map(|at| at == place)]);
    any(stops.iter().map(there))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{COUNTY, TOWNSHIP, named, tour};
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE};
    use crate::model::PostKind;
    use crate::plan::divisions::townships;

    #[test]
    fn obl_02_wants_every_poverty_township_visited_by_each_leader_every_month() {
        let mut f = named();
        let township = townships()[0].code;
        tour(&mut f.county, "v1", PostKind::CountyMayor, township, "2018-01-31");
        tour(&mut f.county, "v2", PostKind::CountyMayor, township, "2018-02-01");
        assert_eq!(f.office_tally("IND-OBL-02", COUNTY, "2018-02-28"), [2, 6, 6, 6]);
        assert_eq!(
            f.office_tally("IND-OBL-02.visits", COUNTY, "2018-02-28"),
            [2, 6, 6, 6]
        );
        let why = f.office_why("IND-OBL-02", COUNTY, "county_secretary-2018-01", "2018-02-28");
        assert_eq!(why, ("fails", Cause::NotVisitedAll));
        let mut unnamed = Fixture::default();
        unnamed.poor(township, true);
        assert_eq!(
            unnamed.office_tally("IND-OBL-02", COUNTY, "2018-01-31"),
            [0, 3, 0, 3]
        );
    }

    #[test]
    fn obl_03_and_06_show_how_much_of_a_round_is_done() {
        let mut f = named();
        tour(
            &mut f.county,
            "v1",
            PostKind::CountySecretary,
            VILLAGE,
            "2018-05-05",
        );
        assert_eq!(f.office_tally("IND-OBL-03", COUNTY, "2018-06-30"), [0, 3, 3, 3]);
        assert_eq!(
            f.office_tally("IND-OBL-03.visits", COUNTY, "2018-06-30"),
            [1, 6, 3, 3]
        );
        for (name, place) in [("v1", VILLAGE), ("v2", "530427203201")] {
            tour(
                &mut f.township,
                name,
                PostKind::TownshipDeputy,
                place,
                "2018-01-05",
            );
        }
        assert_eq!(f.office_tally("IND-OBL-06", TOWNSHIP, "2018-01-31"), [1, 3, 3, 3]);
        assert_eq!(
            f.office_tally("IND-OBL-06.visits", TOWNSHIP, "2018-01-31"),
            [2, 6, 3, 3]
        );
        assert_eq!(
            f.office_tally("IND-OBL-06", townships()[5].code, "2018-01-31"),
            [0; 4]
        );
    }
}
