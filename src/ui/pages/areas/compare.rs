//! Areas compared by one figure, as plain values. Pure, tested natively.

use crate::charts::Bar;
use crate::indicators::{Aggregation, FigureAt, Scores, Status, Test};
use crate::model::DivisionCode;
use crate::ui::pages::targets::board::{self, Line};
use std::cmp::Reverse;

/// One area's figure.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    /// The area.
    pub area: DivisionCode,
    /// Its figure; none when nothing of the area is here.
    pub line: Option<Line>,
    /// What it is sorted and drawn by; none when it is not known.
    pub measure: Option<i64>,
}

/// The figure in each of the areas, the worst first, those that have not reported last.
pub fn compare(
    areas: impl IntoIterator<Item = DivisionCode>,
    at: FigureAt,
    scores: &Scores,
) -> Vec<Compared> {
    let mut rows: Vec<Compared> = areas.into_iter().map(|area| compared(area, at, scores)).collect();
    let less_is_worse = matches!(
        at.figure.goal.map(|goal| goal.test),
        Some(Test::Everybody | Test::EveryUnitWithin | Test::Reach(_) | Test::ShareWithin(_))
    );
    rows.sort_by_key(|row| {
        let measure = row.measure.unwrap_or_default();
        let worse = if less_is_worse {
            measure
        } else {
            measure.saturating_neg()
        };
        (urgency(row), Reverse(row.measure.is_some()), worse, row.area)
    });
    rows
}

fn compared(area: DivisionCode, at: FigureAt, scores: &Scores) -> Compared {
    let card = scores.card(area).filter(|card| card.is_here());
    let line = card.map(|card| board::line(card, at, scores.as_of()));
    Compared {
        area,
        line,
        measure: line.and_then(|line| board::measure(at, line.tally)),
    }
}

fn urgency(row: &Compared) -> u8 {
    match row.line.map(|line| line.status) {
        Some(Status::NotMet) => 0,
        Some(Status::OnTrack) => 1,
        Some(Status::Unknown) => 2,
        Some(Status::Met | Status::Info) => 3,
        Some(Status::NotApplicable) => 4,
        None => 5,
    }
}

/// The bar of a row.
pub fn bar(row: &Compared) -> Bar {
    Bar {
        value: row.measure,
        target: None,
    }
}

/// The natural whole of a figure's scale: 100 % of a share that everybody should reach.
pub fn whole(at: FigureAt) -> Option<i64> {
    let full = at.figure.goal.is_some_and(|goal| goal.test != Test::Nobody);
    let share = matches!(at.aggregation(), Aggregation::Share | Aggregation::AllUnitsPass);
    (full && share).then_some(10_000)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::{CountyFacts, Scorecard, Tally, figure};
    use crate::model::Date;

    fn card(at: FigureAt, [num, den, known]: [i64; 3]) -> Scorecard {
        let mut card = Scorecard {
            reported: 1,
            ..Scorecard::default()
        };
        card.tallies[at.place] = Tally {
            num,
            den,
            known,
            expected: den,
        };
        card
    }

    #[test]
    fn the_worst_comes_first_and_who_has_not_reported_last() {
        let insured = figure("IND-MED-01").unwrap();
        let village = |n: u8| DivisionCode::new(&format!("53042720320{n}")).unwrap();
        let cards = [
            (village(0), card(insured, [10, 10, 10])),
            (village(1), card(insured, [9, 10, 10])),
            (village(2), card(insured, [5, 10, 10])),
            (village(3), card(insured, [9, 10, 9])),
        ];
        let scores = Scores::of_cards(
            cards.into(),
            CountyFacts::default(),
            Date::of::<2018, 12, 31>(),
            crate::indicators::Silent::of(&CountyFacts::default(), Date::of::<2018, 12, 31>()).into(),
        );
        let rows = compare((0..5).map(village), insured, &scores);
        let order: Vec<_> = rows.iter().map(|row| row.area).collect();
        assert_eq!(
            order,
            [village(2), village(1), village(3), village(0), village(4)]
        );
        assert!(rows[4].line.is_none() && rows[4].measure.is_none());
        assert_eq!(whole(insured), Some(10_000));
    }

    #[test]
    fn of_a_goal_that_nobody_counts_the_most_is_the_worst() {
        let left = figure("IND-POV-02").unwrap();
        let village = |n: u8| DivisionCode::new(&format!("53042720320{n}")).unwrap();
        let cards = [
            (village(0), card(left, [1, 10, 10])),
            (village(1), card(left, [7, 10, 10])),
        ];
        let scores = Scores::of_cards(
            cards.into(),
            CountyFacts::default(),
            Date::of::<2018, 12, 31>(),
            crate::indicators::Silent::of(&CountyFacts::default(), Date::of::<2018, 12, 31>()).into(),
        );
        let rows = compare((0..2).map(village), left, &scores);
        assert_eq!(rows[0].area, village(1));
        assert_eq!(whole(left), None);
    }
}
