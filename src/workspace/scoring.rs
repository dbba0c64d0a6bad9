//! Figures made anew: of another day, of other parameters, or of areas whose figures were never made here.

use super::engine::key;
use super::{Basis, CommandError, JournalSize, Phase, Progress, Summary, Workspace};
use crate::journal::Partition;
use crate::model::{DivisionCode, Records};
use crate::storage::{self, StorageError};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Areas whose figures are made anew between two breaths of the browser.
const AREAS_A_BREATH: usize = 31;

impl Workspace {
    /// Makes the figures anew of every area whose figures rest on another day or on other parameters.
    ///
    /// # Errors
    /// When an area cannot be read.
    pub async fn rescore(&self) -> Result<(), CommandError> {
        let silent = self.make_anew().await?;
        self.keep_in_turn(silent).await
    }

    /// The same within a command that has the turn.
    pub(super) async fn rescore_in_turn(&self) -> Result<(), CommandError> {
        let silent = self.make_anew().await?;
        self.keep_figures(silent).await
    }

    /// Makes figures anew and shows them; gives what is to be kept of silent areas.
    async fn make_anew(&self) -> Result<Option<Vec<u8>>, CommandError> {
        self.engine().surroundings.mark("score-start");
        let basis = Basis::new(
            self.state.as_of.get_untracked(),
            &self.state.facts.get_untracked(),
        );
        let summaries = self.state.summaries.get_untracked();
        let others = summaries
            .values()
            .filter(|summary| summary.basis != basis && !summary.told);
        let (mut standing, mut stale) = (Vec::new(), Vec::new());
        for summary in others {
            match summary.on(basis) {
                Some(same) => standing.push(same),
                None => stale.push(summary.area),
            }
        }
        let mut fresh = Vec::with_capacity(stale.len());
        self.engine().surroundings.rested();
        for areas in stale.chunks(AREAS_A_BREATH) {
            self.state.progress.set(Some(Progress {
                done: fresh.len(),
                of: stale.len(),
            }));
            match self.score(areas, basis).await {
                Ok(scored) => fresh.extend(scored),
                Err(error) => {
                    self.state.progress.set(None);
                    return Err(error);
                }
            }
            self.engine().surroundings.breathe().await;
        }
        self.state.progress.set(None);
        if self.state.phase.get_untracked() == Phase::Locked {
            return Ok(None);
        }
        // An area that was edited meanwhile has newer figures already.
        let now = self.state.summaries.get_untracked();
        let same = |area: &DivisionCode| Some(Arc::ptr_eq(now.get(area)?, summaries.get(area)?));
        fresh.retain(|summary| same(&summary.area) == Some(true));
        standing.retain(|summary| same(&summary.area) == Some(true));
        let silent = self.say_of_silent(basis);
        self.engine().unkept(fresh.iter().map(|summary| summary.area));
        // All at once: a sum of figures of two days is no figure.
        self.state.show_summaries(standing.into_iter().chain(fresh));
        self.engine().surroundings.mark("score-end");
        Ok(silent)
    }

    /// Has the figures of an area kept in a moment, together with those of what is saved until then.
    pub(super) fn keep_soon(&self, area: DivisionCode) {
        let (engine, workspace) = (self.engine(), *self);
        if engine.unkept([area]) {
            engine.surroundings.soon(Box::pin(async move {
                // They are made anew at the next opening.
                let _not_kept = workspace.keep_in_turn(None).await;
            }));
        }
    }

    /// A save says first that figures are outdated; what is kept of them comes before that or after it.
    async fn keep_in_turn(&self, silent: Option<Vec<u8>>) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        self.keep_figures(silent).await
    }

    /// Keeps the figures that the store does not have, for the next opening, which makes them anew if they are not there; so a
    /// full disk costs nothing but that, and least of all the open register.
    async fn keep_figures(&self, silent: Option<Vec<u8>>) -> Result<(), CommandError> {
        let engine = self.engine();
        let areas = engine.take_unkept();
        if !engine.writer.get() || (areas.is_empty() && silent.is_none()) {
            return Ok(());
        }
        let summaries = self.state.summaries.get_untracked();
        let batch = areas
            .iter()
            .filter_map(|area| summaries.get(area))
            .fold(storage::Batch::new(), |b, s| b.summary(s.area, s.to_bytes()));
        let says = silent.is_some();
        let batch = match silent {
            Some(silent) => batch.meta(key::SILENT, silent),
            None => batch,
        };
        match engine.database()?.write(batch).await {
            Ok(()) if says => self.silent_is_kept(),
            Ok(()) | Err(StorageError::Full) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// The figures of areas, of journals that are here or else of what is stored.
    async fn score(&self, areas: &[DivisionCode], basis: Basis) -> Result<Vec<Summary>, CommandError> {
        let engine = self.engine();
        let facts = self.state.facts.get_untracked();
        let known = self.state.summaries.get_untracked();
        let score = |area, records: &Records, size| match known.get(&area) {
            Some(summary) => summary.again(records, size, &facts, basis),
            None => Summary::of(area, records, size, &facts, basis),
        };
        let of_records = |area, records: &Records| {
            let size = known.get(&area).map(|summary| summary.size());
            score(area, records, size.unwrap_or_default())
        };
        let here = |area: DivisionCode| {
            let of_journal = |p: &Partition| score(area, p.records(), JournalSize::of(p));
            let journal = engine.partition(area, of_journal);
            journal.or_else(|| engine.kept_records(area, |records| of_records(area, records)))
        };
        let (mut fresh, mut elsewhere) = (Vec::with_capacity(areas.len()), Vec::new());
        for area in areas {
            match here(*area) {
                Some(summary) => fresh.push(summary),
                None => elsewhere.push(*area),
            }
        }
        if elsewhere.is_empty() {
            return Ok(fresh);
        }
        let stored = engine.database()?.load(elsewhere.clone()).await?;
        for (area, stored) in elsewhere.into_iter().zip(stored) {
            let records = stored.unwrap_or_default().records(area)?;
            fresh.push(of_records(area, &records));
            engine.keep_records(area, records);
        }
        Ok(fresh)
    }

    /// The sizes of the journals of areas that are on this device.
    pub(super) fn sizes_of(&self, areas: &[DivisionCode]) -> BTreeMap<DivisionCode, JournalSize> {
        self.state.summaries.with_untracked(|all| {
            let known = areas
                .iter()
                .filter_map(|area| Some((*area, all.get(area)?.size())));
            known.collect()
        })
    }
}
