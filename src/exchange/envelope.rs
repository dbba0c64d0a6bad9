//! The first reading of a file: is it a package, and where do its parts lie?

use super::held::HeldMember;
use super::signature::SignatureMember;
use super::{PackageError, Seal};
use crate::journal::{Change, read_list};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The members of a package. The changes are read at once; what may never be needed is left as it lies in the file.
#[derive(Deserialize)]
pub(super) struct Envelope<'a> {
    #[serde(borrow)]
    pub app: Option<&'a RawValue>,
    pub as_of: Option<String>,
    pub author: Option<AuthorMember>,
    #[serde(default)]
    pub base: Vec<HeldMember>,
    pub changes: Option<Vec<Change>>,
    #[serde(borrow)]
    pub checksum: Option<&'a str>,
    #[serde(default)]
    pub delta: bool,
    pub device: Option<String>,
    pub format: Option<String>,
    #[serde(borrow)]
    pub indicators: Option<&'a RawValue>,
    pub previous: Option<String>,
    pub profile: Option<String>,
    #[serde(borrow)]
    pub records: Option<&'a RawValue>,
    pub schema: Option<String>,
    pub scope: Option<ScopeMember>,
    pub sequence: Option<u64>,
    pub signature: Option<SignatureMember>,
    pub unit: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct AuthorMember {
    pub id: String,
    pub name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct ScopeMember {
    pub code: String,
    pub level: String,
    #[serde(default)]
    pub name: String,
}

/// Just enough to recognise a package whose other members this version may not understand.
#[derive(Deserialize)]
pub(super) struct Recognised<'a> {
    #[serde(borrow)]
    pub format: Option<&'a RawValue>,
    #[serde(borrow)]
    pub schema: Option<&'a RawValue>,
}

impl<'a> Envelope<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self, PackageError> {
        serde_json::from_str(text).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => misshapen(text),
            _ => not_json(text, &error),
        })
    }
}

/// A canonical package taken apart without reading its records: the fold of the changes says what they must be, and the
/// same bytes need no second reading.
pub(super) struct Cut<'a> {
    /// The package without its records, and without the changes that were read.
    pub rest: String,
    /// Where the records begin in the package.
    pub start: usize,
    /// The records as they lie in the file.
    pub records: &'a str,
    /// The changes, if they are written as this program writes them; else they are still in the rest.
    pub changes: Option<Vec<Change>>,
    /// From where on, in the rest, how many bytes have been left out before the records.
    left_out: (usize, usize),
}

impl<'a> Cut<'a> {
    /// Cuts where canonical order has the records: before the last `"schema"`. That the members after it end the outermost
    /// object is checked here, that those before it lie in the same object is checked by reading [`rest`](Self::rest); so,
    /// if the records are JSON, the file is. The list of changes is left in the rest as an empty one for the same reason.
    ///
    /// The seal lies between the changes and the records, so that neither has to be looked through.
    pub(super) fn of(text: &'a str, seal: &Seal) -> Option<Self> {
        const CHANGES: &str = ",\"changes\":[";
        const BEFORE: &str = ",\"records\":";
        const AFTER: &str = ",\"schema\":";
        let end = memchr::memmem::rfind(text.as_bytes(), AFTER.as_bytes())?;
        let between = text.as_bytes().get(seal.cut.end..end)?;
        let start = seal.cut.end + memchr::memmem::find(between, BEFORE.as_bytes())?;
        let tail = text.get(end + 1..)?;
        is_object(&format!("{{{tail}")).then_some(())?;
        let before_seal = text.get(..seal.cut.start)?;
        let found = memchr::memmem::find(before_seal.as_bytes(), CHANGES.as_bytes());
        let read = found.and_then(|found| {
            // A list of that name deeper inside, such as in what a newer version tells of its app, is not the package's.
            is_object(&format!("{}}}", before_seal.get(..found)?)).then_some(())?;
            let list = found + CHANGES.len() - 1;
            let (changes, length) = read_list(before_seal.get(list..)?)?;
            Some((list, changes, length))
        });
        let (changes, from, left_out) = match read {
            Some((list, changes, length)) => (Some(changes), list + 1, length - 2),
            None => (None, 0, 0),
        };
        Some(Self {
            start,
            rest: [
                text.get(..from)?,
                text.get(from + left_out..start)?,
                text.get(end..)?,
            ]
            .concat(),
            records: text.get(start + BEFORE.len()..end)?,
            changes,
            left_out: (from, left_out),
        })
    }

    /// Where in the package a place of the rest lies, if it lies before the records.
    pub(super) fn in_package(&self, place: usize) -> Option<usize> {
        let (from, left_out) = self.left_out;
        let place = place + if place < from { 0 } else { left_out };
        (place < self.start).then_some(place)
    }
}

fn is_object(text: &str) -> bool {
    serde_json::from_str::<BTreeMap<&str, IgnoredAny>>(text).is_ok()
}

/// A JSON error told in our terms.
pub(super) fn not_json(text: &str, error: &serde_json::Error) -> PackageError {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        return PackageError::Truncated { bytes: text.len() };
    }
    let detail = error.to_string();
    if detail.starts_with("recursion limit") {
        return PackageError::TooDeep { line };
    }
    let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
    PackageError::NotJson { line, column, detail }
}

/// JSON, but not as expected: says whether it is a package at all, and where the first wrong value lies.
fn misshapen(text: &str) -> PackageError {
    // A first value that is fine may be followed by a syntax error further on, which is then the better answer.
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return not_json(text, &error);
    }
    let Ok(recognised) = serde_json::from_str::<Recognised<'_>>(text) else {
        return PackageError::NotAPackage;
    };
    if let Err(refused) = super::read::recognise(
        plain(recognised.format).as_deref(),
        plain(recognised.schema).as_deref(),
    ) {
        return refused;
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, Envelope<'_>>(&mut reader) {
        Ok(_) => PackageError::NotAPackage,
        Err(error) => {
            let path = error.path().to_string();
            let detail = error.into_inner().to_string();
            let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
            match path.starts_with("changes") {
                true => PackageError::BadChange { path, detail },
                false => PackageError::BadMember { path, detail },
            }
        }
    }
}

fn plain(raw: Option<&RawValue>) -> Option<String> {
    raw.and_then(|raw| serde_json::from_str(raw.get()).ok())
}
