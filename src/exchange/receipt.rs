//! Receipts: what an office sends back down. A receipt says what the office holds of a scope, and only a receipt makes data
//! count as handed over; it brings the office's questions with it, and with them what it returns for correction.

use super::document::{
    self, Document, author_member, bad, member, moment_of, moment_text, read_author, read_scope, scope_member,
};
use super::held::HeldMember;
use super::{Author, Checksum, Held, PackageError, Profile, Received, Scope, Sealed, Signed, Signer};
use crate::journal::{Change, DeviceId, KindKey, Partition};
use crate::model::{DivisionCode, Kind};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The `format` of every receipt.
pub const RECEIPT_FORMAT: &str = "huhuqing.receipt";

/// What an office acknowledges.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The area whose data it holds: that of the office or one within it.
    pub scope: Scope,
    /// The office.
    pub office: Scope,
    /// Who wrote the receipt.
    pub author: Author,
    /// The office's device.
    pub device: DeviceId,
    /// When it was written, in milliseconds since 1970.
    pub at: u64,
    /// What the office holds, in the order of areas and devices.
    pub held: Vec<Held>,
    /// The last package of every device and profile that the office has taken in, in their order.
    pub packages: Vec<Received>,
    /// The questions of the office and of those above it about records of the scope, as changes, which merge like any other.
    pub questions: Vec<Change>,
}

/// The part of a partition's changes that are questions and what became of them.
pub fn questions_of(partition: &Partition) -> Vec<Change> {
    let asks = |change: &&Change| change.kind == KindKey::Known(Kind::Question);
    partition.changes().iter().filter(asks).cloned().collect()
}

/// Whether a file that begins so seems to be a receipt; reading it says for sure. Where a package tells its day, a receipt
/// tells its moment.
pub fn seems_a_receipt(beginning: &[u8]) -> bool {
    let has = |name: &str| memchr::memmem::find(beginning, name.as_bytes()).is_some();
    has("\"at\"") && !has("\"as_of\"")
}

impl Receipt {
    /// The receipt for what those partitions hold.
    pub fn of(
        (scope, office): (Scope, Scope),
        author: Author,
        device: DeviceId,
        at: u64,
        partitions: &[&Partition],
        received: impl IntoIterator<Item = Received>,
    ) -> Self {
        let within: Vec<&&Partition> = partitions
            .iter()
            .filter(|partition| partition.area().within(scope.code))
            .collect();
        let mut questions: Vec<Change> = within
            .iter()
            .flat_map(|partition| questions_of(partition))
            .collect();
        questions.sort_by(|a, b| a.order(b).then_with(|| a.area.cmp(&b.area)));
        Self {
            held: Held::of_all(within.iter().map(|partition| **partition)),
            packages: last_of_each(received.into_iter().filter(|one| one.scope.within(scope.code))),
            scope,
            office,
            author,
            device,
            at,
            questions,
        }
    }

    /// The areas that it speaks of.
    pub fn areas(&self) -> BTreeSet<DivisionCode> {
        let asked = self.questions.iter().map(|change| change.area);
        self.held.iter().map(|row| row.area).chain(asked).collect()
    }

    /// The suggested file name: scope, day and device, and nobody's name.
    pub fn file_name(&self) -> String {
        let day = crate::model::Date::in_china(self.at);
        format!("hhq-{}-{day}-receipt-{}.json", self.scope.code, self.device)
    }

    /// Writes the receipt, unsigned.
    pub fn write(&self) -> Sealed {
        self.write_signed(None)
    }

    /// Writes the receipt and has it signed.
    pub fn write_signed(&self, signer: Option<Signer<'_>>) -> Sealed {
        let packages: Vec<Value> = self.packages.iter().map(package_member).collect();
        let members = json!({
            "at": moment_text(self.at),
            "author": author_member(&self.author),
            "changes": self.questions,
            "device": self.device.as_str(),
            "held": HeldMember::of_all(&self.held),
            "office": scope_member(&self.office),
            "packages": packages,
            "scope": scope_member(&self.scope),
        });
        let Value::Object(members) = members else {
            unreachable!("an object was written above")
        };
        document::seal(RECEIPT_FORMAT, members, signer)
    }

