//! What happened in an area in 2018, told in any order; closing the book puts it in the order of time, gives every change
//! its stamp and every write the stamp it replaced.

use crate::journal::{Change, Clock, DeviceId, FieldKey, KindKey, Partition, Stamp, Write};
use crate::model::{DivisionCode, Id, Kind, Record, Value};
use std::collections::BTreeMap;

/// Who writes, when and on which of the area's devices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hand {
    /// Milliseconds since 1970 (UTC).
    pub at: u64,
    /// Place in the list of the area's devices.
    pub device: usize,
    /// The official.
    pub author: Id,
}

struct Entry {
    hand: Hand,
    kind: Kind,
    id: Id,
    fields: Vec<(usize, Value)>,
    /// The writer had not seen the last change of the record, which came from another device.
    unaware: bool,
}

/// The book of one area.
pub(super) struct Book {
    area: DivisionCode,
    devices: Vec<DeviceId>,
    entries: Vec<Entry>,
}

impl Book {
    /// An empty book of an area that works with those devices, at least one.
    pub fn new(area: DivisionCode, devices: Vec<DeviceId>) -> Self {
        Self {
            area,
            devices,
            entries: Vec::new(),
        }
    }

    /// A new record with all its known fields.
    pub fn add<T: Record>(&mut self, hand: Hand, record: &T) {
        self.edit(hand, &T::with_id(record.record_id()), record);
    }

    /// An edit of a record, from one state to another.
    pub fn edit<T: Record>(&mut self, hand: Hand, before: &T, after: &T) {
        self.enter(hand, before, after, false);
    }

    /// An edit by somebody who had not seen the edit before it.
    pub fn edit_unaware<T: Record>(&mut self, hand: Hand, before: &T, after: &T) {
        self.enter(hand, before, after, true);
    }

    fn enter<T: Record>(&mut self, hand: Hand, before: &T, after: &T, unaware: bool) {
        let fields = Change::difference(before, after);
        let Some(kind) = Kind::from_id(T::DEF.id).filter(|_| !fields.is_empty()) else {
            return;
        };
        self.entries.push(Entry {
            hand,
            kind,
            id: after.record_id(),
            fields,
            unaware,
        });
    }

    /// The area's changes and the state they fold to.
    pub fn close(mut self) -> Partition {
        self.entries.sort_by_key(|entry| entry.hand.at);
        let mut clocks: Vec<Clock> = self.devices.iter().map(|device| Clock::new(*device)).collect();
        let mut changes: Vec<Change> = Vec::with_capacity(self.entries.len());
        let mut of_record: BTreeMap<(Kind, Id), Vec<usize>> = BTreeMap::new();
        let mut now = 0;
        for entry in self.entries {
            now = entry.hand.at.max(now + 1);
            let place = entry.hand.device % clocks.len().max(1);
            let Some(clock) = clocks.get_mut(place) else {
                continue;
            };
            let earlier = of_record.entry((entry.kind, entry.id)).or_default();
            let seen = earlier.len().saturating_sub(usize::from(entry.unaware));
            let known: Vec<&Change> = earlier[..seen].iter().map(|at| &changes[*at]).collect();
            let change = entry.into_change(self.area, clock.tick(now), &known);
            earlier.push(changes.len());
            changes.push(change);
        }
        Partition::of(self.area, changes)
    }
}

impl Entry {
    fn into_change(self, area: DivisionCode, stamp: Stamp, known: &[&Change]) -> Change {
        let write = |(place, value): (usize, Value)| {
            let field = FieldKey::Known(place as u16);
            let standing = known
                .iter()
                .rev()
                .find(|change| change.set.iter().any(|write| write.field == field));
            Write {
                field,
                value,
                replaced: standing.map(|change| change.stamp).into_iter().collect(),
            }
        };
        let set = self.fields.into_iter().map(write).collect();
        let (author, kind) = (self.hand.author, KindKey::Known(self.kind));
        let mut change = Change {
            stamp,
            author,
            area,
            kind,
            id: self.id,
            set,
        };
        change.sort_writes();
        change
    }
}
