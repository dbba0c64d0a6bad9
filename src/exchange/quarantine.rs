//! Changes that cannot be read are set aside and the rest of their package proceeds. What is set aside keeps its text, so
//! that newer code can try again.

use super::envelope::not_json;
use super::read::LAST_MILLIS;
use super::{Finding, FindingCode, PackageError};
use crate::journal::Change;
use crate::model::DivisionCode;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A change that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// Where it stood in its file, such as `changes[12]`.
    pub path: String,
    /// What is wrong with it.
    pub detail: String,
    /// Its text.
    pub text: String,
}

impl Quarantined {
    /// The finding that tells of it; it does not repeat the text, which may name somebody.
    pub fn finding(&self) -> Finding {
        Finding::new(FindingCode::Quarantined, self.path.clone(), self.detail.clone())
    }

    /// Tries again to read it, as a change of an area within that scope.
    pub fn retry(&self, scope: DivisionCode) -> Option<Change> {
        let change = readable(&self.text).ok()?;
        (change.area.is_partition() && change.area.within(scope)).then_some(change)
    }
}

/// A package whose changes were read one by one.
pub(super) struct Sorted {
    /// The package with no changes.
    pub rest: String,
    /// Those that can be read.
    pub changes: Vec<Change>,
    /// Those that cannot.
    pub quarantined: Vec<Quarantined>,
    /// The seal as it stands in the file.
    pub claimed: String,
}

/// Reads the changes of a package one by one; none when they are no list, or none of them can be read.
pub(super) fn sort(text: &str) -> Result<Option<Sorted>, PackageError> {
    let members: BTreeMap<&str, &RawValue> =
        serde_json::from_str(text).map_err(|error| not_json(text, &error))?;
    let list = members.get("changes").map(|raw| raw.get());
    let Some(list) = list.filter(|list| list.starts_with('[')) else {
        return Ok(None);
    };
    let each: Vec<&RawValue> = serde_json::from_str(list).map_err(|error| not_json(list, &error))?;
    let (mut changes, mut quarantined) = (Vec::with_capacity(each.len()), Vec::new());
    for (place, raw) in each.into_iter().enumerate() {
        match readable(raw.get()) {
            Ok(change) => changes.push(change),
            Err(detail) => quarantined.push(Quarantined {
                path: format!("changes[{place}]"),
                detail,
                text: raw.get().to_owned(),
            }),
        }
    }
    let start = list.as_ptr() as usize - text.as_ptr() as usize;
    let rest = [&text[..start], "[]", &text[start + list.len()..]].concat();
    let claimed = members
        .get("checksum")
        .and_then(|raw| serde_json::from_str(raw.get()).ok());
    let sorted = Sorted {
        rest,
        claimed: claimed.unwrap_or_default(),
        changes,
        quarantined,
    };
    Ok((!sorted.changes.is_empty()).then_some(sorted))
}

/// Reads a change, or says what is wrong with it.
fn readable(text: &str) -> Result<Change, String> {
    let change: Change = serde_json::from_str(text).map_err(|error| {
        let detail = error.to_string();
        detail.split(" at line ").next().unwrap_or_default().to_owned()
    })?;
    if change.stamp.millis() >= LAST_MILLIS {
        return Err(format!("{} lies after the year 2199", change.stamp));
    }
    Ok(change)
}
