//! The changes of one command: made together, saved together.

use crate::journal::rework::Step;
use crate::journal::{Change, Clock, Partition, RecordKey};
use crate::model::{Id, Stored, Value};

/// Collects the changes of one command against one partition.
pub struct Batch<'a> {
    partition: &'a Partition,
    clock: &'a mut Clock,
    now: u64,
    author: Id,
    chance: &'a dyn Fn() -> u64,
    changes: Vec<Change>,
}

impl<'a> Batch<'a> {
    /// An empty batch by that author at that moment.
    pub fn new(
        partition: &'a Partition,
        clock: &'a mut Clock,
        now: u64,
        author: Id,
        chance: &'a dyn Fn() -> u64,
    ) -> Self {
        partition.begin_go(clock);
        Self {
            partition,
            clock,
            now,
            author,
            chance,
            changes: Vec::new(),
        }
    }

    /// The partition as it was before the command.
    pub fn partition(&self) -> &Partition {
        self.partition
    }

    /// A fresh identifier.
    pub fn fresh_id(&self) -> Id {
        Id::fresh(self.now, (self.chance)() as u32)
    }

    /// Brings a record to that state.
    pub fn put<T: Stored>(&mut self, record: &T) {
        self.changes
            .extend(self.partition.edit(self.clock, self.now, self.author, record));
    }

    /// Changes a record that is there; nothing happens when it is not.
    pub fn update<T: Stored>(&mut self, id: impl Into<Id>, change: impl FnOnce(&mut T)) {
        if let Some(mut record) = T::table(self.partition.records()).get(id).cloned() {
            change(&mut record);
            self.put(&record);
        }
    }

    /// Sets one field of a record.
    pub fn set(&mut self, key: RecordKey, place: usize, value: Value) {
        self.set_all(key, vec![(place, value)]);
    }

    /// Sets several fields of a record in one change.
    pub fn set_all(&mut self, key: RecordKey, fields: Vec<(usize, Value)>) {
        self.changes.push(
            self.partition
                .change(self.clock, self.now, self.author, key, fields),
        );
    }

    /// Sets or lifts a tombstone.
    pub fn delete(&mut self, key: RecordKey, deleted: bool) {
        self.changes.push(
            self.partition
                .delete(self.clock, self.now, self.author, key, deleted),
        );
    }

    /// Settles a conflict.
    pub fn settle(&mut self, conflict: &crate::journal::Conflict, value: Value) {
        self.changes.push(
            self.partition
                .settle(self.clock, self.now, self.author, conflict, value),
        );
    }

    /// Carries out the steps of a rework.
    pub fn rework(&mut self, steps: Vec<Step>) {
        self.changes
            .extend(self.partition.carry_out(self.clock, self.now, self.author, steps));
    }

    /// The changes.
    pub fn into_changes(self) -> Vec<Change> {
        self.changes
    }
}
