//! The part of the workspace that the interface does not see: the open database, the clock and the journals.

use super::locking::{Locked, Unlocked};
use super::{Batch, CommandError, Edition, Profile, Surroundings};
use crate::indicators::{CountyFacts, Scored, Traced};
use crate::journal::codec::encode;
use crate::journal::{Change, Clock, DeviceId, Partition, Stamp};
use crate::keys::patience::Tries;
use crate::model::{Date, DivisionCode, Records};
use crate::storage::{self, Database, Index, StorageError};
use futures::lock::Mutex;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A tail of that many saves is folded into a new snapshot by the next one.
const LONGEST_TAIL: usize = 48;

/// The keys of what the store keeps beside the areas.
pub(super) mod key {
    pub const DEVICE: &str = "device";
    pub const PROFILE: &str = "profile";
    pub const AS_OF: &str = "as_of";
    /// What is said of areas that nobody has reported.
    pub const SILENT: &str = "silent";
    pub const BACKUP: &str = "backup";
    /// How many changes the last backup held.
    pub const BACKED_UP: &str = "backed_up";
    /// When this device began.
    pub const BEGAN: &str = "began";
    pub const HANDED_OVER: &str = "handed_over:";
    /// The last package of every row that came in.
    pub const RECEIVED: &str = "received";
    /// In versions before each row had a key of its own.
    pub const RECEIVED_ROW: &str = "received:";
    pub const ACKNOWLEDGED: &str = "acknowledged:";
    pub const IMPORT: &str = "import:";
    pub const ASIDE: &str = "aside";
    pub const FROZEN: &str = "frozen:";
    /// The device's private keys.
    pub const KEYS: &str = "keys";
    /// The cards of others.
    pub const RING: &str = "ring";
}

/// The open register. Commands take turns: one is carried out after the other.
pub(super) struct Engine {
    pub surroundings: Rc<dyn Surroundings>,
    pub turn: Mutex<()>,
    /// Held while a register is opened, or opened anew because the tab has become the writer: a tab may come to be the writer
    /// while it still opens as a reader, as when a page is loaded again and the old one is not quite gone. Whoever takes
    /// both takes this one first.
    pub opening: Mutex<()>,
    pub writer: Cell<bool>,
    open: RefCell<Option<Open>>,
    /// The register that waits for its passphrase, and nothing of which is here.
    locked: RefCell<Option<Locked>>,
    /// Wrong passphrases in a row as this page has seen them, and until when it waits.
    waited: Cell<Option<(Tries, u64)>>,
}

/// A store as it was opened: the plain one, and over it the encrypted one where there is a passphrase.
pub(super) struct Store {
    pub plain: Rc<dyn Database>,
    pub database: Rc<dyn Database>,
    pub unlocked: Option<Unlocked>,
}

impl Store {
    /// A store that is not encrypted.
    pub fn plain(plain: Rc<dyn Database>) -> Self {
        Self {
            database: Rc::clone(&plain),
            plain,
            unlocked: None,
        }
    }
}

struct Open {
    edition: Edition,
    store: Store,
    clock: Clock,
    profile: Option<Profile>,
    /// The areas that the store holds something of; of any other there is nothing to read.
    stored: BTreeSet<DivisionCode>,
    journals: BTreeMap<DivisionCode, Journal>,
    /// The state of areas that were scored and whose journals are not here.
    records: BTreeMap<DivisionCode, Records>,
    /// The areas whose figures the store does not have as they are here.
    unkept: BTreeSet<DivisionCode>,
}

struct Journal {
    partition: Partition,
    tail: usize,
    /// The area's figures as they were last made after a save.
    figures: Option<Traced>,
}

impl Journal {
    fn new(partition: Partition, tail: usize) -> Self {
        Self {
            partition,
            tail,
            figures: None,
        }
    }
}

impl Engine {
    pub fn new(surroundings: Rc<dyn Surroundings>) -> Self {
        Self {
            surroundings,
            turn: Mutex::new(()),
            opening: Mutex::new(()),
            writer: Cell::new(false),
            open: RefCell::new(None),
            locked: RefCell::new(None),
            waited: Cell::new(None),
        }
    }

