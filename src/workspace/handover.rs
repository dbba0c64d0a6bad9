//! What has left the device and what has come in.

use super::Lazy;
use super::engine::key;
use crate::exchange::{self, Checksum, Cover, Receipt};
use crate::model::{Date, DivisionCode};
use crate::storage::Index;
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
}

impl HandedOver {
    /// Where the last package of a scope and profile is kept.
    pub(super) fn key(profile: exchange::Profile, scope: DivisionCode) -> String {
        format!("{}{}:{}", key::HANDED_OVER, profile.id(), scope)
    }

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

/// What an office above has acknowledged: how much of every area its last receipt covers. The receipt itself is read only
/// when it is needed, so that opening has little to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Acknowledged {
    /// Who has what.
    pub received: ReceivedAbove,
    /// Changes that it covers, by area.
    pub covered: BTreeMap<String, usize>,
    /// The receipt, without its questions, which are among the records.
    receipt: String,
}

#[derive(Serialize, Deserialize)]
struct StoredAcknowledged {
    office: String,
    until: Option<u64>,
    at: u64,
    covered: BTreeMap<String, usize>,
    receipt: String,
}

impl Acknowledged {
    pub fn of(receipt: &Receipt, covered: BTreeMap<String, usize>) -> Self {
        Self {
            received: ReceivedAbove {
                office: receipt.office.code,
                until: receipt.held.iter().map(|row| row.newest.millis()).max(),
                at: receipt.at,
            },
            covered,
            receipt: String::from_utf8(receipt.write().bytes).unwrap_or_default(),
        }
    }

    /// Where it is kept: one place for each office.
    pub fn key(&self) -> String {
        format!("{}{}", key::ACKNOWLEDGED, self.received.office)
    }

    /// The receipt.
    pub fn receipt(&self) -> Option<Receipt> {
        Receipt::read(self.receipt.as_bytes())
            .ok()
            .map(|(receipt, _)| receipt)
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let stored: StoredAcknowledged = serde_json::from_slice(bytes).ok()?;
        Some(Self {
            received: ReceivedAbove {
                office: DivisionCode::new(&stored.office)?,
                until: stored.until,
                at: stored.at,
            },
            covered: stored.covered,
            receipt: stored.receipt,
        })
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let stored = StoredAcknowledged {
            office: self.received.office.to_string(),
            until: self.received.until,
            at: self.received.at,
            covered: self.covered.clone(),
            receipt: self.receipt.clone(),
        };
        serde_json::to_vec(&stored).unwrap_or_default()
    }
}

/// Who above has received data, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceivedAbove {
    /// The office.
    pub office: DivisionCode,
    /// When the newest change that it holds was made, in milliseconds since 1970; none when it holds nothing.
    pub until: Option<u64>,
    /// When it said so.
    pub at: u64,
}

/// What the hand-over page says about a scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandOver {
    /// Changes that no office above has acknowledged.
    pub pending: usize,
    /// The last package that was written, if there was one.
    pub last: Option<HandedOver>,
    /// What the office right above has acknowledged.
    pub received: Option<ReceivedAbove>,
    /// When the whole register was last written to a file, in milliseconds since 1970.
    pub backup: Option<u64>,
    /// How many changes that file held.
    pub backed_up: usize,
    /// When this device began, in milliseconds since 1970; none of one that began with an early version.
    pub began: Option<u64>,
    /// Why it is time for a backup; none when it is not.
    pub due: Option<BackupDue>,
}

/// It is time for a backup: so much would be lost with this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupDue {
    /// Changes that no backup has.
    pub changes: usize,
    /// Whole days since the last backup, or since this device began; none when nobody knows.
    pub days: Option<u64>,
    /// Whether there ever was a backup.
    pub ever: bool,
}

/// A backup is due after so many changes,
pub const BACKUP_AFTER_CHANGES: usize = 50;

/// or after so many days, if there is anything new.
pub const BACKUP_AFTER_DAYS: u64 = 7;

const MILLIS_A_DAY: u64 = 86_400_000;

