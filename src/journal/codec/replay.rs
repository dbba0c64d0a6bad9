//! Bytes straight to state: the cold read of a partition, without building the changes in between.

use super::decode::{Head, ReadValue, Reader};
use super::{CodecError, decode};
use crate::journal::{FieldKey, Partition, Stamp};
use crate::model::{DivisionCode, Id, Kind, Records, Value};

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
        *last = Some((head.stamp, name.into(), head.id));
        fold(&mut reader, &head, records)?;
    }
    Ok(true)
}

fn fold(reader: &mut Reader<'_>, head: &Head, records: &mut Records) -> Result<(), CodecError> {
    let kind = reader.kind(head).key.known();
    if let (0, Some(kind)) = (head.writes, kind) {
        let _made_or_found = records.row_mut(kind, head.id);
    }
    for _ in 0..head.writes {
        let field = reader.field(head)?;
        let (value, replaced) = reader.value()?;
        for _ in 0..replaced {
            reader.stamp(head.stamp.millis())?;
        }
        let Some(kind) = kind else { continue };
        let value = match &value {
            ReadValue::Text(number) => reader.text_value(*number),
            ReadValue::Other(value) => value,
        };
        set(records, (kind, head.id), &reader.kind(head).fields[field], value);
    }
    Ok(())
}

fn set(records: &mut Records, (kind, id): (Kind, Id), field: &FieldKey, value: &Value) {
    match field {
        FieldKey::Known(place) => {
            let _kept_beside = records.set(kind, id, usize::from(*place), value);
        }
        FieldKey::Deleted => records.set_deleted(kind, id, *value == Value::Bool(true)),
        FieldKey::Unknown(name) => records.set_extra(kind, id, name, value),
    }
}

fn replay_sorted(blobs: &[&[u8]], area: DivisionCode) -> Result<Records, CodecError> {
    let mut changes = Vec::new();
    for blob in blobs {
        changes.extend(decode(blob, area)?);
    }
    Ok(Partition::of(area, changes).records().clone())
}
