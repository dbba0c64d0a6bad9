//! What has left the device and what has come in.

use crate::exchange::Checksum;
use crate::model::{Date, DivisionCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The last package of a scope that left this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// Its number, counted from 1.
    pub sequence: u64,
    /// Its checksum, which the next one names as the one before it.
    pub checksum: String,
    /// When it was written, in milliseconds since 1970.
    pub at: u64,
    /// How many changes each area's journal had in it.
    pub changes: BTreeMap<String, usize>,
}

impl HandedOver {
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The checksum as the next package names it.
    pub(super) fn checksum(&self) -> Option<Checksum> {
        self.checksum.parse().ok()
    }
}

/// What the hand-over page says about a scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandOver {
    /// Changes that no package has carried yet.
    pub pending: usize,
    /// The last package, if there was one.
    pub last: Option<HandedOver>,
    /// When the whole register was last written to a file, in milliseconds since 1970.
    pub backup: Option<u64>,
}

/// The last package of a scope that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Whose package it was.
    pub scope: DivisionCode,
    /// The day that it is for.
    pub as_of: Date,
    /// Its number.
    pub sequence: u64,
    /// When it was taken in, in milliseconds since 1970.
    pub at: u64,
    /// Who wrote it; empty in a summary.
    pub author: String,
}

#[derive(Serialize, Deserialize)]
struct StoredReceived {
    as_of: String,
    sequence: u64,
    at: u64,
    author: String,
}

impl Received {
    pub(super) fn from_bytes(scope: DivisionCode, bytes: &[u8]) -> Option<Self> {
        let stored: StoredReceived = serde_json::from_slice(bytes).ok()?;
        let as_of = Date::parse(&stored.as_of)?;
        Some(Self {
            scope,
            as_of,
            sequence: stored.sequence,
            at: stored.at,
            author: stored.author,
        })
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let stored = StoredReceived {
            as_of: self.as_of.to_string(),
            sequence: self.sequence,
            at: self.at,
            author: self.author.clone(),
        };
        serde_json::to_vec(&stored).unwrap_or_default()
    }
}

/// A file that is ready to leave the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Its name: area and date, never a person.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
