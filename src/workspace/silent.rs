//! What is said of areas that nobody has reported: kept with the figures, so that sums are shown before anything judges.

use super::engine::key;
use super::record_work::WORK;
use super::summary::{day, put_day, put_tallies, take_tallies};
use super::{Basis, CommandError, Workspace};
use crate::indicators::{CountyFacts, FIGURES, Scorecard, Silent};
use crate::journal::codec::{Bytes, put_bytes, put_number, put_signed};
use crate::model::{DivisionCode, Span};
use crate::storage::Index;
use leptos::prelude::*;
use std::sync::Arc;

/// What is said of silent areas, and by which facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    pub silent: Arc<Silent>,
    /// The digest of the facts.
    digest: u64,
    /// Whether the store has it.
    kept: bool,
}

impl Workspace {
    /// Takes what was kept of silent areas, or has it said anew when it is of another day or by other facts.
    pub(super) async fn read_silent(&self, index: &Index) -> Result<(), CommandError> {
        let facts = self.state.facts.get_untracked();
        let as_of = self.state.as_of.get_untracked();
        let basis = Basis::new(as_of, &facts);
        let kept = index.meta.get(key::SILENT);
        let kept = kept.and_then(|bytes| read(bytes, basis, &facts));
        let said = match kept {
            Some(silent) => Said {
                silent: Arc::new(silent),
                digest: basis.digest,
                kept: true,
            },
            None => Said {
                silent: Arc::new((WORK.entry().await?.silent)(&facts, as_of)),
                digest: basis.digest,
                kept: false,
            },
        };
        self.state.said.set(said);
        Ok(())
    }

    /// Says anew what is said of silent areas if figures rest on something else now; gives what is to be kept of it.
    pub(super) fn say_of_silent(&self, basis: Basis) -> Option<Vec<u8>> {
        let said = self.state.said.get_untracked();
        if said.digest == basis.digest && stands(&said.silent, basis) {
            return (!said.kept).then(|| write(&said.silent, basis));
        }
        let silent = Arc::new(Silent::of(&self.state.facts.get_untracked(), basis.as_of));
        let bytes = write(&silent, basis);
        self.state.said.set(Said {
            silent,
            digest: basis.digest,
            kept: false,
        });
        Some(bytes)
    }

    /// Notes that it is kept.
    pub(super) fn silent_is_kept(&self) {
        self.state.said.update_untracked(|said| said.kept = true);
    }
}

fn stands(silent: &Silent, basis: Basis) -> bool {
    silent.stands().is_some_and(|span| span.contains(basis.as_of))
}

/// From and until when it stands, by which facts, for how many figures; then for one area of each kind its code, how many
/// villages of it are missing, and its tallies.
fn write(silent: &Silent, basis: Basis) -> Vec<u8> {
    let span = silent.stands().unwrap_or(Span::of_day(basis.as_of));
    let mut bytes = Vec::new();
    for day in [span.from, span.until] {
        put_day(&mut bytes, day);
    }
    put_number(&mut bytes, basis.digest);
    put_number(&mut bytes, FIGURES as u64);
    for (area, card) in silent.cards() {
        put_bytes(&mut bytes, area.as_str().as_bytes());
        put_signed(&mut bytes, card.missing);
        let mut tallies = Vec::new();
        put_tallies(&mut tallies, card);
        put_bytes(&mut bytes, &tallies);
    }
    bytes
}

/// What was kept, if the same is said by that basis.
fn read(bytes: &[u8], basis: Basis, facts: &CountyFacts) -> Option<Silent> {
    let mut bytes = Bytes::of(bytes);
    let span = Span {
        from: day(&mut bytes).ok()?,
        until: day(&mut bytes).ok()?,
    };
    let is_of = span.contains(basis.as_of) && bytes.number().ok()? == basis.digest;
    if !is_of || bytes.number().ok()? != FIGURES as u64 || bytes.is_empty() {
        return None;
    }
    let mut cards = Vec::new();
    while !bytes.is_empty() {
        let area = DivisionCode::new(std::str::from_utf8(bytes.bytes().ok()?).ok()?)?;
        let mut card = Scorecard {
            missing: bytes.signed().ok()?,
            ..Scorecard::default()
        };
        take_tallies(&mut Bytes::of(bytes.bytes().ok()?), &mut card).ok()?;
        cards.push((area, card));
    }
    Some(Silent::kept(cards, span, facts))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::Scores;
    use crate::model::Date;
    use std::collections::BTreeMap;

    #[test]
    fn sums_are_the_same_by_what_was_kept_and_nothing_is_taken_of_another_day() {
        let county = crate::demo::county(1).next().unwrap();
        let facts = CountyFacts::of(county.records());
        let day = Date::of::<2018, 12, 31>();
        let basis = Basis::new(day, &facts);
        let silent = Silent::of(&facts, day);
        let bytes = write(&silent, basis);
        let kept = read(&bytes, basis, &facts).unwrap();
        let sums = |silent: Silent| -> Vec<_> {
            let none = BTreeMap::new();
            let scores = Scores::of_cards(none, facts.clone(), day, Arc::new(silent));
            scores.cards().map(|(area, card)| (area, card.clone())).collect()
        };
        assert_eq!(sums(kept), sums(silent.clone()));
        let span = silent.stands().unwrap();
        for (day, is_kept) in [
            (span.from, true),
            (span.from.plus_days(-1), false),
            (span.until, false),
        ] {
            let kept = read(&bytes, Basis::new(day, &facts), &facts);
            assert_eq!(kept.is_some(), is_kept, "{day}");
            assert_eq!(
                sums(Silent::of(&facts, day)) == sums(silent.clone()),
                is_kept,
                "{day}"
            );
        }
        assert_eq!(read(b"{}", basis, &facts), None);
    }
}
