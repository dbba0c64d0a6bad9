//! Scoring: every figure of a village in one go, and the sums of villages.

use super::explain::{judge_member, weigh};
use super::registry::{FIGURES, FigureAt, INDICATORS, Judge, figures};
use super::{Context, CountyFacts, Status, Tally, VillageIndex, standing};
use crate::model::{Date, DivisionCode, Level, Records};
use crate::plan::divisions;
use std::collections::{BTreeMap, BTreeSet};

/// The tallies of every figure for one area, in the order of [`figures`], and how much of the area is in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// One tally a figure.
    pub tallies: Vec<Tally>,
    /// Villages whose records are here.
    pub reported: i64,
    /// Villages of the county's list whose records are not here. What is asked of the village itself, such as its
    /// incidence, is then unknown.
    pub missing: i64,
}

impl Default for Scorecard {
    fn default() -> Self {
        Self {
            tallies: vec![Tally::default(); FIGURES],
            reported: 0,
            missing: 0,
        }
    }
}

impl Scorecard {
    /// The sum of parts that have no village in common.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        parts.into_iter().for_each(|part| sum.add(part));
        sum
    }

    /// Takes another part in.
    pub fn add(&mut self, part: &Self) {
        self.tallies
            .iter_mut()
            .zip(&part.tallies)
            .for_each(|(mine, theirs)| *mine += *theirs);
        self.reported += part.reported;
        self.missing += part.missing;
    }

    /// Takes a part out that was taken in.
    pub fn subtract(&mut self, part: &Self) {
        self.tallies
            .iter_mut()
            .zip(&part.tallies)
            .for_each(|(mine, theirs)| *mine = *mine - *theirs);
        self.reported -= part.reported;
        self.missing -= part.missing;
    }

    /// The tally of a figure.
    pub fn tally(&self, at: FigureAt) -> Tally {
        self.tallies.get(at.place).copied().unwrap_or_default()
    }

    /// Where a figure stands on that day.
    pub fn status(&self, at: FigureAt, as_of: Date) -> Status {
        standing(at.figure.goal.as_ref(), self.tally(at), as_of, self.missing == 0)
    }

    /// One row a figure, for that area.
    pub fn rows(&self, area: DivisionCode, as_of: Date) -> impl Iterator<Item = Row> + '_ {
        figures().map(move |at| Row {
            at,
            area,
            as_of,
            tally: self.tally(at),
            status: self.status(at, as_of),
        })
    }
}

/// One figure of one area; as JSON {indicator, area, as_of, num, den, known, expected, target, status}.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The figure.
    pub at: FigureAt,
    /// The area.
    pub area: DivisionCode,
    /// The day.
    pub as_of: Date,
    /// The tally.
    pub tally: Tally,
    /// Where it stands.
    pub status: Status,
}

impl serde::Serialize for Row {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut row = serializer.serialize_struct("Row", 9)?;
        row.serialize_field("indicator", self.at.figure.id)?;
        row.serialize_field("area", self.area.as_str())?;
        row.serialize_field("as_of", &self.as_of.to_string())?;
        row.serialize_field("num", &self.tally.num)?;
        row.serialize_field("den", &self.tally.den)?;
        row.serialize_field("known", &self.tally.known)?;
        row.serialize_field("expected", &self.tally.expected)?;
        row.serialize_field("target", &self.at.figure.goal.map(|goal| goal.text()))?;
        row.serialize_field("status", self.status.id())?;
        row.end()
    }
}

