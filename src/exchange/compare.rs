//! Comparing the records of a package with the fold of its changes when the bytes differ: another program may order
//! keys differently, write null for unknown, or break lines.

use super::PackageError;
use super::envelope::not_json;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

type Kinds = BTreeMap<String, Vec<Map<String, Value>>>;
type ById = BTreeMap<(String, usize), Map<String, Value>>;

/// Whether both texts tell the same records.
///
/// # Errors
/// Names the first record and field that differ.
pub(super) fn compare_records(folded: &[u8], told: &str) -> Result<(), PackageError> {
    let folded: Kinds = serde_json::from_slice(folded).map_err(|error| not_json(told, &error))?;
    let told: Kinds = serde_json::from_str(told).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => PackageError::BadMember {
            path: "records".into(),
            detail: error.to_string(),
        },
        _ => not_json(told, &error),
    })?;
    let kinds = folded.keys().chain(told.keys());
    let kinds: std::collections::BTreeSet<&String> = kinds.collect();
    kinds
        .into_iter()
        .try_for_each(|kind| compare_kind(kind, folded.get(kind), told.get(kind)))
}

fn compare_kind(
    kind: &str,
    folded: Option<&Vec<Map<String, Value>>>,
    told: Option<&Vec<Map<String, Value>>>,
) -> Result<(), PackageError> {
    let (folded, told) = (by_id(folded), by_id(told));
    for ((id, copy), record) in &folded {
        let other = told
            .get(&(id.clone(), *copy))
            .ok_or_else(|| differs(kind, id, ""))?;
        compare_fields(kind, id, record, other)?;
    }
    match told.keys().find(|key| !folded.contains_key(*key)) {
        Some((id, _)) => Err(differs(kind, id, "")),
        None => Ok(()),
    }
}

/// The records by identifier; two areas may hold records of one identifier, which are then told apart by their order.
fn by_id(records: Option<&Vec<Map<String, Value>>>) -> ById {
    let mut all = ById::new();
    for record in records.into_iter().flatten() {
        let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
        let copy = all
            .range((id.to_owned(), 0)..=(id.to_owned(), usize::MAX))
            .count();
        let known = record.iter().filter(|(_, value)| !value.is_null());
        all.insert(
            (id.to_owned(), copy),
            known.map(|(name, value)| (name.clone(), value.clone())).collect(),
        );
    }
    all
}

fn compare_fields(
    kind: &str,
    id: &str,
    folded: &Map<String, Value>,
    told: &Map<String, Value>,
) -> Result<(), PackageError> {
    let mut names: Vec<&String> = folded.keys().chain(told.keys()).collect();
    names.sort();
    match names
        .into_iter()
        .find(|name| folded.get(*name) != told.get(*name))
    {
        Some(field) => Err(differs(kind, id, field)),
        None => Ok(()),
    }
}

fn differs(kind: &str, id: &str, field: &str) -> PackageError {
    PackageError::FoldMismatch {
        kind: kind.into(),
        id: id.into(),
        field: field.into(),
    }
}
