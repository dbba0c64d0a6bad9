//! A store whose every value is encrypted: it wraps another one, which sees ciphertext only.
//!
//! What the other one sees in plain: codes of areas, numbers of tail entries, the keys of what lies beside, the lengths of
//! values, and the values under the keys of the lock itself.

use super::{
    AreaSummary, Batch, Contents, Database, Index, Pending, Placed, StorageError, StoredPartition, forms,
};
use crate::keys::at_rest::{DataKey, Place};
use crate::model::DivisionCode;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The lock's header: suite, wrapped keys, whose device this is.
pub const LOCK: &str = "lock";
/// Wrong passphrases in a row.
pub const LOCK_TRIES: &str = "lock:tries";
/// The one-time key of a recovery that is under way.
pub const LOCK_ASKED: &str = "lock:asked";

/// The keys whose values are not encrypted, since without them nothing could be decrypted.
const PLAIN: [&str; 3] = [LOCK, LOCK_TRIES, LOCK_ASKED];

/// The encrypted store over another one.
pub struct SealedDatabase {
    within: Rc<dyn Database>,
    seal: Rc<Seal>,
}

/// The key, and the name of the database that it is for.
struct Seal {
    name: String,
    key: DataKey,
}

impl SealedDatabase {
    /// Wraps the database of that name.
    pub fn new(within: Rc<dyn Database>, name: &str, key: DataKey) -> Self {
        let name = name.to_owned();
        Self {
            within,
            seal: Rc::new(Seal { name, key }),
        }
    }
}

/// Everything of a plain store, encrypted.
///
/// # Errors
/// When the system gives no chance.
pub fn seal_contents(contents: Contents, name: &str, key: &DataKey) -> Result<Contents, StorageError> {
    let seal = Seal {
        name: name.to_owned(),
        key: key.clone(),
    };
    contents.try_map(|store, key, number, value| seal.seal(store, key, number, &value))
}

/// Everything of an encrypted store in plain, without what belongs to the lock.
///
/// # Errors
/// When a value was altered or moved.
pub fn open_contents(mut contents: Contents, name: &str, key: &DataKey) -> Result<Contents, StorageError> {
    contents.meta.retain(|key, _| !is_plain(key));
    let seal = Seal {
        name: name.to_owned(),
        key: key.clone(),
    };
    contents.try_map(|store, key, number, value| seal.open(store, key, number, &value))
}

fn is_plain(key: &str) -> bool {
    PLAIN.contains(&key)
}

impl Seal {
    fn place<'a>(&'a self, store: &'a str, key: &'a str, number: u32) -> Place<'a> {
        Place {
            database: &self.name,
            store,
            key,
            number,
        }
    }

    fn seal(&self, store: &str, key: &str, number: u32, value: &[u8]) -> Result<Vec<u8>, StorageError> {
        Ok(self.key.seal(self.place(store, key, number), value)?)
    }

    fn open(&self, store: &str, key: &str, number: u32, sealed: &[u8]) -> Result<Vec<u8>, StorageError> {
        Ok(self.key.open(self.place(store, key, number), sealed)?)
    }

    /// Seals all of a batch but its tail, whose numbers are still to come.
    fn batch(&self, batch: Batch) -> Result<Batch, StorageError> {
        let sealed = |store, key: &str, value: Option<Vec<u8>>| {
            value.map(|value| self.seal(store, key, 0, &value)).transpose()
        };
        let mut out = Batch {
            tail: batch.tail,
            ..Batch::default()
        };
        for (area, snapshot) in batch.snapshots {
            let snapshot = sealed(forms::SNAPSHOTS, area.as_str(), snapshot)?;
            out.snapshots.insert(area, snapshot);
        }
        for (area, summary) in batch.summaries {
            let summary = self.seal(forms::SUMMARIES, area.as_str(), 0, &summary)?;
            out.summaries.insert(area, summary);
        }
        for (key, value) in batch.meta {
            if is_plain(&key) {
                return Err(StorageError::Failed(format!("{key} belongs to the lock")));
            }
            let value = sealed(forms::META, &key, value)?;
            out.meta.insert(key, value);
        }
        for (key, value) in batch.attic {
            let value = sealed(forms::ATTIC, &key, value)?;
            out.attic.insert(key, value);
        }
        Ok(out)
    }

    fn index(&self, sealed: Index) -> Result<Index, StorageError> {
        let area = |entry: AreaSummary| {
            let summary = self.open(forms::SUMMARIES, entry.area.as_str(), 0, &entry.summary)?;
            Ok(AreaSummary { summary, ..entry })
        };
        let meta = sealed.meta.into_iter().filter(|(key, _)| !is_plain(key));
        let entry = |(key, value): (String, Vec<u8>)| {
            let value = self.open(forms::META, &key, 0, &value)?;
            Ok((key, value))
        };
        Ok(Index {
            areas: sealed
                .areas
                .into_iter()
                .map(area)
                .collect::<Result<_, StorageError>>()?,
            meta: meta.map(entry).collect::<Result<_, StorageError>>()?,
        })
    }

    fn partition(
        &self,
        area: DivisionCode,
        sealed: StoredPartition,
    ) -> Result<StoredPartition, StorageError> {
        // Without a snapshot there is nothing to open.
        let snapshot = match &*sealed.snapshot {
            [] => Vec::new(),
            snapshot => self.open(forms::SNAPSHOTS, area.as_str(), 0, snapshot)?,
        };
        let entry = |(number, entry): (u32, Vec<u8>)| self.open(forms::TAIL, area.as_str(), number, &entry);
        let tail = (0..).zip(sealed.tail).map(entry);
        Ok(StoredPartition {
            snapshot,
            tail: tail.collect::<Result<_, _>>()?,
        })
    }
}

