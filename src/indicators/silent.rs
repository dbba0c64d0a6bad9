//! What is said of areas whose records nobody has sent.

use super::explain::not_here;
use super::registry::figures;
use super::scored::score_index;
use super::{CountyFacts, Scorecard, VillageIndex};
use crate::model::{Date, DivisionCode, Level, Records, Span};
use crate::plan::divisions;
use std::collections::BTreeMap;

/// What is said of areas whose records nobody has sent, once and for all on one day: of every such area of a level the same,
/// but for whether it is a poor one. With it sums can be made by who judges nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Silent {
    cards: BTreeMap<(Level, Option<bool>), (DivisionCode, Scorecard)>,
    /// The days on which the same is said; none before anything was.
    stands: Option<Span>,
}

impl Silent {
    /// What is said on that day of the areas of the county's list.
    pub fn of(facts: &CountyFacts, as_of: Date) -> Self {
        let (mut cards, mut stands) = (BTreeMap::new(), Span::year_of(as_of));
        for area in divisions::DIVISIONS
            .iter()
            .filter_map(|row| DivisionCode::new(row.code))
        {
            let kind = (area.level(), facts.is_poor(area));
            cards.entry(kind).or_insert_with(|| {
                let (card, span) = said_of(area, facts, as_of);
                stands = stands.within(span);
                (area, card)
            });
        }
        Self {
            cards,
            stands: Some(stands),
        }
    }

    /// The same, as it was kept with those facts: an area for each that something else is said of.
    pub fn kept(
        cards: impl IntoIterator<Item = (DivisionCode, Scorecard)>,
        stands: Span,
        facts: &CountyFacts,
    ) -> Self {
        let by_kind = |(area, card): (DivisionCode, _)| ((area.level(), facts.is_poor(area)), (area, card));
        Self {
            cards: cards.into_iter().map(by_kind).collect(),
            stands: Some(stands),
        }
    }

    /// What to keep.
    pub fn cards(&self) -> impl Iterator<Item = (DivisionCode, &Scorecard)> {
        self.cards.values().map(|(area, card)| (*area, card))
    }

    /// The days on which the same is said by the same facts; none before anything was.
    pub fn stands(&self) -> Option<Span> {
        self.stands
    }

    /// Adds what is said of an area.
    pub(super) fn add_to(&self, card: &mut Scorecard, area: DivisionCode, facts: &CountyFacts) {
        let own = self.cards.get(&(area.level(), facts.is_poor(area)));
        // An area beyond the county's list is like those of its level.
        let like = || {
            self.cards
                .values()
                .find(|(other, _)| other.level() == area.level())
        };
        if let Some((_, said)) = own.or_else(like) {
            card.add(said);
        }
    }
}

/// What is said of an area whose records nobody has sent; see [`unreported`].
pub type Unreported = fn(DivisionCode, &CountyFacts, Date) -> Scorecard;

/// What is said of an area whose records nobody has sent: everything that is asked of it is unknown.
pub fn unreported(area: DivisionCode, facts: &CountyFacts, as_of: Date) -> Scorecard {
    said_of(area, facts, as_of).0
}

/// The same, and on which days it is.
fn said_of(area: DivisionCode, facts: &CountyFacts, as_of: Date) -> (Scorecard, Span) {
    match area.level() {
        Level::Village => missing_village(area, facts, as_of),
        Level::Township | Level::County => missing_office(area, facts, as_of),
    }
}

/// A village of the county's list whose records are not here.
fn missing_village(area: DivisionCode, facts: &CountyFacts, as_of: Date) -> (Scorecard, Span) {
    let none = Records::default();
    let ties = none.ties_when_asked();
    let scored = score_index(&VillageIndex::missing(area, &none, &ties, as_of), facts);
    let card = Scorecard {
        missing: 1,
        ..scored.card
    };
    (card, scored.spans.together())
}

/// A township or county whose own records are not here: what is found in them is unknown.
pub(super) fn missing_office(area: DivisionCode, facts: &CountyFacts, as_of: Date) -> (Scorecard, Span) {
    let none = Records::default();
    let ties = none.ties_when_asked();
    let index = VillageIndex::missing(area, &none, &ties, as_of);
    let mut card = Scorecard::default();
    for at in figures() {
        card.tallies[at.place] = not_here(at, &index, facts).iter().map(|row| row.tally).sum();
    }
    (card, index.as_of().span())
}