impl HandOver {
    /// Why it is time for a backup of that many changes; none when it is not.
    pub(super) fn backup_due(&self, held: usize, now: u64) -> Option<BackupDue> {
        let changes = held.saturating_sub(self.backed_up);
        let since = self.backup.or(self.began);
        let days = since.map(|since| now.saturating_sub(since) / MILLIS_A_DAY);
        let late = days.is_some_and(|days| days >= BACKUP_AFTER_DAYS);
        let due = changes >= BACKUP_AFTER_CHANGES || (changes > 0 && late);
        due.then_some(BackupDue {
            changes,
            days,
            ever: self.backup.is_some(),
        })
    }
}

/// The last package of a scope, profile and device that came in.
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
    /// What the next package of the same row is held against; none of one that version 0.1 took in.
    pub link: Option<exchange::Received>,
    /// Numbers and checksums of the packages of the row before it, so that one that comes late or twice is known.
    pub earlier: BTreeMap<u64, Checksum>,
}

/// So many packages of a row are remembered: five years of monthly ones.
const REMEMBERED: usize = 60;

#[derive(Serialize, Deserialize)]
struct StoredReceived {
    as_of: String,
    sequence: u64,
    at: u64,
    author: String,
    profile: Option<String>,
    device: Option<String>,
    checksum: Option<String>,
    #[serde(default)]
    earlier: BTreeMap<u64, String>,
}

impl Received {
    /// The receipt of a package taken in at that moment.
    pub(super) fn of(cover: &Cover, at: u64) -> Self {
        let head = &cover.head;
        Self {
            scope: head.scope.code,
            as_of: head.as_of,
            sequence: head.sequence,
            at,
            author: head.author.name.clone().unwrap_or_default(),
            link: Some(exchange::Received::of(cover)),
            earlier: BTreeMap::new(),
        }
    }

    /// The row after this package: the highest number stands, the others are remembered.
    pub(super) fn after(mut self, before: Option<&Self>) -> Self {
        let Some(before) = before else { return self };
        let mut earlier = before.earlier.clone();
        let (last, other) = match before.sequence > self.sequence {
            true => (before.clone(), &self),
            false => (self.clone(), before),
        };
        if let Some(link) = other
            .link
            .filter(|link| Some(link.sequence) != last.link.map(|link| link.sequence))
        {
            earlier.insert(link.sequence, link.checksum);
        }
        while earlier.len() > REMEMBERED {
            earlier.pop_first();
        }
        self = Self { at: self.at, ..last };
        self.earlier = earlier;
        self
    }

    /// Every package of the row that is remembered.
    pub(super) fn links(&self) -> Vec<exchange::Received> {
        let Some(link) = self.link else { return Vec::new() };
        let earlier = self.earlier.iter();
        let earlier = earlier.map(|(sequence, checksum)| exchange::Received {
            sequence: *sequence,
            checksum: *checksum,
            ..link
        });
        earlier.chain([link]).collect()
    }

    /// Where it is kept: one place for each row of packages.
    pub(super) fn key(&self) -> String {
        match &self.link {
            None => self.scope.to_string(),
            Some(link) => format!("{}:{}:{}", self.scope, link.profile.id(), link.device),
        }
    }

    /// Reads what is kept under a key.
    pub(super) fn from_bytes(key: &str, bytes: &[u8]) -> Option<Self> {
        Self::from_stored(key, &serde_json::from_slice(bytes).ok()?)
    }

    fn from_stored(key: &str, stored: &StoredReceived) -> Option<Self> {
        let scope = DivisionCode::new(key.split(':').next()?)?;
        let link = || {
            Some(exchange::Received {
                scope,
                profile: stored.profile.as_deref()?.parse().ok()?,
                device: stored.device.as_deref()?.parse().ok()?,
                sequence: stored.sequence,
                checksum: stored.checksum.as_deref()?.parse().ok()?,
            })
        };
        Some(Self {
            scope,
            as_of: Date::parse(&stored.as_of)?,
            sequence: stored.sequence,
            at: stored.at,
            link: link(),
            earlier: stored
                .earlier
                .iter()
                .filter_map(|(sequence, checksum)| Some((*sequence, checksum.parse().ok()?)))
                .collect(),
            author: stored.author.clone(),
        })
    }