impl Contents {
    /// Every value as `value` gives it for its store, key and number.
    fn try_map(
        self,
        value: impl Fn(&str, &str, u32, Vec<u8>) -> Result<Vec<u8>, StorageError>,
    ) -> Result<Self, StorageError> {
        let of_areas = |store, areas: BTreeMap<DivisionCode, Vec<u8>>| {
            let one = |(area, old): (DivisionCode, Vec<u8>)| Ok((area, value(store, area.as_str(), 0, old)?));
            areas
                .into_iter()
                .map(one)
                .collect::<Result<BTreeMap<_, _>, StorageError>>()
        };
        let of_keys = |store, keys: BTreeMap<String, Vec<u8>>| {
            let one = |(key, old): (String, Vec<u8>)| {
                let new = value(store, &key, 0, old)?;
                Ok((key, new))
            };
            keys.into_iter()
                .map(one)
                .collect::<Result<BTreeMap<_, _>, StorageError>>()
        };
        let mut tail = BTreeMap::new();
        for (area, old) in self.tail {
            let entries = (0..).zip(old);
            let entries = entries.map(|(number, entry)| value(forms::TAIL, area.as_str(), number, entry));
            tail.insert(area, entries.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(Self {
            snapshots: of_areas(forms::SNAPSHOTS, self.snapshots)?,
            tail,
            summaries: of_areas(forms::SUMMARIES, self.summaries)?,
            meta: of_keys(forms::META, self.meta)?,
            attic: of_keys(forms::ATTIC, self.attic)?,
        })
    }
}

impl Database for SealedDatabase {
    fn index(&self) -> Pending<'_, Index> {
        Box::pin(async { self.seal.index(self.within.index().await?) })
    }

    fn load(&self, areas: Vec<DivisionCode>) -> Pending<'_, Vec<Option<StoredPartition>>> {
        Box::pin(async move {
            let sealed = self.within.load(areas.clone()).await?;
            let open = |(area, stored): (DivisionCode, Option<StoredPartition>)| {
                stored.map(|stored| self.seal.partition(area, stored)).transpose()
            };
            areas.into_iter().zip(sealed).map(open).collect()
        })
    }

    fn meta(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        let key = key.to_owned();
        Box::pin(async move {
            let sealed = self.within.meta(&key).await?.filter(|_| !is_plain(&key));
            sealed
                .map(|sealed| self.seal.open(forms::META, &key, 0, &sealed))
                .transpose()
        })
    }

    fn aside(&self, key: &str) -> Pending<'_, Option<Vec<u8>>> {
        let key = key.to_owned();
        Box::pin(async move {
            let sealed = self.within.aside(&key).await?;
            sealed
                .map(|sealed| self.seal.open(forms::ATTIC, &key, 0, &sealed))
                .transpose()
        })
    }

    fn write_placed(&self, batch: Batch, entry: Placed) -> Pending<'_, ()> {
        let batch = self.seal.batch(batch);
        let seal = Rc::clone(&self.seal);
        let sealed: Placed = Rc::new(move |area, number, changes| {
            let changes = entry(area, number, changes)?;
            seal.seal(forms::TAIL, area.as_str(), number, &changes)
        });
        Box::pin(async move { self.within.write_placed(batch?, sealed).await })
    }

    fn contents(&self) -> Pending<'_, Contents> {
        Box::pin(async {
            let sealed = self.within.contents().await?;
            open_contents(sealed, &self.seal.name, &self.seal.key)
        })
    }

    fn replace_contents(&self, with: Contents) -> Pending<'_, ()> {
        Box::pin(async move {
            let mut sealed = seal_contents(with, &self.seal.name, &self.seal.key)?;
            let lock = self.within.index().await?.meta.into_iter();
            sealed.meta.extend(lock.filter(|(key, _)| is_plain(key)));
            self.within.replace_contents(sealed).await
        })
    }

    /// Everything goes but the lock, without which what comes after could not be read again.
    fn wipe(&self) -> Pending<'_, ()> {
        self.replace_contents(Contents::default())
    }
}
