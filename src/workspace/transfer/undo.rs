//! Undoing an import.

use super::runs::ImportRun;
use crate::indicators;
use crate::journal::{Partition, without_import};
use crate::model::DivisionCode;
use crate::storage::{Batch, StoredPartition};
use crate::workspace::engine::key;
use crate::workspace::handover::receipts_to_bytes;
use crate::workspace::{Basis, CommandError, Received, Summary, Workspace, intake};
use leptos::prelude::*;
use std::sync::Arc;

impl Workspace {
    /// Undoes an import: every area is as it was before it, with what was entered here since. This device forgets what it
    /// was told; nobody else is told anything (`journal::without_import` says why).
    ///
    /// # Errors
    /// As every command; [`NotUndoable`](CommandError::NotUndoable) when [`undo_blocked`](Self::undo_blocked) says why.
    pub async fn undo_import(&self, number: u32) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        if let Some(why) = self.undo_blocked(number) {
            return Err(CommandError::NotUndoable(why));
        }
        let runs = self.state.runs.get_untracked();
        let run = runs
            .iter()
            .find(|run| run.number == number)
            .ok_or(CommandError::NotReady)?;
        let mut batch = Batch::new();
        let (mut shown, mut gone) = (Vec::new(), Vec::new());
        for area in run.areas() {
            let (next, summary) = self.area_without(run, area, batch).await?;
            batch = next;
            match summary {
                Some(summary) => shown.push(summary),
                None => gone.push(area),
            }
        }
        let mut rows = (*self.state.receipts.get_untracked()).clone();
        for (name, before) in &run.received {
            let before = before.as_ref();
            match before.and_then(|text| Received::from_bytes(name, text.as_bytes())) {
                Some(row) => rows.insert(name.clone(), row),
                None => rows.remove(name),
            };
        }
        batch = batch.meta(key::RECEIVED, receipts_to_bytes(&rows));
        let (mut batch, aside) = self.release_quarantine(number, batch);
        let undone = ImportRun {
            undone: true,
            kept: false,
            ..run.clone()
        };
        batch = batch.meta(undone.key(), undone.to_bytes());
        engine.database()?.write(batch).await?;
        let replaced = |run: &ImportRun| {
            if run.number == number {
                undone.clone()
            } else {
                run.clone()
            }
        };
        let runs: Vec<ImportRun> = runs.iter().map(replaced).collect();
        self.state.runs.set(runs.into());
        self.state.receipts.set(rows.into());
        self.state.aside.set(Arc::new(aside));
        gone.iter().for_each(|area| engine.forget(*area));
        self.state.hide(&gone);
        let changed = shown.iter().map(|one| (one.area, one.last_change)).collect();
        self.state.show_summaries(shown);
        self.read_anew(changed, Vec::new()).await?;
        self.read_facts().await?;
        self.count_pending();
        self.rescore_in_turn().await
    }

    /// An area without what the import brought: written into the batch, with its summary; none when nothing is left of it.
    async fn area_without(
        &self,
        run: &ImportRun,
        area: DivisionCode,
        batch: Batch,
    ) -> Result<(Batch, Option<Summary>), CommandError> {
        let engine = self.engine();
        let batch = batch.discard(run.key_of(area));
        let before = &run.areas[&area];
        let journal = match before.journal {
            true => {
                let kept = engine.database()?.aside(&run.key_of(area)).await?;
                let kept = kept.and_then(|bytes| StoredPartition::from_bytes(&bytes));
                let kept = kept.ok_or_else(|| CommandError::Unreadable(run.key_of(area)))?;
                kept.partition(area)?
            }
            false => Partition::new(area),
        };
        engine.ensure(area).await?;
        let undone = engine.partition(area, |now| without_import(journal, now, before.newest));
        let undone = undone.ok_or(CommandError::NotReady)?;
        if undone.changes().is_empty() {
            let told = before
                .told
                .as_deref()
                .and_then(|told| Summary::from_bytes(area, told.as_bytes(), indicators::unreported));
            let batch = batch.remove(area);
            return Ok(match told {
                Some(told) => (batch.summary(area, told.to_bytes()), Some(told)),
                None => (batch, None),
            });
        }
        let facts = self.state.facts.get_untracked();
        let basis = Basis::new(self.state.as_of.get_untracked(), &facts);
        let taken = intake::ready(&undone, &facts, basis);
        let batch = batch.replace(area, taken.journal, taken.summary.to_bytes());
        Ok((batch, Some(taken.summary)))
    }
}
