//! The folded state as canonical JSON: what `records` holds and what short codes are made of.

use super::{Disclosure, Told};
use crate::journal::{FieldKey, KindKey, Partition};
use crate::model::bytes::ones;
use crate::model::{Id, Kind, RecordView, Sink, Value, write_text};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// What to write of the state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling {
    /// Which fields leave the device.
    pub disclosure: Disclosure,
    /// Whether deleted records are told, with `"deleted":true`.
    pub tombstones: bool,
}

/// Writes `{kind: [records]}` of those partitions, which are in the order of their areas. Kinds are in the order of
/// their names, records in the order of their identifiers; kinds without a record are left out.
pub(super) fn write_records(into: &mut dyn Sink, partitions: &[&Partition], telling: Telling) {
    let foreign = match telling.disclosure.is_partial() {
        true => Foreign::new(),
        false => foreign_kinds(partitions),
    };
    let mut foreign = foreign.iter().peekable();
    let mut kinds = Members::open(into);
    for kind in kinds_by_name() {
        if !telling.disclosure.tells_of(Some(*kind)) {
            continue;
        }
        while let Some((name, records)) = foreign.next_if(|(name, _)| **name < kind.def().id) {
            kinds.member(into, name);
            write_foreign(into, records, telling);
        }
        write_kind(into, &mut kinds, *kind, partitions, telling);
    }
    for (name, records) in foreign {
        kinds.member(into, name);
        write_foreign(into, records, telling);
    }
    into.put(b"}");
}

/// Writes the members of an object and puts commas between them.
struct Members {
    first: bool,
}

impl Members {
    fn open(into: &mut dyn Sink) -> Self {
        into.put(b"{");
        Self { first: true }
    }

    fn comma(&mut self, into: &mut dyn Sink) {
        if !std::mem::take(&mut self.first) {
            into.put(b",");
        }
    }

    fn member(&mut self, into: &mut dyn Sink, name: &str) {
        self.comma(into);
        write_text(into, name);
        into.put(b":");
    }
}

fn kinds_by_name() -> &'static [Kind] {
    static KINDS: OnceLock<Vec<Kind>> = OnceLock::new();
    KINDS.get_or_init(|| {
        let mut kinds = Kind::ALL.to_vec();
        kinds.sort_by_key(|kind| kind.def().id);
        kinds
    })
}

fn write_kind(
    into: &mut dyn Sink,
    kinds: &mut Members,
    kind: Kind,
    partitions: &[&Partition],
    telling: Telling,
) {
    let told = |row: &RecordView<'_>| telling.tombstones || !row.deleted;
    let mut rows = 0_usize;
    // The list is begun with its first record, because a kind without one is left out.
    let mut begin = |into: &mut dyn Sink| {
        if rows == 0 {
            kinds.member(into, kind.def().id);
        }
        into.put(if rows == 0 { b"[" } else { b"," });
        rows += 1;
    };
    match partitions {
        [one] => one.records().for_each_row(kind, |row| {
            if told(&row) {
                begin(into);
                record_json(into, &row, telling);
            }
        }),
        several => {
            let (aside, places) = written_aside(kind, several, telling);
            for (_, range) in places {
                begin(into);
                into.put(&aside[range]);
            }
        }
    }
    if rows > 0 {
        into.put(b"]");
    }
}

/// The records of several partitions, and where each stands, in the order of identifiers.
fn written_aside(
    kind: Kind,
    partitions: &[&Partition],
    telling: Telling,
) -> (Vec<u8>, Vec<(Id, Range<usize>)>) {
    let mut aside = Vec::new();
    let mut places: Vec<(Id, Range<usize>)> = Vec::new();
    for partition in partitions {
        partition.records().for_each_row(kind, |row| {
            if telling.tombstones || !row.deleted {
                let start = aside.len();
                record_json(&mut aside, &row, telling);
                places.push((row.id, start..aside.len()));
            }
        });
    }
    places.sort_by_key(|(id, _)| *id);
    (aside, places)
}

/// A member of a record object.
struct Column {
    name: &'static str,
    /// `,"name":`
    key: Box<[u8]>,
    what: What,
    /// Whether it is an identity number, which is not always told as it is.
    identity: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Id,
    Deleted,
    Field(u16),
}

/// The members that records of a kind can have.
struct Columns {
    /// In the order of their names.
    by_name: Vec<Column>,
    /// Where each field stands among them, by its place.
    of_fields: Vec<u8>,
    /// Where the identifier and the tombstone stand.
    of_all: [u8; 2],
}

impl Columns {
    fn of(kind: Kind) -> &'static Self {
        static COLUMNS: [OnceLock<Columns>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
        COLUMNS[kind as usize].get_or_init(|| Self::new(kind))
    }

    fn new(kind: Kind) -> Self {
        let fields = kind.def().fields.iter().enumerate();
        let named = fields.map(|(place, field)| (field.id, What::Field(place as u16)));
        let is_plain = |place: u16| Disclosure::STRICT.tells(kind, usize::from(place)) == Told::Whole;
        let mut by_name: Vec<Column> = named
            .chain([("id", What::Id), ("deleted", What::Deleted)])
            .map(|(name, what)| Column {
                name,
                key: format!(",\"{name}\":").into_bytes().into(),
                what,
                identity: matches!(what, What::Field(place) if !is_plain(place)),
            })
            .collect();
        by_name.sort_by_key(|column| column.name);
        let stands = |what: What| by_name.iter().position(|column| column.what == what);
        let of_fields = (0..kind.def().fields.len()).filter_map(|place| stands(What::Field(place as u16)));
        Self {
            of_fields: of_fields.map(|at| at as u8).collect(),
            of_all: [What::Id, What::Deleted].map(|what| stands(what).unwrap_or_default() as u8),
            by_name,
        }
    }

