//! Records that stand twice become one, steps are taken back, households move: and nothing that was told is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use huhuqing::exchange::{Frozen, Held, Period, Scope, ScoreRow};
use huhuqing::indicators::Scores;
use huhuqing::journal::rework::*;
use huhuqing::journal::{Clock, FieldKey, Partition, WrongClock, wrong_clocks};
use huhuqing::model::*;
use sample::*;
use std::collections::BTreeMap;

const NOW: u64 = 1_546_271_999_000;
const OTHER: &str = "530427203201";

fn carry_out(partition: &mut Partition, steps: Vec<Step>) {
    let mut clock = Clock::new(device("townoffc"));
    let changes = partition.carry_out(&mut clock, NOW, id("o9"), steps);
    partition.merge(changes);
}

/// A village in which a person stands twice, the second time with a year and a telephone of their own.
fn twice() -> Partition {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let fields = [
        ("name", "普家旺".into()),
        ("phone", "13800000000".into()),
        ("sex", "female".into()),
    ];
    tablet.set(Kind::Person, "copy", &fields);
    tablet.set(
        Kind::PersonYear,
        "copy-2018",
        &[
            ("person_id", "copy".into()),
            ("year", 2018.into()),
            ("labour", "ordinary".into()),
        ],
    );
    tablet.set(
        Kind::PersonYear,
        "p1-530427203200-2018",
        &[
            ("person_id", "p1-530427203200".into()),
            ("year", 2018.into()),
            ("education", "primary".into()),
        ],
    );
    tablet.set(Kind::IllnessCase, "c1", &[("person_id", "copy".into())]);
    tablet.partition
}

#[test]
fn two_persons_become_one_with_everything_that_was_known_of_either() {
    let mut partition = twice();
    let before = partition.changes().len();
    let steps = merge_into(
        partition.records(),
        Kind::Person,
        id("p1-530427203200"),
        id("copy"),
    );
    carry_out(&mut partition, steps);
    let records = partition.records();
    assert!(!records.contains(Kind::Person, id("copy")));
    let person = records.persons.get(id("p1-530427203200")).unwrap();
    assert_eq!(person.phone.as_deref(), Some("13800000000"));
    assert_eq!(person.sex, Some(Sex::Male), "what both know stays as it was");
    let year = records.person_years.get(id("p1-530427203200-2018")).unwrap();
    assert!(year.labour.is_some() && year.education.is_some());
    assert!(!records.contains(Kind::PersonYear, id("copy-2018")));
    let case = records.illness_cases.iter().next().unwrap();
    assert_eq!(case.person_id.unwrap().as_str(), "p1-530427203200");
    // The history is longer and not shorter, and the other's telephone is in it.
    assert!(partition.changes().len() > before);
    let phone = FieldKey::Known(place(Kind::Person, "phone") as u16);
    assert_eq!(partition.history(Kind::Person, id("copy"), &phone).len(), 1);
}

#[test]
fn a_merge_can_be_taken_back_and_what_came_later_stays() {
    let mut partition = twice();
    let before = partition.records().clone();
    let steps = merge_into(&before, Kind::Person, id("p1-530427203200"), id("copy"));
    carry_out(&mut partition, steps);
    let stamp = partition.changes().last().unwrap().stamp;
    // Somebody has given the person another telephone since.
    let phone = place(Kind::Person, "phone");
    let later = vec![Step::Set(
        (Kind::Person, id("p1-530427203200")),
        vec![(phone, "139".into())],
    )];
    carry_out(&mut partition, later);

    assert!(made_together(&partition, stamp).len() >= 4);
    let back = step_back(&partition, stamp);
    carry_out(&mut partition, back);
    let records = partition.records();
    assert_eq!(
        records
            .persons
            .get(id("p1-530427203200"))
            .unwrap()
            .phone
            .as_deref(),
        Some("139")
    );
    assert!(records.contains(Kind::Person, id("copy")));
    assert!(records.contains(Kind::PersonYear, id("copy-2018")));
    assert_eq!(
        records
            .illness_cases
            .iter()
            .next()
            .unwrap()
            .person_id
            .unwrap()
            .as_str(),
        "copy"
    );
    let year = records.person_years.get(id("p1-530427203200-2018")).unwrap();
    assert_eq!(year.labour, None);
}

#[test]
fn what_is_made_in_one_go_is_told_apart_from_what_comes_next_even_when_the_clock_stands_still() {
    let mut partition = twice();
    for year in [2014_i64, 2015, 2016] {
        let place = place(Kind::Household, "exit_year");
        let steps = vec![Step::Set(
            (Kind::Household, id("h-530427203200")),
            vec![(place, year.into())],
        )];
        let mut clock = Clock::new(device("townoffc"));
        let changes = partition.carry_out(&mut clock, 5, id("o9"), steps);
        partition.merge(changes);
    }
    let last = partition.changes().last().unwrap().stamp;
    assert_eq!(made_together(&partition, last).len(), 1);
}

