//! Every indicator against a slow second implementation on random villages, and the laws of scoring.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod demo_county;
mod laws;
mod oracle;
mod village;

use huhuqing::indicators::{FIGURES, figures, score_village};
use huhuqing::model::{Date, DivisionCode};
use oracle::Oracle;
use proptest::prelude::*;
use village::{AREA, Village, days, villages};

/// The tallies of every figure as the app and as the oracle see them.
fn both(village: &Village, day: Date) -> Vec<(&'static str, [i64; 4], [i64; 4])> {
    let area = DivisionCode::new(AREA).unwrap();
    let card = score_village(area, &village.records(), &village.facts(), day);
    let oracle = Oracle::new(village, day);
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
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

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
    for _ in 0..1500 {
        let (village, day) = (villages(), days()).new_tree(&mut runner).unwrap().current();
        for (place, (_, [num, den, known, expected], _)) in both(&village, day).into_iter().enumerate() {
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