/// Scores one village: one pass to index its records, then every judgement once.
pub fn score_village(area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Scorecard {
    let index = VillageIndex::new(area, records, as_of);
    let context = Context {
        as_of,
        year: as_of.year(),
        facts,
        village: &index,
    };
    let views: Vec<_> = index.households().collect();
    let mut card = Scorecard {
        reported: 1,
        ..Scorecard::default()
    };
    let mut place = 0;
    for indicator in INDICATORS {
        let figures = indicator.figures;
        let tallies = &mut card.tallies[place..place + figures.len()];
        place += figures.len();
        match indicator.judge {
            Judge::Household(judge) => {
                for view in &views {
                    let judgement = judge(view, &context);
                    for (figure, tally) in figures.iter().zip(tallies.iter_mut()) {
                        let (judgement, weight) = weigh(judgement, figure.weight, view);
                        *tally += judgement.tally(weight);
                    }
                }
            }
            Judge::Person(judge) => {
                let members = views
                    .iter()
                    .flat_map(|view| view.members.iter().map(move |(_, member)| (view, member)));
                let sum: Tally = members
                    .map(|(view, member)| judge_member(judge, view, member, &context).tally(1))
                    .sum();
                tallies.iter_mut().for_each(|tally| *tally += sum);
            }
            Judge::Village(judge) | Judge::VillageAndTownship(judge, _) => {
                let sum = judge(&context).tally(1);
                tallies.iter_mut().for_each(|tally| *tally += sum);
            }
        }
    }
    card
}

/// A village of the county's list whose records are not here.
fn missing_village(area: DivisionCode, facts: &CountyFacts, as_of: Date) -> Scorecard {
    Scorecard {
        reported: 0,
        missing: 1,
        ..score_village(area, &Records::default(), facts, as_of)
    }
}

/// What a township adds to the sum of its villages: itself, where it is judged as a unit.
fn township_unit(area: DivisionCode, villages: &Scorecard, facts: &CountyFacts) -> Scorecard {
    let mut unit = Scorecard::default();
    let incidence = figures().find(|at| at.indicator.id == super::poverty::INCIDENCE.id);
    let incidence = incidence.map(|at| villages.tally(at)).unwrap_or_default();
    for at in figures() {
        if let Judge::VillageAndTownship(_, judge) = at.indicator.judge {
            unit.tallies[at.place] = judge(area, incidence, facts).tally(1);
        }
    }
    unit
}

/// The scorecards of a county on one day, kept so that a changed village costs only itself.
#[derive(Clone, Debug)]
pub struct Scores {
    as_of: Date,
    facts: CountyFacts,
    cards: BTreeMap<DivisionCode, Scorecard>,
}

/// Scores everything and lists it: by figure, then by area.
pub fn score(areas: &BTreeMap<DivisionCode, &Records>, as_of: Date) -> Vec<Row> {
    Scores::of(areas, as_of).rows()
}

impl Scores {
    /// Scores everything: the partitions of villages, with what the county's own partition says about parameters and
    /// poverty villages. Partitions of townships hold nothing that is scored.
    pub fn of(areas: &BTreeMap<DivisionCode, &Records>, as_of: Date) -> Self {
        let county = areas.iter().find(|(area, _)| area.level() == Level::County);
        let facts = county
            .map(|(_, records)| CountyFacts::of(records))
            .unwrap_or_default();
        let villages = areas.iter().filter(|(area, _)| area.level() == Level::Village);
        let cards = villages
            .map(|(area, records)| (*area, score_village(*area, records, &facts, as_of)))
            .collect();
        Self::of_cards(cards, facts, as_of)
    }

    /// The sums of villages that were scored before, on that day and with those facts.
    pub fn of_cards(cards: BTreeMap<DivisionCode, Scorecard>, facts: CountyFacts, as_of: Date) -> Self {
        let mut scores = Self { as_of, facts, cards };
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

    /// Scores one changed or new village again, and with it its township and the county.
    pub fn rescore(&mut self, village: DivisionCode, records: &Records) {
        let card = score_village(village, records, &self.facts, self.as_of);
        self.cards.insert(village, card);
        if let Some(township) = village.parent() {
            self.sum_township(township);
        }
        self.sum_county();
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
        let here = self.cards().filter(|(_, card)| card.reported > 0);
        let mut rows: Vec<_> = here
            .flat_map(|(area, card)| card.rows(area, self.as_of))
            .collect();
        rows.sort_by_key(|row| row.at.place);
        rows
    }

    fn sum_township(&mut self, township: DivisionCode) {
        let villages = self
            .cards
            .iter()
            .filter(|(area, _)| area.parent() == Some(township));
        let mut card = Scorecard::sum(villages.map(|(_, card)| card));
        for village in divisions::children(township.as_str()) {
            let code = DivisionCode::new(village.code).filter(|code| !self.cards.contains_key(code));
            if let Some(code) = code {
                card.add(&missing_village(code, &self.facts, self.as_of));
            }
        }
        card.add(&township_unit(township, &card, &self.facts));
        self.cards.insert(township, card);
    }

    fn sum_county(&mut self) {
        let townships = self
            .cards
            .iter()
            .filter(|(area, _)| area.level() == Level::Township);
        let Some(county) = townships.clone().find_map(|(area, _)| area.parent()) else {
            return;
        };
        let card = Scorecard::sum(townships.map(|(_, card)| card));
        self.cards.insert(county, card);
    }
}
