//! Visits that leaders owe: IND-OBL-02 to 04, 06, 07 and 09 (plan line 102). A round counts when every place was visited;
//! a part of one is shown beside it as visits made of visits owed.

use super::periods::{self, Period, months, quarters, year};
use crate::indicators::answers::{all, any, between, is, judged, only_if};
use crate::indicators::registry::{HOUSEHOLDS, TIMES, Weight};
use crate::indicators::{
    Aggregation, Cause, Context, Figure, Finding, Goal, HouseholdView, Indicator, Judge, Judgement, Reason,
    Subject, Subjects,
};
use crate::model::{
    Code, DivisionCode, Kind, Label, Level, Official, PostKind, VillageHelpUnit, Visit, VisitPurpose,
};
use crate::plan::divisions::{children, townships, villages};
use crate::plan::obligations::Actor;
use crate::plan::{self, Chapter, ObligationId};

const ROUNDS: Label = Label::new("完成遍访", "Rounds complete");
const ROUND: Label = Label::new("轮", "rounds");
const PLACES: Label = Label::new("已访", "Visits made of those owed");

pub(in crate::indicators) static COUNTY_TO_TOWNSHIPS: Indicator = Indicator::new(
    "IND-OBL-02",
    Label::new(
        "县主要领导月遍访贫困乡",
        "County leaders visit every poverty township",
    ),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::County], |context, subjects| {
        let places = codes(townships().iter().map(|row| row.code));
        rounds(
            context,
            subjects,
            ObligationId::of::<2>(),
            &months(context),
            &places,
        );
    }),
    &[
        Figure::new("IND-OBL-02", ROUNDS, ROUND, Some(Goal::of_duty::<2>())),
        Figure::new("IND-OBL-02.visits", PLACES, TIMES, None).weighing(Weight::Amounts),
    ],
);

pub(in crate::indicators) static COUNTY_TO_VILLAGES: Indicator = Indicator::new(
    "IND-OBL-03",
    Label::new(
        "县主要领导年遍访贫困村",
        "County leaders visit every poverty village",
    ),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::County], |context, subjects| {
        let places = codes(villages().iter().map(|row| row.code));
        rounds(
            context,
            subjects,
            ObligationId::of::<3>(),
            &year(context),
            &places,
        );
    }),
    &[
        Figure::new("IND-OBL-03", ROUNDS, ROUND, Some(Goal::of_duty::<3>())),
        Figure::new("IND-OBL-03.visits", PLACES, TIMES, None).weighing(Weight::Amounts),
    ],
);

pub(in crate::indicators) static TOWNSHIP_TO_VILLAGES: Indicator = Indicator::new(
    "IND-OBL-06",
    Label::new(
        "乡镇领导月遍访贫困村",
        "Township leaders visit every poverty village",
    ),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Township], |context, subjects| {
        let places = codes(children(context.village.area.as_str()).iter().map(|row| row.code));
        rounds(
            context,
            subjects,
            ObligationId::of::<6>(),
            &months(context),
            &places,
        );
    }),
    &[
        Figure::new("IND-OBL-06", ROUNDS, ROUND, Some(Goal::of_duty::<6>())),
        Figure::new("IND-OBL-06.visits", PLACES, TIMES, None).weighing(Weight::Amounts),
    ],
);

fn codes(codes: impl Iterator<Item = &'static str>) -> Vec<DivisionCode> {
    codes.filter_map(DivisionCode::new).collect()
}

/// The posts that have a duty, each on its own.
fn posts(duty: ObligationId) -> &'static [PostKind] {
    match plan::obligation(duty).actor {
        Actor::Each(posts) => posts,
        Actor::Organs(_) => &[],
    }
}

/// For every post and period: whether all the poverty units among the places were visited.
fn rounds(
    context: &Context,
    subjects: &mut Subjects,
    duty: ObligationId,
    periods: &[Period],
    places: &[DivisionCode],
) {
    for post in posts(duty) {
        for period in periods {
            let (round, visits) = match context.village.reported {
                true => round(context, post, period, places),
                false => {
                    let unknown = context.if_reported(|| Judgement::Counts);
                    (unknown, unknown)
                }
            };
            let id = periods::id(post.id(), period);
            subjects.say(Subject::Period, id, &[(round, 1), (visits, 1)]);
        }
    }
}

