//! The twin of the browser's store in memory: for tests, and for a browser that gives no store at all.

use super::forms::{self, IfOlder};
use super::{AreaSummary, Batch, Contents, Database, Index, Pending, Placed, StorageError, StoredPartition};
use crate::model::DivisionCode;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What outlives a database handle, as a disk outlives a tab: databases by name.
#[derive(Clone, Default)]
pub struct MemoryDisk {
    databases: Rc<RefCell<BTreeMap<String, Rc<RefCell<Contents>>>>>,
    /// The forms of those that are not of this version's.
    forms: Rc<RefCell<BTreeMap<String, u32>>>,
}

/// What is to go wrong with the next write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The disk is full: nothing is written.
    Full,
    /// The browser is killed before the commit: nothing is written, and every call after it fails until reopened.
    KilledBeforeCommit,
    /// The browser is killed after the commit and before it could tell: all is written, and the caller never hears so.
    KilledAfterCommit,
}

/// What a write waits for.
pub type Until = Pin<Box<dyn Future<Output = ()>>>;

/// One tab's handle on a database of a [`MemoryDisk`].
pub struct MemoryDatabase {
    contents: Rc<RefCell<Contents>>,
    fault: Cell<Option<Fault>>,
    /// Until when the next write takes, and how it then goes wrong.
    held: Cell<Option<(Until, Fault)>>,
    open: Cell<bool>,
}

impl MemoryDisk {
    /// An empty disk.
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves a database as a version of the app with that form had it; what the form has no store for is gone.
    pub fn set_form(&self, name: &str, form: u32) {
        let mut databases = self.databases.borrow_mut();
        let mut contents = databases.entry(name.into()).or_default().borrow_mut();
        self.forms.borrow_mut().insert(name.into(), form);
        if forms::missing_from(form).any(|store| store == forms::ATTIC) {
            contents.attic.clear();
        }
    }

    /// The form that a database has.
    pub fn form(&self, name: &str) -> Option<u32> {
        let is_there = self.databases.borrow().contains_key(name);
        is_there.then(|| self.forms.borrow().get(name).copied().unwrap_or(forms::VERSION))
    }

    /// Opens a database as a browser does: one of an older form is brought up if it may be, and a fault leaves it as it
    /// was.
    ///
    /// # Errors
    /// [`Outdated`](StorageError::Outdated), [`NewerVersion`](StorageError::NewerVersion), and those of the fault.
    pub fn open_with(
        &self,
        name: &str,
        if_older: IfOlder,
        fault: Option<Fault>,
    ) -> Result<MemoryDatabase, StorageError> {
        let form = self.form(name).unwrap_or(forms::VERSION);
        if form > forms::VERSION {
            return Err(StorageError::NewerVersion);
        }
        if form < forms::VERSION {
            if if_older == IfOlder::Leave {
                return Err(StorageError::Outdated);
            }
            let database = self.open(name);
            database.fault.set(fault);
            database.commit(|_| {
                self.forms.borrow_mut().remove(name);
            })?;
        }
        Ok(self.open(name))
    }

    /// Opens a database, which is made if it was not there.
    pub fn open(&self, name: &str) -> MemoryDatabase {
        let mut databases = self.databases.borrow_mut();
        let contents = databases.entry(name.into()).or_default();
        MemoryDatabase {
            contents: Rc::clone(contents),
            fault: Cell::new(None),
            held: Cell::new(None),
            open: Cell::new(true),
        }
    }
}

impl MemoryDatabase {
    /// A database on a disk of its own.
    pub fn new() -> Self {
        MemoryDisk::new().open("")
    }

    /// Lets the next write go wrong.
    pub fn fail_next_write(&self, fault: Fault) {
        self.fault.set(Some(fault));
    }

    /// Has the next write take so long, and then go wrong.
    pub fn hold_next_write(&self, until: Until, fault: Fault) {
        self.held.set(Some((until, fault)));
    }

    fn write_now(&self, batch: Batch, entry: &Placed) -> Result<(), StorageError> {
        let placed = self.contents.borrow().place(batch, entry);
        placed.and_then(|batch| self.commit(|contents| contents.apply(batch)))
    }

    fn read<'a, T: 'a>(&self, read: impl FnOnce(&Contents) -> T) -> Pending<'a, T> {
        let answer = if self.open.get() {
            Ok(read(&self.contents.borrow()))
        } else {
            Err(StorageError::Closed)
        };
        Box::pin(ready(answer))
    }

    fn commit(&self, write: impl FnOnce(&mut Contents)) -> Result<(), StorageError> {
        if !self.open.get() {
            return Err(StorageError::Closed);
        }
        let fault = self.fault.take();
        if fault == Some(Fault::Full) {
            return Err(StorageError::Full);
        }
        if fault != Some(Fault::KilledBeforeCommit) {
            write(&mut self.contents.borrow_mut());
        }
        self.open.set(fault.is_none());
        if fault.is_none() {
            Ok(())
        } else {
            Err(StorageError::Closed)
        }
    }
}

impl Default for MemoryDatabase {
    fn default() -> Self {
        Self::new()
    }
}

impl Database for MemoryDatabase {
    fn index(&self) -> Pending<'_, Index> {
        self.read(|contents| {
            let entry = |(area, summary): (&DivisionCode, &Vec<u8>)| AreaSummary {
                area: *area,
                summary: summary.clone(),
            };
            Index {
                areas: contents.summaries.iter().map(entry).collect(),
                meta: contents.meta.clone(),
            }
        })
    }

    fn load(&self, areas: Vec<DivisionCode>) -> Pending<'_, Vec<Option<StoredPartition>>> {
        self.read(|contents| areas.iter().map(|area| contents.partition(*area)).collect())
    }

    fn meta(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        self.read(|contents| contents.meta.get(key).cloned())
    }

    fn aside(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        self.read(|contents| contents.attic.get(key).cloned())
    }

    fn write_placed(&self, batch: Batch, entry: Placed) -> Pending<'_, ()> {
        let Some((until, fault)) = self.held.take() else {
            return Box::pin(ready(self.write_now(batch, &entry)));
        };
        Box::pin(async move {
            until.await;
            self.fail_next_write(fault);
            self.write_now(batch, &entry)
        })
    }

    fn contents(&self) -> Pending<'_, Contents> {
        self.read(Contents::clone)
    }

    fn replace_contents(&self, with: Contents) -> Pending<'_, ()> {
        Box::pin(ready(self.commit(|contents| *contents = with)))
    }

    fn wipe(&self) -> Pending<'_, ()> {
        self.replace_contents(Contents::default())
    }
}

/// The outcome of a future that never waits, as those of the memory twin are; none when it does wait. Lets native tests
/// run what the browser runs, without an executor.
pub fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}
