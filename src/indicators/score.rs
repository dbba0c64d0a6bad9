//! The sums of townships and the county.

use super::explain::shortfall;
use super::registry::{Asks, figures};
use super::silent::missing_office;
use super::{CountyFacts, Row, Scorecard, Silent, Tally, score_area};
use crate::model::{Date, DivisionCode, Level, Records};
use crate::plan::divisions;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a township keeps itself, told by the sum that it sent and the villages that it sent with it.
pub fn own_of_township(
    township: DivisionCode,
    sum: &Scorecard,
    villages: BTreeMap<DivisionCode, Scorecard>,
    facts: &CountyFacts,
    as_of: Date,
) -> Scorecard {
    let silent = Arc::new(Silent::of(facts, as_of));
    let scores = Scores::of_cards(villages, facts.clone(), as_of, silent);
    let mut own = sum.clone();
    if let Some(without) = scores.card(township) {
        own.subtract(without);
        own.add(&missing_office(township, facts, as_of).0);
    }
    let is_judged = |asks: Asks| matches!(asks, Asks::Each(levels) if levels.contains(&Level::Township));
    for at in figures().filter(|at| !is_judged(at.indicator.asks)) {
        own.tallies[at.place] = Tally::default();
    }
    Scorecard {
        level: Level::Township,
        reported: 0,
        missing: 0,
        offices: 1,
        ..own
    }
}

/// What a township adds to the sum of its villages and its own records: itself, where it is judged as a unit by them.
fn township_unit(area: DivisionCode, villages: &Scorecard, facts: &CountyFacts) -> Scorecard {
    let mut unit = Scorecard::default();
    let incidence = figures().find(|at| at.indicator.id == super::poverty::INCIDENCE.id);
    let incidence = incidence.map(|at| villages.tally(at)).unwrap_or_default();
    for at in figures() {
        if let Asks::VillagesAndTownships(judge) = at.indicator.asks {
            unit.tallies[at.place] = judge(area, incidence, facts).tally(1);
        }
    }
    unit
}

/// What the plan says there is in the county and nobody has entered.
fn county_shortfall(sum: &Scorecard) -> Scorecard {
    let mut rest = Scorecard::default();
    for at in figures() {
        if let Some((judgement, weight)) = shortfall(at, sum.tally(at)) {
            rest.tallies[at.place] = at.figure.tally(judgement, weight);
        }
    }
    rest
}

/// The scorecards of a county on one day, kept so that a changed area costs only itself.
#[derive(Clone, Debug)]
pub struct Scores {
    as_of: Date,
    facts: Arc<CountyFacts>,
    /// What townships and the county keep themselves.
    offices: BTreeMap<DivisionCode, Scorecard>,
    /// Villages, and the sums of townships and the county.
    cards: BTreeMap<DivisionCode, Scorecard>,
    /// What is said of areas whose records are not here.
    silent: Arc<Silent>,
}

/// Scores everything and lists it: by figure, then by area.
pub fn score(areas: &BTreeMap<DivisionCode, &Records>, as_of: Date) -> Vec<Row> {
    Scores::of(areas, as_of).rows()
}

impl Scores {
    /// Scores everything: the partitions of villages, townships and the county, with what the county's own partition
    /// says about parameters, poverty villages, sites and trainings.
    pub fn of(areas: &BTreeMap<DivisionCode, &Records>, as_of: Date) -> Self {
        let county = areas.iter().find(|(area, _)| area.level() == Level::County);
        let facts = county
            .map(|(_, records)| CountyFacts::of(records))
            .unwrap_or_default();
        let cards = areas
            .iter()
            .map(|(area, records)| (*area, score_area(*area, records, &facts, as_of)))
            .collect();
        let silent = Arc::new(Silent::of(&facts, as_of));
        Self::of_cards(cards, facts, as_of, silent)
    }

