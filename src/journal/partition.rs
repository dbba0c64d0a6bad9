//! One area's changes and the state they fold to.

use super::{Change, Clock, FieldKey, KindKey, Stamp, Write};
use crate::model::{DivisionCode, Id, Kind, Records, Stored, Value};
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

    /// The changes in journal order, for another partition to take in.
    pub fn into_changes(self) -> Vec<Change> {
        self.changes
    }

    /// Those of the changes that tell something that is not known here.
    pub fn news_of<'a>(&self, incoming: &'a [Change]) -> impl Iterator<Item = &'a Change> {
        incoming.iter().filter(|change| {
            let place = self.changes.binary_search_by(|own| own.order(change));
            place
                .ok()
                .and_then(|place| self.changes.get(place))
                .is_none_or(|own| own != *change && own.clone().unite(change))
        })
    }

    /// The folded state.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The state that it would have after changes made here. The partition stays as it is.
    pub fn records_after(&self, changes: &[Change]) -> Records {
        let mut records = self.records.clone();
        for change in changes {
            fold(&mut records, change);
        }
        records
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

    /// Makes the change that brings a record from the state it has here to that of `after`; none when nothing differs.
    pub fn edit<T: Stored>(&self, clock: &mut Clock, now: u64, author: Id, after: &T) -> Option<Change> {
        let id = after.record_id();
        let before = T::table(&self.records)
            .get(id)
            .cloned()
            .unwrap_or_else(|| T::with_id(id));
        let fields = Change::difference(&before, after);
        (!fields.is_empty()).then(|| self.change(clock, now, author, (T::KIND, id), fields))
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

    /// Sets a clock so that what is stamped in a row from now on was made in one go: after everything that is here, and one
    /// stamp is left out.
    pub fn begin_go(&self, clock: &mut Clock) {
        if let Some(change) = self.changes.last() {
            clock.observe(change.stamp);
        }
        clock.pause();
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
                let replaced = self.standing(kind, id, &field);
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

    /// The stamps of the value that a field has now: of the one that stands, and of every other that says the same and
    /// that nothing has replaced. Values that say otherwise stay open for a person to settle.
    fn standing(&self, kind: Kind, id: Id, field: &FieldKey) -> Box<[Stamp]> {
        let writes: Vec<(Stamp, &Write)> = self
            .changes_of(kind, id)
            .filter_map(|change| {
                Some((
                    change.stamp,
                    change.set.iter().find(|write| write.field == *field)?,
                ))
            })
            .collect();
        let Some((last, stands)) = writes.last() else {
            return Box::default();
        };
        let replaced: BTreeSet<Stamp> = writes
            .iter()
            .flat_map(|(_, write)| &write.replaced)
            .copied()
            .collect();
        let open = |stamp: &Stamp| stamp == last || !replaced.contains(stamp);
        let same = |(stamp, write): &&(Stamp, &Write)| write.value == stands.value && open(stamp);
        writes.iter().filter(same).map(|(stamp, _)| *stamp).collect()
    }

    /// Takes in changes from anywhere, in any order and any number of times. Says how many told something that was not
    /// known before.
    pub fn merge(&mut self, incoming: impl IntoIterator<Item = Change>) -> usize {
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
        let Interleaved { all, added, touched } = interleave(std::mem::take(&mut self.changes), incoming);
        self.changes = all;
        self.refold(&touched);
        added
    }

    fn append(&mut self, change: Change) -> usize {
        fold(&mut self.records, &change);
        self.changes.push(change);
        1
    }

    fn begin(&mut self, mut changes: Vec<Change>) -> usize {
        changes.dedup_by(|later, kept| {
            let twice = kept.order(later).is_eq();
            if twice {
                let _new_even_so = kept.unite(later);
            }
            twice
        });
        for change in &changes {
            fold(&mut self.records, change);
        }
        self.changes = changes;
        self.changes.len()
    }

    fn refold(&mut self, touched: &BTreeSet<RecordKey>) {
        for (kind, id) in touched {
            self.records.forget(*kind, *id);
        }
        for change in &self.changes {
            if change.record().is_some_and(|record| touched.contains(&record)) {
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
    // The record is there even when a package left every field of the change out.
    let row = records.row_mut(kind, change.id);
    for write in &change.set {
        match &write.field {
            // A value that does not fit is kept beside the record and reported by the package check.
            FieldKey::Known(place) => {
                let _kept_beside = row.set(usize::from(*place), &write.value);
            }
            FieldKey::Deleted => row.set_deleted(write.value == Value::Bool(true)),
            FieldKey::Unknown(name) => row.set_extra(name, &write.value),
        }
    }
}

/// Two journals as one.
struct Interleaved {
    all: Vec<Change>,
    /// Changes that were not known before.
    added: usize,
    /// The records that those changes touch.
    touched: BTreeSet<RecordKey>,
}

fn interleave(own: Vec<Change>, incoming: Vec<Change>) -> Interleaved {
    let mut all = Vec::with_capacity(own.len() + incoming.len());
    let (mut added, mut touched) = (0, BTreeSet::new());
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
        let record = change.record();
        let changed = match known {
            Some(mine) => *mine != change && mine.unite(&change),
            None => {
                all.push(change);
                true
            }
        };
        if changed {
            added += 1;
            touched.extend(record);
        }
    }
    all.extend(own);
    Interleaved { all, added, touched }
}
