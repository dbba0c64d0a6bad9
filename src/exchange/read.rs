//! Reading a package: recognise, check, restore. Reading gives a value and touches nothing else.

use super::compare::compare_records;
use super::envelope::{Cut, Envelope, ScopeMember, not_json};
use super::held::HeldMember;
use super::seal::{ForeignDigest, Hashing};
use super::signature::{MEMBER as SIGNATURE, SignatureMember};
use super::state::{Telling, write_records};
use super::{
    Author, Checksum, Disclosure, FORMAT, Finding, FindingCode, Head, PackageError, Quarantined,
    SchemaVersion, Scope, ScoreRow, Seal, Signed, quarantine,
};
use crate::journal::{Change, Partition};
use crate::model::{Against, Date, DivisionCode, Id, Sink};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The largest file that is read: a county of 50 times the size has less.
pub const MAX_BYTES: usize = 512 * 1024 * 1024;

/// The moment from which on no change is believed: the end of the last year that a field can hold. A stamp beyond it would
/// carry every clock that sees it away.
pub(super) const LAST_MILLIS: u64 = 7_258_089_600_000;

/// A package that was read and found sound.
#[derive(Clone, Debug)]
pub struct Package {
    /// What it says about itself.
    pub head: Head,
    /// Its checksum.
    pub checksum: Checksum,
    /// Its tallies.
    pub rows: Vec<ScoreRow>,
    /// Its areas with their changes and folded state; of a delta, only what its changes give; none in a summary.
    pub partitions: BTreeMap<DivisionCode, Partition>,
    /// Changes that could not be read and were set aside.
    pub quarantined: Vec<Quarantined>,
    /// Its signature, if it has one. Nobody has said yet whether it is right.
    pub signed: Option<Signed>,
}

/// Reads a package and what is worth knowing about it.
///
/// `digest` is the result of another SHA-256, such as the browser's, over the file without the seal that
/// [`Seal::find`] gave; without it, or when it is of other bytes, the hash is computed here.
///
/// # Errors
/// When the file is refused; the error says why, where, and what to do.
pub fn open(bytes: &[u8], digest: Option<&ForeignDigest>) -> Result<(Package, Vec<Finding>), PackageError> {
    if bytes.len() > MAX_BYTES {
        return Err(PackageError::TooLarge {
            bytes: bytes.len(),
            limit: MAX_BYTES,
        });
    }
    let text = text_of(bytes)?;
    if let Some(opened) = open_canonical(text, digest) {
        return Ok(opened);
    }
    match open_whole(text, digest) {
        // One change that cannot be read does not keep the others out.
        Err(refused @ PackageError::BadChange { .. }) => open_sorted(text, digest, refused),
        outcome => outcome,
    }
}

fn open_whole(text: &str, digest: Option<&ForeignDigest>) -> Result<(Package, Vec<Finding>), PackageError> {
    let mut envelope = Envelope::read(text)?;
    recognise(envelope.format.as_deref(), envelope.schema.as_deref())?;
    let claimed = envelope.checksum.ok_or_else(|| bad("checksum", "missing"))?;
    let start = claimed.as_ptr() as usize - text.as_ptr() as usize;
    let checksum = verify(text, claimed, Seal::around(text.as_bytes(), start), digest)?;
    let signature = envelope.signature.take();
    let changes = envelope.changes.take();
    let (mut package, findings) = restore(envelope, changes, Records::of(None), checksum)?;
    package.signed = signed(text, signature)?;
    Ok((package, findings))
}

/// Reads a package without those of its changes that cannot be read; `refused` when that leaves nothing.
fn open_sorted(
    text: &str,
    digest: Option<&ForeignDigest>,
    refused: PackageError,
) -> Result<(Package, Vec<Finding>), PackageError> {
    let sorted = quarantine::sort(text)?.ok_or(refused)?;
    let checksum = verify(text, &sorted.claimed, Seal::find(text.as_bytes()), digest)?;
    let mut envelope = Envelope::read(&sorted.rest)?;
    let signature = envelope.signature.take();
    let (mut package, mut findings) = restore(envelope, Some(sorted.changes), Records::Unchecked, checksum)?;
    findings.extend(sorted.quarantined.iter().map(Quarantined::finding));
    package.quarantined = sorted.quarantined;
    package.signed = signed(text, signature)?;
    Ok((package, findings))
}