    /// Reads a receipt and its checksum.
    ///
    /// # Errors
    /// As a package with such faults would be refused; also when the office does not lie above the scope or is it, or when
    /// a row or question is of an area outside the scope.
    pub fn read(bytes: &[u8]) -> Result<(Self, Checksum), PackageError> {
        Self::read_signed(bytes).map(|(receipt, checksum, _)| (receipt, checksum))
    }

    /// Reads one, its checksum and its signature.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_signed(bytes: &[u8]) -> Result<(Self, Checksum, Option<Signed>), PackageError> {
        let Document {
            members,
            checksum,
            signed,
        } = document::open(bytes, RECEIPT_FORMAT)?;
        let scope = read_scope(&members, "scope")?;
        let office = read_scope(&members, "office")?;
        if !scope.code.within(office.code) {
            return Err(PackageError::BadScope(format!(
                "{} lies not within {}",
                scope.code, office.code
            )));
        }
        let at: String = member(&members, "at")?;
        let device: String = member(&members, "device")?;
        let held: Vec<HeldMember> = member(&members, "held")?;
        let packages: Vec<PackageMember> = member(&members, "packages")?;
        let receipt = Self {
            author: read_author(&members)?,
            device: device.parse().map_err(|_| bad("device"))?,
            at: moment_of(&at).ok_or_else(|| bad("at"))?,
            held: HeldMember::read_all(&held).ok_or_else(|| bad("held"))?,
            packages: packages
                .iter()
                .map(|one| one.read().ok_or_else(|| bad("packages")))
                .collect::<Result<_, _>>()?,
            questions: read_questions(&members)?,
            scope,
            office,
        };
        let outside = receipt
            .areas()
            .into_iter()
            .find(|area| !area.within(receipt.scope.code));
        match outside {
            Some(area) => Err(PackageError::AreaOutsideScope {
                path: "held".into(),
                area: area.to_string(),
                scope: receipt.scope.code.to_string(),
            }),
            None => Ok((receipt, checksum, signed)),
        }
    }
}

/// Of every row of packages the one with the greatest number.
fn last_of_each(received: impl Iterator<Item = Received>) -> Vec<Received> {
    let mut all: Vec<Received> = received.collect();
    all.sort_unstable();
    all.reverse();
    all.dedup_by_key(|one| (one.scope, one.profile, one.device));
    all.reverse();
    all
}

fn read_questions(members: &Map<String, Value>) -> Result<Vec<Change>, PackageError> {
    let changes: Vec<Change> = member(members, "changes")?;
    let ours = |change: &Change| {
        change.kind == KindKey::Known(Kind::Question)
            && change.area.is_partition()
            && change.stamp.millis() < super::read::LAST_MILLIS
    };
    if changes.iter().all(ours) {
        Ok(changes)
    } else {
        Err(bad("changes"))
    }
}

fn package_member(one: &Received) -> Value {
    json!(PackageMember {
        checksum: one.checksum.to_string(),
        device: one.device.to_string(),
        profile: one.profile.id().into(),
        scope: one.scope.to_string(),
        sequence: one.sequence,
    })
}

#[derive(Serialize, Deserialize)]
struct PackageMember {
    checksum: String,
    device: String,
    profile: String,
    scope: String,
    sequence: u64,
}

impl PackageMember {
    fn read(&self) -> Option<Received> {
        Some(Received {
            scope: DivisionCode::new(&self.scope).filter(DivisionCode::is_partition)?,
            profile: self.profile.parse::<Profile>().ok()?,
            device: self.device.parse().ok()?,
            sequence: self.sequence,
            checksum: self.checksum.parse().ok()?,
        })
    }
}
