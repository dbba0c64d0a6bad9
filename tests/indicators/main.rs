//! Every indicator against a slow second implementation on random villages, and the laws of scoring.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod after_a_change;
mod another_day;
mod demo_county;
mod laws;
mod oracle;
mod village;

use huhuqing::indicators::{FIGURES, figures, score_area};
use huhuqing::model::{Date, DivisionCode, Records};
use oracle::Oracle;
use proptest::prelude::*;
use village::more::{COUNTY, TOWNSHIP};
use village::{AREA, Village, days, villages};

/// The tallies of every figure of the village, its township and the county, as the app and as the oracle see them.
fn both(village: &Village, day: Date) -> Vec<(&'static str, [i64; 4], [i64; 4])> {
    let nobody = Village::default();
    let office = |area, records: Records| {
        let oracle = Oracle::office(&nobody, area, records.clone(), village.county(), day);
        compare(area, &records, village, day, &oracle)
    };
    let mut all = compare(AREA, &village.records(), village, day, &Oracle::new(village, day));
    all.extend(office(TOWNSHIP, village.township()));
    all.extend(office(COUNTY, village.county()));
    all
}

fn compare(
    area: &str,
    records: &Records,
    village: &Village,
    day: Date,
    oracle: &Oracle,
) -> Vec<(&'static str, [i64; 4], [i64; 4])> {
    let card = score_area(DivisionCode::new(area).unwrap(), records, &village.facts(), day);
    let compare = |at: huhuqing::indicators::FigureAt| {
        let tally = card.tally(at);
        (
            at.figure.id,
            [tally.num, tally.den, tally.known, tally.expected],
            oracle.tally(at.figure.id),
        )
    };
    figures().map(compare).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_agrees_with_the_slow_second_implementation(village in villages(), day in days()) {
        for (figure, ours, theirs) in both(&village, day) {
            prop_assert_eq!(ours, theirs, "{} on {}", figure, day);
        }
    }
}

/// The comparison would be empty if random villages never got anywhere: every figure has to come out with something
/// that counts, something that does not, and something unknown.
#[test]
fn random_villages_reach_every_answer_of_every_figure() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = [[false; 3]; FIGURES];
    // A finding counts; there is none that does not, and none that may be one.
    for at in figures().filter(|at| at.indicator.id == "IND-DQ-02") {
        seen[at.place] = [false, true, true];
    }
    for _ in 0..2500 {
        if seen == [[true; 3]; FIGURES] {
            break;
        }
        let (village, day) = (villages(), days()).new_tree(&mut runner).unwrap().current();
        for (place, (_, [num, den, known, expected], _)) in both(&village, day).into_iter().enumerate() {
            let place = place % FIGURES;
            seen[place][0] |= num > 0;
            seen[place][1] |= num < den;
            seen[place][2] |= known < expected;
        }
    }
    let always: Vec<_> = figures()
        .filter(|at| seen[at.place] != [true; 3])
        .map(|at| (at.figure.id, seen[at.place]))
        .collect();
    assert!(
        always.is_empty(),
        "[counts, does not count, unknown] never seen: {always:?}"
    );
}