    /// The sums of areas whose own records were scored before, on that day and with those facts. Of an area that is not among
    /// them is said what `silent` says.
    pub fn of_cards(
        cards: BTreeMap<DivisionCode, Scorecard>,
        facts: impl Into<Arc<CountyFacts>>,
        as_of: Date,
        silent: Arc<Silent>,
    ) -> Self {
        let facts = facts.into();
        let tolerance = facts.tolerance(as_of.year());
        let (mut villages, mut offices) = (BTreeMap::new(), BTreeMap::new());
        for (area, mut card) in cards {
            (card.level, card.tolerance) = (area.level(), tolerance);
            match area.level() {
                Level::Village => villages.insert(area, card),
                Level::Township | Level::County => offices.insert(area, card),
            };
        }
        let mut scores = Self {
            as_of,
            facts,
            offices,
            cards: villages,
            silent,
        };
        let of_plan = divisions::townships()
            .iter()
            .filter_map(|row| DivisionCode::new(row.code));
        let of_villages = scores.cards.keys().filter_map(DivisionCode::parent);
        for township in of_plan.chain(of_villages).collect::<BTreeSet<_>>() {
            scores.sum_township(township);
        }
        scores.sum_county();
        scores
    }

    /// Scores one changed or new area again, and with it those above it. What the county says to others (its facts)
    /// stays as it was.
    pub fn rescore(&mut self, area: DivisionCode, records: &Records) {
        let card = score_area(area, records, &self.facts, self.as_of);
        match area.level() {
            Level::Village => self.cards.insert(area, card),
            Level::Township | Level::County => self.offices.insert(area, card),
        };
        let township = match area.level() {
            Level::Village => area.parent(),
            Level::Township => Some(area),
            Level::County => None,
        };
        if let Some(township) = township {
            self.sum_township(township);
        }
        self.sum_county();
    }

    /// Whether a township's or the county's own records are here.
    pub(super) fn has_office(&self, area: DivisionCode) -> bool {
        self.offices.contains_key(&area)
    }

    /// The county's sum before what is not entered is added.
    pub(super) fn before_shortfall(&self, area: DivisionCode) -> Scorecard {
        let mut card = Scorecard::sum(self.children(area));
        self.add_office(area, &mut card);
        card
    }

    fn children(&self, area: DivisionCode) -> impl Iterator<Item = &Scorecard> {
        let below = self.cards.iter();
        below
            .filter(move |(child, _)| child.parent() == Some(area))
            .map(|(_, card)| card)
    }

    fn add_office(&self, area: DivisionCode, card: &mut Scorecard) {
        match self.offices.get(&area) {
            Some(own) => card.add(own),
            None => self.silent.add_to(card, area, &self.facts),
        }
    }

    /// The day.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// What the county has entered.
    pub fn facts(&self) -> &CountyFacts {
        &self.facts
    }

    /// The scorecard of a village that reported, of a township or of the county.
    pub fn card(&self, area: DivisionCode) -> Option<&Scorecard> {
        self.cards.get(&area)
    }

    /// Every area with its scorecard, by code: the county, then each township before its villages.
    pub fn cards(&self) -> impl Iterator<Item = (DivisionCode, &Scorecard)> {
        self.cards.iter().map(|(area, card)| (*area, card))
    }

    /// Every figure of every area of which something is here: by figure, then by area.
    pub fn rows(&self) -> Vec<Row> {
        let here = self.cards().filter(|(_, card)| card.is_here());
        let mut rows: Vec<_> = here
            .flat_map(|(area, card)| card.rows(area, self.as_of))
            .collect();
        rows.sort_by_key(|row| row.at.place);
        rows
    }

    fn sum_township(&mut self, township: DivisionCode) {
        let mut card = Scorecard::sum(self.children(township));
        (card.level, card.tolerance) = (Level::Township, self.facts.tolerance(self.as_of.year()));
        for village in divisions::children(township.as_str()) {
            let code = DivisionCode::new(village.code).filter(|code| !self.cards.contains_key(code));
            if let Some(code) = code {
                self.silent.add_to(&mut card, code, &self.facts);
            }
        }
        card.add(&township_unit(township, &card, &self.facts));
        match self.offices.get(&township) {
            Some(own) => card.add(own),
            None => self.silent.add_to(&mut card, township, &self.facts),
        }
        self.cards.insert(township, card);
    }

    fn sum_county(&mut self) {
        let mut townships = self.cards.keys().filter(|area| area.level() == Level::Township);
        let Some(county) = townships.find_map(DivisionCode::parent) else {
            return;
        };
        let mut card = self.before_shortfall(county);
        (card.level, card.tolerance) = (Level::County, self.facts.tolerance(self.as_of.year()));
        card.add(&county_shortfall(&card));
        self.cards.insert(county, card);
    }
}