fn round(
    context: &Context,
    post: &PostKind,
    period: &Period,
    places: &[DivisionCode],
) -> (Judgement, Judgement) {
    let flag = Reason::missing(Kind::Division, "is_poverty_village");
    let made = Reason::missing(Kind::Visit, "date");
    let (mut num, mut den, mut open) = (0, 0, None);
    for place in places {
        match context.facts.is_poor(*place) {
            Some(false) => continue,
            None => open = Some(flag),
            Some(true) => {
                den += 1;
                match toured(context, post, period, *place) {
                    Some(true) => num += 1,
                    Some(false) => {}
                    None => open = open.or(Some(made)),
                }
            }
        }
    }
    if let Some(reason) = open {
        return (Judgement::Unknown(reason), Judgement::Part { num, den, reason });
    }
    if den == 0 {
        let none = Judgement::Excluded(Reason::of(Cause::NoPovertyVillage));
        return (none, none);
    }
    let missed = Reason::new(Cause::NotVisitedAll, Kind::Visit, "target_code");
    let round = if num == den {
        Judgement::Counts
    } else {
        Judgement::Fails(missed)
    };
    (round, Judgement::Amount { num, den })
}

fn toured(context: &Context, post: &PostKind, period: &Period, place: DivisionCode) -> Option<bool> {
    let visits = context.village.records.visits.iter();
    any(visits.filter(|visit| visit.household_id.is_none()).map(|visit| {
        all(&[
            is(&visit.post, std::slice::from_ref(post)),
            is(&visit.purpose, &[VisitPurpose::Tour]),
            visit.target_code.map(|code| code == place),
            between(visit.date, period.from, period.to),
        ])
    }))
}

pub(in crate::indicators) static LINKED_LEADERS: Indicator = Indicator::new(
    "IND-OBL-04",
    Label::new("县级联系领导季度走访", "Linked leaders visit their villages"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Village, Level::County], linked_leaders),
    &[Figure::new(
        "IND-OBL-04",
        Label::new("已走访的季度", "Quarters with a visit"),
        Label::new("个季度", "quarters"),
        Some(Goal::of_duty::<4>()),
    )],
);

/// Of every leader linked to a poverty village, a visit in every quarter that is over.
fn linked_leaders(context: &Context, subjects: &mut Subjects) {
    for link in context.village.help_units.iter() {
        if link.leader_official_id.is_none() && link.leader_name.is_none() {
            continue;
        }
        for quarter in quarters(context) {
            let of_quarter = all(&[
                link.start.map(|day| day <= quarter.to),
                Some(link.end.is_none_or(|day| day > quarter.from)),
            ]);
            let over = (Cause::NotOfTheDay, Kind::VillageHelpUnit, "start");
            let judgement = only_if(of_quarter, over, || visited_by_leader(context, link, &quarter));
            subjects.say(
                Subject::Period,
                periods::id(link.id.as_str(), &quarter),
                &[(judgement, 1)],
            );
        }
    }
}

fn visited_by_leader(context: &Context, link: &VillageHelpUnit, quarter: &Period) -> Judgement {
    let village = link
        .village_code
        .or((context.village.area.level() == Level::Village).then_some(context.village.area));
    let poor = village.and_then(|village| context.facts.is_poor(village));
    only_if(
        poor,
        (Cause::NotPovertyUnit, Kind::Division, "is_poverty_village"),
        || {
            let visits = context.village.records.visits.iter();
            let visits = visits.filter(|visit| visit.household_id.is_none()).map(|visit| {
                let leader = match link.leader_official_id {
                    Some(leader) => visit.official_id.map(|id| id == leader),
                    None => visit
                        .official_name
                        .as_ref()
                        .map(|name| Some(name) == link.leader_name.as_ref()),
                };
                all(&[
                    leader,
                    is(&visit.purpose, &[VisitPurpose::Linked]),
                    visit.target_code.map(|code| Some(code) == village),
                    between(visit.date, quarter.from, quarter.to),
                ])
            });
            judged(any(visits), Cause::NotDone, Kind::Visit, "date")
        },
    )
}

