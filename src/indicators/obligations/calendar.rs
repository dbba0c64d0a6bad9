//! The calendar of duties: what is owed in the periods of the year that have begun, from the records of any number of areas.
//! The figures are made of the same.

use super::owed::{Duty, Owed};
use super::{households, leaders, meetings, people, periods, research, tours};
use crate::indicators::{Context, CountyFacts, VillageIndex};
use crate::model::{Date, DivisionCode, Records};

/// Every duty that is counted, in the order of the plan.
pub static DUTIES: [&Duty; 13] = [
    &meetings::LEADING_GROUP,
    &tours::TOWNSHIP_ROUND,
    &tours::VILLAGE_ROUND,
    &leaders::LINKED,
    &meetings::TOWNSHIP_STUDY,
    &tours::OWN_VILLAGE_ROUND,
    &households::EVERY_HOUSEHOLD,
    &meetings::TOWNSHIP_REPORT,
    &research::FIELD_RESEARCH,
    &meetings::VILLAGE_MEETING,
    &meetings::VILLAGE_REPORT,
    &people::TEAMS,
    &people::ROSTER_TRAINED,
];

/// What is owed in the year through the day: of every duty, period by period, what the areas' records tell. What several
/// areas tell of one, such as the households of a township's villages, is put together.
pub fn owed<'a>(
    areas: impl IntoIterator<Item = (DivisionCode, &'a Records)>,
    facts: &CountyFacts,
    as_of: Date,
) -> Vec<Owed> {
    let areas: Vec<_> = areas
        .into_iter()
        .map(|(area, records)| (area, records, records.ties_when_asked()))
        .collect();
    let areas: Vec<VillageIndex> = areas
        .iter()
        .map(|(area, records, ties)| VillageIndex::new(*area, records, ties, as_of))
        .collect();
    let mut all: Vec<Owed> = Vec::new();
    for duty in DUTIES {
        let first = all.len();
        for village in &areas {
            if !duty.levels.contains(&village.area.level()) {
                continue;
            }
            let context = Context::new(village, facts);
            for period in periods::begun(&context, duty.plan().period) {
                for owed in (duty.owed)(duty, &context, &period) {
                    take_in(&mut all, first, owed);
                }
            }
        }
    }
    all
}