/// Reads a detail package as this program writes it; none when anything is amiss or otherwise than expected, and then it is
/// read slowly, with care for what to say.
fn open_canonical(text: &str, digest: Option<&ForeignDigest>) -> Option<(Package, Vec<Finding>)> {
    let found = || Seal::find(text.as_bytes());
    let seal = digest.map(|digest| digest.seal.clone()).or_else(found)?;
    let mut cut = Cut::of(text, &seal)?;
    let read = cut.changes.take();
    let mut envelope: Envelope<'_> = serde_json::from_str(&cut.rest).ok()?;
    recognise(envelope.format.as_deref(), envelope.schema.as_deref()).ok()?;
    let claimed = envelope.checksum?;
    let start = cut.in_package(claimed.as_ptr() as usize - cut.rest.as_ptr() as usize)?;
    // The seal must be the package's own and no value that looks like one.
    let seal = Seal::around(text.as_bytes(), start).filter(|own| *own == seal)?;
    let signature = envelope.signature.take();
    let signed = signature.map(|member| signed_in_place(text, &seal, &member));
    let checksum = seal_checksum(text, seal, digest);
    if claimed.parse() != Ok(checksum) || envelope.records.is_some() {
        return None;
    }
    let signed = match signed {
        // Not where or how this program puts it: read slowly.
        Some(None) => return None,
        Some(signed) => signed,
        None => None,
    };
    let changes = match (read, envelope.changes.take()) {
        // What was read must be the package's own list, which was left empty, and no other.
        (Some(read), Some(left)) => left.is_empty().then_some(read),
        (Some(_), None) => return None,
        (None, left) => left,
    };
    let (mut package, findings) =
        restore(envelope, changes, Records::of(Some(cut.records)), checksum).ok()?;
    package.signed = signed;
    Some((package, findings))
}

/// The signature of a canonical package, and the checksum that the package has without it.
fn signed_in_place(text: &str, seal: &Seal, member: &SignatureMember) -> Option<Signed> {
    let signature = member.read().ok()?;
    let written = format!(",\"{SIGNATURE}\":{}", signature.member());
    let start = memchr::memmem::rfind(text.as_bytes(), written.as_bytes())?;
    let between = text.as_bytes().get(seal.cut.end..start)?;
    let after = text.as_bytes().get(start + written.len()..)?;
    let before = Hashing::default().and(text.as_bytes().get(..seal.cut.start)?);
    Some(Signed {
        signature,
        contents: before.and(between).and(after).finish(),
    })
}

/// The signature of any other package.
fn signed(text: &str, member: Option<SignatureMember>) -> Result<Option<Signed>, PackageError> {
    let Some(member) = member else { return Ok(None) };
    Ok(Some(Signed {
        signature: member.read()?,
        contents: canonical_checksum(text, &["checksum", SIGNATURE])?,
    }))
}

/// The records beside the changes, which must be their fold.
enum Records<'a> {
    /// In the envelope.
    Told,
    /// Cut out of a canonical file.
    Cut(&'a str),
    /// Not to be compared, because some changes are missing.
    Unchecked,
}

impl<'a> Records<'a> {
    fn of(cut_out: Option<&'a str>) -> Self {
        cut_out.map_or(Self::Told, Self::Cut)
    }
}

/// The text of a file, without the mark that some programs put before it.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, PackageError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        None => PackageError::Truncated { bytes: bytes.len() },
        Some(_) => {
            let before = &bytes[..error.valid_up_to()];
            let line_start = before
                .iter()
                .rposition(|b| *b == b'\n')
                .map_or(0, |place| place + 1);
            PackageError::NotJson {
                line: 1 + before.iter().filter(|b| **b == b'\n').count(),
                column: 1 + before.len() - line_start,
                detail: "the text is not UTF-8".into(),
            }
        }
    })
}

/// Whether format and schema are ours.
pub(super) fn recognise(format: Option<&str>, schema: Option<&str>) -> Result<SchemaVersion, PackageError> {
    if format != Some(FORMAT) {
        return Err(PackageError::NotAPackage);
    }
    known_schema(schema)
}

/// The version of the format, if this program can read it.
pub(super) fn known_schema(schema: Option<&str>) -> Result<SchemaVersion, PackageError> {
    let schema = schema
        .and_then(SchemaVersion::parse)
        .filter(|schema| schema.major > 0);
    let schema = schema.ok_or_else(|| bad("schema", "expected a version such as \"1.0\""))?;
    if schema.major > SchemaVersion::CURRENT.major {
        return Err(PackageError::NewerMajor(schema));
    }
    Ok(schema)
}