    fn to_stored(&self) -> StoredReceived {
        StoredReceived {
            as_of: self.as_of.to_string(),
            sequence: self.sequence,
            at: self.at,
            author: self.author.clone(),
            profile: self.link.map(|link| link.profile.id().to_owned()),
            device: self.link.map(|link| link.device.to_string()),
            checksum: self.link.map(|link| link.checksum.to_string()),
            earlier: self
                .earlier
                .iter()
                .map(|(sequence, checksum)| (*sequence, checksum.to_string()))
                .collect(),
        }
    }

    /// The row as text, for the log of imports.
    pub(super) fn to_text(&self) -> String {
        serde_json::to_string(&self.to_stored()).unwrap_or_default()
    }
}

/// The last package of every row that came in, by [key](Received::key).
pub type Receipts = BTreeMap<String, Received>;

/// The rows as they are kept.
pub(super) fn receipts_to_bytes(receipts: &Receipts) -> Vec<u8> {
    let stored = receipts.iter().map(|(name, row)| (name, row.to_stored()));
    serde_json::to_vec(&stored.collect::<BTreeMap<_, _>>()).unwrap_or_default()
}

/// The rows that a store has, to be read when somebody asks.
pub(super) fn receipts_in(index: &Index) -> Lazy<Receipts> {
    let row = |(name, row): (String, Option<Received>)| row.map(|row| (name, row));
    if let Some(all) = index.meta.get(key::RECEIVED).cloned() {
        return Lazy::read_by(move || {
            let stored: BTreeMap<String, StoredReceived> = serde_json::from_slice(&all).unwrap_or_default();
            let rows = stored.into_iter().map(|(name, stored)| {
                let read = Received::from_stored(&name, &stored);
                (name, read)
            });
            rows.filter_map(row).collect()
        });
    }
    let rows = index.meta_under(key::RECEIVED_ROW);
    let rows: Vec<(String, Vec<u8>)> = rows
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect();
    Lazy::read_by(move || {
        let rows = rows.into_iter().map(|(name, bytes)| {
            let read = Received::from_bytes(&name, &bytes);
            (name, read)
        });
        rows.filter_map(row).collect()
    })
}

/// The last package of every scope.
pub(super) fn last_of_scopes(receipts: &Receipts) -> BTreeMap<DivisionCode, Received> {
    let mut last: BTreeMap<DivisionCode, Received> = BTreeMap::new();
    for receipt in receipts.values() {
        let later = last
            .get(&receipt.scope)
            .is_none_or(|other| other.at <= receipt.at);
        if later {
            last.insert(receipt.scope, receipt.clone());
        }
    }
    last
}

/// A file that is ready to leave the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Its name: area and date, never a person.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl ExportedFile {
    /// Its type, for the browser.
    pub fn mime(&self) -> &'static str {
        match self.name.ends_with(".json") {
            true => "application/json",
            false => "application/octet-stream",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = MILLIS_A_DAY;

    fn due(
        backup: Option<u64>,
        backed_up: usize,
        began: Option<u64>,
        held: usize,
    ) -> Option<(usize, Option<u64>)> {
        let handover = HandOver {
            backup,
            backed_up,
            began,
            ..HandOver::default()
        };
        let due = handover.backup_due(held, 100 * DAY)?;
        Some((due.changes, due.days))
    }

    #[test]
    fn a_backup_is_due_after_fifty_changes_or_after_seven_days_with_any() {
        assert_eq!(due(Some(99 * DAY), 10, None, 59), None);
        assert_eq!(due(Some(99 * DAY), 10, None, 60), Some((50, Some(1))));
        assert_eq!(due(Some(93 * DAY), 10, None, 11), Some((1, Some(7))));
        assert_eq!(due(Some(93 * DAY), 10, None, 10), None);
        assert_eq!(due(Some(93 * DAY + 1), 10, None, 11), None);
    }

    #[test]
    fn without_a_backup_the_days_count_from_the_first_one_here() {
        assert_eq!(due(None, 0, Some(99 * DAY), 3), None);
        assert_eq!(due(None, 0, Some(90 * DAY), 3), Some((3, Some(10))));
        assert_eq!(due(None, 0, None, 49), None);
        assert_eq!(due(None, 0, None, 50), Some((50, None)));
    }
}