    /// Those that a record may have, in the order of their names.
    fn of_record(&self, row: &RecordView<'_>) -> impl Iterator<Item = &Column> {
        let fields = row
            .perhaps_known()
            .filter_map(|place| self.of_fields.get(place).copied());
        let told = fields
            .chain(self.of_all)
            .fold([0_u64; 2], |[low, high], at| match at {
                0..64 => [low | 1 << at, high],
                _ => [low, high | 1 << (at & 63)],
            });
        let [low, high] = told.map(ones);
        low.chain(high.map(|at| at + 64))
            .filter_map(|at| self.by_name.get(at))
    }
}

pub(super) fn record_json(into: &mut dyn Sink, row: &RecordView<'_>, telling: Telling) {
    let beside = |(name, value)| -> Option<(&Box<str>, Cow<'_, Value>)> {
        Some((name, told_beside(row.kind, name, value, telling)?))
    };
    let mut extra = row.extra.iter().filter_map(beside).peekable();
    let mut members = Members::open(into);
    for column in Columns::of(row.kind).of_record(row) {
        while let Some((name, value)) = extra.next_if(|(name, _)| ***name < *column.name) {
            members.member(into, name);
            value.write_json(into);
        }
        write_column(into, &mut members, row, column, telling);
    }
    for (name, value) in extra {
        members.member(into, name);
        value.write_json(into);
    }
    into.put(b"}");
}

fn write_column(
    into: &mut dyn Sink,
    members: &mut Members,
    row: &RecordView<'_>,
    column: &Column,
    telling: Telling,
) {
    let mut key = |into: &mut dyn Sink| {
        let comma = usize::from(std::mem::take(&mut members.first));
        into.put(&column.key[comma..]);
    };
    match column.what {
        What::Id => {
            key(into);
            write_text(into, row.id.as_str());
        }
        What::Deleted if row.deleted => {
            key(into);
            into.put(b"true");
        }
        What::Deleted => {}
        What::Field(place) => {
            let place = usize::from(place);
            let Some(field) = row.known(place) else { return };
            let told = match column.identity || telling.disclosure.is_partial() {
                true => telling.disclosure.tells(row.kind, place),
                false => Told::Whole,
            };
            match told {
                Told::Whole => {
                    key(into);
                    field.write_json(into);
                }
                Told::Hashed => {
                    if let Some(value) = telling.disclosure.value(told, &field.get()) {
                        key(into);
                        value.write_json(into);
                    }
                }
                Told::Not => {}
            }
        }
    }
}

/// A value that is kept beside the typed fields, as it is told: it must not pass for the record's identifier, and a
/// misshapen identity number stays as private as a well-formed one.
fn told_beside<'a>(kind: Kind, name: &str, value: &'a Value, telling: Telling) -> Option<Cow<'a, Value>> {
    let told = match kind.seek_field(name, &mut 0) {
        _ if name == "id" => Told::Not,
        Some(place) => telling.disclosure.tells(kind, place),
        None if telling.disclosure.is_partial() => Told::Not,
        None => Told::Whole,
    };
    telling.disclosure.value(told, value)
}

/// The fold of the kinds that only a newer version knows: the same rule, without types.
type Foreign<'a> = BTreeMap<&'a str, Vec<(Id, BTreeMap<&'a str, &'a Value>)>>;

fn foreign_kinds<'a>(partitions: &[&'a Partition]) -> Foreign<'a> {
    let mut kinds = Foreign::new();
    for partition in partitions {
        let mut folded: BTreeMap<(&str, Id), BTreeMap<&str, &Value>> = BTreeMap::new();
        for change in partition.changes() {
            let KindKey::Unknown(name) = &change.kind else {
                continue;
            };
            let fields = folded.entry((name, change.id)).or_default();
            for write in &change.set {
                fields.insert(write.field.name(&change.kind), &write.value);
            }
        }
        for ((name, id), fields) in folded {
            kinds.entry(name).or_default().push((id, fields));
        }
    }
    for records in kinds.values_mut() {
        records.sort_by_key(|(id, _)| *id);
    }
    kinds
}

fn write_foreign(into: &mut dyn Sink, records: &[(Id, BTreeMap<&str, &Value>)], telling: Telling) {
    let deleted_name = FieldKey::Deleted.name(&KindKey::Unknown("".into())).to_owned();
    into.put(b"[");
    let mut first = true;
    for (id, fields) in records {
        let deleted = fields.get(&*deleted_name) == Some(&&Value::Bool(true));
        if deleted && !telling.tombstones {
            continue;
        }
        if !std::mem::take(&mut first) {
            into.put(b",");
        }
        let id = Value::from(id.as_str());
        let mut shown: BTreeMap<&str, &Value> = fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (*name, *value))
            .collect();
        if !deleted {
            shown.remove(&*deleted_name);
        }
        shown.insert("id", &id);
        let mut members = Members::open(into);
        for (name, value) in shown {
            members.member(into, name);
            value.write_json(into);
        }
        into.put(b"}");
    }
    into.put(b"]");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_of_a_kind_has_its_column_among_128() {
        for kind in Kind::ALL {
            let (columns, fields) = (Columns::of(*kind), kind.def().fields);
            assert!(columns.by_name.is_sorted_by_key(|column| column.name));
            assert!(columns.by_name.len() <= 128, "{}", kind.def().id);
            assert_eq!(columns.of_fields.len(), fields.len());
            for (field, at) in fields.iter().zip(&columns.of_fields) {
                assert_eq!(columns.by_name[usize::from(*at)].name, field.id);
            }
            let [id, deleted] = columns.of_all.map(|at| columns.by_name[usize::from(at)].name);
            assert_eq!([id, deleted], ["id", "deleted"]);
        }
    }
}