fn verify(
    text: &str,
    claimed: &str,
    seal: Option<Seal>,
    digest: Option<&ForeignDigest>,
) -> Result<Checksum, PackageError> {
    let checksum: Checksum = claimed
        .parse()
        .map_err(|error: super::NotAChecksum| bad("checksum", &error.to_string()))?;
    let as_it_lies = seal.map(|seal| seal_checksum(text, seal, digest));
    if as_it_lies == Some(checksum) || canonical_checksum(text, &["checksum"])? == checksum {
        return Ok(checksum);
    }
    Err(PackageError::ChecksumMismatch)
}

/// The checksum of the file as it lies, without the seal; another's digest is taken when it is of the same bytes.
fn seal_checksum(text: &str, seal: Seal, digest: Option<&ForeignDigest>) -> Checksum {
    match digest.filter(|digest| digest.seal == seal) {
        Some(digest) => digest.checksum,
        None => Checksum::of(&seal.pieces(text.as_bytes())),
    }
}

/// The checksum of the same contents in canonical form without some members: somebody may have pretty-printed the file.
fn canonical_checksum(text: &str, without: &[&str]) -> Result<Checksum, PackageError> {
    let mut json: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|error| not_json(text, &error))?;
    for member in without {
        json.remove(*member);
    }
    let mut bytes = Vec::with_capacity(text.len());
    crate::model::write_canonical_object(&mut bytes, &json);
    Ok(Checksum::of(&[&bytes]))
}

/// Makes the package of its head, its changes and what its records are held against.
fn restore(
    mut envelope: Envelope<'_>,
    changes: Option<Vec<Change>>,
    records: Records<'_>,
    checksum: Checksum,
) -> Result<(Package, Vec<Finding>), PackageError> {
    let head = head_of(&mut envelope)?;
    let rows = rows_of(envelope.indicators, head.scope.code)?;
    let partitions = match head.profile.has_changes() {
        false => BTreeMap::new(),
        true => {
            let changes = changes.ok_or_else(|| bad("changes", "missing"))?;
            partitions_of(changes, head.scope.code)?
        }
    };
    if head.profile.has_changes() && !head.delta {
        let told = match records {
            Records::Cut(cut_out) => Some(cut_out),
            Records::Told | Records::Unchecked => envelope.records.map(RawValue::get),
        };
        let told = told.ok_or_else(|| bad("records", "missing"))?;
        match records {
            Records::Unchecked => {}
            Records::Cut(_) => {
                let mut against = Against::new(told);
                write_fold(&partitions, &mut against);
                if !against.is_the_same() {
                    return Err(bad("records", "not canonical"));
                }
            }
            Records::Told => {
                let mut folded = Vec::with_capacity(told.len());
                write_fold(&partitions, &mut folded);
                compare_records(&folded, told)?;
            }
        }
    }
    let findings = findings_of(&head, &partitions);
    Ok((
        Package {
            head,
            checksum,
            rows,
            partitions,
            quarantined: Vec::new(),
            signed: None,
        },
        findings,
    ))
}

pub(super) fn head_of(envelope: &mut Envelope<'_>) -> Result<Head, PackageError> {
    let schema = recognise(envelope.format.as_deref(), envelope.schema.as_deref())?;
    let profile = envelope.profile.take().ok_or_else(|| bad("profile", "missing"))?;
    let author = envelope.author.take().ok_or_else(|| bad("author", "missing"))?;
    let as_of = envelope.as_of.as_deref().and_then(Date::parse);
    let device = envelope.device.as_deref().and_then(|device| device.parse().ok());
    let previous = envelope.previous.as_deref().map(str::parse).transpose();
    let app = envelope.app.and_then(|app| serde_json::from_str(app.get()).ok());
    Ok(Head {
        app,
        as_of: as_of.ok_or_else(|| bad("as_of", "expected a date YYYY-MM-DD"))?,
        author: Author {
            id: Id::new(&author.id).map_err(|error| bad("author.id", &error.to_string()))?,
            name: author.name,
        },
        base: HeldMember::read_all(&envelope.base)
            .ok_or_else(|| bad("base", "rows are not what they should be"))?,
        delta: envelope.delta,
        device: device.ok_or_else(|| bad("device", "expected 8 characters of 0-9 and a-z"))?,
        previous: previous.map_err(|error: super::NotAChecksum| bad("previous", &error.to_string()))?,
        profile: profile
            .parse()
            .map_err(|()| PackageError::ProfileUnknown(profile))?,
        schema,
        scope: scope_of(
            envelope
                .scope
                .take()
                .ok_or_else(|| PackageError::BadScope("missing".into()))?,
        )?,
        sequence: envelope
            .sequence
            .filter(|n| *n > 0)
            .ok_or_else(|| bad("sequence", "expected a number from 1"))?,
        unit: envelope.unit.take(),
    })
}

