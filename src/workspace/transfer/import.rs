//! Files in, in one transaction.

use super::look::ImportPreview;
use super::runs::{AreaBefore, FileOfRun, ImportRun};
use crate::exchange::{Profile, Quarantined, Receipt};
use crate::journal::codec::decode;
use crate::journal::{Partition, Stamp};
use crate::model::DivisionCode;
use crate::storage;
use crate::workspace::engine::key;
use crate::workspace::handover::receipts_to_bytes;
use crate::workspace::intake::{Incoming, Packages, Taken};
use crate::workspace::{CommandError, Received, Summaries, Summary, Workspace, reading};
use futures::future::join;
use leptos::prelude::*;
use std::sync::Arc;

/// What an import has written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Packages taken in.
    pub packages: usize,
    /// Receipts taken in.
    pub receipts: usize,
    /// Areas that have changed.
    pub areas: usize,
    /// Changes that were new.
    pub changes: usize,
    /// Changes that could not be read and were set aside.
    pub quarantined: usize,
    /// The number of the import, for undoing it; none when it left nothing to undo.
    pub run: Option<u32>,
}

/// Areas that have changed, each with its newest stamp.
type Changed = Vec<(DivisionCode, Option<Stamp>)>;

impl Workspace {
    /// Takes in the sound files of a preview in one transaction.
    ///
    /// # Errors
    /// As every command; [`Losses`](CommandError::Losses) when much would be removed and nobody has agreed to it. Then
    /// nothing of any file has been written.
    pub async fn import(&self, preview: ImportPreview) -> Result<ImportReport, CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        if !preview.agreed_to_lose && !preview.losses().is_empty() {
            return Err(CommandError::Losses);
        }
        engine.surroundings.mark("import-start");
        let quarantined = preview.quarantined();
        let packages = preview.fetching.clone().packages().await?;
        let (incoming, receipts) = preview.into_parts();
        let report = self.take_in((incoming, packages), receipts, quarantined).await?;
        engine.surroundings.mark("import-end");
        Ok(report)
    }

    async fn take_in(
        &self,
        (incoming, packages): (Vec<Incoming>, Packages),
        receipts: Vec<Receipt>,
        quarantined: Vec<(DivisionCode, Quarantined)>,
    ) -> Result<ImportReport, CommandError> {
        let engine = self.engine();
        let at = engine.surroundings.now();
        let mut run = ImportRun::new(self.next_run(), at);
        let mut batch = storage::Batch::new();
        let mut report = ImportReport {
            receipts: receipts.len(),
            ..ImportReport::default()
        };
        let mut rows = (*self.state.receipts.get_untracked()).clone();
        let mut told: Vec<Summary> = Vec::new();
        for Incoming { cover, signed_by, .. } in &incoming {
            let row = Received::of(cover, at);
            let name = row.key();
            let before = rows.get(&name);
            run.received
                .entry(name.clone())
                .or_insert_with(|| before.map(Received::to_text));
            let row = row.after(before);
            rows.insert(name, row);
            run.files.push(FileOfRun::of(cover, signed_by));
            report.packages += 1;
            if cover.head.profile == Profile::Summary {
                let facts = self.state.facts.get_untracked();
                told.extend(Summary::told(&cover.rows, cover.head.as_of, &facts));
            }
        }
        batch = batch.meta(key::RECEIVED, receipts_to_bytes(&rows));
        let beside = self.questions_in(&receipts)?;
        let (merged, changes) = self.merged((incoming, packages), beside).await?;
        report.changes = changes;
        let merged: Vec<Taken> = merged.into_values().collect();
        batch = self.keep_before(&mut run, &merged, batch).await?;
        let to_show = self.journals_shown(&merged);
        let mut summaries = Vec::with_capacity(merged.len());
        for Taken {
            area,
            journal,
            summary,
            ..
        } in merged
        {
            batch = batch.replace(area, journal, summary.to_bytes());
            summaries.push(summary);
        }
        let superseded: Changed = summaries.iter().map(|one| (one.area, one.last_change)).collect();
        // Figures that somebody told never stand in for records that are here.
        let has_records = |area| {
            let known = |all: &Summaries| all.get(&area).is_some_and(|own| !own.told);
            self.state.summaries.with_untracked(known) || superseded.iter().any(|(own, _)| *own == area)
        };
        for summary in told.into_iter().filter(|told| !has_records(told.area)) {
            run.areas
                .insert(summary.area, AreaBefore::of_told(self.told_before(summary.area)));
            batch = batch.summary(summary.area, summary.to_bytes());
            summaries.push(summary);
        }
        report.areas = summaries.len();
        report.quarantined = quarantined.len();
        let (mut batch, aside) = self.quarantine(run.number, quarantined, batch);
        let mut runs = None;
        if !run.is_empty() || report.quarantined > 0 {
            report.run = Some(run.number);
            run.changes = changes;
            let (next, log) = self.log_run(run, batch);
            (batch, runs) = (next, Some(log));
        }
        let acknowledged = self.acknowledged_by(receipts).await?;
        for one in &acknowledged {
            batch = batch.meta(one.key(), one.to_bytes());
        }
        // What is shown of it is read while it is on its way to the disk.
        let (written, fresh) = join(engine.database()?.write(batch), async { read_of(to_show) }).await;
        written?;
        self.state.show_summaries(summaries);
        self.state.receipts.set(rows.into());
        self.state.aside.set(Arc::new(aside));
        if let Some(runs) = runs {
            self.state.runs.set(runs.into());
        }
        self.read_anew(superseded, fresh).await?;
        self.read_facts().await?;
        self.show_acknowledged(acknowledged);
        self.rescore_in_turn().await?;
        Ok(report)
    }

    /// The journals of areas of which records are shown, and of the county.
    fn journals_shown(&self, merged: &[Taken]) -> Vec<(DivisionCode, Vec<u8>)> {
        let shown = self.state.areas.get_untracked();
        let is_shown = |area: &DivisionCode| *area == reading::county() || shown.contains_key(area);
        let ours = merged.iter().filter(|taken| is_shown(&taken.area));
        ours.map(|taken| (taken.area, taken.journal.clone())).collect()
    }

    /// Shows areas as an import has left them in the store, and always the county. Those that are here need not be read.
    pub(in crate::workspace) async fn read_anew(
        &self,
        areas: Changed,
        here: Vec<Partition>,
    ) -> Result<(), CommandError> {
        let engine = self.engine();
        let shown = self.state.areas.get_untracked();
        let again = areas
            .iter()
            .map(|(area, _)| *area)
            .filter(|area| shown.contains_key(area));
        let again: Vec<DivisionCode> = again.collect();
        engine.superseded(areas);
        engine.take_up(here);
        engine.ensure_all(&again).await?;
        again.into_iter().for_each(|area| self.publish(area));
        self.load(vec![reading::county()]).await
    }
}

/// Journals as they were written; what cannot be read, which never happens to what was written here, is left to be read
/// from the store.
fn read_of(journals: Vec<(DivisionCode, Vec<u8>)>) -> Vec<Partition> {
    let read = |(area, journal): (DivisionCode, Vec<u8>)| {
        let changes = decode(&journal, area).ok()?;
        Some(Partition::of(area, changes))
    };
    journals.into_iter().filter_map(read).collect()
}
