//! What the first page says, as plain values. Pure, tested natively.

use crate::indicators::{FigureAt, Scores, Status};
use crate::model::{DivisionCode, Level};
use crate::plan::divisions;
use crate::ui::pages::areas::compare::{Compared, compare};
use crate::ui::pages::households::line::Line;
use crate::ui::pages::targets::board::{self, Standing};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A village's households that wait for something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VillageToday {
    /// Households in the village's records, registered or not.
    pub households: usize,
    /// Registered households.
    pub registered: usize,
    /// Registered households that no helper visited this quarter: those still poor first.
    pub unvisited: Vec<Line>,
    /// Households with required fields that are empty: those that lack most first.
    pub incomplete: Vec<Line>,
}

impl VillageToday {
    /// What waits among the households of a village.
    pub fn of(lines: &[Line]) -> Self {
        let registered = |line: &&Line| line.standing.is_registered();
        let mut unvisited: Vec<Line> = lines
            .iter()
            .filter(registered)
            .filter(|line| !line.visited)
            .cloned()
            .collect();
        unvisited.sort_by_key(|line| (line.standing, line.id));
        let mut incomplete: Vec<Line> = lines.iter().filter(|line| line.missing > 0).cloned().collect();
        incomplete.sort_by_key(|line| (Reverse(line.missing), line.id));
        Self {
            households: lines.len(),
            registered: lines.iter().filter(registered).count(),
            unvisited,
            incomplete,
        }
    }
}

/// How many things of each sort are open in a village.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Registered households.
    pub registered: usize,
    /// Of them, those not visited this quarter.
    pub unvisited: usize,
    /// Households with required fields that are empty.
    pub incomplete: usize,
    /// Conflicts to settle.
    pub conflicts: usize,
    /// Changes that no package has carried yet.
    pub pending: usize,
}

/// What an office sees first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// Villages whose records or figures are here.
    pub reported: i64,
    /// Villages in all.
    pub of: i64,
    /// Where the figures with a goal stand.
    pub figures: Standing,
}

impl Overview {
    /// The overview of an area.
    pub fn of(area: DivisionCode, scores: &Scores) -> Self {
        let Some(card) = scores.card(area) else {
            return Self::default();
        };
        let chapters = board::chapters(card, scores.as_of());
        Self {
            reported: card.reported,
            of: card.reported + card.missing,
            figures: board::standing(chapters.iter().flat_map(|chapter| &chapter.lines)),
        }
    }
}

/// The villages of the county's list within an area.
pub fn villages_of(area: DivisionCode) -> impl Iterator<Item = DivisionCode> {
    divisions::villages()
        .iter()
        .filter_map(|row| DivisionCode::new(row.code))
        .filter(move |village| village.within(area))
}

/// The villages within an area of which nothing is here, by township.
pub fn silent(area: DivisionCode, scores: &Scores) -> BTreeMap<DivisionCode, Vec<DivisionCode>> {
    let mut silent: BTreeMap<DivisionCode, Vec<DivisionCode>> = BTreeMap::new();
    for village in villages_of(area) {
        let here = scores.card(village).is_some_and(|card| card.reported > 0);
        if let Some(township) = village.parent().filter(|_| !here) {
            silent.entry(township).or_default().push(village);
        }
    }
    silent
}

/// The villages within an area that are furthest from a figure's goal, the worst first; villages that have met it, that
/// it does not concern, or of which nothing is here, are left out.
pub fn weakest(area: DivisionCode, at: FigureAt, scores: &Scores, most: usize) -> Vec<Compared> {
    let behind = |row: &Compared| {
        row.line
            .is_some_and(|line| matches!(line.status, Status::NotMet | Status::OnTrack | Status::Unknown))
    };
    compare(villages_of(area), at, scores)
        .into_iter()
        .filter(behind)
        .take(most)
        .collect()
}

