//! How a summary is kept: in JSON, and the tallies of an area's own figures packed behind it, because a county reads them all
//! before it shows anything.

use super::{Basis, Summary, Told, office_or_village, tally_of, told_card};
use crate::indicators::{
    CountyFacts, FIGURES, FigureAt, KeptFacts, Scored, Spans, Tally, Unreported, figures,
};
use crate::journal::Stamp;
use crate::journal::codec::{Bytes, CodecError, put_bytes, put_number, put_signed};
use crate::model::{Date, DivisionCode, Span};
use crate::storage::AreaSummary;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The first byte of a summary with packed tallies; without it all of it is JSON, as in versions before and of what was told.
const PACKED: u8 = 1;

impl Summary {
    /// The summary as it is kept.
    pub(in crate::workspace) fn to_bytes(&self) -> Vec<u8> {
        let numbers = |tally: Tally| [tally.num, tally.den, tally.known, tally.expected];
        let by_name = |at: FigureAt| (at.figure.id.to_owned(), numbers(self.scored.card.tally(at)));
        let stands = self.scored.spans.together();
        let stored = Stored {
            as_of: self.basis.as_of.to_string(),
            stands: Some([stands.from, stands.until].map(|day| day.to_string())),
            digest: self.basis.digest,
            figures: FIGURES,
            tallies: Vec::new(),
            named: match self.told {
                true => figures().map(by_name).collect(),
                false => Told::new(),
            },
            changes: self.changes,
            last_change: self.last_change,
            households: self.households,
            persons: self.persons,
            told: self.told,
            facts: self.facts.as_ref().map(|facts| facts.to_kept()),
        };
        let json = serde_json::to_vec(&stored).unwrap_or_default();
        match self.told {
            true => json,
            false => packed(&json, &self.scored.card.tallies),
        }
    }

    /// Reads a kept summary. One that cannot be read is made anew from the records; what somebody told stays as it was
    /// told, whatever figures this version has; of those that were not told is said what `unreported` says.
    pub(in crate::workspace) fn from_bytes(
        area: DivisionCode,
        bytes: &[u8],
        unreported: Unreported,
    ) -> Option<Self> {
        let stored = match bytes.split_first() {
            Some((&PACKED, packed)) => unpacked(packed).ok()?,
            _ => serde_json::from_slice(bytes).ok()?,
        };
        let as_of = Date::parse(&stored.as_of)?;
        let stands = stored.stands.and_then(|days| {
            let [from, until] = days.map(|day| Date::parse(&day));
            Some(Span {
                from: from?,
                until: until?,
            })
        });
        let card = if stored.told && !stored.named.is_empty() {
            told_card(area, &stored.named, &CountyFacts::default(), as_of, unreported)
        } else {
            // Figures by their place: the list of figures must be the one they were written by.
            let mut card = office_or_village(area);
            for (place, tally) in stored.tallies {
                *card
                    .tallies
                    .get_mut(place)
                    .filter(|_| stored.figures == FIGURES)? = tally_of(tally);
            }
            card
        };
        Some(Self {
            area,
            basis: Basis {
                as_of,
                digest: stored.digest,
            },
            scored: Scored {
                card,
                spans: Spans::all(stands.unwrap_or(Span::of_day(as_of))),
            },
            changes: stored.changes,
            last_change: stored.last_change,
            households: stored.households,
            persons: stored.persons,
            told: stored.told,
            facts: stored
                .facts
                .as_ref()
                .and_then(CountyFacts::from_kept)
                .map(Arc::new),
        })
    }
}

/// Whether summaries were all made of records here, so that nothing has to be said of a figure that nobody has told.
pub(in crate::workspace) fn are_own(kept: &[AreaSummary]) -> bool {
    kept.iter().all(|entry| entry.summary.first() == Some(&PACKED))
}

/// Tallies of which there is something to tell, by their place, behind the rest: `1 length JSON (place num den known
/// expected)*`.
fn packed(json: &[u8], tallies: &[Tally]) -> Vec<u8> {
    let mut bytes = vec![PACKED];
    put_bytes(&mut bytes, json);
    let told = tallies.iter().enumerate();
    for (place, tally) in told.filter(|(_, tally)| **tally != Tally::default()) {
        put_number(&mut bytes, place as u64);
        for number in [tally.num, tally.den, tally.known, tally.expected] {
            put_signed(&mut bytes, number);
        }
    }
    bytes
}

pub(super) fn unpacked(bytes: &[u8]) -> Result<Stored, CodecError> {
    let mut bytes = Bytes::of(bytes);
    let json = bytes.bytes()?;
    let mut stored: Stored = serde_json::from_slice(json).map_err(|_| CodecError::Malformed("summary"))?;
    while !bytes.is_empty() {
        let place = bytes.number()?;
        let place = usize::try_from(place).map_err(|_| CodecError::Malformed("summary"))?;
        let [num, den, known, expected] =
            [bytes.signed()?, bytes.signed()?, bytes.signed()?, bytes.signed()?];
        stored.tallies.push((place, [num, den, known, expected]));
    }
    Ok(stored)
}

#[derive(Serialize, Deserialize)]
pub(super) struct Stored {
    as_of: String,
    /// The days from and until which every figure is the same; that day alone when an older version wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stands: Option<[String; 2]>,
    digest: u64,
    /// How many figures there were when it was written.
    #[serde(default)]
    pub figures: usize,
    /// Those of which there is something to tell, by their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tallies: Vec<(usize, [i64; 4])>,
    /// Those that somebody told, by their identifiers: they can't be made anew when the list of figures changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Told,
    changes: usize,
    last_change: Option<Stamp>,
    households: usize,
    persons: usize,
    #[serde(default)]
    told: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    facts: Option<KeptFacts>,
}