pub(in crate::indicators) static TOWNSHIP_TO_HOUSEHOLDS: Indicator = Indicator::new(
    "IND-OBL-07",
    Label::new(
        "书记乡镇长年遍访贫困户",
        "Township heads visit every poor household",
    ),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::Village], poor_households),
    &[
        Figure::new(
            "IND-OBL-07",
            Label::new("两人都访", "Visited by both"),
            HOUSEHOLDS,
            Some(Goal::of_duty::<7>()),
        ),
        Figure::new(
            "IND-OBL-07.secretary",
            Label::new("书记已访", "By the secretary"),
            HOUSEHOLDS,
            None,
        ),
        Figure::new(
            "IND-OBL-07.mayor",
            Label::new("乡镇长已访", "By the mayor"),
            HOUSEHOLDS,
            None,
        ),
    ],
);

fn poor_households(context: &Context, subjects: &mut Subjects) {
    for view in context.village.households() {
        let by = |head| {
            let visited = view.toured.by(head);
            Finding::of(
                visited,
                Reason::new(Cause::NotDone, Kind::Visit, "post"),
                Reason::missing(Kind::Visit, "date"),
            )
        };
        let (secretary, mayor) = (by(0), by(1));
        let of = |finding: Finding| (of_poor(&view, finding), 1);
        let said = [of(secretary.and(mayor)), of(secretary), of(mayor)];
        subjects.say(Subject::Household, view.household.id.into(), &said);
    }
}

/// 贫困户: registered and not exited, or fallen back, on the day.
fn of_poor(view: &HouseholdView, finding: Finding) -> Judgement {
    if let Err(other) = view.registered() {
        return other;
    }
    only_if(
        view.register.is_poor(),
        (Cause::NotPoor, Kind::Household, "poverty_status"),
        || finding.into(),
    )
}

pub(in crate::indicators) static RESEARCH: Indicator = Indicator::new(
    "IND-OBL-09",
    Label::new("行业部门季度调研及解决问题", "Department heads do field research"),
    (Chapter::Safeguards, Aggregation::Share),
    Judge::Each(&[Level::County], research),
    &[Figure::new(
        "IND-OBL-09",
        Label::new(
            "已调研并解决问题的季度",
            "Quarters with research that solved a problem",
        ),
        Label::new("个季度", "quarters"),
        Some(Goal::of_duty::<9>()),
    )],
);

/// Of every head of a department, research in a poverty village that solved a problem in every quarter that is over
///
fn research(context: &Context, subjects: &mut Subjects) {
    for official in context.village.records.officials.iter() {
        let is_head = |post: &PostKind| is(&Some(post.clone()), &[PostKind::DeptHead]);
        let head = official
            .posts
            .as_ref()
            .and_then(|posts| any(posts.iter().map(is_head)));
        for quarter in quarters(context) {
            let judgement = only_if(head, (Cause::NotCounted, Kind::Official, "posts"), || {
                let in_post = official.active_from.is_none_or(|day| day <= quarter.to)
                    && official.active_to.is_none_or(|day| day > quarter.from);
                only_if(
                    Some(in_post),
                    (Cause::NotOfTheDay, Kind::Official, "active_from"),
                    || {
                        let visits = context.village.records.visits.iter();
                        let done = any(visits.map(|visit| researched(context, official, visit, &quarter)));
                        judged(done, Cause::NotDone, Kind::Visit, "problems_solved")
                    },
                )
            });
            subjects.say(
                Subject::Period,
                periods::id(official.id.as_str(), &quarter),
                &[(judgement, 1)],
            );
        }
    }
}

