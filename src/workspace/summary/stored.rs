//! How a summary is kept. A county reads them all before it shows anything, so what was made of records here is packed:
//!
//! ```text
//! 2 as_of from until digest figures changes last households persons facts (place num den known expected)*
//! ```
//!
//! All are numbers of the journal's codec; a day is its digits (20181231), `last` is 0, or 1 with time and device, and
//! `facts` is the length of a JSON text and the text, empty but for the county. What somebody told is JSON, by the names
//! of the figures: it cannot be made anew when their list changes.

use super::{Basis, Summary, Told, office_or_village, tally_of, told_card};
use crate::indicators::{
    CountyFacts, FIGURES, FigureAt, KeptFacts, Scorecard, Scored, Spans, Tally, Unreported, figures,
};
use crate::journal::codec::{Bytes, CodecError, put_bytes, put_number, put_signed};
use crate::journal::{DeviceId, Stamp};
use crate::model::{Date, DivisionCode, Span};
use crate::storage::AreaSummary;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The first byte of a packed summary. Those of versions before, which began otherwise, are made anew.
const PACKED: u8 = 2;

impl Summary {
    /// The summary as it is kept.
    pub(in crate::workspace) fn to_bytes(&self) -> Vec<u8> {
        if self.told {
            let by_name = |at: FigureAt| (at.figure.id.to_owned(), numbers(self.scored.card.tally(at)));
            let stored = StoredTold {
                as_of: self.basis.as_of.to_string(),
                named: figures().map(by_name).collect(),
                told: true,
            };
            return serde_json::to_vec(&stored).unwrap_or_default();
        }
        let stands = self.scored.spans.together();
        let mut bytes = vec![PACKED];
        for day in [self.basis.as_of, stands.from, stands.until] {
            put_day(&mut bytes, day);
        }
        for number in [self.basis.digest, FIGURES as u64, self.changes as u64] {
            put_number(&mut bytes, number);
        }
        put_stamp(&mut bytes, self.last_change);
        for number in [self.households, self.persons] {
            put_number(&mut bytes, number as u64);
        }
        let facts = self.facts.as_ref().map(|facts| facts.to_kept());
        let facts = facts.and_then(|facts| serde_json::to_vec(&facts).ok());
        put_bytes(&mut bytes, &facts.unwrap_or_default());
        put_tallies(&mut bytes, &self.scored.card);
        bytes
    }

    /// Reads a kept summary. One that cannot be read is made anew from the records; what somebody told stays as it was
    /// told, whatever figures this version has; of those that were not told is said what `unreported` says.
    pub(in crate::workspace) fn from_bytes(
        area: DivisionCode,
        bytes: &[u8],
        unreported: Unreported,
    ) -> Option<Self> {
        match bytes.split_first() {
            Some((&PACKED, packed)) => unpacked(area, packed, FIGURES).ok()?,
            _ => told(area, bytes, unreported),
        }
    }
}

/// Whether summaries were all made of records here, so that nothing has to be said of a figure that nobody has told.
pub(in crate::workspace) fn are_own(kept: &[AreaSummary]) -> bool {
    kept.iter().all(|entry| entry.summary.first() == Some(&PACKED))
}

const MALFORMED: CodecError = CodecError::Malformed("summary");

/// What somebody told.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredTold {
    as_of: String,
    #[serde(default)]
    pub named: Told,
    #[serde(default)]
    told: bool,
}

fn told(area: DivisionCode, bytes: &[u8], unreported: Unreported) -> Option<Summary> {
    let stored: StoredTold = serde_json::from_slice(bytes).ok()?;
    let as_of = Date::parse(&stored.as_of)?;
    let facts = CountyFacts::default();
    let card = stored
        .told
        .then(|| told_card(area, &stored.named, &facts, as_of, unreported))?;
    Some(Summary::of_told(area, card, as_of))
}