    /// Takes the opened database in; the device gets its name on the first run.
    pub async fn adopt(&self, edition: Edition, store: Store, index: &Index) -> Result<(), CommandError> {
        let known = index.meta.get(key::DEVICE);
        let known = known.and_then(|bytes| std::str::from_utf8(bytes).ok()?.parse::<DeviceId>().ok());
        let device = known.unwrap_or_else(|| DeviceId::from_chance(self.surroundings.chance()));
        if known.is_none() && self.writer.get() {
            let database = &store.database;
            database
                .write(storage::Batch::new().meta(key::DEVICE, device.as_str().into()))
                .await?;
        }
        let profile = index.meta.get(key::PROFILE);
        let open = Open {
            edition,
            store,
            clock: Clock::new(device),
            profile: profile.and_then(|bytes| Profile::from_bytes(bytes)),
            stored: index.areas.iter().map(|entry| entry.area).collect(),
            journals: BTreeMap::new(),
            records: BTreeMap::new(),
            unkept: BTreeSet::new(),
        };
        *self.open.borrow_mut() = Some(open);
        *self.locked.borrow_mut() = None;
        Ok(())
    }

    pub fn close(&self) {
        *self.open.borrow_mut() = None;
        *self.locked.borrow_mut() = None;
    }

    /// Drops key, journals and records of an encrypted register; none of one that is not.
    pub fn close_if_encrypted(&self) -> Option<(Edition, Rc<dyn Database>)> {
        let mut open = self.open.borrow_mut();
        let encrypted = open.as_ref()?.store.unlocked.is_some();
        let open = encrypted.then(|| open.take()).flatten()?;
        Some((open.edition, open.store.plain))
    }

    /// Keeps what stands before its passphrase.
    pub fn stand_before(&self, locked: Locked) {
        *self.locked.borrow_mut() = Some(locked);
    }

    /// Reads the register that waits for its passphrase.
    pub fn locked<T>(&self, read: impl FnOnce(&Locked) -> T) -> Option<T> {
        self.locked.borrow().as_ref().map(read)
    }

    /// Until when this page waits after those tries; none when it has not seen them.
    pub fn waited(&self, tries: Tries) -> Option<u64> {
        let (seen, until) = self.waited.get()?;
        (seen == tries).then_some(until)
    }

    /// Waits after those tries until then, by the clock that nobody sets.
    pub fn wait(&self, tries: Tries, until: u64) {
        self.waited.set(Some((tries, until)));
    }

    /// Until when this page waits; 0 when it does not.
    pub fn waits_until(&self) -> u64 {
        self.waited.get().map_or(0, |(_, until)| until)
    }

    pub fn database(&self) -> Result<Rc<dyn Database>, CommandError> {
        self.with(|open| Rc::clone(&open.store.database))
    }

    /// The store under the encrypted one, where the lock's own values lie.
    pub fn plain_database(&self) -> Result<Rc<dyn Database>, CommandError> {
        self.with(|open| Rc::clone(&open.store.plain))
    }

