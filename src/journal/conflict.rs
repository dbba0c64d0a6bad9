//! Conflicts: values that were set without knowing of each other.

use super::{Change, FieldKey, Partition, RecordKey, Stamp, Write};
use crate::model::{Id, Value};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// A field that two or more people set without seeing each other's value. The highest stamp stands until a person
/// settles it; every value is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The record.
    pub record: RecordKey,
    /// The field.
    pub field: FieldKey,
    /// The values that nothing has replaced, oldest first; the last one stands.
    pub tips: Vec<Tip>,
}

/// One of the values of a conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct Tip {
    /// When and on which device it was set.
    pub stamp: Stamp,
    /// Who set it.
    pub author: Id,
    /// The value.
    pub value: Value,
}

/// The values of one field that were set, and the stamps that later values replaced.
#[derive(Default)]
struct Register {
    writes: Vec<Tip>,
    replaced: BTreeSet<Stamp>,
}

impl Partition {
    /// The open conflicts, in the order of records and fields. Values that agree are no conflict.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let contested = self.contested();
        let mut registers: BTreeMap<(RecordKey, &str), (FieldKey, Register)> = BTreeMap::new();
        for change in self.changes() {
            let Some(record) = change.record().filter(|record| contested.contains(record)) else {
                continue;
            };
            for write in &change.set {
                let key = (record, write.field.name(&change.kind));
                let (_, register) = registers
                    .entry(key)
                    .or_insert_with(|| (write.field.clone(), Register::default()));
                register.replaced.extend(&write.replaced);
                let tip = Tip {
                    stamp: change.stamp,
                    author: change.author,
                    value: write.value.clone(),
                };
                register.writes.push(tip);
            }
        }
        registers
            .into_iter()
            .filter_map(|((record, _), (field, register))| register.open(record, field))
            .collect()
    }

    /// The records in which some value did not replace the one before it. Only they can hold a conflict: where each value
    /// replaces the one before, the last one alone is open.
    fn contested(&self) -> BTreeSet<RecordKey> {
        let changes = self.changes();
        let mut contested = BTreeSet::new();
        // The change before of the same record, for every change that has one.
        let mut before: Vec<Option<usize>> = Vec::with_capacity(changes.len());
        let mut last: FxHashMap<RecordKey, usize> = FxHashMap::default();
        for (place, change) in changes.iter().enumerate() {
            let record = change.record();
            before.push(record.and_then(|record| last.insert(record, place)));
            let Some(record) = record.filter(|_| before[place].is_some()) else {
                continue;
            };
            let earlier = || std::iter::successors(before[place], |at| before[*at]).map(|at| &changes[at]);
            let replaces =
                |write: &Write| earlier().find_map(|change| replaced_by(write, change)) != Some(false);
            if !change.set.iter().all(replaces) {
                contested.insert(record);
            }
        }
        contested
    }
}

/// Whether a write says that it replaced the value that a change set to its field; none when the change did not set it.
fn replaced_by(write: &Write, change: &Change) -> Option<bool> {
    let sets_it = change.set.iter().any(|earlier| earlier.field == write.field);
    sets_it.then(|| write.replaced.contains(&change.stamp))
}

impl Register {
    fn open(self, record: RecordKey, field: FieldKey) -> Option<Conflict> {
        let Self { writes, replaced } = self;
        // The last value stands, whatever a change may claim to have replaced.
        let stands = writes.last()?.stamp;
        let open = |tip: &Tip| tip.stamp == stands || !replaced.contains(&tip.stamp);
        let tips: Vec<Tip> = writes.into_iter().filter(open).collect();
        let disagree = tips.windows(2).any(|pair| pair[0].value != pair[1].value);
        disagree.then_some(Conflict { record, field, tips })
    }
}