/// What was packed, if it was by as many figures: they are kept by their places. None when it was not.
pub(super) fn unpacked(
    area: DivisionCode,
    bytes: &[u8],
    figures: usize,
) -> Result<Option<Summary>, CodecError> {
    let mut bytes = Bytes::of(bytes);
    let as_of = day(&mut bytes)?;
    let span = Span {
        from: day(&mut bytes)?,
        until: day(&mut bytes)?,
    };
    let digest = bytes.number()?;
    if bytes.number()? != figures as u64 {
        return Ok(None);
    }
    let changes = size(&mut bytes)?;
    let last_change = stamp(&mut bytes)?;
    let (households, persons) = (size(&mut bytes)?, size(&mut bytes)?);
    let facts = match bytes.bytes()? {
        [] => None,
        facts => serde_json::from_slice::<KeptFacts>(facts).ok(),
    };
    let mut card = office_or_village(area);
    take_tallies(&mut bytes, &mut card)?;
    Ok(Some(Summary {
        area,
        basis: Basis { as_of, digest },
        scored: Scored {
            card,
            spans: Spans::all(span),
        },
        changes,
        last_change,
        households,
        persons,
        told: false,
        facts: facts.as_ref().and_then(CountyFacts::from_kept).map(Arc::new),
    }))
}

/// Writes the tallies of which there is something to tell, by their places.
pub(in crate::workspace) fn put_tallies(bytes: &mut Vec<u8>, card: &Scorecard) {
    let tallies = card.tallies.iter().enumerate();
    for (place, tally) in tallies.filter(|(_, tally)| **tally != Tally::default()) {
        put_number(bytes, place as u64);
        for number in numbers(*tally) {
            put_signed(bytes, number);
        }
    }
}

/// Reads tallies, up to the end of the bytes, into a card.
///
/// # Errors
/// They are not those of a card of this version.
pub(in crate::workspace) fn take_tallies(
    bytes: &mut Bytes<'_>,
    card: &mut Scorecard,
) -> Result<(), CodecError> {
    while !bytes.is_empty() {
        let tally = card.tallies.get_mut(size(bytes)?).ok_or(MALFORMED)?;
        let numbers = [bytes.signed()?, bytes.signed()?, bytes.signed()?, bytes.signed()?];
        *tally = tally_of(numbers);
    }
    Ok(())
}

fn numbers(tally: Tally) -> [i64; 4] {
    [tally.num, tally.den, tally.known, tally.expected]
}

fn size(bytes: &mut Bytes<'_>) -> Result<usize, CodecError> {
    usize::try_from(bytes.number()?).map_err(|_| MALFORMED)
}

/// Writes a day as its digits.
pub(in crate::workspace) fn put_day(bytes: &mut Vec<u8>, day: Date) {
    let digits = (u64::from(day.year().0) * 100 + u64::from(day.month())) * 100 + u64::from(day.day());
    put_number(bytes, digits);
}

/// Reads a day.
///
/// # Errors
/// There is none.
pub(in crate::workspace) fn day(bytes: &mut Bytes<'_>) -> Result<Date, CodecError> {
    let digits = bytes.number()?;
    let [year, month, day] = [digits / 10_000, digits / 100 % 100, digits % 100];
    let year = u16::try_from(year).map_err(|_| MALFORMED)?;
    Date::new(year, month as u32, day as u32).ok_or(MALFORMED)
}

fn put_stamp(bytes: &mut Vec<u8>, stamp: Option<Stamp>) {
    put_number(bytes, u64::from(stamp.is_some()));
    if let Some(stamp) = stamp {
        put_number(bytes, stamp.raw_time());
        put_bytes(bytes, stamp.device().as_str().as_bytes());
    }
}

fn stamp(bytes: &mut Bytes<'_>) -> Result<Option<Stamp>, CodecError> {
    if bytes.number()? == 0 {
        return Ok(None);
    }
    let time = bytes.number()?;
    let device = std::str::from_utf8(bytes.bytes()?).ok();
    let device: Option<DeviceId> = device.and_then(|device| device.parse().ok());
    let stamp = device.and_then(|device| Stamp::from_raw(time, device));
    stamp.map(Some).ok_or(MALFORMED)
}
