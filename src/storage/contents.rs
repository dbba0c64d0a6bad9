//! All that a store holds, for what concerns the whole of it: encrypting it, and giving that up.

use super::{Batch, Placed, StorageError, StoredPartition};
use crate::model::DivisionCode;
use std::collections::BTreeMap;

/// Every value of a store under its key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The snapshot of an area.
    pub snapshots: BTreeMap<DivisionCode, Vec<u8>>,
    /// The tail of an area, oldest first.
    pub tail: BTreeMap<DivisionCode, Vec<Vec<u8>>>,
    /// The summary of an area.
    pub summaries: BTreeMap<DivisionCode, Vec<u8>>,
    /// What lies under a key.
    pub meta: BTreeMap<String, Vec<u8>>,
    /// What is set aside under a key.
    pub attic: BTreeMap<String, Vec<u8>>,
}

impl Contents {
    /// The partition of an area; none where nothing of it is held.
    pub(super) fn partition(&self, area: DivisionCode) -> Option<StoredPartition> {
        let (snapshot, tail) = (self.snapshots.get(&area), self.tail.get(&area));
        (snapshot.is_some() || tail.is_some()).then(|| StoredPartition {
            snapshot: snapshot.cloned().unwrap_or_default(),
            tail: tail.cloned().unwrap_or_default(),
        })
    }

    /// Carries a batch out.
    pub(super) fn apply(&mut self, batch: Batch) {
        for (area, snapshot) in batch.snapshots {
            self.tail.remove(&area);
            if snapshot.is_none() {
                self.summaries.remove(&area);
            }
            put(&mut self.snapshots, area, snapshot);
        }
        for (area, entry) in batch.tail {
            self.tail.entry(area).or_default().push(entry);
        }
        self.summaries.extend(batch.summaries);
        for (key, value) in batch.meta {
            put(&mut self.meta, key, value);
        }
        for (key, value) in batch.attic {
            put(&mut self.attic, key, value);
        }
    }

    /// Passes a batch's tail entries through `placed` with the numbers that they will have.
    pub(super) fn place(&self, mut batch: Batch, placed: &Placed) -> Result<Batch, StorageError> {
        let mut numbers: BTreeMap<DivisionCode, u32> = BTreeMap::new();
        for (area, entry) in &mut batch.tail {
            let replaced = batch.snapshots.contains_key(area);
            let stored = self.tail.get(area).filter(|_| !replaced).map_or(0, Vec::len);
            let number = numbers.entry(*area).or_insert(stored as u32);
            *entry = placed(*area, *number, std::mem::take(entry))?;
            *number += 1;
        }
        Ok(batch)
    }
}

fn put<K: Ord>(into: &mut BTreeMap<K, Vec<u8>>, key: K, value: Option<Vec<u8>>) {
    match value {
        Some(value) => into.insert(key, value),
        None => into.remove(&key),
    };
}
