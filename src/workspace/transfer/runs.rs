//! The log of imports: what each brought, and what it takes to undo it.

use crate::exchange::{Cover, Profile};
use crate::journal::Stamp;
use crate::model::DivisionCode;
use crate::storage::{Batch, Index};
use crate::workspace::engine::key;
use crate::workspace::intake::Taken;
use crate::workspace::keyring::SignedBy;
use crate::workspace::{CommandError, Lazy, Workspace};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So many imports can be undone; what was there before an earlier one is kept no longer.
const UNDOABLE: usize = 5;

/// So many imports stay in the log.
const LOGGED: usize = 60;

/// One import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRun {
    /// Its number on this device, from 1.
    pub number: u32,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The packages.
    pub files: Vec<FileOfRun>,
    /// Changes that were new.
    pub changes: usize,
    /// Whether it was undone.
    pub undone: bool,
    /// Whether what was there before is still kept.
    pub kept: bool,
    /// What each area was before.
    pub(super) areas: BTreeMap<DivisionCode, AreaBefore>,
    /// What was known of each row of packages before; none where nothing was.
    pub(super) received: BTreeMap<String, Option<String>>,
}

/// A package of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOfRun {
    /// Its area.
    pub scope: String,
    /// How much it told.
    pub profile: String,
    /// The device that made it.
    pub device: String,
    /// Its number.
    pub sequence: u64,
    /// Who signed it, where that was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
}

/// What an area was before an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct AreaBefore {
    /// Whether its journal was there; it is then in the attic.
    pub journal: bool,
    /// The newest stamp of the journal right after the import.
    pub newest: Option<Stamp>,
    /// Figures that a summary had told of it.
    pub told: Option<String>,
}

/// Why an import cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UndoBlocked {
    /// It was undone already.
    Undone,
    /// What was there before is kept no longer.
    TooOld,
    /// That later import brought more to the same areas and has to be undone first.
    After(u32),
}

impl FileOfRun {
    pub(super) fn of(cover: &Cover, signed_by: &SignedBy) -> Self {
        let head = &cover.head;
        Self {
            scope: head.scope.code.to_string(),
            profile: head.profile.id().into(),
            device: head.device.to_string(),
            sequence: head.sequence,
            signer: signed_by.name(),
        }
    }

    /// Its profile; none of one that a newer version took in.
    pub fn profile(&self) -> Option<Profile> {
        self.profile.parse().ok()
    }
}

impl AreaBefore {
    pub(super) fn of_told(told: Option<String>) -> Self {
        Self {
            told,
            ..Self::default()
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    at: u64,
    files: Vec<FileOfRun>,
    changes: usize,
    #[serde(default)]
    undone: bool,
    kept: bool,
    areas: BTreeMap<String, AreaBefore>,
    received: BTreeMap<String, Option<String>>,
}

impl ImportRun {
    pub(super) fn new(number: u32, at: u64) -> Self {
        Self {
            number,
            at,
            files: Vec::new(),
            changes: 0,
            undone: false,
            kept: true,
            areas: BTreeMap::new(),
            received: BTreeMap::new(),
        }
    }

    /// Whether it has left nothing that could be undone: everything was here before.
    pub(super) fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    /// The areas that it brought something to.
    pub fn areas(&self) -> impl Iterator<Item = DivisionCode> + '_ {
        self.areas.keys().copied()
    }

    /// Where it is kept: numbers sort as text.
    pub(super) fn key(&self) -> String {
        format!("{}{:08}", key::IMPORT, self.number)
    }

    /// Where the journal of an area before it is kept.
    pub(super) fn key_of(&self, area: DivisionCode) -> String {
        format!("undo:{}:{area}", self.number)
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let areas = self
            .areas
            .iter()
            .map(|(area, before)| (area.to_string(), before.clone()));
        let stored = Stored {
            at: self.at,
            files: self.files.clone(),
            changes: self.changes,
            undone: self.undone,
            kept: self.kept,
            areas: areas.collect(),
            received: self.received.clone(),
        };
        serde_json::to_vec(&stored).unwrap_or_default()
    }

    fn from_bytes(number: &str, bytes: &[u8]) -> Option<Self> {
        let stored: Stored = serde_json::from_slice(bytes).ok()?;
        let area = |(area, before): (String, AreaBefore)| Some((DivisionCode::new(&area)?, before));
        Some(Self {
            number: number.parse().ok()?,
            at: stored.at,
            files: stored.files,
            changes: stored.changes,
            undone: stored.undone,
            kept: stored.kept,
            areas: stored.areas.into_iter().map(area).collect::<Option<_>>()?,
            received: stored.received,
        })
    }
}

impl Workspace {
    /// The imports of this device, the last one first.
    pub fn import_runs(&self) -> Signal<Lazy<Vec<ImportRun>>> {
        self.state.runs.into()
    }

