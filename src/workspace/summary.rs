//! What the device knows about an area without reading its records.

use crate::exchange::ScoreRow;
use crate::indicators::{CountyFacts, FIGURES, Scorecard, Tally, figure, score_area};
use crate::journal::{Partition, Stamp};
use crate::model::{Date, DivisionCode, Level, Records};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// An area's figures and size, written with every save, so that the scoreboard of a county opens without its households.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The area.
    pub area: DivisionCode,
    /// What the figures rest on; they hold as long as it does.
    pub basis: Basis,
    /// The area's own figures, without the areas below it.
    pub scorecard: Scorecard,
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
}

/// What figures rest on besides the area's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The day that the figures are for.
    pub as_of: Date,
    /// A digest of the county's parameters and of the list of figures.
    pub digest: u64,
}

impl Basis {
    /// The basis of figures for that day.
    pub fn new(as_of: Date, facts: &CountyFacts) -> Self {
        let mut hasher = DefaultHasher::new();
        env!("CARGO_PKG_VERSION").hash(&mut hasher);
        format!("{facts:?}").hash(&mut hasher);
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
        let scorecard = score_area(area, records, facts, basis.as_of);
        Self {
            area,
            basis,
            scorecard,
            changes: size.changes,
            last_change: size.last,
            households: records.households.len(),
            persons: records.persons.len(),
            told: false,
        }
    }

    /// The villages of a summary package: their figures on its day, without a record.
    pub fn told(rows: &[ScoreRow], as_of: Date) -> Vec<Self> {
        let mut cards: BTreeMap<DivisionCode, Scorecard> = BTreeMap::new();
        for row in rows
            .iter()
            .filter(|row| row.area.level() == Level::Village && row.as_of == as_of)
        {
            let card = cards.entry(row.area).or_insert_with(|| Scorecard {
                reported: 1,
                ..Scorecard::default()
            });
            if let Some(at) = figure(&row.indicator) {
                card.tallies[at.place] = Tally {
                    num: row.num,
                    den: row.den,
                    known: row.known,
                    expected: row.expected,
                };
            }
        }
        let summary = |(area, scorecard)| Self {
            area,
            basis: Basis { as_of, digest: 0 },
            scorecard,
            changes: 0,
            last_change: None,
            households: 0,
            persons: 0,
            told: true,
        };
        cards.into_iter().map(summary).collect()
    }

    /// The size of the journal it was made of.
    pub fn size(&self) -> JournalSize {
        JournalSize {
            changes: self.changes,
            last: self.last_change,
        }
    }

    /// The summary as it is kept.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let tallies = self.scorecard.tallies.iter().enumerate();
        let stored = Stored {
            as_of: self.basis.as_of.to_string(),
            digest: self.basis.digest,
            figures: FIGURES,
            tallies: tallies
                .filter(|(_, tally)| **tally != Tally::default())
                .map(|(place, tally)| (place, [tally.num, tally.den, tally.known, tally.expected]))
                .collect(),
            changes: self.changes,
            last_change: self.last_change,
            households: self.households,
            persons: self.persons,
            told: self.told,
        };
        serde_json::to_vec(&stored).unwrap_or_default()
    }

    /// Reads a kept summary; one that cannot be read is made anew from the records.
    pub(super) fn from_bytes(area: DivisionCode, bytes: &[u8]) -> Option<Self> {
        let stored: Stored = serde_json::from_slice(bytes).ok()?;
        if stored.figures != FIGURES {
            return None;
        }
        let mut scorecard = Scorecard {
            level: area.level(),
            reported: i64::from(area.level() == Level::Village),
            offices: i64::from(area.level() != Level::Village),
            ..Scorecard::default()
        };
        for (place, [num, den, known, expected]) in stored.tallies {
            *scorecard.tallies.get_mut(place)? = Tally {
                num,
                den,
                known,
                expected,
            };
        }
        Some(Self {
            area,
            basis: Basis {
                as_of: Date::parse(&stored.as_of)?,
                digest: stored.digest,
            },
            scorecard,
            changes: stored.changes,
            last_change: stored.last_change,
            households: stored.households,
            persons: stored.persons,
            told: stored.told,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    as_of: String,
    digest: u64,
    /// How many figures there were when it was written.
    #[serde(default)]
    figures: usize,
    /// Those of which there is something to tell, by their place.
    tallies: Vec<(usize, [i64; 4])>,
    changes: usize,
    last_change: Option<Stamp>,
    households: usize,
    persons: usize,
    #[serde(default)]
    told: bool,
}
