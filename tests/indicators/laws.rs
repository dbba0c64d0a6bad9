//! What holds for every figure, whatever the records.

use super::village::{AREA, Village, days, villages};
use huhuqing::indicators::{
    Scorecard, Scores, Status, Tally, explain, explain_sum, figure, figures, score_area,
};
use huhuqing::model::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn area() -> DivisionCode {
    DivisionCode::new(AREA).unwrap()
}

fn card(village: &Village, day: Date) -> Scorecard {
    score_area(area(), &village.records(), &village.facts(), day)
}

/// The village with every row list in another order.
fn turned(village: &Village) -> Village {
    fn turn<T: Clone>(rows: &[T]) -> Vec<T> {
        let mut rows = rows.to_vec();
        rows.reverse();
        rows
    }
    Village {
        households: turn(&village.households),
        persons: turn(&village.persons),
        memberships: turn(&village.memberships),
        events: turn(&village.events),
        years: turn(&village.years),
        incomes: turn(&village.incomes),
        person_years: turn(&village.person_years),
        village_years: turn(&village.village_years),
        measures: turn(&village.measures),
        helpers: turn(&village.helpers),
        units: turn(&village.units),
        visits: turn(&village.visits),
        parameters: turn(&village.parameters),
        poor: village.poor,
        more: village.more.clone(),
    }
}

/// Three villages of one township and one of another, with their own codes in their records.
fn county(villages: &[Village]) -> BTreeMap<DivisionCode, Records> {
    let codes = ["530427203200", "530427203201", "530427203202", "530427101213"];
    let mut areas: BTreeMap<_, _> = codes
        .iter()
        .zip(villages)
        .map(|(code, village)| (DivisionCode::new(code).unwrap(), village.records()))
        .collect();
    areas.insert(DivisionCode::new("530427").unwrap(), villages[0].county());
    areas.insert(DivisionCode::new("530427203").unwrap(), villages[0].township());
    areas
}

fn scores(areas: &BTreeMap<DivisionCode, Records>, day: Date) -> Scores {
    Scores::of(
        &areas.iter().map(|(area, records)| (*area, records)).collect(),
        day,
    )
}

