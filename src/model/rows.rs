//! Rows whose kind is told by a value and not by a type: what the fold, packages, lists and history work with.
//!
//! Everything that goes over all kinds goes over `dyn` rows, so that a further kind costs its own fields and nothing else:
//! one map, one writer and one reader serve all of them.

use super::bytes::ones;
use super::{Id, Kind, Record, Slot, Value, ValueError};
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A record and what the fold keeps beside its fields.
#[derive(Clone, Debug, Default)]
pub struct Row<T> {
    /// The typed record.
    pub record: T,
    /// Whether the tombstone is set.
    pub deleted: bool,
    /// Fields that only a newer version knows, and values that don't fit their field, as they came.
    pub extra: BTreeMap<Box<str>, Value>,
    filled: Filled,
}

/// Which fields of a record were ever filled in, by their places: of the others nobody need ask the record. Fields beyond
/// the 64th are asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filled(u64);

impl Filled {
    /// A record that somebody else writes to.
    const PERHAPS_ALL: Self = Self(u64::MAX);

    fn note(&mut self, field: usize) {
        self.0 |= if field < 64 { 1 << field } else { 0 };
    }

    fn perhaps(self, field: usize) -> bool {
        field >= 64 || self.0 >> field & 1 == 1
    }

    /// The places of a kind's fields that may be filled in, in no particular order.
    fn places(self, fields: usize) -> impl Iterator<Item = usize> {
        let told = if fields < 64 { (1 << fields) - 1 } else { u64::MAX };
        ones(self.0 & told).chain(64..fields)
    }
}

impl<T: Record> Row<T> {
    /// An empty row of that identifier.
    pub(super) fn empty(id: Id) -> Arc<dyn AnyRow> {
        Arc::new(Self {
            record: T::with_id(id),
            deleted: false,
            extra: BTreeMap::new(),
            filled: Filled::default(),
        })
    }

    /// The row, for whoever writes to its fields by their names.
    pub(super) fn by_hand(&mut self) -> &mut Self {
        self.filled = Filled::PERHAPS_ALL;
        self
    }
}

/// A row whose kind is not known where it is read.
pub trait AnyRow: Send + Sync {
    /// Whether the tombstone is set.
    fn deleted(&self) -> bool;

    /// What is kept beside the typed fields.
    fn extra(&self) -> &BTreeMap<Box<str>, Value>;

    /// Which fields were ever filled in.
    fn filled(&self) -> Filled;

    /// A field by its place; none beyond the last.
    fn slot(&self, field: usize) -> Option<&dyn Slot>;

    /// To write to.
    fn edit(&mut self) -> &mut dyn RowEdit;

    /// Another row that says the same.
    fn copy(&self) -> Arc<dyn AnyRow>;

    /// For those who know the kind.
    fn as_any(&self) -> &dyn Any;

    /// For those who know the kind.
    fn as_any_mut(&mut self) -> &mut dyn Any;
}

/// Writing to a record whose type is not known where it is written: what the fold does.
pub trait RowEdit {
    /// Sets one field. A value that does not fit is kept beside the record, and the field becomes unknown.
    ///
    /// # Errors
    /// When the value did not fit.
    fn set(&mut self, field: usize, value: &Value) -> Result<(), ValueError>;

    /// Sets or lifts the tombstone.
    fn set_deleted(&mut self, deleted: bool);

    /// Keeps a field that this version does not know.
    fn set_extra(&mut self, field: &str, value: &Value);
}

impl<T: Record> AnyRow for Row<T> {
    fn deleted(&self) -> bool {
        self.deleted
    }

    fn extra(&self) -> &BTreeMap<Box<str>, Value> {
        &self.extra
    }

    fn filled(&self) -> Filled {
        self.filled
    }

    fn slot(&self, field: usize) -> Option<&dyn Slot> {
        self.record.slot(field)
    }

    fn edit(&mut self) -> &mut dyn RowEdit {
        self
    }

