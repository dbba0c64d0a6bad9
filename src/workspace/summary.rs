//! What the device knows about an area without reading its records.

mod stored;

pub(super) use stored::{are_own, day, put_day, put_tallies, take_tallies};

use crate::exchange::ScoreRow;
use crate::indicators::{
    CountyFacts, FIGURES, Scorecard, Scored, Spans, Tally, Unreported, figure, own_of_township, unreported,
};
use crate::journal::{Partition, Stamp};
use crate::model::{Date, DivisionCode, Level, Records, Span, Year};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// An area's figures and size, written with every save, so that the scoreboard of a county opens without its households.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The area.
    pub area: DivisionCode,
    /// What the figures rest on; they hold as long as it does.
    pub basis: Basis,
    /// The area's own figures, without the areas below it, and for which days they stand.
    pub scored: Scored,
    /// Changes in the area's journal.
    pub changes: usize,
    /// The newest of them.
    pub last_change: Option<Stamp>,
    /// Households in the records.
    pub households: usize,
    /// Persons in the records.
    pub persons: usize,
    /// Whether a summary package told the figures; the records are not on this device.
    pub told: bool,
    /// Of the county, what all figures rest on, as its records say.
    pub facts: Option<Arc<CountyFacts>>,
}

/// The digest of figures that no rules of this program have made, so that they never stand.
const NO_BASIS: u64 = 0;

/// What figures rest on besides the area's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The day that the figures are for.
    pub as_of: Date,
    /// A digest of the county's parameters, of the rules that this program judges by, and of the list of figures.
    pub digest: u64,
}

impl Basis {
    /// The basis of figures for that day.
    pub fn new(as_of: Date, facts: &CountyFacts) -> Self {
        let mut hasher = DefaultHasher::new();
        env!("HUHUQING_RULES").hash(&mut hasher);
        facts.digest().hash(&mut hasher);
        for at in crate::indicators::figures() {
            at.figure.id.hash(&mut hasher);
        }
        Self {
            as_of,
            digest: hasher.finish(),
        }
    }
}

/// The size of a journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JournalSize {
    changes: usize,
    last: Option<Stamp>,
}

impl JournalSize {
    /// The size of a partition's journal.
    pub fn of(partition: &Partition) -> Self {
        Self {
            changes: partition.changes().len(),
            last: partition.changes().last().map(|change| change.stamp),
        }
    }
}

impl Summary {
    /// Scores an area's own records.
    pub fn of(
        area: DivisionCode,
        records: &Records,
        size: JournalSize,
        facts: &CountyFacts,
        basis: Basis,
    ) -> Self {
        let scored = Scored::of(area, records, facts, basis.as_of);
        Self::with(area, records, size, scored, basis)
    }

    /// The same of a basis on which every figure is what it is; none when some may not be.
    pub(super) fn on(&self, basis: Basis) -> Option<Self> {
        let stands = self.basis.digest == basis.digest && self.scored.spans.together().contains(basis.as_of);
        stands.then(|| Self {
            basis,
            ..self.clone()
        })
    }

    /// Scores the records again, and of another day only what may be different on it.
    pub(super) fn again(
        &self,
        records: &Records,
        size: JournalSize,
        facts: &CountyFacts,
        basis: Basis,
    ) -> Self {
        if self.basis.digest != basis.digest || self.size() != size {
            return Self::of(self.area, records, size, facts, basis);
        }
        let scored = self.scored.on(basis.as_of, self.area, records, facts);
        Self::with(self.area, records, size, scored, basis)
    }

    /// The summary of records whose figures were made for that basis.
    pub(super) fn with(
        area: DivisionCode,
        records: &Records,
        size: JournalSize,
        scored: Scored,
        basis: Basis,
    ) -> Self {
        Self {
            area,
            basis,
            scored,
            changes: size.changes,
            last_change: size.last,
            households: records.households.len(),
            persons: records.persons.len(),
            told: false,
            facts: (area.level() == Level::County).then(|| Arc::new(CountyFacts::of(records))),
        }
    }

    /// What is kept of an area while its figures are made after a save: those from before it, if there are any, which stand
    /// on no basis and are made anew by whoever finds them.
    pub(super) fn outdated(area: DivisionCode, before: Option<&Self>, size: JournalSize) -> Self {
        let before = before.cloned();
        let before = before.unwrap_or_else(|| Self::unscored(area, size));
        Self {
            basis: Basis {
                digest: NO_BASIS,
                ..before.basis
            },
            changes: size.changes,
            last_change: size.last,
            told: false,
            ..before
        }
    }

