//! One area's changes and the state they fold to.

use super::{Change, Clock, FieldKey, KindKey, Stamp, Write};
use crate::model::{DivisionCode, Id, Kind, Record, Records, Value};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// A record of a kind that this version knows.
pub type RecordKey = (Kind, Id);

/// The changes of one village, or of a township's or the county's own records, and the state they fold to.
#[derive(Clone, Debug)]
pub struct Partition {
    area: DivisionCode,
    changes: Vec<Change>,
    records: Records,
}

/// What a merge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Changes that were not known before.
    pub added: usize,
    /// Records that those changes touch.
    pub touched: BTreeSet<RecordKey>,
}

/// One value that a field had.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// When and on which device it was set.
    pub stamp: Stamp,
    /// Who set it.
    pub author: Id,
    /// The value.
    pub value: Value,
}

impl Partition {
    /// An empty partition of that area.
    pub fn new(area: DivisionCode) -> Self {
        Self {
            area,
            changes: Vec::new(),
            records: Records::default(),
        }
    }

    /// The partition of those changes, in any order.
    pub fn of(area: DivisionCode, changes: Vec<Change>) -> Self {
        let mut partition = Self::new(area);
        partition.merge(changes);
        partition
    }

    /// The area.
    pub fn area(&self) -> DivisionCode {
        self.area
    }

    /// The changes in journal order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The folded state.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// Makes the change that sets those fields of a record, with the stamps it replaces filled in. The partition
    /// itself stays as it is until the change is durable and [`merge`](Self::merge)d.
    pub fn change(
        &self,
        clock: &mut Clock,
        now: u64,
        author: Id,
        (kind, id): RecordKey,
        fields: Vec<(usize, Value)>,
    ) -> Change {
        let writes = fields
            .into_iter()
            .map(|(place, value)| (FieldKey::Known(place as u16), value))
            .collect();
        self.write(clock, now, author, (kind, id), writes)
    }

    /// Makes the change from one state of a record to another; none when nothing differs.
    pub fn edit<T: Record>(
        &self,
        clock: &mut Clock,
        now: u64,
        author: Id,
        kind: Kind,
        before: &T,
        after: &T,
    ) -> Option<Change> {
        let fields = Change::difference(before, after);
        (!fields.is_empty()).then(|| self.change(clock, now, author, (kind, after.record_id()), fields))
    }

    /// Makes the change that deletes a record, or brings it back.
    pub fn delete(&self, clock: &mut Clock, now: u64, author: Id, key: RecordKey, deleted: bool) -> Change {
        self.write(
            clock,
            now,
            author,
            key,
            vec![(FieldKey::Deleted, Value::Bool(deleted))],
        )
    }

    /// Makes the change that settles a conflict: it replaces every value that stands against another.
    pub fn settle(
        &self,
        clock: &mut Clock,
        now: u64,
        author: Id,
        conflict: &super::Conflict,
        value: Value,
    ) -> Change {
        let (kind, id) = conflict.record;
        let mut change = self.write(
            clock,
            now,
            author,
            (kind, id),
            vec![(conflict.field.clone(), value)],
        );
        for write in &mut change.set {
            write.replaced = conflict.tips.iter().map(|tip| tip.stamp).collect();
        }
        change
    }

    fn write(
        &self,
        clock: &mut Clock,
        now: u64,
        author: Id,
        (kind, id): RecordKey,
        fields: Vec<(FieldKey, Value)>,
    ) -> Change {
        if let Some(change) = self.changes.last() {
            clock.observe(change.stamp);
        }
        let set = fields
            .into_iter()
            .map(|(field, value)| {
                let replaced = self.standing(kind, id, &field).into_iter().collect();
                Write {
                    field,
                    value,
                    replaced,
                }
            })
            .collect();
        let mut change = Change {
            stamp: clock.tick(now),
            author,
            area: self.area,
            kind: KindKey::Known(kind),
            id,
            set,
        };
        change.sort_writes();
        change
    }

    /// The stamp of the value that a field has now.
    fn standing(&self, kind: Kind, id: Id, field: &FieldKey) -> Option<Stamp> {
        let writes = |change: &&Change| change.set.iter().any(|write| write.field == *field);
        self.changes_of(kind, id)
            .rev()
            .find(writes)
            .map(|change| change.stamp)
    }