    /// Why an import cannot be undone; none when it can.
    pub fn undo_blocked(&self, number: u32) -> Option<UndoBlocked> {
        let runs = self.state.runs.get_untracked();
        let run = runs.iter().find(|run| run.number == number)?;
        if run.undone {
            return Some(UndoBlocked::Undone);
        }
        if !run.kept {
            return Some(UndoBlocked::TooOld);
        }
        let touches = |later: &&ImportRun| {
            later.number > number && !later.undone && later.areas().any(|area| run.areas.contains_key(&area))
        };
        runs.iter()
            .find(touches)
            .map(|later| UndoBlocked::After(later.number))
    }

    /// Shows the log of imports, as the store tells it.
    pub(in crate::workspace) fn show_runs(&self, index: &Index) {
        let kept = index.meta_under(key::IMPORT);
        let kept: Vec<(String, Vec<u8>)> = kept
            .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
            .collect();
        self.state.runs.set(Lazy::read_by(move || {
            let runs = kept.iter().rev();
            runs.filter_map(|(name, bytes)| ImportRun::from_bytes(name, bytes))
                .collect()
        }));
    }

    pub(super) fn next_run(&self) -> u32 {
        self.state
            .runs
            .with_untracked(|runs| runs.first().map_or(1, |last| last.number + 1))
    }

    /// Keeps the journals that an import is going to replace, as they lie in the store.
    pub(super) async fn keep_before(
        &self,
        run: &mut ImportRun,
        merged: &[Taken],
        mut batch: Batch,
    ) -> Result<Batch, CommandError> {
        let engine = self.engine();
        let changed = || merged.iter().filter(|taken| taken.added > 0);
        let known: Vec<DivisionCode> = changed()
            .map(|taken| taken.area)
            .filter(|area| engine.is_stored(*area))
            .collect();
        let mut stored = BTreeMap::new();
        if !known.is_empty() {
            let loaded = engine.database()?.load(known.clone()).await?;
            stored.extend(
                known
                    .into_iter()
                    .zip(loaded)
                    .filter_map(|(area, one)| Some((area, one?))),
            );
        }
        for taken in changed() {
            let before = stored.remove(&taken.area);
            let entry = AreaBefore {
                journal: before.is_some(),
                newest: taken.summary.last_change,
                told: self.told_before(taken.area),
            };
            if let Some(before) = before {
                batch = batch.set_aside(run.key_of(taken.area), before.to_bytes());
            }
            run.areas.insert(taken.area, entry);
        }
        Ok(batch)
    }

    /// Figures that a summary has told of an area.
    pub(super) fn told_before(&self, area: DivisionCode) -> Option<String> {
        let summary = self
            .state
            .summaries
            .with_untracked(|all| all.get(&area).cloned())?;
        summary.told.then(|| String::from_utf8(summary.to_bytes()).ok())?
    }

    /// Writes an import into the log, and lets go of what is kept for earlier ones; the log is to be shown once that is
    /// durable.
    pub(super) fn log_run(&self, run: ImportRun, mut batch: Batch) -> (Batch, Vec<ImportRun>) {
        batch = batch.meta(run.key(), run.to_bytes());
        let mut runs = (*self.state.runs.get_untracked()).clone();
        runs.insert(0, run);
        for old in runs.iter_mut().skip(UNDOABLE).filter(|old| old.kept) {
            old.kept = false;
            for area in old.areas() {
                batch = batch.discard(old.key_of(area));
            }
            batch = batch.meta(old.key(), old.to_bytes());
        }
        for forgotten in runs.drain(LOGGED.min(runs.len())..) {
            batch = batch.forget(forgotten.key());
        }
        (batch, runs)
    }
}
