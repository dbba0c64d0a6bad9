//! One write: everything that must become durable together.

use crate::model::DivisionCode;
use std::collections::BTreeMap;

/// What one transaction writes. Replacing and removing come before appending, so a batch may replace an area and append
/// to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// New snapshots; none removes the area with its tail and summary. Either way the tail before it is gone.
    pub(super) snapshots: BTreeMap<DivisionCode, Option<Vec<u8>>>,
    /// New tail entries in their order.
    pub(super) tail: Vec<(DivisionCode, Vec<u8>)>,
    /// New summaries.
    pub(super) summaries: BTreeMap<DivisionCode, Vec<u8>>,
    /// New values under keys; none takes the key away.
    pub(super) meta: BTreeMap<String, Option<Vec<u8>>>,
    /// New values in the attic; none takes the key away.
    pub(super) attic: BTreeMap<String, Option<Vec<u8>>>,
}

impl Batch {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A save: one more tail entry, and the summary that is true after it.
    #[must_use]
    pub fn append(mut self, area: DivisionCode, changes: Vec<u8>, summary: Vec<u8>) -> Self {
        self.tail.push((area, changes));
        self.summary(area, summary)
    }

    /// An import or a compaction: the snapshot takes the place of the old snapshot and the whole tail.
    #[must_use]
    pub fn replace(mut self, area: DivisionCode, snapshot: Vec<u8>, summary: Vec<u8>) -> Self {
        self.snapshots.insert(area, Some(snapshot));
        self.summary(area, summary)
    }

    /// Takes an area away entirely, as when the import that brought it is undone.
    #[must_use]
    pub fn remove(mut self, area: DivisionCode) -> Self {
        self.snapshots.insert(area, None);
        self.summaries.remove(&area);
        self
    }

    /// A summary alone, as when a county parameter changes every area's figures.
    #[must_use]
    pub fn summary(mut self, area: DivisionCode, summary: Vec<u8>) -> Self {
        self.summaries.insert(area, summary);
        self
    }

    /// A value under a key: the device, the profile, a receipt.
    #[must_use]
    pub fn meta(mut self, key: impl Into<String>, value: Vec<u8>) -> Self {
        self.meta.insert(key.into(), Some(value));
        self
    }

    /// Takes a key away.
    #[must_use]
    pub fn forget(mut self, key: impl Into<String>) -> Self {
        self.meta.insert(key.into(), None);
        self
    }

    /// Sets something aside under a key: it is read only when it is asked for.
    #[must_use]
    pub fn set_aside(mut self, key: impl Into<String>, value: Vec<u8>) -> Self {
        self.attic.insert(key.into(), Some(value));
        self
    }

    /// Throws away what was set aside under a key.
    #[must_use]
    pub fn discard(mut self, key: impl Into<String>) -> Self {
        self.attic.insert(key.into(), None);
        self
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
