//! Where a package stands in the row of packages from its device.

use super::{Checksum, Cover, Finding, FindingCode, Head, Profile};
use crate::journal::DeviceId;
use crate::model::DivisionCode;
use std::collections::BTreeSet;

/// What is kept of a package that was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Received {
    /// Its area.
    pub scope: DivisionCode,
    /// How much it told.
    pub profile: Profile,
    /// The device that made it.
    pub device: DeviceId,
    /// Its number.
    pub sequence: u64,
    /// Its checksum.
    pub checksum: Checksum,
}

impl Received {
    /// What to keep of a package.
    pub fn of(cover: &Cover) -> Self {
        let Head {
            scope,
            profile,
            device,
            sequence,
            ..
        } = &cover.head;
        Self {
            scope: scope.code,
            profile: *profile,
            device: *device,
            sequence: *sequence,
            checksum: cover.checksum,
        }
    }
}

/// What the numbers say of packages that come in together, for each in turn: they are looked at in the order of their
/// numbers, so that it does not matter in which order somebody chose the files.
pub fn sequence_findings_of(received: &[Received], packages: &[&Cover]) -> Vec<Vec<Finding>> {
    let mut received = received.to_vec();
    let mut order: Vec<usize> = (0..packages.len()).collect();
    order.sort_by_key(|place| Received::of(packages[*place]));
    let mut findings = vec![Vec::new(); packages.len()];
    for place in order {
        findings[place] = sequence_findings(&received, packages[place]);
        received.push(Received::of(packages[place]));
    }
    findings
}

/// What the numbers say: received before, older than one received, some missing in between, another device, or a
/// break in the chain of checksums. None of it keeps a package from being taken in, since merging forgives it all.
pub fn sequence_findings(received: &[Received], package: &Cover) -> Vec<Finding> {
    let this = Received::of(package);
    let row = |other: &&Received| (other.scope, other.profile) == (this.scope, this.profile);
    let mine: BTreeSet<&Received> = received
        .iter()
        .filter(row)
        .filter(|other| other.device == this.device)
        .collect();
    if mine.iter().any(|other| other.checksum == this.checksum) {
        return vec![Finding::new(
            FindingCode::Repeated,
            "sequence",
            this.sequence.to_string(),
        )];
    }
    let Some(last) = mine.iter().next_back() else {
        return first_from_device(received.iter().filter(row), package);
    };
    let finding = |code, detail: String| vec![Finding::new(code, "sequence", detail)];
    match this.sequence {
        n if mine.iter().any(|other| other.sequence == n) => finding(FindingCode::BrokenChain, n.to_string()),
        n if n < last.sequence => finding(FindingCode::Older, format!("{n} < {}", last.sequence)),
        n if n > last.sequence + 1 => finding(FindingCode::Gap, span(last.sequence + 1, n - 1)),
        _ if package.head.previous != Some(last.checksum) => {
            vec![Finding::new(
                FindingCode::BrokenChain,
                "previous",
                last.sequence.to_string(),
            )]
        }
        _ => Vec::new(),
    }
}

fn first_from_device<'a>(others: impl Iterator<Item = &'a Received>, package: &Cover) -> Vec<Finding> {
    let mut findings = Vec::new();
    let devices: BTreeSet<&str> = others.map(|other| other.device.as_str()).collect();
    if !devices.is_empty() {
        let names: Vec<&str> = devices.into_iter().collect();
        findings.push(Finding::new(FindingCode::OtherDevice, "device", names.join(", ")));
    }
    // A whole package stands on its own; the changes since an earlier one do not.
    if package.head.delta && package.head.sequence > 1 {
        findings.push(Finding::new(
            FindingCode::Gap,
            "sequence",
            span(1, package.head.sequence - 1),
        ));
    }
    findings
}

fn span(first: u64, last: u64) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}
