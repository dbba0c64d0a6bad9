//! What somebody holds of an area, told so that another can see whether it is the same: device by device, the newest
//! change and a digest of all up to it. Receipts say it, deltas ask for it, frozen periods keep it.

use super::Checksum;
use crate::journal::{Change, DeviceId, Partition, Stamp};
use crate::model::DivisionCode;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The changes of one device in one area, up to the newest that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The area.
    pub area: DivisionCode,
    /// The device that made the changes.
    pub device: DeviceId,
    /// The newest of them.
    pub newest: Stamp,
    /// How many there are.
    pub changes: u64,
    /// SHA-256 over a line `stamp kind id` for each of them, in the order of a journal. What a change sets is not in it,
    /// because a package may leave fields out.
    pub digest: Checksum,
}

/// How far each device's changes of an area are covered by what another holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    until: BTreeMap<DeviceId, Stamp>,
}

impl Held {
    /// What a partition holds, in the order of devices.
    pub fn of(partition: &Partition) -> Vec<Self> {
        let mut counts: BTreeMap<DeviceId, Count> = BTreeMap::new();
        for change in partition.changes() {
            counts.entry(change.stamp.device()).or_default().add(change);
        }
        let held = |(device, count): (DeviceId, Count)| count.held(partition.area(), device);
        counts.into_iter().filter_map(held).collect()
    }

    /// What several partitions hold, in the order of areas and devices.
    pub fn of_all<'a>(partitions: impl IntoIterator<Item = &'a Partition>) -> Vec<Self> {
        let mut all: Vec<Self> = partitions.into_iter().flat_map(Self::of).collect();
        all.sort_unstable();
        all
    }

    /// The first of those rows that a partition does not hold just so.
    pub fn lacking<'a>(rows: &'a [Self], partition: &Partition) -> Option<&'a Self> {
        let rows = || rows.iter().filter(|row| row.area == partition.area());
        let own = Prefixes::of(partition, rows());
        rows().find(|row| own.of_device(row) != Some(**row))
    }
}

/// A row as it is told in JSON.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct HeldMember {
    area: String,
    changes: u64,
    device: String,
    digest: String,
    newest: Stamp,
}

impl HeldMember {
    /// The members of some rows.
    pub(super) fn of_all(rows: &[Held]) -> Vec<Self> {
        let member = |row: &Held| Self {
            area: row.area.to_string(),
            changes: row.changes,
            device: row.device.to_string(),
            digest: row.digest.to_string(),
            newest: row.newest,
        };
        rows.iter().map(member).collect()
    }

    /// The rows of some members; none when one is not what it should be, or two are of one area and device.
    pub(super) fn read_all(members: &[Self]) -> Option<Vec<Held>> {
        let rows: Vec<Held> = members.iter().map(Self::read).collect::<Option<_>>()?;
        let in_order = |pair: &[Held]| (pair[0].area, pair[0].device) < (pair[1].area, pair[1].device);
        rows.windows(2).all(in_order).then_some(rows)
    }

    fn read(&self) -> Option<Held> {
        let device: DeviceId = self.device.parse().ok()?;
        (self.newest.device() == device).then_some(Held {
            area: DivisionCode::new(&self.area).filter(DivisionCode::is_partition)?,
            device,
            newest: self.newest,
            changes: self.changes,
            digest: self.digest.parse().ok()?,
        })
    }
}

impl Covered {
    /// What of a partition is covered by those rows. A device's changes are covered up to a row's newest when they are
    /// the same here; or when the other holds later ones of a device that is not this one, since a device gives its stamps
    /// in order. Anything else, such as two copies of one device, covers nothing, so that it is sent again.
    pub fn of(partition: &Partition, rows: &[Held], own: DeviceId) -> Self {
        let rows = || rows.iter().filter(|row| row.area == partition.area());
        let prefixes = Prefixes::of(partition, rows());
        let covers = |row: &&Held| match prefixes.of_device(row) {
            Some(mine) if mine.newest == row.newest => mine == **row,
            Some(_) => row.device != own && prefixes.newest(row.device) < Some(row.newest),
            None => false,
        };
        let until = rows()
            .filter(covers)
            .map(|row| (row.device, row.newest))
            .collect();
        Self { until }
    }

    /// Whether a change is covered.
    pub fn covers(&self, change: &Change) -> bool {
        let until = self.until.get(&change.stamp.device());
        until.is_some_and(|until| change.stamp <= *until)
    }

    /// The changes of a partition that are not covered, in journal order.
    pub fn rest<'a>(&'a self, partition: &'a Partition) -> impl Iterator<Item = &'a Change> {
        partition.changes().iter().filter(|change| !self.covers(change))
    }

    /// How many changes of a partition are covered.
    pub fn count(&self, partition: &Partition) -> usize {
        partition.changes().len() - self.rest(partition).count()
    }
}

/// Changes that are being counted.
#[derive(Default)]
struct Count {
    changes: u64,
    newest: Option<Stamp>,
    hash: Sha256,
}

impl Count {
    fn add(&mut self, change: &Change) {
        self.changes += 1;
        self.newest = self.newest.max(Some(change.stamp));
        let line = format!("{} {} {}\n", change.stamp, change.kind.name(), change.id);
        self.hash.update(line.as_bytes());
    }

    fn held(self, area: DivisionCode, device: DeviceId) -> Option<Held> {
        Some(Held {
            area,
            device,
            newest: self.newest?,
            changes: self.changes,
            digest: Checksum::from_bytes(self.hash.finalize().into()),
        })
    }
}

/// What a partition holds up to the newest of each of some rows.
struct Prefixes {
    held: BTreeMap<DeviceId, Held>,
    newest: BTreeMap<DeviceId, Stamp>,
}

impl Prefixes {
    fn of<'a>(partition: &Partition, rows: impl Iterator<Item = &'a Held>) -> Self {
        let until: BTreeMap<DeviceId, Stamp> = rows.map(|row| (row.device, row.newest)).collect();
        let mut counts: BTreeMap<DeviceId, Count> = BTreeMap::new();
        let mut newest = BTreeMap::new();
        for change in partition.changes() {
            let device = change.stamp.device();
            newest.insert(device, change.stamp);
            if until.get(&device).is_some_and(|until| change.stamp <= *until) {
                counts.entry(device).or_default().add(change);
            }
        }
        let held = |(device, count): (DeviceId, Count)| Some((device, count.held(partition.area(), device)?));
        Self {
            held: counts.into_iter().filter_map(held).collect(),
            newest,
        }
    }

    fn of_device(&self, row: &Held) -> Option<Held> {
        self.held.get(&row.device).copied()
    }

    fn newest(&self, device: DeviceId) -> Option<Stamp> {
        self.newest.get(&device).copied()
    }
}
