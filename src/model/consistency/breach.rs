//! A rule that does not hold, and how bad that is.

use super::Rule;
use crate::model::{Code, Id, Kind, Records, Sensitivity, Value};
use sha2::{Digest, Sha256};

/// How bad it is when a rule does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Somebody should look at it.
    Warn,
    /// Must be put right: what was typed is saved, but the record is not accepted as final.
    Error,
}

impl Severity {
    /// The name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }

    /// Whether a record with such a breach cannot be accepted as final (`block` in DOMAIN B14).
    pub const fn blocks(self) -> bool {
        matches!(self, Self::Error)
    }
}

/// A rule that does not hold for a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// The field it is shown at; empty when it is the record as a whole.
    pub field: &'static str,
    /// The rule.
    pub rule: Rule,
    /// What was met, the same in every language: a number, a code, another record. Never an identity number or a name.
    pub detail: String,
    /// Digest of what the breach rests on, as [`DataIssue::value_digest`](crate::model::DataIssue::value_digest) keeps it:
    /// another value at the field, or another detail, makes another digest.
    pub digest: String,
}

impl Breach {
    pub(super) fn new(
        rule: Rule,
        kind: Kind,
        id: impl Into<Id>,
        field: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            id: id.into(),
            field,
            rule,
            detail: detail.into(),
            digest: String::new(),
        }
    }

    /// Digests the value at the field and the detail. An identity number is not digested, because a short digest of it can
    /// be guessed; its hash stands for it.
    pub(super) fn note_evidence(&mut self, records: &Records) {
        let fields = self.kind.def().fields;
        let mut evidence = self.detail.clone().into_bytes();
        let place = fields.iter().position(|field| field.id == self.field);
        let place = match place.map(|place| (place, fields[place].sensitivity)) {
            Some((_, Sensitivity::Identity)) => self.kind.def().position("id_hash"),
            Some((place, _)) => Some(place),
            None => None,
        };
        if let Some(place) = place {
            evidence.push(b'\n');
            let value: Value = records.get(self.kind, self.id, place);
            value.write_json(&mut evidence);
        }
        let hash = Sha256::digest(&evidence);
        self.digest = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    }
}

/// The code of a value for a detail; nothing for an unknown one.
pub(super) fn code<T: Code>(value: Option<&T>) -> &str {
    value.map_or("", Code::id)
}

/// An amount for a detail, in yuan: `2893元`.
pub(super) fn yuan(fen: i64) -> String {
    in_hundredths(fen, "元")
}

/// An area for a detail, in 亩: `520亩`.
pub(super) fn mu(hundredths: i64) -> String {
    in_hundredths(hundredths, "亩")
}

/// Hundredths of a unit, with as many decimals as they need.
fn in_hundredths(hundredths: i64, unit: &str) -> String {
    let (sign, rest) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    match (rest / 100, rest % 100) {
        (whole, 0) => format!("{sign}{whole}{unit}"),
        (whole, part) => format!("{sign}{whole}.{part:02}{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_tell_amounts_in_the_unit_people_use() {
        for (fen, text) in [
            (289_300, "2893元"),
            (-5, "-0.05元"),
            (1_050, "10.50元"),
            (0, "0元"),
        ] {
            assert_eq!(yuan(fen), text);
        }
        assert_eq!(mu(52_000), "520亩");
    }
}