    fn copy(&self) -> Arc<dyn AnyRow> {
        Arc::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl<T: Record> RowEdit for Row<T> {
    fn set(&mut self, field: usize, value: &Value) -> Result<(), ValueError> {
        self.filled.note(field);
        let outcome = self.record.set(field, value);
        if outcome.is_err() {
            let _unknown_fits_every_field = self.record.set(field, &Value::Null);
        }
        if outcome.is_err() || !self.extra.is_empty() {
            let name = T::DEF.fields.get(field).map_or("", |def| def.id);
            keep_beside(&mut self.extra, name, outcome.is_err().then_some(value));
        }
        outcome
    }

    fn set_deleted(&mut self, deleted: bool) {
        self.deleted = deleted;
    }

    fn set_extra(&mut self, field: &str, value: &Value) {
        keep_beside(&mut self.extra, field, (!value.is_null()).then_some(value));
    }
}

fn keep_beside(extra: &mut BTreeMap<Box<str>, Value>, name: &str, value: Option<&Value>) {
    match value {
        Some(value) => extra.insert(name.into(), value.clone()),
        None => extra.remove(name),
    };
}

/// Rows of one kind in identifier order. Both the map and its rows are shared, so that a copy for the interface costs a
/// pointer, and a change of it a copy of what it touches.
#[derive(Clone, Default)]
pub(super) struct Rows(Arc<BTreeMap<Id, Arc<dyn AnyRow>>>);

impl Rows {
    pub(super) fn get(&self, id: Id) -> Option<&dyn AnyRow> {
        self.0.get(&id).map(|row| &**row)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Id, &dyn AnyRow)> {
        self.0.iter().map(|(id, row)| (id, &**row))
    }

    /// The rows themselves, to keep them beside the table.
    pub(super) fn shared(&self) -> impl Iterator<Item = (&Id, &Arc<dyn AnyRow>)> {
        self.0.iter()
    }

    pub(super) fn from(&self, start: Id) -> impl Iterator<Item = (&Id, &dyn AnyRow)> {
        self.0.range(start..).map(|(id, row)| (id, &**row))
    }

    /// The row of that identifier, which is made if it was not there.
    pub(super) fn row_mut(&mut self, id: Id, empty: fn(Id) -> Arc<dyn AnyRow>) -> &mut dyn AnyRow {
        let row = Arc::make_mut(&mut self.0).entry(id).or_insert_with(|| empty(id));
        if Arc::get_mut(row).is_none() {
            *row = row.copy();
        }
        Arc::get_mut(row).unwrap_or_else(|| unreachable!("a fresh copy has one owner"))
    }

    /// Puts the row of that identifier among others, if it is there.
    pub(super) fn share(&self, id: Id, into: &mut Self) {
        if let Some(row) = self.0.get(&id) {
            Arc::make_mut(&mut into.0).insert(id, Arc::clone(row));
        }
    }

    pub(super) fn remove(&mut self, id: Id) {
        Arc::make_mut(&mut self.0).remove(&id);
    }

    /// Whether both are the same rows in the same state, told by where they are.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(super) fn len(&self) -> usize {
        self.0.values().filter(|row| !row.deleted()).count()
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// One record seen without its type.
pub struct RecordView<'a> {
    /// Its identifier.
    pub id: Id,
    /// Its kind.
    pub kind: Kind,
    /// Whether its tombstone is set.
    pub deleted: bool,
    /// Fields that this version does not know, and values that don't fit their field.
    pub extra: &'a BTreeMap<Box<str>, Value>,
    filled: Filled,
    row: &'a dyn AnyRow,
}

impl<'a> RecordView<'a> {
    pub(super) fn of(kind: Kind, id: Id, row: &'a dyn AnyRow) -> Self {
        Self {
            id,
            kind,
            deleted: row.deleted(),
            extra: row.extra(),
            filled: row.filled(),
            row,
        }
    }

    /// The value of the field at that place of the kind's field table.
    pub fn get(&self, place: usize) -> Value {
        self.row.slot(place).map_or(Value::Null, Slot::get)
    }

    /// The places of fields that may be filled in, in no particular order; none of the others is.
    pub fn perhaps_known(&self) -> impl Iterator<Item = usize> + use<> {
        self.filled.places(self.kind.def().fields.len())
    }

    /// That field if it is filled in.
    pub fn known(&self, place: usize) -> Option<&'a dyn Slot> {
        match self.filled.perhaps(place) {
            true => self.row.slot(place).filter(|slot| slot.is_known()),
            false => None,
        }
    }
}
