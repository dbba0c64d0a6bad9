//! App state: one writer, commands that are people's intentions, and signals for the interface.
//!
//! Read in this order: [`Workspace`], `engine` (the open register), `intentions` (what commands change), `commands`,
//! `opening`, `transfer` (packages out and in).

mod batch;
mod browser;
mod closing;
mod commands;
mod drafts;
mod engine;
mod error;
mod filling;
mod handover;
pub mod helping;
pub mod intake;
mod intentions;
mod keyring;
mod lazy;
mod locking;
mod moves;
mod opening;
mod profile;
mod putting_right;
mod reading;
mod record_work;
mod scoring;
mod self_check;
mod silent;
mod splitting;
mod state;
mod summary;
mod surroundings;
#[cfg(test)]
mod tests;
mod trace;
mod transfer;

pub use crate::storage::StorageError;
pub use batch::Batch;
pub use browser::Browser;
pub use closing::Closed;
pub use drafts::{FirstRun, NewHelper, NewHousehold, NewMeasure, NewPerson, NewStep, NewVisit};
pub use error::CommandError;
pub use handover::{BackupDue, ExportedFile, HandOver, HandedOver, Receipts, Received, ReceivedAbove};
pub use intake::{ImportFile, Incoming};
pub use keyring::{CardFile, SHORTEST_PASSPHRASE, SignedBy};
pub use lazy::Lazy;
pub use locking::{AUTO_LOCK_SECONDS, Asking, Protection};
pub use profile::{Edition, Profile};
pub use reading::{ExplainedList, RecordsList};
pub use self_check::{BackupTrial, SelfCheck};
pub use splitting::NewSplit;
pub use state::{Access, Areas, Phase, Progress, SaveState, Summaries};
pub use summary::{Basis, JournalSize, Summary};
pub use surroundings::{Later, Surroundings};
pub use trace::Trace;
pub use transfer::{
    Aside, Brought, FileOfRun, ImportPreview, ImportReport, ImportRun, Outgoing, ReceiptFile, Relevance,
    UndoBlocked,
};

use crate::indicators::Scores;
use engine::Engine;
use leptos::prelude::*;
use state::State;
use std::rc::Rc;
use std::sync::Arc;

/// The open register: what the interface reads, and the commands it gives. A copyable handle.
#[derive(Clone, Copy)]
pub struct Workspace {
    state: State,
    scores: Memo<Arc<Scores>>,
    engine: StoredValue<Rc<Engine>, LocalStorage>,
}

impl Workspace {
    /// A workspace on that device, not opened yet.
    pub fn new(surroundings: Rc<dyn Surroundings>) -> Self {
        let state = State::new(surroundings.today());
        let engine = StoredValue::new_local(Rc::new(Engine::new(surroundings)));
        Self {
            state,
            scores: reading::scores_of(state),
            engine,
        }
    }

    fn engine(&self) -> Rc<Engine> {
        self.engine.get_value()
    }
}
