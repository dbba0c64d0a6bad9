//! Writing a package: one canonical JSON object, streamed into one buffer.

use super::held::HeldMember;
use super::seal::{CLOSE, Hashing, OPEN, TEXT_LEN};
use super::signature::MEMBER as SIGNATURE;
use super::state::{Telling, write_records};
use super::{
    Author, Checksum, Disclosure, FORMAT, Held, Profile, SchemaVersion, Scope, ScoreRow, Signer, departments,
};
use crate::journal::{Change, DeviceId, Partition};
use crate::model::{Date, DivisionCode, write_text};
use crate::plan::Body;

/// What a new package says about itself; the rest of its head follows from its contents.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The area.
    pub scope: Scope,
    /// The day its tallies are of.
    pub as_of: Date,
    /// Who makes it.
    pub author: Author,
    /// The device.
    pub device: DeviceId,
    /// The number among this device's packages of this scope and profile, from 1.
    pub sequence: u64,
    /// The checksum of the package before it.
    pub previous: Option<Checksum>,
    /// The tallies: of the scope, and in a summary of every area within it too.
    pub rows: Vec<ScoreRow>,
}

/// What a package carries.
#[derive(Clone, Copy, Debug)]
pub enum Contents<'a> {
    /// Every change and the folded state of those partitions.
    Detail(&'a [&'a Partition], Disclosure),
    /// Only those changes, for a reader that holds what they build on.
    Delta(&'a [&'a Change], Disclosure, &'a [Held]),
    /// Only the tallies.
    Summary,
}

/// A written package.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its checksum, which the next package names as `previous`.
    pub checksum: Checksum,
}

/// Why a package could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// An area that is not within the scope.
    #[error("{0} does not lie within the area of the package")]
    OutsideScope(DivisionCode),
    /// A change that JSON cannot tell, which no change of this program is.
    #[error("a change cannot be told in JSON")]
    Unwritable,
}

/// Writes a package that nobody signs.
///
/// # Errors
/// When a partition, a change or a row lies outside the scope.
pub fn write(draft: &Draft, contents: Contents<'_>) -> Result<Sealed, WriteError> {
    write_signed(draft, contents, None)
}

/// Writes a package and has it signed.
///
/// # Errors
/// As [`write`].
pub fn write_signed(
    draft: &Draft,
    contents: Contents<'_>,
    signer: Option<Signer<'_>>,
) -> Result<Sealed, WriteError> {
    let mut out = Vec::with_capacity(64 * 1024);
    text(
        &mut out,
        "{\"app\":",
        concat!("huhuqing ", env!("CARGO_PKG_VERSION")),
    );
    text(&mut out, ",\"as_of\":", &draft.as_of.to_string());
    write_author(&mut out, &draft.author, contents.profile());
    write_contents_changes(&mut out, draft, contents)?;
    out.extend_from_slice(b",");
    let cut_start = out.len();
    out.extend_from_slice(OPEN);
    let text_start = out.len();
    out.resize(text_start + TEXT_LEN, b'0');
    out.extend_from_slice(CLOSE);
    let cut_end = out.len();
    write_rest(&mut out, draft, contents)?;
    let before = Hashing::default().and(&out[..cut_start]).and(&out[cut_end..]);
    let end = write_end(contents);
    let mut checksum = before.clone().and(&end).finish();
    let mut last = Vec::new();
    if let Some(signer) = signer {
        last = format!(",\"{SIGNATURE}\":{}", signer(&checksum).member()).into_bytes();
        checksum = before.and(&last).and(&end).finish();
    }
    out.extend_from_slice(&last);
    out.extend_from_slice(&end);
    out[text_start..text_start + TEXT_LEN].copy_from_slice(checksum.to_string().as_bytes());
    Ok(Sealed { bytes: out, checksum })
}

impl Contents<'_> {
    fn profile(self) -> Profile {
        match self {
            Self::Detail(_, disclosure) | Self::Delta(_, disclosure, _) => disclosure.profile(),
            Self::Summary => Profile::Summary,
        }
    }

    /// The department that it is for.
    fn unit(self) -> Option<Body> {
        match self {
            Self::Detail(_, disclosure) | Self::Delta(_, disclosure, _) => disclosure.unit(),
            Self::Summary => None,
        }
    }
}

fn text(out: &mut Vec<u8>, key: &str, value: &str) {
    out.extend_from_slice(key.as_bytes());
    write_text(out, value);
}

