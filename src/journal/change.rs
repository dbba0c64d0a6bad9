//! One change: the fields of one record that one person set at one moment.

use super::{RecordKey, Stamp};
use crate::model::{DivisionCode, Id, Kind, Record, Value, identity};
use std::cmp::Ordering;

/// The kind of record a change speaks of; a kind from a newer version is kept by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindKey {
    /// A kind of this version.
    Known(Kind),
    /// A kind that only a newer version knows.
    Unknown(Box<str>),
}

impl KindKey {
    /// The key of a JSON name.
    pub fn from_name(name: &str) -> Self {
        Kind::from_id(name).map_or_else(|| Self::Unknown(name.into()), Self::Known)
    }

    /// The JSON name.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(kind) => kind.def().id,
            Self::Unknown(name) => name,
        }
    }

    /// The kind, if this version knows it.
    pub fn known(&self) -> Option<Kind> {
        match self {
            Self::Known(kind) => Some(*kind),
            Self::Unknown(_) => None,
        }
    }
}

/// The name of the tombstone field in JSON.
pub(super) const DELETED: &str = "deleted";

/// The field that a write sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKey {
    /// The field at that place of the kind's field table.
    Known(u16),
    /// The tombstone.
    Deleted,
    /// A field that only a newer version knows.
    Unknown(Box<str>),
}

impl FieldKey {
    /// The key of a JSON name in records of a kind.
    pub fn from_name(kind: &KindKey, name: &str) -> Self {
        Self::seek(kind, name, &mut 0)
    }

    /// The key of a JSON name, for names that come in order; the hint is that of [`Kind::seek_field`].
    pub(super) fn seek(kind: &KindKey, name: &str, next: &mut usize) -> Self {
        if name == DELETED {
            return Self::Deleted;
        }
        let place = kind.known().and_then(|kind| kind.seek_field(name, next));
        place.map_or_else(|| Self::Unknown(name.into()), |place| Self::Known(place as u16))
    }

    /// The JSON name in records of that kind.
    pub fn name<'a>(&'a self, kind: &KindKey) -> &'a str {
        match self {
            Self::Deleted => DELETED,
            Self::Unknown(name) => name,
            Self::Known(place) => kind
                .known()
                .and_then(|kind| kind.def().fields.get(usize::from(*place)))
                .map_or("", |field| field.id),
        }
    }
}

/// One field's new value and the values it took the place of.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// The field.
    pub field: FieldKey,
    /// Its new value.
    pub value: Value,
    /// The stamps of the values that the writer saw and replaced: none for a first value, several when a person
    /// settled a conflict.
    pub replaced: Box<[Stamp]>,
}

/// The fields of one record that one person set at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// When and on which device.
    pub stamp: Stamp,
    /// The official who made it.
    pub author: Id,
    /// The partition it belongs to.
    pub area: DivisionCode,
    /// The kind of record.
    pub kind: KindKey,
    /// The record.
    pub id: Id,
    /// What it sets, in the order of field names.
    pub set: Vec<Write>,
}

impl Change {
    /// The record that it speaks of, if this version knows its kind.
    pub fn record(&self) -> Option<RecordKey> {
        self.kind.known().map(|kind| (kind, self.id))
    }

    /// What `after` says otherwise than `before`, as writes in the order of field names; their replaced stamps are
    /// still to be filled in by [`Partition::change`](super::Partition::change).
    pub fn difference<T: Record>(before: &T, after: &T) -> Vec<(usize, Value)> {
        (0..T::DEF.fields.len())
            .filter_map(|place| {
                let value = after.get(place);
                (value != before.get(place)).then_some((place, value))
            })
            .collect()
    }

    /// Puts the writes in the order that canonical JSON has them.
    pub fn sort_writes(&mut self) {
        let kind = &self.kind;
        self.set
            .sort_by(|a, b| a.field.name(kind).cmp(b.field.name(kind)));
    }

    /// The order of a journal: by stamp; a copied device may give one stamp twice, then by record.
    pub fn order(&self, other: &Self) -> Ordering {
        self.stamp
            .cmp(&other.stamp)
            .then_with(|| self.kind.name().cmp(other.kind.name()))
            .then_with(|| self.id.cmp(&other.id))
    }

    /// Takes in another telling of the same change: a package may leave fields out, so the union of both is the change.
    /// Where they disagree the one of greater rank stands, so that the order of merging does not matter. Says whether that
    /// changed anything.
    pub(super) fn unite(&mut self, other: &Self) -> bool {
        let before = self.clone();
        self.author = self.author.max(other.author);
        self.area = self.area.max(other.area);
        for write in &other.set {
            match self.set.iter_mut().find(|own| own.field == write.field) {
                None => self.set.push(write.clone()),
                Some(own) => own.unite(write),
            }
        }
        self.sort_writes();
        before != *self
    }
}

impl Write {
    fn unite(&mut self, other: &Self) {
        if self.value != other.value && rank(&self.value) < rank(&other.value) {
            self.value = other.value.clone();
        }
        if self.replaced != other.replaced {
            let mut replaced: Vec<Stamp> = self.replaced.iter().chain(&other.replaced).copied().collect();
            replaced.sort_unstable();
            replaced.dedup();
            self.replaced = replaced.into();
        }
    }
}

/// Which of two tellings of one value stands: an identity number before the hash that was told in its place, and otherwise
/// the greater text.
fn rank(value: &Value) -> (bool, String) {
    let is_told = !value.as_text().is_some_and(identity::is_hidden);
    (is_told, serde_json::to_string(value).unwrap_or_default())
}