    /// Takes in changes from anywhere, in any order and any number of times.
    pub fn merge(&mut self, incoming: impl IntoIterator<Item = Change>) -> Merged {
        let mut incoming: Vec<Change> = incoming.into_iter().collect();
        let newest = incoming.len() == 1
            && self
                .changes
                .last()
                .is_none_or(|last| last.order(&incoming[0]).is_lt());
        if newest && let Some(change) = incoming.pop() {
            return self.append(change);
        }
        if !incoming.is_sorted_by(|a, b| a.order(b).is_le()) {
            incoming.sort_by(Change::order);
        }
        if self.changes.is_empty() {
            return self.begin(incoming);
        }
        let (merged, outcome) = interleave(std::mem::take(&mut self.changes), incoming);
        self.changes = merged;
        self.refold(&outcome.touched);
        outcome
    }

    fn append(&mut self, change: Change) -> Merged {
        fold(&mut self.records, &change);
        let touched = change
            .kind
            .known()
            .map(|kind| (kind, change.id))
            .into_iter()
            .collect();
        self.changes.push(change);
        Merged { added: 1, touched }
    }

    fn begin(&mut self, incoming: Vec<Change>) -> Merged {
        let mut changes: Vec<Change> = Vec::with_capacity(incoming.len());
        for change in incoming {
            match changes.last_mut() {
                Some(last) if last.order(&change).is_eq() => last.unite(&change),
                _ => changes.push(change),
            }
        }
        for change in &changes {
            fold(&mut self.records, change);
        }
        self.changes = changes;
        let touched = self
            .changes
            .iter()
            .filter_map(|c| c.kind.known().map(|kind| (kind, c.id)))
            .collect();
        Merged {
            added: self.changes.len(),
            touched,
        }
    }

    fn refold(&mut self, touched: &BTreeSet<RecordKey>) {
        for (kind, id) in touched {
            self.records.forget(*kind, *id);
        }
        for change in &self.changes {
            if change
                .kind
                .known()
                .is_some_and(|kind| touched.contains(&(kind, change.id)))
            {
                fold(&mut self.records, change);
            }
        }
    }

    /// The changes of one record, oldest first.
    pub fn changes_of(&self, kind: Kind, id: Id) -> impl DoubleEndedIterator<Item = &Change> {
        self.changes
            .iter()
            .filter(move |change| change.id == id && change.kind == KindKey::Known(kind))
    }

    /// The values that a field had, oldest first.
    pub fn history(&self, kind: Kind, id: Id, field: &FieldKey) -> Vec<HistoryEntry> {
        let entry = |change: &Change| {
            let write = change.set.iter().find(|write| write.field == *field)?;
            Some(HistoryEntry {
                stamp: change.stamp,
                author: change.author,
                value: write.value.clone(),
            })
        };
        self.changes_of(kind, id).filter_map(entry).collect()
    }

    /// The same partition as it stood after the changes up to that moment (milliseconds since 1970).
    pub fn as_of(&self, millis: u64) -> Self {
        let until = self
            .changes
            .partition_point(|change| change.stamp.millis() <= millis);
        Self::of(self.area, self.changes[..until].to_vec())
    }
}

/// Applies one change to the state. Changes come in journal order, so the last writer of a field wins.
fn fold(records: &mut Records, change: &Change) {
    let KindKey::Known(kind) = change.kind else { return };
    if change.set.is_empty() {
        // A package left every field out; the record is there all the same.
        records.touch(kind, change.id);
    }
    for write in &change.set {
        match &write.field {
            // A value that does not fit is kept beside the record and reported by the package check.
            FieldKey::Known(place) => {
                let _kept_beside = records.set(kind, change.id, usize::from(*place), &write.value);
            }
            FieldKey::Deleted => records.set_deleted(kind, change.id, write.value == Value::Bool(true)),
            FieldKey::Unknown(name) => records.set_extra(kind, change.id, name, &write.value),
        }
    }
}

fn interleave(own: Vec<Change>, incoming: Vec<Change>) -> (Vec<Change>, Merged) {
    let mut all = Vec::with_capacity(own.len() + incoming.len());
    let mut outcome = Merged::default();
    let mut own = own.into_iter().peekable();
    for change in incoming {
        while let Some(earlier) = own.next_if(|mine| mine.order(&change).is_lt()) {
            all.push(earlier);
        }
        let twice = all
            .last_mut()
            .filter(|last: &&mut Change| last.order(&change).is_eq());
        let known = twice.or_else(|| {
            own.peek_mut()
                .filter(|mine| mine.order(&change) == Ordering::Equal)
        });
        let fresh = known.is_none();
        let changed = match known {
            Some(mine) => {
                let before = mine.clone();
                mine.unite(&change);
                before != *mine
            }
            None => true,
        };
        if changed && let Some(kind) = change.kind.known() {
            outcome.touched.insert((kind, change.id));
        }
        outcome.added += usize::from(changed);
        if fresh {
            all.push(change);
        }
    }
    all.extend(own);
    (all, outcome)
}