/// The tallies but that of open findings: a record that stands alone is a finding itself, whoever's it is.
fn of_subjects(card: &Scorecard) -> Vec<(&'static str, Tally)> {
    let subjects = figures().filter(|at| at.indicator.id != "IND-DQ-02");
    subjects.map(|at| (at.figure.id, card.tally(at))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_records_changes_nothing(village in villages(), day in days()) {
        prop_assert_eq!(card(&village, day), card(&turned(&village), day));
    }

    #[test]
    fn a_tally_is_the_sum_of_its_drill_down_and_every_reason_names_a_field(village in villages(), day in days()) {
        let (records, facts) = (village.records(), village.facts());
        let card = card(&village, day);
        for at in figures() {
            let rows = explain(at, area(), &records, &facts, day);
            prop_assert_eq!(rows.iter().map(|row| row.tally).sum::<Tally>(), card.tally(at), "{}", at.figure.id);
            for reason in rows.iter().filter_map(|row| row.reason()) {
                prop_assert!(reason.field.is_none_or(|field| field.def().is_some()), "{:?}", reason);
            }
        }
    }

    #[test]
    fn a_record_of_nobody_changes_nothing(village in villages(), day in days(), date in days()) {
        let mut more = village.records();
        let stranger = Some(HouseholdId::new("nobody").unwrap());
        let id = Id::new("zz").unwrap();
        let visit = &mut more.visits.row_mut(id).record;
        (visit.household_id, visit.date) = (stranger, Some(date));
        let event = &mut more.status_events.row_mut(id).record;
        (event.household_id, event.date, event.kind) = (stranger, Some(date), Some(StatusEventKind::Returned));
        more.memberships.row_mut(id).record.household_id = stranger;
        more.support_measures.row_mut(id).record.household_id = stranger;
        more.persons.row_mut(id).record.name = Some("王五".into());
        let official = &mut more.officials.row_mut(id).record;
        (official.name, official.posts) = (Some("赵六".into()), Some(vec![PostKind::VillageDoctor]));
        let more = score_area(area(), &more, &village.facts(), day);
        prop_assert_eq!(of_subjects(&more), of_subjects(&card(&village, day)));
    }

    #[test]
    fn a_household_that_is_not_registered_changes_nothing(village in villages(), day in days()) {
        let mut more = village.clone();
        let id = HouseholdId::new("h9").unwrap();
        more.households.push((Household { id, registered: Some(false), ..Household::default() }, false));
        prop_assert_eq!(of_subjects(&card(&more, day)), of_subjects(&card(&village, day)));
    }

    #[test]
    fn a_parent_is_the_sum_of_its_children(several in proptest::collection::vec(villages(), 4), day in days()) {
        let areas = county(&several);
        let scores = scores(&areas, day);
        let child = |parent: DivisionCode| scores.cards().filter(move |(area, _)| area.parent() == Some(parent));
        let county = DivisionCode::new("530427").unwrap();
        let township = DivisionCode::new("530427203").unwrap();
        for parent in [county, township] {
            let card = scores.card(parent).unwrap();
            let children = Scorecard::sum(child(parent).map(|(_, card)| card));
            for at in figures() {
                let rows = areas.get(&parent).map(|records| explain(at, parent, records, scores.facts(), day));
                let own: Tally = rows.iter().flatten().chain(&explain_sum(at, parent, &scores)).map(|row| row.tally).sum();
                let difference = card.tally(at) - children.tally(at) - own;
                if parent == county {
                    prop_assert_eq!(difference, Tally::default(), "{}", at.figure.id);
                }
                prop_assert_eq!((difference.num, difference.known), (0, 0), "{}: only the unreported add", at.figure.id);
            }
        }
    }

    #[test]
    fn a_changed_village_scored_again_gives_what_scoring_everything_gives(
        several in proptest::collection::vec(villages(), 4), change in villages(), day in days(),
    ) {
        let mut areas = county(&several);
        let mut kept = scores(&areas, day);
        areas.insert(area(), change.records());
        kept.rescore(area(), &areas[&area()]);
        let anew = scores(&areas, day);
        prop_assert!(kept.cards().eq(anew.cards()));
    }

    #[test]
    fn nothing_unknown_is_met(village in villages(), day in days()) {
        let card = card(&village, day);
        for at in figures().filter(|at| at.figure.goal.is_some()) {
            let tally = card.tally(at);
            let heads = at.figure.weight != huhuqing::indicators::Weight::Amounts;
            prop_assert!(tally.den == tally.expected || !heads, "{}", at.figure.id);
            if card.status(at, day) == Status::Met {
                prop_assert!(tally.is_complete(), "{}: {:?}", at.figure.id, tally);
            }
        }
    }
}

#[test]
fn a_row_is_written_as_the_contract_says() {
    let code = |text| DivisionCode::new(text).unwrap();
    let records = Records::default();
    let areas = BTreeMap::from([(code(AREA), &records)]);
    let rows = huhuqing::indicators::score(&areas, Date::of::<2018, 12, 31>());
    assert_eq!(rows.len(), 3 * figures().count(), "village, township and county");
    let row = rows
        .iter()
        .find(|row| row.at.figure.id == "IND-POV-05" && row.area == code(AREA))
        .unwrap();
    let expected = serde_json::json!({
        "indicator": "IND-POV-05", "area": AREA, "as_of": "2018-12-31", "num": 0, "den": 1, "known": 0,
        "expected": 1, "target": "100% (≤2%)", "status": "unknown",
    });
    assert_eq!(serde_json::to_value(row).unwrap(), expected);
    assert!(figure("IND-POV-99").is_none());
}
