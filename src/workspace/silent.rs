//! What is said of areas that nobody has reported: kept with the figures, so that sums are shown before anything judges.

use super::engine::key;
use super::record_work::WORK;
use super::{Basis, CommandError, Workspace};
use crate::indicators::{CountyFacts, FIGURES, Scorecard, Silent, Tally};
use crate::model::{Date, DivisionCode, Span};
use crate::storage::Index;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
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

/// An area that it is said of, villages of it that are missing, and the tallies of which there is something to tell, by their
/// place.
type KeptCard = (String, i64, Vec<(usize, [i64; 4])>);

#[derive(Serialize, Deserialize)]
struct Kept {
    /// The days from and until which the same is said.
    stands: [String; 2],
    digest: u64,
    /// How many figures there were when it was written.
    figures: usize,
    /// What is said of one area of each kind.
    cards: Vec<KeptCard>,
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

fn write(silent: &Silent, basis: Basis) -> Vec<u8> {
    let numbers = |tally: Tally| [tally.num, tally.den, tally.known, tally.expected];
    let told = |card: &Scorecard| {
        let tallies = card.tallies.iter().enumerate();
        let told = tallies.filter(|(_, tally)| **tally != Tally::default());
        told.map(|(place, tally)| (place, numbers(*tally))).collect()
    };
    let cards = silent
        .cards()
        .map(|(area, card)| (area.to_string(), card.missing, told(card)));
    let span = silent.stands().unwrap_or(Span::of_day(basis.as_of));
    let kept = Kept {
        stands: [span.from, span.until].map(|day| day.to_string()),
        digest: basis.digest,
        figures: FIGURES,
        cards: cards.collect(),
    };
    serde_json::to_vec(&kept).unwrap_or_default()
}

/// What was kept, if the same is said by that basis.
fn read(bytes: &[u8], basis: Basis, facts: &CountyFacts) -> Option<Silent> {
    let kept: Kept = serde_json::from_slice(bytes).ok()?;
    let [from, until] = kept.stands.map(|day| Date::parse(&day));
    let span = Span {
        from: from?,
        until: until?,
    };
    let is_of = span.contains(basis.as_of) && kept.digest == basis.digest;
    if !is_of || kept.figures != FIGURES || kept.cards.is_empty() {
        return None;
    }
    let card = |(area, missing, told): KeptCard| {
        let mut card = Scorecard {
            missing,
            ..Scorecard::default()
        };
        for (place, [num, den, known, expected]) in told {
            *card.tallies.get_mut(place)? = Tally {
                num,
                den,
                known,
                expected,
            };
        }
        Some((DivisionCode::new(&area)?, card))
    };
    let cards: Option<Vec<_>> = kept.cards.into_iter().map(card).collect();
    Some(Silent::kept(cards?, span, facts))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::Scores;
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