fn researched(context: &Context, official: &Official, visit: &Visit, quarter: &Period) -> Option<bool> {
    all(&[
        visit.official_id.map(|id| id == official.id),
        is(&visit.purpose, &[VisitPurpose::Research]),
        between(visit.date, quarter.from, quarter.to),
        visit.target_code.and_then(|code| context.facts.is_poor(code)),
        visit.problems_solved.map(|solved| solved.0 >= 1),
    ])
}

#[cfg(test)]
mod tests {
    use crate::indicators::Cause;
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{
        Count, DivisionCode, HouseholdId, OfficialId, PostKind, PovertyStatus, Records, Visit, VisitPurpose,
    };
    use crate::plan::divisions::{townships, villages};

    const COUNTY: &str = "530427";
    const TOWNSHIP: &str = "530427203";

    fn tour<'a>(
        records: &'a mut Records,
        name: &str,
        post: PostKind,
        place: &str,
        date: &str,
    ) -> &'a mut Visit {
        let row = &mut records.visits.row_mut(id(name)).record;
        (row.post, row.purpose) = (Some(post), Some(VisitPurpose::Tour));
        (row.target_code, row.date) = (DivisionCode::new(place), Some(day(date)));
        row
    }

    /// Of the townships the first is poor; of the villages of 老厂乡 the first two, and no other.
    fn named() -> Fixture {
        let mut f = Fixture::default();
        for (place, row) in townships().iter().enumerate() {
            f.poor(row.code, place == 0);
        }
        for row in villages() {
            f.poor(row.code, [VILLAGE, "530427203201"].contains(&row.code));
        }
        f
    }

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

    #[test]
    fn obl_07_wants_secretary_and_mayor_at_every_poor_household() {
        let mut f = named();
        f.household("h1", 1);
        f.household("h2", 1).poverty_status = Some(PovertyStatus::ExitedWithPolicy);
        let row = tour(
            &mut f.village,
            "v1",
            PostKind::TownshipMayor,
            VILLAGE,
            "2018-05-01",
        );
        row.household_id = Some(HouseholdId(id("h1")));
        assert_eq!(f.tally("IND-OBL-07", "2018-12-31"), [0, 1, 1, 1]);
        assert_eq!(f.tally("IND-OBL-07.mayor", "2018-12-31"), [1; 4]);
        assert_eq!(f.tally("IND-OBL-07.secretary", "2018-12-31"), [0, 1, 1, 1]);
        let row = tour(
            &mut f.village,
            "v2",
            PostKind::TownshipSecretary,
            VILLAGE,
            "2018-06-01",
        );
        row.household_id = Some(HouseholdId(id("h1")));
        assert_eq!(f.tally("IND-OBL-07", "2018-12-31"), [1; 4]);
        f.village.visits.row_mut(id("v2")).record.date = None;
        assert_eq!(f.tally("IND-OBL-07", "2018-12-31"), [0, 1, 0, 1]);
    }

    #[test]
    fn obl_09_wants_research_that_solves_a_problem() {
        let mut f = named();
        f.county.officials.row_mut(id("o1")).record.posts = Some(vec![PostKind::DeptHead]);
        f.county.officials.row_mut(id("o2")).record.posts = Some(vec![PostKind::Helper]);
        let row = tour(&mut f.county, "v1", PostKind::DeptHead, VILLAGE, "2018-02-01");
        (row.purpose, row.official_id) = (Some(VisitPurpose::Research), Some(OfficialId(id("o1"))));
        row.problems_solved = Some(Count(0));
        assert_eq!(f.office_tally("IND-OBL-09", COUNTY, "2018-03-31"), [0, 1, 1, 1]);
        f.county.visits.row_mut(id("v1")).record.problems_solved = Some(Count(1));
        assert_eq!(f.office_tally("IND-OBL-09", COUNTY, "2018-03-31"), [1; 4]);
        assert_eq!(f.office_tally("IND-OBL-09", COUNTY, "2018-06-30"), [1, 2, 2, 2]);
    }
}
