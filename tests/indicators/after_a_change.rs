//! Figures after a change are made of those that stand and of new judgements, and are those made anew.

use crate::another_day::{county_facts, parts, some_areas};
use crate::village::{days, villages};
use huhuqing::indicators::{CountyFacts, INDICATORS, Scored, Traced, figures};
use huhuqing::model::{Date, DivisionCode, Id, Kind, KindSet, Records};
use proptest::prelude::*;

/// The first figure on which figures gone on with and those made anew differ.
fn difference(traced: &Traced, anew: &Scored) -> Option<String> {
    let mut figures = figures();
    let at = figures.find(|at| traced.scored.card.tally(*at) != anew.card.tally(*at));
    let told = |card: &Scored| format!("{:?}", at.map(|at| (at.figure.id, card.card.tally(at))));
    (traced.scored != *anew).then(|| format!("{}, and anew {}", told(&traced.scored), told(anew)))
}

/// Gives a kind the records that it has elsewhere.
fn exchange(records: &mut Records, kind: Kind, elsewhere: &Records) {
    let mut here: Vec<Id> = Vec::new();
    records.for_each_row(kind, |row| here.push(row.id));
    here.into_iter().for_each(|id| records.forget(kind, id));
    elsewhere.for_each_row(kind, |row| {
        for field in 0..kind.def().fields.len() {
            let _unfitting_values_are_kept_beside = records.set(kind, row.id, field, &row.get(field));
        }
        records.set_deleted(kind, row.id, row.deleted);
    });
}

/// Changes some records one after the other and tells the first difference.
fn first_difference(
    area: DivisionCode,
    mut records: Records,
    facts: &CountyFacts,
    changes: impl IntoIterator<Item = (Date, Box<dyn FnOnce(&mut Records)>)>,
    first: Date,
) -> Option<String> {
    let mut traced = Traced::of(area, &records, facts, first);
    for (day, change) in changes {
        change(&mut records);
        traced = traced.again(&records, facts, day);
        let found = difference(&traced, &Scored::of(area, &records, facts, day));
        if let Some(found) = found {
            return Some(format!("{area} {day}: {found}"));
        }
    }
    None
}

/// Kinds whose records are exchanged, and the day on which that is looked at.
fn exchanges() -> impl Strategy<Value = Vec<(usize, Option<Date>)>> {
    let kind = 0..Kind::ALL.len();
    proptest::collection::vec((kind, proptest::option::weighted(0.2, days())), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn figures_gone_on_with_are_those_made_anew(
        village in villages(), other in villages(), day in days(), exchanges in exchanges(),
    ) {
        let facts = village.facts();
        for ((area, records), (_, elsewhere)) in parts(&village).into_iter().zip(parts(&other)) {
            let mut today = day;
            let changes = exchanges.iter().map(|(kind, other_day)| {
                let (kind, elsewhere) = (Kind::ALL[*kind], elsewhere.clone());
                today = other_day.unwrap_or(today);
                let change: Box<dyn FnOnce(&mut Records)> = Box::new(move |records| exchange(records, kind, &elsewhere));
                (today, change)
            });
            prop_assert_eq!(first_difference(area, records, &facts, changes, day), None);
        }
    }
}

#[test]
fn in_the_demo_county_too_whatever_record_goes() {
    let (facts, day) = (county_facts(), Date::of::<2018, 12, 31>());
    for (area, records) in some_areas() {
        let changes = Kind::ALL.iter().map(|kind| {
            let mut first = None;
            records.for_each(*kind, |row| first = first.or(Some(row.id)));
            let change: Box<dyn FnOnce(&mut Records)> = Box::new(move |records| {
                if let Some(id) = first {
                    records.set_deleted(*kind, id, true);
                }
            });
            (day, change)
        });
        assert_eq!(
            first_difference(area, records.clone(), &facts, changes, day),
            None
        );
    }
}

#[test]
fn other_facts_of_the_county_have_everything_judged_again() {
    let day = Date::of::<2018, 12, 31>();
    let (facts, nothing_entered) = (county_facts(), CountyFacts::default());
    let mut differ = 0;
    for (area, records) in some_areas() {
        let traced = Traced::of(area, records, &facts, day).again(records, &nothing_entered, day);
        let anew = Scored::of(area, records, &nothing_entered, day);
        assert_eq!(difference(&traced, &anew), None);
        differ += usize::from(anew != Scored::of(area, records, &facts, day));
    }
    assert!(differ > 0, "parameters, sites and trainings matter");
}

#[test]
fn a_project_is_looked_at_by_what_is_said_of_projects() {
    let (area, records) = some_areas().remove(0);
    let traced = Traced::of(area, records, &county_facts(), Date::of::<2018, 12, 31>());
    let project = KindSet::of(&[Kind::Project]);
    let looked_at = INDICATORS.iter().zip(traced.looked_at());
    let by: Vec<_> = looked_at
        .filter(|(_, at)| at.meets(project))
        .map(|(i, _)| i.id)
        .collect();
    assert!(by.contains(&"IND-PRJ-01"), "{by:?}");
    assert!(by.len() * 4 < INDICATORS.len(), "{by:?}");
}
