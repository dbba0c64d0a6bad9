//! Bytes straight to state: the cold read of a partition, without building the changes in between.

use super::decode::{Head, ReadValue, Reader};
use super::{CodecError, decode};
use crate::journal::{FieldKey, Partition, Stamp};
use crate::model::{DivisionCode, Id, Records, RowEdit, Value};

/// The state that blobs of an area fold to: a snapshot and the tail entries after it.
///
/// Blobs in journal order are folded as they are read. When a change comes out of order, as after the merge of an older
/// package, the changes are sorted first; the state is the same as
/// [`Partition::of`](crate::journal::Partition::of) gives.
///
/// # Errors
/// As [`decode`].
pub fn replay(blobs: &[&[u8]], area: DivisionCode) -> Result<Records, CodecError> {
    let mut records = Records::default();
    let mut last = None;
    for blob in blobs {
        if !replay_in_order(blob, area, &mut records, &mut last)? {
            return replay_sorted(blobs, area);
        }
    }
    Ok(records)
}

/// Where a change stands in the journal.
type Standing = (Stamp, Box<str>, Id);

/// Whether every change came after the one before it; if not, the records are of no use.
fn replay_in_order(
    blob: &[u8],
    area: DivisionCode,
    records: &mut Records,
    last: &mut Option<Standing>,
) -> Result<bool, CodecError> {
    let mut reader = Reader::open(blob, area)?;
    while let Some(head) = reader.head()? {
        let name = reader.kind(&head).key.name();
        let later = match last {
            None => true,
            Some((stamp, kind, id)) => (*stamp, &**kind, *id) < (head.stamp, name, head.id),
        };
        if !later {
            return Ok(false);
        }
        remember(last, &head, name);
        fold(&mut reader, &head, records)?;
    }
    Ok(true)
}

/// Most changes are of the kind of the one before, whose name is kept.
fn remember(last: &mut Option<Standing>, head: &Head, name: &str) {
    match last {
        Some((stamp, kind, id)) if **kind == *name => (*stamp, *id) = (head.stamp, head.id),
        _ => *last = Some((head.stamp, name.into(), head.id)),
    }
}

fn fold(reader: &mut Reader<'_>, head: &Head, records: &mut Records) -> Result<(), CodecError> {
    let kind = reader.kind(head).key.known();
    // The record is there even when a package left every field of the change out.
    let mut row = kind.map(|kind| records.row_mut(kind, head.id));
    for _ in 0..head.writes {
        let field = reader.field(head)?;
        let (value, replaced) = reader.value()?;
        for _ in 0..replaced {
            reader.stamp(head.stamp.millis())?;
        }
        let Some(row) = &mut row else { continue };
        let value = match &value {
            ReadValue::Text(number) => reader.text_value(*number),
            ReadValue::Other(value) => value,
        };
        set(*row, &reader.kind(head).fields[field], value);
    }
    Ok(())
}

fn set(row: &mut dyn RowEdit, field: &FieldKey, value: &Value) {
    match field {
        FieldKey::Known(place) => {
            let _kept_beside = row.set(usize::from(*place), value);
        }
        FieldKey::Deleted => row.set_deleted(*value == Value::Bool(true)),
        FieldKey::Unknown(name) => row.set_extra(name, value),
    }
}

fn replay_sorted(blobs: &[&[u8]], area: DivisionCode) -> Result<Records, CodecError> {
    let mut changes = Vec::new();
    for blob in blobs {
        changes.extend(decode(blob, area)?);
    }
    Ok(Partition::of(area, changes).records().clone())
}