fn write_author(out: &mut Vec<u8>, author: &Author, profile: Profile) {
    text(out, ",\"author\":{\"id\":", author.id.as_str());
    if let (Some(name), Profile::Detail) = (&author.name, profile) {
        text(out, ",\"name\":", name);
    }
    out.push(b'}');
}

fn write_contents_changes(
    out: &mut Vec<u8>,
    draft: &Draft,
    contents: Contents<'_>,
) -> Result<(), WriteError> {
    match contents {
        Contents::Summary => Ok(()),
        Contents::Delta(changes, disclosure, base) => {
            if !base.is_empty() {
                out.extend_from_slice(b",\"base\":");
                serde_json::to_writer(&mut *out, &HeldMember::of_all(base))
                    .map_err(|_| WriteError::Unwritable)?;
            }
            write_changes(out, draft, changes.to_vec(), disclosure)
        }
        Contents::Detail(partitions, disclosure) => {
            let changes = partitions
                .iter()
                .flat_map(|partition| partition.changes())
                .collect();
            write_changes(out, draft, changes, disclosure)
        }
    }
}

fn write_changes(
    out: &mut Vec<u8>,
    draft: &Draft,
    mut changes: Vec<&Change>,
    disclosure: Disclosure,
) -> Result<(), WriteError> {
    changes.sort_by(|a, b| a.order(b).then_with(|| a.area.cmp(&b.area)));
    out.extend_from_slice(b",\"changes\":[");
    let mut first = true;
    for change in changes {
        if !change.area.within(draft.scope.code) {
            return Err(WriteError::OutsideScope(change.area));
        }
        let Some(told) = disclosure.change(change) else {
            continue;
        };
        if !std::mem::take(&mut first) {
            out.push(b',');
        }
        serde_json::to_writer(&mut *out, told.as_ref()).map_err(|_| WriteError::Unwritable)?;
    }
    out.push(b']');
    Ok(())
}

fn write_rest(out: &mut Vec<u8>, draft: &Draft, contents: Contents<'_>) -> Result<(), WriteError> {
    if matches!(contents, Contents::Delta(..)) {
        out.extend_from_slice(b"\"delta\":true,");
    }
    text(out, "\"device\":", draft.device.as_str());
    text(out, ",\"format\":", FORMAT);
    write_rows(out, draft, contents.unit())?;
    match draft.previous {
        Some(previous) => text(out, ",\"previous\":", &previous.to_string()),
        None => out.extend_from_slice(b",\"previous\":null"),
    }
    text(out, ",\"profile\":", contents.profile().id());
    if let Contents::Detail(partitions, disclosure) = contents {
        out.extend_from_slice(b",\"records\":");
        let mut partitions = partitions.to_vec();
        partitions.sort_by_key(|partition| partition.area());
        write_records(
            out,
            &partitions,
            Telling {
                disclosure,
                tombstones: false,
            },
        );
    }
    text(out, ",\"schema\":", &SchemaVersion::CURRENT.to_string());
    text(out, ",\"scope\":{\"code\":", draft.scope.code.as_str());
    text(out, ",\"level\":", draft.scope.code.level().id());
    text(out, ",\"name\":", &draft.scope.name);
    out.extend_from_slice(format!("}},\"sequence\":{}", draft.sequence).as_bytes());
    Ok(())
}

/// What follows the signature.
fn write_end(contents: Contents<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    if let Some(unit) = contents.unit() {
        text(&mut out, ",\"unit\":", unit.id());
    }
    out.push(b'}');
    out
}

fn write_rows(out: &mut Vec<u8>, draft: &Draft, unit: Option<Body>) -> Result<(), WriteError> {
    // A department gets the figures of its measures.
    let wanted = unit.map(departments::indicators_of);
    let is_wanted = |row: &&ScoreRow| {
        let indicator = row.indicator.split('.').next().unwrap_or_default();
        wanted.as_ref().is_none_or(|wanted| wanted.contains(&indicator))
    };
    let mut rows: Vec<&ScoreRow> = draft.rows.iter().filter(is_wanted).collect();
    rows.sort_by(|a, b| a.order(b));
    out.extend_from_slice(b",\"indicators\":[");
    for (place, row) in rows.into_iter().enumerate() {
        if !row.area.within(draft.scope.code) {
            return Err(WriteError::OutsideScope(row.area));
        }
        if place > 0 {
            out.push(b',');
        }
        row.write_json(out);
    }
    out.push(b']');
    Ok(())
}
