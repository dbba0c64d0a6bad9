//! Figures of another day are made of those that stand and of new judgements, and are those made anew.

use crate::demo_county::areas;
use crate::village::more::{COUNTY, TOWNSHIP};
use crate::village::{AREA, Village, days, villages};
use huhuqing::indicators::{CountyFacts, INDICATORS, Scored};
use huhuqing::model::{Date, DivisionCode, Level, Records};
use proptest::prelude::*;

/// Goes through days, one after the other, and tells the first figure on which the figures that were kept and the new ones
/// differ.
fn first_difference(
    area: DivisionCode,
    records: &Records,
    facts: &CountyFacts,
    days: impl IntoIterator<Item = Date>,
) -> Option<String> {
    let mut kept: Option<Scored> = None;
    for day in days {
        let anew = Scored::of(area, records, facts, day);
        let now = match kept {
            Some(kept) => kept.on(day, area, records, facts),
            None => anew.clone(),
        };
        let mut figures = huhuqing::indicators::figures();
        if let Some(at) = figures.find(|at| now.card.tally(*at) != anew.card.tally(*at)) {
            return Some(format!(
                "{area} {day} {}: {:?}, and anew {:?}",
                at.figure.id,
                now.card.tally(at),
                anew.card.tally(at)
            ));
        }
        if now.card != anew.card {
            return Some(format!("{area} {day}: {:?}, and anew {:?}", now.card, anew.card));
        }
        kept = Some(now);
    }
    None
}

/// A day, and a few days about it and farther away, in any order.
fn walk() -> impl Strategy<Value = Vec<Date>> {
    let steps = proptest::collection::vec(
        prop_oneof![-3_i64..=3, -3_i64..=3, -40_i64..=40, -400_i64..=400],
        1..24,
    );
    (days(), steps).prop_map(|(first, steps)| {
        let mut day = first;
        let later = steps.into_iter().map(|step| {
            day = day.plus_days(step);
            day
        });
        [first].into_iter().chain(later.collect::<Vec<_>>()).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn figures_that_are_kept_are_those_made_anew(village in villages(), days in walk()) {
        let facts = village.facts();
        for (area, records) in parts(&village) {
            prop_assert_eq!(first_difference(area, &records, &facts, days.iter().copied()), None);
        }
    }
}

pub fn parts(village: &Village) -> [(DivisionCode, Records); 3] {
    let code = |code| DivisionCode::new(code).unwrap();
    [
        (code(AREA), village.records()),
        (code(TOWNSHIP), village.township()),
        (code(COUNTY), village.county()),
    ]
}

fn from(first: Date, count: i64) -> impl Iterator<Item = Date> {
    (0..count).map(move |days| first.plus_days(days))
}

/// Every tenth village, and every office.
pub fn some_areas() -> Vec<(DivisionCode, &'static Records)> {
    let all = areas();
    let offices = all.iter().filter(|(area, _)| area.level() != Level::Village);
    let villages = all.iter().filter(|(area, _)| area.level() == Level::Village);
    let some = offices.chain(villages.step_by(10));
    some.map(|(area, records)| (*area, *records)).collect()
}

pub fn county_facts() -> CountyFacts {
    let all = areas();
    let county = all.iter().find(|(area, _)| area.level() == Level::County);
    CountyFacts::of(county.unwrap().1)
}

#[test]
fn in_the_demo_county_too_from_day_to_day() {
    let facts = county_facts();
    let days = || {
        let new_year = from(Date::of::<2018, 12, 20>(), 24);
        let quarter = from(Date::of::<2018, 6, 27>(), 8);
        let school = from(Date::of::<2020, 8, 29>(), 6);
        new_year.chain(quarter).chain(school)
    };
    for (area, records) in some_areas() {
        assert_eq!(first_difference(area, records, &facts, days()), None);
    }
}

#[test]
fn most_of_what_is_judged_stands_on_the_next_day() {
    let facts = county_facts();
    let (mut stand, mut all) = (0, 0);
    for (area, records) in some_areas() {
        for day in from(Date::of::<2018, 12, 25>(), 6) {
            let scored = Scored::of(area, records, &facts, day);
            let spans = scored.spans.iter();
            stand += spans.filter(|span| span.contains(day.plus_days(1))).count();
            all += INDICATORS.len();
        }
    }
    assert!(stand * 20 > all * 19, "{stand} of {all} figures stand");
}
