//! What happened in an area in three years, told in any order; closing the book puts it in the order of time, gives every
//! change its stamp and every write the stamp it replaced.

use crate::journal::{Change, Clock, DeviceId, FieldKey, KindKey, Partition, Stamp, Write};
use crate::model::{Count, DivisionCode, FieldValue, Id, Kind, Record, Value};
use std::collections::BTreeMap;

/// A record as it is told once: the fields that are known. Cheaper in the module than a record type, and checked by the
/// compiler all the same (see [`told!`]).
pub(super) struct Told {
    pub kind: Kind,
    pub id: Id,
    pub fields: Vec<(&'static str, Value)>,
}

/// What a field of type `V` can be told with: the value, a value that may be unknown, a text, or a whole number.
pub(super) trait Tells<V> {
    /// The value of the field; null for unknown.
    fn tell(self) -> Value;
}

impl<V: FieldValue> Tells<V> for V {
    fn tell(self) -> Value {
        self.to_value()
    }
}

impl<V: FieldValue> Tells<V> for Option<V> {
    fn tell(self) -> Value {
        self.map_or(Value::Null, |value| value.to_value())
    }
}

impl Tells<String> for &str {
    fn tell(self) -> Value {
        self.into()
    }
}

impl Tells<Count> for i64 {
    fn tell(self) -> Value {
        self.into()
    }
}

/// The value of a field that is named by its place in the record type, so that names and types are checked.
pub(super) fn value<T, V: FieldValue>(_field: fn(&T) -> &Option<V>, told: impl Tells<V>) -> Value {
    told.tell()
}

/// A record of a kind: `told! { Kind id => field: value, … }`.
macro_rules! told {
    ($kind:ident $id:expr => $($field:ident: $value:expr),+ $(,)?) => {
        $crate::demo::book::Told {
            kind: $crate::model::Kind::$kind,
            id: $crate::model::Id::from($id),
            fields: vec![$((
                stringify!($field),
                $crate::demo::book::value(|record: &$crate::model::$kind| &record.$field, $value),
            )),+],
        }
    };
}
pub(super) use told;

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

    /// What is told of a record, new or known before.
    pub fn tell(&mut self, hand: Hand, told: Told) {
        let def = told.kind.def();
        let known = told.fields.into_iter().filter(|(_, value)| !value.is_null());
        let fields: Vec<(usize, Value)> = known
            .filter_map(|(field, value)| Some((def.position(field)?, value)))
            .collect();
        self.note(hand, told.kind, told.id, fields, false);
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
        if let Some(kind) = Kind::from_id(T::DEF.id) {
            let fields = Change::difference(before, after);
            self.note(hand, kind, after.record_id(), fields, unaware);
        }
    }

    fn note(&mut self, hand: Hand, kind: Kind, id: Id, fields: Vec<(usize, Value)>, unaware: bool) {
        if !fields.is_empty() {
            self.entries.push(Entry {
                hand,
                kind,
                id,
                fields,
                unaware,
            });
        }
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