/// The figure that the overview compares villages by at first: the first that the area misses, or else the first that has
/// a goal.
pub fn first_figure(area: DivisionCode, scores: &Scores) -> Option<FigureAt> {
    // Villages are compared by what they have of their own, not by what only the county has.
    let of_villages = |at: &FigureAt| {
        let held = at.figure.goal.is_some_and(|goal| goal.applies_at(Level::Village));
        held && at.looks_at(Level::Village)
    };
    let goals = || crate::indicators::figures().filter(of_villages);
    let card = scores.card(area);
    let missed = |at: &FigureAt| card.is_some_and(|card| card.status(*at, scores.as_of()) == Status::NotMet);
    goals().find(missed).or_else(|| goals().next())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::{CountyFacts, Scorecard, Tally, figure};
    use crate::model::{Date, HouseholdId};
    use crate::ui::pages::households::line::Standing as Place;

    fn code(text: &str) -> DivisionCode {
        DivisionCode::new(text).unwrap()
    }

    fn line(id: &str, standing: Place, missing: i64, visited: bool) -> Line {
        Line {
            area: code("530427203200"),
            id: HouseholdId::new(id).unwrap(),
            name: id.to_owned(),
            group: None,
            members: 1,
            standing,
            cause: None,
            missing,
            visited,
            numbers: Vec::new(),
        }
    }

    fn ids(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.name.as_str()).collect()
    }

    #[test]
    fn those_still_poor_are_visited_first_and_who_lacks_most_is_completed_first() {
        let today = VillageToday::of(&[
            line("h1", Place::Exited, 1, false),
            line("h2", Place::Poor, 4, false),
            line("h3", Place::Outside, 0, false),
            line("h4", Place::Poor, 0, true),
        ]);
        assert_eq!((today.households, today.registered), (4, 3));
        assert_eq!(ids(&today.unvisited), ["h2", "h1"]);
        assert_eq!(ids(&today.incomplete), ["h2", "h1"]);
    }

    fn scores(villages: &[(&str, [i64; 3])]) -> Scores {
        let at = figure("IND-MED-01").unwrap();
        let card = |[num, den, known]: [i64; 3]| {
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
        };
        let cards = villages
            .iter()
            .map(|(village, tally)| (code(village), card(*tally)))
            .collect();
        Scores::of_cards(
            cards,
            CountyFacts::default(),
            Date::of::<2018, 12, 31>(),
            crate::indicators::Silent::of(&CountyFacts::default(), Date::of::<2018, 12, 31>()).into(),
        )
    }

    #[test]
    fn villages_that_met_the_goal_or_are_not_here_are_not_the_weakest() {
        let scores = scores(&[
            ("530427203200", [10, 10, 10]),
            ("530427203201", [5, 10, 10]),
            ("530427203202", [7, 10, 10]),
        ]);
        let at = figure("IND-MED-01").unwrap();
        let weakest: Vec<_> = weakest(code("530427"), at, &scores, 5)
            .iter()
            .map(|row| row.area)
            .collect();
        assert_eq!(weakest, [code("530427203201"), code("530427203202")]);
    }

    #[test]
    fn the_overview_counts_villages_and_the_silent_ones_lie_by_township() {
        let scores = scores(&[("530427203200", [10, 10, 10])]);
        let overview = Overview::of(code("530427"), &scores);
        assert_eq!((overview.reported, overview.of), (1, 124));
        let silent = silent(code("530427"), &scores);
        assert_eq!(silent.values().map(Vec::len).sum::<usize>(), 123);
        assert_eq!(silent.len(), 12);
        assert!(!silent[&code("530427203")].contains(&code("530427203200")));
    }

    #[test]
    fn an_office_first_looks_at_what_it_misses() {
        let at = first_figure(code("530427"), &scores(&[("530427203200", [5, 10, 10])]));
        assert!(at.is_some_and(|at| at.figure.goal.is_some()));
    }
}