    /// The name of the open database.
    pub fn database_name(&self) -> Result<&'static str, CommandError> {
        self.with(|open| open.edition.database())
    }

    /// Reads and writes go to that database from now on; what is here stays.
    pub fn exchange_database(&self, database: Rc<dyn Database>) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.store.database = database;
        }
    }

    /// The key of the open register; none when it is not encrypted.
    pub fn unlocked(&self) -> Option<Unlocked> {
        self.with(|open| open.store.unlocked.clone()).ok().flatten()
    }

    /// Notes another key or header, or that there is none any more.
    pub fn set_unlocked(&self, unlocked: Option<Unlocked>) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.store.unlocked = unlocked;
        }
    }

    pub fn edition(&self) -> Option<Edition> {
        self.with(|open| open.edition).ok()
    }

    pub fn device(&self) -> Result<DeviceId, CommandError> {
        self.with(|open| open.clock.device())
    }

    pub fn profile(&self) -> Result<Profile, CommandError> {
        self.with(|open| open.profile.clone())?
            .ok_or(CommandError::NotReady)
    }

    pub fn set_profile(&self, profile: Profile) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.profile = Some(profile);
        }
    }

    pub fn may_write(&self) -> Result<(), CommandError> {
        if self.writer.get() {
            Ok(())
        } else {
            Err(CommandError::ReadOnly)
        }
    }

    fn with<T>(&self, read: impl FnOnce(&Open) -> T) -> Result<T, CommandError> {
        self.open
            .borrow()
            .as_ref()
            .map(read)
            .ok_or(CommandError::NotReady)
    }

    /// Reads an area's journal from the store unless it is here already; an area that is new to the device is empty.
    pub async fn ensure(&self, area: DivisionCode) -> Result<(), CommandError> {
        self.ensure_all(&[area]).await
    }

    /// Reads the journals of areas in one go.
    pub async fn ensure_all(&self, areas: &[DivisionCode]) -> Result<(), CommandError> {
        let missing: Vec<DivisionCode> = self.with(|open| {
            areas
                .iter()
                .copied()
                .filter(|area| !open.journals.contains_key(area))
                .collect()
        })?;
        let (missing, fresh): (Vec<_>, Vec<_>) =
            self.with(|open| missing.into_iter().partition(|area| open.stored.contains(area)))?;
        for area in fresh {
            let partition = Partition::new(area);
            self.keep(area, Journal::new(partition, 0));
        }
        if missing.is_empty() {
            return Ok(());
        }
        let stored = self.database()?.load(missing.clone()).await?;
        for (area, stored) in missing.into_iter().zip(stored) {
            let stored = stored.unwrap_or_default();
            let tail = stored.tail.len();
            self.keep(area, Journal::new(stored.partition(area)?, tail));
        }
        Ok(())
    }

    /// Keeps a journal that was read, unless a command has brought it in meanwhile.
    fn keep(&self, area: DivisionCode, journal: Journal) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            if let Some(last) = journal.partition.changes().last() {
                open.clock.observe(last.stamp);
            }
            open.journals.entry(area).or_insert(journal);
            open.records.remove(&area);
        }
    }

    /// Takes journals up as they are in the store, each as one snapshot.
    pub fn take_up(&self, partitions: Vec<Partition>) {
        for partition in partitions {
            self.keep(partition.area(), Journal::new(partition, 0));
        }
    }

    /// Reads a partition whose journal is here.
    pub fn partition<T>(&self, area: DivisionCode, read: impl FnOnce(&Partition) -> T) -> Option<T> {
        self.open
            .borrow()
            .as_ref()?
            .journals
            .get(&area)
            .map(|journal| read(&journal.partition))
    }

    /// Reads the partitions of areas whose journals are here.
    pub fn partitions<T>(
        &self,
        areas: &[DivisionCode],
        read: impl FnOnce(&[&Partition]) -> T,
    ) -> Result<T, CommandError> {
        self.with(|open| {
            let journals = areas.iter().filter_map(|area| open.journals.get(area));
            read(&journals.map(|journal| &journal.partition).collect::<Vec<_>>())
        })
    }

    /// Collects the changes of an intention; nothing is applied yet.
    pub fn collect<T>(
        &self,
        area: DivisionCode,
        intention: impl FnOnce(&mut Batch<'_>) -> T,
    ) -> Result<(T, Vec<Change>), CommandError> {
        let now = self.surroundings.now();
        let chance = || self.surroundings.chance();
        let mut guard = self.open.borrow_mut();
        let open = guard.as_mut().ok_or(CommandError::NotReady)?;
        let author = open.profile.as_ref().ok_or(CommandError::NotReady)?.official;
        let journal = open.journals.get(&area).ok_or(CommandError::NotReady)?;
        let mut batch = Batch::new(&journal.partition, &mut open.clock, now, author, &chance);
        let outcome = intention(&mut batch);
        Ok((outcome, batch.into_changes()))
    }

    /// Collects the changes of an intention on a journal that is not the open one.
    pub fn collect_on(
        &self,
        partition: &Partition,
        intention: impl FnOnce(&mut Batch<'_>),
    ) -> Result<Vec<Change>, CommandError> {
        let now = self.surroundings.now();
        let chance = || self.surroundings.chance();
        let mut guard = self.open.borrow_mut();
        let open = guard.as_mut().ok_or(CommandError::NotReady)?;
        let author = open.profile.as_ref().ok_or(CommandError::NotReady)?.official;
        let mut batch = Batch::new(partition, &mut open.clock, now, author, &chance);
        intention(&mut batch);
        Ok(batch.into_changes())
    }

    /// Folds changes into the area's journal and returns the state after them. The journal is dropped and read anew if
    /// they don't become durable.
    pub fn fold(&self, area: DivisionCode, changes: Vec<Change>) -> Option<Records> {
        let mut guard = self.open.borrow_mut();
        let journal = guard.as_mut()?.journals.get_mut(&area)?;
        journal.partition.merge(changes);
        Some(journal.partition.records().clone())
    }

    /// Scores an area's records after a change: of what was judged after the one before it, what stands is not judged again.
    pub fn score(&self, area: DivisionCode, records: &Records, facts: &CountyFacts, as_of: Date) -> Scored {
        let mut guard = self.open.borrow_mut();
        let journal = guard.as_mut().and_then(|open| open.journals.get_mut(&area));
        let Some(journal) = journal else {
            return Scored::of(area, records, facts, as_of);
        };
        let traced = match &journal.figures {
            Some(traced) => traced.again(records, facts, as_of),
            None => Traced::of(area, records, facts, as_of),
        };
        journal.figures.insert(traced).scored.clone()
    }

    /// Makes changes durable that [`fold`](Self::fold) took in: as a tail entry, or as a new snapshot when the tail has
    /// grown long; with a summary that is true, or says that it is not.
    pub async fn write(
        &self,
        area: DivisionCode,
        changes: &[Change],
        summary: Vec<u8>,
    ) -> Result<(), CommandError> {
        let database = self.database()?;
        let tail = self.with(|open| open.journals.get(&area).map_or(0, |journal| journal.tail))?;
        let compact = tail >= LONGEST_TAIL;
        let batch = if compact {
            let snapshot = self
                .partition(area, |partition| encode(area, partition.changes()))
                .unwrap_or_default();
            storage::Batch::new().replace(area, snapshot, summary)
        } else {
            storage::Batch::new().append(area, encode(area, changes), summary)
        };
        let outcome = database.write(batch).await;
        if let Some(open) = self.open.borrow_mut().as_mut() {
            match &outcome {
                Ok(()) => {
                    open.stored.insert(area);
                    if let Some(journal) = open.journals.get_mut(&area) {
                        journal.tail = if compact { 0 } else { tail + 1 };
                    }
                }
                // The store is gone, and with it the way to read the journal anew: what is here is all that is left.
                Err(StorageError::Closed) => {}
                Err(_) => {
                    open.journals.remove(&area);
                }
            }
        }
        Ok(outcome?)
    }

    /// Notes that the store does not have the figures of areas as they are here. Says whether it had all before.
    pub fn unkept(&self, areas: impl IntoIterator<Item = DivisionCode>) -> bool {
        let mut guard = self.open.borrow_mut();
        let Some(open) = guard.as_mut() else { return false };
        let had_all = open.unkept.is_empty();
        open.unkept.extend(areas);
        had_all && !open.unkept.is_empty()
    }

    /// Takes the areas whose figures the store does not have; they are about to be kept.
    pub fn take_unkept(&self) -> BTreeSet<DivisionCode> {
        let mut open = self.open.borrow_mut();
        open.as_mut()
            .map(|open| std::mem::take(&mut open.unkept))
            .unwrap_or_default()
    }

    /// Whether the store holds something of an area.
    pub fn is_stored(&self, area: DivisionCode) -> bool {
        self.with(|open| open.stored.contains(&area)).unwrap_or_default()
    }

    /// The areas of which the store holds something.
    pub fn stored(&self) -> Vec<DivisionCode> {
        self.with(|open| open.stored.iter().copied().collect())
            .unwrap_or_default()
    }

    /// Notes that an import has made other journals durable; those that are here are read anew when they are needed.
    pub fn superseded(&self, areas: impl IntoIterator<Item = (DivisionCode, Option<Stamp>)>) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            for (area, newest) in areas {
                newest.into_iter().for_each(|stamp| open.clock.observe(stamp));
                open.stored.insert(area);
                open.journals.remove(&area);
                open.records.remove(&area);
            }
        }
    }

    /// Notes that the store holds nothing of an area any more.
    pub fn forget(&self, area: DivisionCode) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.stored.remove(&area);
            open.journals.remove(&area);
            open.records.remove(&area);
        }
    }

    /// Reads the state of an area that was kept for scoring.
    pub fn kept_records<T>(&self, area: DivisionCode, read: impl FnOnce(&Records) -> T) -> Option<T> {
        self.open.borrow().as_ref()?.records.get(&area).map(read)
    }

    /// Keeps the state of an area whose journal is not here, for the next scoring.
    pub fn keep_records(&self, area: DivisionCode, records: Records) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.records.insert(area, records);
        }
    }

    /// Puts partitions in place that an import has made durable.
    pub fn adopt_partitions(&self, partitions: impl IntoIterator<Item = Partition>) {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            for partition in partitions {
                if let Some(last) = partition.changes().last() {
                    open.clock.observe(last.stamp);
                }
                open.stored.insert(partition.area());
                open.journals.insert(partition.area(), Journal::new(partition, 0));
            }
        }
    }
}