/// A post's duty belongs to the township of the village that tells of it, so that two townships' heads stay apart.
fn take_in(all: &mut Vec<Owed>, first: usize, mut owed: Owed) {
    while owed.area.level() > owed.duty.of && !owed.is_told_where_it_is_kept() {
        match owed.area.parent() {
            Some(above) => owed.area = above,
            None => break,
        }
    }
    let known = all[first..]
        .iter_mut()
        .find(|known| known.area == owed.area && known.is_same(&owed));
    match known {
        Some(known) => known.parts.extend(owed.parts),
        None => all.push(owed),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::{COUNTY, TOWNSHIP, named, tour};
    use super::super::{State, Target, Who};
    use super::*;
    use crate::indicators::fixture::{Fixture, VILLAGE, day, id};
    use crate::model::{HouseholdId, MeetingKind, Official, OfficialId, PostKind};
    use crate::plan::divisions::townships;

    fn owed_on(f: &Fixture, date: &str) -> Vec<Owed> {
        let code = |text: &str| DivisionCode::new(text).unwrap();
        let areas = [
            (code(VILLAGE), &f.village),
            (code(TOWNSHIP), &f.township),
            (code(COUNTY), &f.county),
        ];
        owed(areas, &CountyFacts::of(&f.county), day(date))
    }

    fn of(all: &[Owed], number: u8, period: &str) -> Vec<Owed> {
        let wanted = |one: &&Owed| one.duty.obligation.number() == number && one.period.name() == period;
        all.iter().filter(wanted).cloned().collect()
    }

    #[test]
    fn every_duty_that_the_plan_counts_has_its_place() {
        let numbers: Vec<u8> = DUTIES.iter().map(|duty| duty.obligation.number()).collect();
        assert_eq!(numbers, (1..=13).collect::<Vec<u8>>());
        for duty in DUTIES {
            assert!(!duty.levels.is_empty());
            assert_eq!(
                duty.plan().indicators,
                [format!("IND-OBL-{:02}", duty.obligation.number())]
            );
        }
    }

    #[test]
    fn a_month_that_runs_is_open_and_one_that_is_over_is_overdue() {
        let mut f = named();
        let row = &mut f.county.meetings.row_mut(id("m1")).record;
        (row.kind, row.date) = (Some(MeetingKind::LeadingGroupThematic), Some(day("2018-01-31")));
        let all = owed_on(&f, "2018-03-15");
        let states =
            ["2018-01", "2018-02", "2018-03"].map(|month| of(&all, 1, month)[0].state(day("2018-03-15")));
        assert_eq!(
            states,
            [Some(State::Done), Some(State::Overdue), Some(State::Open)]
        );
        assert!(
            of(&all, 1, "2018-04").is_empty(),
            "nobody owes what has not begun"
        );
    }

    #[test]
    fn a_round_says_how_many_were_visited_and_which_are_missing() {
        let mut f = named();
        tour(
            &mut f.township,
            "v1",
            PostKind::TownshipMayor,
            VILLAGE,
            "2018-01-05",
        );
        let rounds = of(&owed_on(&f, "2018-01-20"), 6, "2018-01");
        let mayor = rounds
            .iter()
            .find(|one| one.who == Who::Post(PostKind::TownshipMayor))
            .unwrap();
        assert_eq!(mayor.reached(), (1, 2));
        let missing: Vec<Target> = mayor.missing().map(|part| part.target).collect();
        assert_eq!(
            missing,
            [Target::Place(DivisionCode::new("530427203201").unwrap())]
        );
        let official = Official {
            posts: Some(vec![PostKind::TownshipMayor]),
            ..Official::default()
        };
        assert_eq!(rounds.iter().filter(|one| one.is_of(&official)).count(), 1);
    }

    #[test]
    fn households_of_several_villages_are_one_round_of_the_townships_head() {
        let mut f = named();
        f.household("h1", 1);
        f.household("h2", 1);
        let row = tour(
            &mut f.village,
            "v1",
            PostKind::TownshipMayor,
            VILLAGE,
            "2018-01-05",
        );
        row.household_id = Some(HouseholdId(id("h2")));
        let code = |text: &str| DivisionCode::new(text).unwrap();
        let areas = [(code(VILLAGE), &f.village), (code("530427203201"), &f.village)];
        let all = owed(areas, &CountyFacts::of(&f.county), day("2018-02-01"));
        let rounds = of(&all, 7, "2018");
        assert_eq!(rounds.len(), 2, "the secretary and the mayor");
        assert_eq!(rounds[1].reached(), (2, 4));
        assert_eq!(rounds[1].area, code(TOWNSHIP));
        assert!(
            rounds[1].missing().all(
                |part| matches!(part.target, Target::Household(_, household) if household.0 == id("h1"))
            )
        );
    }

    #[test]
    fn what_nobody_can_say_is_unclear_and_what_is_not_owed_is_left_out() {
        let f = Fixture::default();
        let all = owed_on(&f, "2018-02-01");
        assert_eq!(
            of(&all, 2, "2018-01")[0].state(day("2018-02-01")),
            Some(State::Unclear)
        );
        let mut f = named();
        f.county.officials.row_mut(id("o1")).record.posts = Some(vec![PostKind::Helper]);
        let all = owed_on(&f, "2018-02-01");
        assert_eq!(of(&all, 9, "2018-q1")[0].state(day("2018-02-01")), None);
    }

    /// The figures and the calendar are one computation: of every duty with a period of its own as subject, the figure counts
    /// as done exactly what the calendar shows as done among what is over.
    #[test]
    fn the_figures_count_what_the_calendar_shows() {
        let mut f = named();
        for month in [1, 2, 4] {
            let date = format!("2018-{month:02}-10");
            let meeting = &mut f.village.meetings.row_mut(id(&date)).record;
            (meeting.kind, meeting.date) = (Some(MeetingKind::VillageJoint), Some(day(&date)));
            let poor = townships()[0].code;
            tour(&mut f.county, &date, PostKind::CountyMayor, poor, &date);
            tour(&mut f.township, &date, PostKind::TownshipDeputy, VILLAGE, &date);
        }
        let unit = &mut f.village.village_help_units.row_mut(id("u1")).record;
        (unit.leader_official_id, unit.start) = (Some(OfficialId(id("o1"))), Some(day("2018-01-01")));
        f.county.officials.row_mut(id("o2")).record.posts = Some(vec![PostKind::DeptHead]);
        for date in ["2018-03-31", "2018-05-15", "2018-12-31"] {
            let all = owed_on(&f, date);
            for (number, area) in [
                (1, COUNTY),
                (2, COUNTY),
                (3, COUNTY),
                (4, VILLAGE),
                (5, TOWNSHIP),
                (6, TOWNSHIP),
                (8, TOWNSHIP),
                (9, COUNTY),
                (10, VILLAGE),
                (11, VILLAGE),
            ] {
                let counted = all.iter().filter(|one| {
                    let length = one.duty.plan().period == crate::plan::obligations::Period::Year;
                    one.duty.obligation.number() == number
                        && one.area.as_str() == area
                        && (length || one.period.is_over(day(date)))
                });
                let states: Vec<State> = counted.filter_map(|one| one.state(day(date))).collect();
                let done = states.iter().filter(|state| **state == State::Done).count() as i64;
                let known = states.iter().filter(|state| **state != State::Unclear).count() as i64;
                let figure = format!("IND-OBL-{number:02}");
                let expected = [done, states.len() as i64, known, states.len() as i64];
                assert_eq!(
                    f.office_tally(&figure, area, date),
                    expected,
                    "{figure} on {date}"
                );
            }
        }
    }
}
