//! The signals that the interface reads. Only this layer writes them.

use super::handover::Acknowledged;
use super::silent::Said;
use super::{
    Aside, Closed, CommandError, HandOver, ImportRun, Lazy, Profile, Protection, Receipts, Summary, Trace,
};
use crate::indicators::CountyFacts;
use crate::model::{Date, DivisionCode, Records};
use crate::storage::StorageError;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far the register has been opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The store is being opened.
    Starting,
    /// Nobody has said yet who works here.
    FirstRun,
    /// Encrypted, and waiting for the passphrase; nothing of the register is in memory.
    Locked,
    /// Not encrypted, and this edition of the app keeps real records under a passphrase only.
    PassphraseNeeded,
    /// The store is empty, though it held this when something was saved last.
    Gone(Trace),
    /// Open.
    Ready,
    /// The store cannot be opened or read.
    Failed(CommandError),
}

/// Whether this tab may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// This tab is the one writer.
    Writer,
    /// Another tab is; this one shows and does not change.
    Reader,
}

/// How the last save went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was saved yet since opening.
    Idle,
    /// On its way to the disk.
    Saving,
    /// On the disk since that moment (milliseconds since 1970).
    Saved(u64),
    /// Not on the disk.
    Failed(CommandError),
}

/// Long work and how far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Areas done.
    pub done: usize,
    /// Areas in all.
    pub of: usize,
}

/// Records by area, shared with whoever shows them.
pub type Areas = Arc<BTreeMap<DivisionCode, Arc<Records>>>;

/// Summaries by area.
pub type Summaries = Arc<BTreeMap<DivisionCode, Arc<Summary>>>;

/// What the interface reads; every member is a signal of immutable values.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub phase: RwSignal<Phase>,
    pub profile: RwSignal<Option<Arc<Profile>>>,
    pub access: RwSignal<Access>,
    /// Why the store is lost to this tab, though the register is on the screen.
    pub lost: RwSignal<Option<CommandError>>,
    pub saving: RwSignal<SaveState>,
    pub progress: RwSignal<Option<Progress>>,
    pub as_of: RwSignal<Date>,
    pub facts: RwSignal<Arc<CountyFacts>>,
    pub said: RwSignal<Said>,
    pub areas: RwSignal<Areas>,
    pub summaries: RwSignal<Summaries>,
    pub receipts: RwSignal<Lazy<Receipts>>,
    pub handover: RwSignal<Arc<HandOver>>,
    pub acknowledged: RwSignal<Arc<Vec<Acknowledged>>>,
    pub runs: RwSignal<Lazy<Vec<ImportRun>>>,
    pub aside: RwSignal<Arc<Vec<Aside>>>,
    pub closed: RwSignal<Arc<Vec<Closed>>>,
    pub protection: RwSignal<Protection>,
}

impl State {
    pub fn new(today: Date) -> Self {
        Self {
            phase: RwSignal::new(Phase::Starting),
            profile: RwSignal::new(None),
            access: RwSignal::new(Access::Writer),
            lost: RwSignal::new(None),
            saving: RwSignal::new(SaveState::Idle),
            progress: RwSignal::new(None),
            as_of: RwSignal::new(today),
            facts: RwSignal::new(Arc::default()),
            said: RwSignal::new(Said::default()),
            areas: RwSignal::new(Arc::default()),
            summaries: RwSignal::new(Arc::default()),
            receipts: RwSignal::new(Lazy::default()),
            handover: RwSignal::new(Arc::default()),
            acknowledged: RwSignal::new(Arc::default()),
            runs: RwSignal::new(Lazy::default()),
            aside: RwSignal::new(Arc::default()),
            closed: RwSignal::new(Arc::default()),
            protection: RwSignal::new(Protection::default()),
        }
    }

    /// Empties everything that belongs to one register.
    pub fn clear(&self) {
        self.profile.set(None);
        self.progress.set(None);
        self.lost.set(None);
        self.saving.set(SaveState::Idle);
        self.facts.set(Arc::default());
        self.said.set(Said::default());
        self.areas.set(Arc::default());
        self.summaries.set(Arc::default());
        self.receipts.set(Lazy::default());
        self.handover.set(Arc::default());
        self.acknowledged.set(Arc::default());
        self.runs.set(Lazy::default());
        self.aside.set(Arc::default());
        self.closed.set(Arc::default());
    }

    /// Takes areas away of which nothing is left.
    pub fn hide(&self, gone: &[DivisionCode]) {
        if gone.is_empty() {
            return;
        }
        self.areas
            .update(|areas| Arc::make_mut(areas).retain(|area, _| !gone.contains(area)));
        self.summaries
            .update(|known| Arc::make_mut(known).retain(|area, _| !gone.contains(area)));
    }

    /// Publishes an area's records.
    pub fn show(&self, area: DivisionCode, records: Records) {
        // What was on its way when the register was locked is not shown.
        if self.phase.get_untracked() == Phase::Locked {
            return;
        }
        self.areas.update(|areas| {
            Arc::make_mut(areas).insert(area, Arc::new(records));
        });
    }

    /// Publishes summaries.
    pub fn show_summaries(&self, summaries: impl IntoIterator<Item = Summary>) {
        if self.phase.get_untracked() == Phase::Locked {
            return;
        }
        self.summaries.update(|known| {
            let known = Arc::make_mut(known);
            for summary in summaries {
                known.insert(summary.area, Arc::new(summary));
            }
        });
    }
}

impl From<StorageError> for Phase {
    fn from(error: StorageError) -> Self {
        Self::Failed(error.into())
    }
}