#[test]
fn a_household_moves_with_its_members_and_their_history() {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    tablet.set(Kind::Person, "stays", &[("name", "李雪".into())]);
    let mut from = tablet.partition;
    let mut to = village(OTHER, "bbbbbbbb").partition;
    let household = id("h-530427203200");
    let kin = household_and_kin(from.records(), household);
    assert!(
        kin.contains(&(Kind::Person, id("p2-530427203200"))) && !kin.contains(&(Kind::Person, id("stays")))
    );
    let told = retold(&from, &kin, code(OTHER));
    to.merge(told);
    carry_out(&mut to, settled_in(&kin, code(OTHER)));
    carry_out(&mut from, out_of_sight(&kin));

    assert_eq!(from.records().households.iter().count(), 0);
    assert!(from.records().contains(Kind::Person, id("stays")));
    let moved = to.records().households.get(household).unwrap();
    assert_eq!(moved.village_code.unwrap().as_str(), OTHER);
    assert_eq!(moved.poverty_status, Some(PovertyStatus::ExitedWithPolicy));
    // The history came along, with its own times.
    let status = FieldKey::Known(place(Kind::Household, "poverty_status") as u16);
    let here = to.history(Kind::Household, household, &status);
    assert_eq!(here, from.history(Kind::Household, household, &status));
    assert_eq!(here.len(), 2);
    // Each member is counted once in both villages together.
    let persons = |partition: &Partition| partition.records().persons.iter().count();
    assert_eq!(persons(&from) + persons(&to), 5);
}

fn rows(partition: &Partition) -> Vec<ScoreRow> {
    let records = BTreeMap::from([(partition.area(), partition.records())]);
    let scores = Scores::of(&records, Period::parse("2018-12").unwrap().last_day());
    scores
        .rows()
        .into_iter()
        .map(ScoreRow::from)
        .filter(|row| row.area == partition.area())
        .collect()
}

#[test]
fn what_comes_after_a_period_is_closed_is_listed_and_changes_no_frozen_figure() {
    let mut tablet = village(VILLAGE, "k7f3q9zd");
    let frozen = Frozen {
        scope: Scope {
            code: code(VILLAGE),
            name: "太桥村".into(),
        },
        period: Period::parse("2018-12").unwrap(),
        author: draft(VILLAGE).author,
        device: device("townoffc"),
        at: NOW,
        rows: rows(&tablet.partition),
        held: Held::of(&tablet.partition),
    };
    let (frozen, _) = Frozen::read(&frozen.write().bytes).unwrap();
    assert!(
        frozen
            .late(&rows(&tablet.partition), [&tablet.partition])
            .is_empty()
    );

    // Next year a telephone is entered, which no figure reads, and a status is put right, which some do.
    tablet.now = Date::of::<2019, 3, 1>().start_in_china();
    tablet.set(Kind::Person, "p1-530427203200", &[("phone", "138".into())]);
    let h = "h-530427203200";
    tablet.set(
        Kind::Household,
        h,
        &[
            ("poverty_status", "not_exited".into()),
            ("exit_year", Value::Null),
        ],
    );
    let late = frozen.late(&rows(&tablet.partition), [&tablet.partition]);
    assert!(
        late.figures
            .iter()
            .any(|(was, now)| was.indicator.starts_with("IND-POV") && was != now)
    );
    let changed: Vec<&str> = late.changes.iter().map(|change| change.id.as_str()).collect();
    assert_eq!(changed, [h]);
    assert_eq!(Frozen::read(&frozen.write().bytes).unwrap().0.rows, frozen.rows);
}

#[test]
fn a_period_ends_on_its_last_day() {
    for (text, day) in [
        ("2018-02", "2018-02-28"),
        ("2020-02", "2020-02-29"),
        ("2018-12", "2018-12-31"),
        ("2019", "2019-12-31"),
    ] {
        assert_eq!(Period::parse(text).unwrap().last_day().to_string(), day);
        assert_eq!(Period::parse(text).unwrap().to_string(), text);
    }
    assert_eq!(Period::parse("2018-13").or(Period::parse("18")), None);
}

/// A tablet whose clock stands years ahead or behind.
fn tablet_at(now: u64, name: &str) -> Tablet {
    let mut tablet = Tablet::new(VILLAGE, name);
    tablet.now = now;
    tablet
}

#[test]
fn a_clock_years_off_is_reported_and_the_later_edit_still_stands() {
    let (ahead, behind) = (
        Date::of::<2031, 1, 1>().start_in_china(),
        Date::of::<1970, 2, 1>().start_in_china(),
    );
    let mut fast = tablet_at(ahead, "fastfast");
    fast.set(Kind::Household, "h1", &[("group_name", "一组".into())]);
    let mut slow = tablet_at(behind, "slowslow");
    slow.set(Kind::Household, "h2", &[("group_name", "二组".into())]);
    let right = tablet_at(NOW, "rightrig");
    let mut office = fast.partition.clone();
    office.merge(slow.partition.changes().to_vec());
    let wrong = wrong_clocks([&office, &right.partition], NOW);
    assert_eq!(wrong.get(&device("slowslow")), Some(&WrongClock::Behind));
    assert!(matches!(wrong.get(&device("fastfast")), Some(WrongClock::Ahead(days)) if *days > 4000));

    // Who has seen the value from the future and changes it, on a clock that is right, is heard.
    let mut right = right;
    right.partition.merge(office.changes().to_vec());
    right.set(Kind::Household, "h1", &[("group_name", "三组".into())]);
    right.set(Kind::Household, "h2", &[("group_name", "四组".into())]);
    office.merge(right.partition.changes().to_vec());
    let name = |record: &str| {
        office
            .records()
            .households
            .get(id(record))
            .unwrap()
            .group_name
            .clone()
    };
    assert_eq!(
        (name("h1").as_deref(), name("h2").as_deref()),
        (Some("三组"), Some("四组"))
    );
    assert_eq!(office.conflicts(), []);
}
