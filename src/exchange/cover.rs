//! What a package says about itself, apart from its changes and records: what a page needs of one that a helper keeps.

use super::envelope::Envelope;
use super::held::HeldMember;
use super::read::{head_of, rows_of};
use super::{Checksum, FORMAT, Head, Package, PackageError, Profile, ScoreRow};
use serde_json::json;

/// A package's head, checksum and tallies.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// What it says about itself.
    pub head: Head,
    /// Its checksum.
    pub checksum: Checksum,
    /// Its tallies, where it has nothing else: those of records are made of the records.
    pub rows: Vec<ScoreRow>,
}

impl Cover {
    /// The cover of a package.
    pub fn of(package: &Package) -> Self {
        let rows = match package.head.profile {
            Profile::Summary => package.rows.clone(),
            Profile::Detail | Profile::Department => Vec::new(),
        };
        Self {
            head: package.head.clone(),
            checksum: package.checksum,
            rows,
        }
    }

    /// The members of the package without its changes and records.
    pub fn to_json(&self) -> String {
        let head = &self.head;
        json!({
            "app": head.app,
            "as_of": head.as_of.to_string(),
            "base": HeldMember::of_all(&head.base),
            "author": { "id": head.author.id.as_str(), "name": head.author.name },
            "checksum": self.checksum.to_string(),
            "delta": head.delta,
            "device": head.device.as_str(),
            "format": FORMAT,
            "indicators": self.rows,
            "previous": head.previous.map(|previous| previous.to_string()),
            "profile": head.profile.id(),
            "schema": head.schema.to_string(),
            "scope": { "code": head.scope.code.as_str(), "level": head.scope.code.level().id(), "name": head.scope.name },
            "sequence": head.sequence,
            "unit": head.unit,
        })
        .to_string()
    }

    /// Reads a cover.
    ///
    /// # Errors
    /// As a package with such members would be refused.
    pub fn from_json(text: &str) -> Result<Self, PackageError> {
        let mut envelope = Envelope::read(text)?;
        let head = head_of(&mut envelope)?;
        let checksum = envelope.checksum.and_then(|checksum| checksum.parse().ok());
        Ok(Self {
            checksum: checksum.ok_or(PackageError::ChecksumMismatch)?,
            rows: rows_of(envelope.indicators, head.scope.code)?,
            head,
        })
    }
}