    /// The summary of an area whose figures are still to be made.
    pub(super) fn unscored(area: DivisionCode, size: JournalSize) -> Self {
        let as_of = Date::year_end(Year(0));
        Self {
            area,
            basis: Basis {
                as_of,
                digest: NO_BASIS,
            },
            scored: on_day(office_or_village(area), as_of),
            changes: size.changes,
            last_change: size.last,
            households: 0,
            persons: 0,
            told: false,
            facts: None,
        }
    }

    /// What a summary package tells without a record: the figures of its villages on its day, and what its townships keep
    /// themselves, which is their sum less their villages. A figure that the package does not tell is unknown.
    pub fn told(rows: &[ScoreRow], as_of: Date, facts: &CountyFacts) -> Vec<Self> {
        let mut areas: BTreeMap<DivisionCode, Told> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.as_of == as_of) {
            let told = [row.num, row.den, row.known, row.expected];
            areas
                .entry(row.area)
                .or_default()
                .push((row.indicator.clone(), told));
        }
        let of_level = |level| areas.iter().filter(move |(area, _)| area.level() == level);
        let villages: BTreeMap<DivisionCode, Scorecard> = of_level(Level::Village)
            .map(|(area, told)| (*area, told_card(*area, told, facts, as_of, unreported)))
            .collect();
        let of_township = |(township, told): (&DivisionCode, &Told)| {
            let within = villages
                .iter()
                .filter(|(area, _)| area.parent() == Some(*township));
            let within = within.map(|(area, card)| (*area, card.clone())).collect();
            let (sum, open) = read_told(*township, told);
            let mut own = own_of_township(*township, &sum, within, facts, as_of);
            leave_open(&mut own, *township, &open, facts, as_of, unreported);
            (*township, own)
        };
        // Nobody stands above the county who would add its sums up.
        let townships: Vec<_> = of_level(Level::Township).map(of_township).collect();
        let summary = |(area, scorecard): (DivisionCode, Scorecard)| {
            let tells =
                area.level() == Level::Village || scorecard.tallies.iter().any(|tally| tally.known > 0);
            tells.then(|| Self::of_told(area, scorecard, as_of))
        };
        villages
            .into_iter()
            .chain(townships)
            .filter_map(summary)
            .collect()
    }

    /// The figures of an area as somebody told them for that day.
    fn of_told(area: DivisionCode, card: Scorecard, as_of: Date) -> Self {
        Self {
            area,
            basis: Basis {
                as_of,
                digest: NO_BASIS,
            },
            scored: on_day(card, as_of),
            changes: 0,
            last_change: None,
            households: 0,
            persons: 0,
            told: true,
            facts: None,
        }
    }

    /// The size of the journal it was made of.
    pub fn size(&self) -> JournalSize {
        JournalSize {
            changes: self.changes,
            last: self.last_change,
        }
    }
}

/// Figures by their identifiers, as somebody told them.
type Told = Vec<(String, [i64; 4])>;

fn tally_of([num, den, known, expected]: [i64; 4]) -> Tally {
    Tally {
        num,
        den,
        known,
        expected,
    }
}

/// Figures that stand for that day, for all that is known.
fn on_day(card: Scorecard, day: Date) -> Scored {
    Scored {
        card,
        spans: Spans::all(Span::of_day(day)),
    }
}

/// The empty card of an area whose figures are here.
fn office_or_village(area: DivisionCode) -> Scorecard {
    let office = i64::from(area.level() != Level::Village);
    Scorecard {
        level: area.level(),
        reported: 1 - office,
        offices: office,
        ..Scorecard::default()
    }
}

/// The card of what was told. A figure that was not told is unknown, as it is of an area that nobody has heard of.
fn told_card(
    area: DivisionCode,
    told: &Told,
    facts: &CountyFacts,
    as_of: Date,
    unreported: Unreported,
) -> Scorecard {
    let (mut card, open) = read_told(area, told);
    leave_open(&mut card, area, &open, facts, as_of, unreported);
    card
}

/// The figures that were told, and which ones were not.
fn read_told(area: DivisionCode, told: &Told) -> (Scorecard, [bool; FIGURES]) {
    let (mut card, mut open) = (office_or_village(area), [true; FIGURES]);
    for (id, numbers) in told {
        if let Some(at) = figure(id) {
            card.tallies[at.place] = tally_of(*numbers);
            open[at.place] = false;
        }
    }
    (card, open)
}

/// Says of the figures that are open what is said of an area whose records are not here.
fn leave_open(
    card: &mut Scorecard,
    area: DivisionCode,
    open: &[bool; FIGURES],
    facts: &CountyFacts,
    as_of: Date,
    unreported: Unreported,
) {
    if open.contains(&true) {
        let unknown = unreported(area, facts, as_of);
        for place in (0..FIGURES).filter(|place| open[*place]) {
            card.tallies[place] = unknown.tallies[place];
        }
    }
}

#[cfg(test)]
mod tests;
