//! What comes back from the store.

use crate::journal::codec::{CodecError, decode, replay};
use crate::journal::{Change, Partition};
use crate::model::{DivisionCode, Records};
use std::collections::BTreeMap;
use std::ops::Bound;

/// An area that the store holds, and the small summary that was written with its last save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaSummary {
    /// The area.
    pub area: DivisionCode,
    /// What the workspace wrote about it, such as its tallies; empty when it wrote nothing.
    pub summary: Vec<u8>,
}

/// What a store holds, without the partitions themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The areas in order, each with its summary.
    pub areas: Vec<AreaSummary>,
    /// Everything else by its key.
    pub meta: BTreeMap<String, Vec<u8>>,
}

impl Index {
    /// The entries whose keys begin so, in order, without that beginning.
    pub fn meta_under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let from = self
            .meta
            .range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        from.map_while(move |(key, value)| Some((key.strip_prefix(prefix)?, value.as_slice())))
    }
}

/// A partition as it lies in the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredPartition {
    /// The changes up to the last compaction or import; empty when there was none.
    pub snapshot: Vec<u8>,
    /// The changes after it, one entry for each save, oldest first.
    pub tail: Vec<Vec<u8>>,
}

impl StoredPartition {
    /// The snapshot, if there is one, and the tail entries, oldest first.
    pub fn blobs(&self) -> Vec<&[u8]> {
        let snapshot = (!self.snapshot.is_empty()).then_some(&*self.snapshot);
        snapshot
            .into_iter()
            .chain(self.tail.iter().map(Vec::as_slice))
            .collect()
    }

    /// All of it in one text of bytes, to be set aside: every blob with its length before it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for blob in std::iter::once(&self.snapshot).chain(&self.tail) {
            bytes.extend_from_slice(&(blob.len() as u32).to_le_bytes());
            bytes.extend_from_slice(blob);
        }
        bytes
    }

    /// Reads what was set aside; none of anything else.
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut blobs = Vec::new();
        while let Some((length, rest)) = bytes.split_first_chunk::<4>() {
            let (blob, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            blobs.push(blob.to_vec());
            bytes = rest;
        }
        let mut blobs = blobs.into_iter();
        let snapshot = blobs.next().filter(|_| bytes.is_empty())?;
        Some(Self {
            snapshot,
            tail: blobs.collect(),
        })
    }

    /// The state, without the changes it was folded from: the quick way to figures and lists.
    ///
    /// # Errors
    /// When the bytes are damaged or come from a newer version.
    pub fn records(&self, area: DivisionCode) -> Result<Records, CodecError> {
        replay(&self.blobs(), area)
    }

    /// The whole partition with its changes: the way to editing, history, conflicts and packages.
    ///
    /// # Errors
    /// When the bytes are damaged or come from a newer version.
    pub fn partition(&self, area: DivisionCode) -> Result<Partition, CodecError> {
        let mut changes: Vec<Change> = Vec::new();
        for blob in self.blobs() {
            changes.extend(decode(blob, area)?);
        }
        Ok(Partition::of(area, changes))
    }
}