pub(super) fn scope_of(member: ScopeMember) -> Result<Scope, PackageError> {
    let code = DivisionCode::new(&member.code).filter(DivisionCode::is_partition);
    let code = code
        .ok_or_else(|| PackageError::BadScope(format!("{} is no code of 6, 9 or 12 digits", member.code)))?;
    if code.level().id() != member.level {
        return Err(PackageError::BadScope(format!("{code} is no {}", member.level)));
    }
    Ok(Scope {
        code,
        name: member.name,
    })
}

pub(super) fn rows_of(raw: Option<&RawValue>, scope: DivisionCode) -> Result<Vec<ScoreRow>, PackageError> {
    let raw = raw.ok_or_else(|| bad("indicators", "missing"))?;
    // Only what cannot be read is read with an eye to where.
    let rows: Vec<ScoreRow> = match serde_json::from_str(raw.get()) {
        Ok(rows) => rows,
        Err(_) => {
            let mut reader = serde_json::Deserializer::from_str(raw.get());
            serde_path_to_error::deserialize(&mut reader)
                .map_err(|error| bad(&format!("indicators{}", error.path()), &error.inner().to_string()))?
        }
    };
    match rows.iter().enumerate().find(|(_, row)| !row.area.within(scope)) {
        Some((place, row)) => Err(outside(format!("indicators[{place}]"), row.area, scope)),
        None => Ok(rows),
    }
}

fn partitions_of(
    changes: Vec<Change>,
    scope: DivisionCode,
) -> Result<BTreeMap<DivisionCode, Partition>, PackageError> {
    let mut areas: BTreeMap<DivisionCode, Vec<Change>> = BTreeMap::new();
    if let Some(first) = changes.first().map(|change| change.area)
        && first == scope
        && changes.iter().all(|change| change.area == first)
    {
        areas.insert(first, changes);
    } else {
        for (place, change) in changes.into_iter().enumerate() {
            if !change.area.within(scope) || !change.area.is_partition() {
                return Err(outside(format!("changes[{place}].area"), change.area, scope));
            }
            areas.entry(change.area).or_default().push(change);
        }
    }
    let partitions = areas
        .into_iter()
        .map(|(area, changes)| (area, Partition::of(area, changes)));
    let partitions: BTreeMap<DivisionCode, Partition> = partitions.collect();
    // A journal is in the order of stamps, so that its last change says it for all.
    let last = partitions.values().filter_map(|one| one.changes().last());
    match last.map(|change| change.stamp).max() {
        Some(stamp) if stamp.millis() >= LAST_MILLIS => Err(PackageError::BadChange {
            path: "changes".into(),
            detail: format!("{stamp} lies after the year 2199"),
        }),
        _ => Ok(partitions),
    }
}

/// Writes the records that the changes give.
fn write_fold(partitions: &BTreeMap<DivisionCode, Partition>, into: &mut dyn Sink) {
    // Whatever identity numbers the changes tell, the records tell too: the writer has left the others out of both.
    let telling = Telling {
        disclosure: Disclosure::EVERYTHING,
        tombstones: false,
    };
    write_records(into, &partitions.values().collect::<Vec<_>>(), telling);
}

fn findings_of(head: &Head, partitions: &BTreeMap<DivisionCode, Partition>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if head.schema > SchemaVersion::CURRENT {
        findings.push(Finding::new(
            FindingCode::NewerMinor,
            "schema",
            head.schema.to_string(),
        ));
    }
    let changes = partitions.values().flat_map(Partition::changes);
    let unknown: std::collections::BTreeSet<&str> = changes
        .filter(|change| change.kind.known().is_none())
        .map(|change| change.kind.name())
        .collect();
    findings.extend(
        unknown
            .into_iter()
            .map(|kind| Finding::new(FindingCode::UnknownKind, "changes", kind)),
    );
    findings
}

fn bad(path: &str, detail: &str) -> PackageError {
    PackageError::BadMember {
        path: path.into(),
        detail: detail.into(),
    }
}

fn outside(path: String, area: DivisionCode, scope: DivisionCode) -> PackageError {
    PackageError::AreaOutsideScope {
        path,
        area: area.to_string(),
        scope: scope.to_string(),
    }
}
