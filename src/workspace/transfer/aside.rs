//! Changes that could not be read: set aside, listed, and tried again by every newer version of the program.

use super::look::ImportPreview;
use crate::exchange::Quarantined;
use crate::journal::Partition;
use crate::model::DivisionCode;
use crate::storage::{Batch, Index};
use crate::workspace::engine::key;
use crate::workspace::{Basis, CommandError, Workspace, intake};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A change that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The import that brought it.
    pub run: u32,
    /// The area of its package.
    pub scope: DivisionCode,
    /// What it is and what is wrong with it.
    pub change: Quarantined,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    /// The version of the program that could not read them.
    app: String,
    changes: Vec<(u32, String, Quarantined)>,
}

impl ImportPreview {
    /// The changes of the sound packages that could not be read.
    pub(super) fn quarantined(&self) -> Vec<(DivisionCode, Quarantined)> {
        let sound = self.files.iter().filter_map(|file| file.outcome.as_ref().ok());
        let of_file = |incoming: &crate::workspace::Incoming| {
            let scope = incoming.cover.head.scope.code;
            let each = incoming.quarantined.iter();
            each.map(move |change| (scope, change.clone()))
                .collect::<Vec<_>>()
        };
        sound.flat_map(of_file).collect()
    }
}

impl Workspace {
    /// The changes that were set aside, in the order they came.
    pub fn set_aside(&self) -> Signal<Arc<Vec<Aside>>> {
        self.state.aside.into()
    }

    /// Sets changes aside; those that lie there already are not kept twice. What lies there then is to be shown once that is
    /// durable.
    pub(super) fn quarantine(
        &self,
        run: u32,
        changes: Vec<(DivisionCode, Quarantined)>,
        batch: Batch,
    ) -> (Batch, Vec<Aside>) {
        let mut all = (*self.state.aside.get_untracked()).clone();
        if changes.is_empty() {
            return (batch, all);
        }
        for (scope, change) in changes {
            if !all
                .iter()
                .any(|other| other.scope == scope && other.change.text == change.text)
            {
                all.push(Aside { run, scope, change });
            }
        }
        (keep_aside(&all, batch), all)
    }

    /// Throws away what an import that is undone has left.
    pub(super) fn release_quarantine(&self, run: u32, batch: Batch) -> (Batch, Vec<Aside>) {
        let mut all = (*self.state.aside.get_untracked()).clone();
        all.retain(|one| one.run != run);
        (keep_aside(&all, batch), all)
    }

    /// Shows what was set aside, as the store tells it.
    pub(in crate::workspace) fn show_aside(&self, index: &Index) {
        let stored = index
            .meta
            .get(key::ASIDE)
            .and_then(|bytes| serde_json::from_slice::<Stored>(bytes).ok());
        let of = |(run, scope, change): (u32, String, Quarantined)| {
            Some(Aside {
                run,
                scope: DivisionCode::new(&scope)?,
                change,
            })
        };
        let all = stored.into_iter().flat_map(|stored| stored.changes);
        self.state.aside.set(Arc::new(all.filter_map(of).collect()));
    }

    /// Tries again what another version of the program has set aside; what this one could not read itself waits.
    ///
    /// # Errors
    /// As every command.
    pub async fn retry_what_others_left(&self) -> Result<usize, CommandError> {
        let engine = self.engine();
        let stored = engine.database()?.meta(key::ASIDE).await?;
        let stored = stored.and_then(|bytes| serde_json::from_slice::<Stored>(&bytes).ok());
        match stored.is_some_and(|stored| stored.app != env!("CARGO_PKG_VERSION")) && engine.writer.get() {
            true => self.retry_aside().await,
            false => Ok(0),
        }
    }

    /// Tries to read again what was set aside, and takes in what can be read now. Says how many changes that were.
    ///
    /// # Errors
    /// As every command.
    pub async fn retry_aside(&self) -> Result<usize, CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        let all = self.state.aside.get_untracked();
        let mut readable: BTreeMap<DivisionCode, Vec<_>> = BTreeMap::new();
        let mut left = Vec::new();
        for one in all.iter() {
            match one.change.retry(one.scope) {
                Some(change) => readable.entry(change.area).or_default().push(change),
                None => left.push(one.clone()),
            }
        }
        let mut batch = Batch::new();
        let facts = self.state.facts.get_untracked();
        let basis = Basis::new(self.state.as_of.get_untracked(), &facts);
        let mut taken = Vec::new();
        for (area, changes) in readable {
            engine.ensure(area).await?;
            let here = engine.partition(area, Partition::clone);
            let mut partition = here.unwrap_or(Partition::new(area));
            partition.merge(changes);
            let ready = intake::ready(&partition, &facts, basis);
            batch = batch.replace(area, ready.journal, ready.summary.to_bytes());
            taken.push(ready.summary);
        }
        engine.database()?.write(keep_aside(&left, batch)).await?;
        let read = all.len() - left.len();
        self.state.aside.set(Arc::new(left));
        let changed = taken.iter().map(|one| (one.area, one.last_change)).collect();
        self.state.show_summaries(taken);
        self.read_anew(changed, Vec::new()).await?;
        Ok(read)
    }
}

/// Writes what is set aside.
fn keep_aside(all: &[Aside], batch: Batch) -> Batch {
    let changes = all
        .iter()
        .map(|one| (one.run, one.scope.to_string(), one.change.clone()));
    let stored = Stored {
        app: env!("CARGO_PKG_VERSION").into(),
        changes: changes.collect(),
    };
    match all.is_empty() {
        true => batch.forget(key::ASIDE),
        false => batch.meta(key::ASIDE, serde_json::to_vec(&stored).unwrap_or_default()),
    }
}
