//! The head of a package: what it is, of which area, from whom, and which one it follows.

use super::{Checksum, Held};
use crate::journal::DeviceId;
use crate::model::{Date, DivisionCode, Id};
use std::fmt;
use std::str::FromStr;

/// The `format` of every package.
pub const FORMAT: &str = "huhuqing.package";

/// A version of the format. Readers accept every minor of their major.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaVersion {
    /// Raised when an older reader would misunderstand.
    pub major: u16,
    /// Raised when something was added.
    pub minor: u16,
}

impl SchemaVersion {
    /// The version that this program writes.
    pub const CURRENT: Self = Self { major: 1, minor: 2 };

    /// Reads `1.0`.
    pub fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        let number = |digits: &str| {
            let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse().ok()).flatten()
        };
        Some(Self {
            major: number(major)?,
            minor: number(minor)?,
        })
    }
}

impl fmt::Display for SchemaVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// How much a package tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// Changes and records: what merges.
    Detail,
    /// Tallies only: no record, no person.
    Summary,
    /// The changes and records that a department may see: only the fields of its measures, and nobody's name.
    Department,
}

impl Profile {
    /// The name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Detail => "detail",
            Self::Summary => "summary",
            Self::Department => "department",
        }
    }
}

impl Profile {
    /// Every profile.
    pub const ALL: [Self; 3] = [Self::Detail, Self::Summary, Self::Department];

    /// Whether packages of it carry changes.
    pub const fn has_changes(self) -> bool {
        !matches!(self, Self::Summary)
    }
}

impl FromStr for Profile {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|profile| profile.id() == text)
            .ok_or(())
    }
}

/// The area that a package speaks of: it and everything within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Its code; the level follows from it.
    pub code: DivisionCode,
    /// Its name, for people who open the file.
    pub name: String,
}

/// Who made a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The official.
    pub id: Id,
    /// The official's name; a summary leaves it out.
    pub name: Option<String>,
}

/// Everything that a package says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The program that wrote it, such as `huhuqing 0.1.0`.
    pub app: Option<String>,
    /// The day its tallies are of.
    pub as_of: Date,
    /// Who made it.
    pub author: Author,
    /// Whether it carries only the changes since an earlier package.
    pub delta: bool,
    /// The device that made it.
    pub device: DeviceId,
    /// The checksum of the package of the same scope and profile that this device made before it.
    pub previous: Option<Checksum>,
    /// How much it tells.
    pub profile: Profile,
    /// The version of the format.
    pub schema: SchemaVersion,
    /// The area.
    pub scope: Scope,
    /// The department that it was made for, by the plan's name for it.
    pub unit: Option<String>,
    /// Of a delta, what it builds on: what a reader must hold.
    pub base: Vec<Held>,
    /// The number among this device's packages of the same scope and profile, from 1.
    pub sequence: u64,
}

impl Head {
    /// The suggested file name: scope, date, profile and number, and nobody's name.
    pub fn file_name(&self) -> String {
        format!(
            "hhq-{}-{}-{}-{}-{}.json",
            self.scope.code,
            self.as_of,
            if self.delta { "delta" } else { self.profile.id() },
            self.device,
            self.sequence
        )
    }
}
