//! Closed periods: the figures of a month or year as an office froze them. What is entered later does not change them; it is
//! listed as late.

use super::document::{
    self, Document, author_member, bad, member, moment_of, moment_text, read_author, read_scope, scope_member,
};
use super::held::HeldMember;
use super::{Author, Checksum, Covered, Held, PackageError, Scope, ScoreRow, Sealed, Signed, Signer};
use crate::indicators::{Needs, needs_of};
use crate::journal::{Change, DeviceId, FieldKey, Partition};
use crate::model::{Date, DivisionCode, Year, YearMonth};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;

/// The `format` of every closed period.
pub const FROZEN_FORMAT: &str = "huhuqing.frozen";

/// The largest closed period that is read: every figure of every area of a county, twice over.
const MAX_FROZEN_BYTES: usize = 32 * 1024 * 1024;

/// A month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A month.
    Month(YearMonth),
    /// A calendar year.
    Year(Year),
}

impl Period {
    /// Reads `2018-05` or `2018`.
    pub fn parse(text: &str) -> Option<Self> {
        let year = |text: &str| Some(Date::parse(&format!("{text}-01-01"))?.year());
        YearMonth::parse(text)
            .map(Self::Month)
            .or_else(|| year(text).map(Self::Year))
    }

    /// Its last day: the day that its figures are for.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::year_end(year),
            Self::Month(month) => {
                let within_next = month.first_day().plus_days(31);
                YearMonth::of(within_next).first_day().plus_days(-1)
            }
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Year(year) => year.fmt(f),
        }
    }
}

/// A closed period.
#[derive(Clone, Debug, PartialEq)]
pub struct Frozen {
    /// The area that was closed, with everything in it.
    pub scope: Scope,
    /// The period.
    pub period: Period,
    /// Who closed it.
    pub author: Author,
    /// On which device.
    pub device: DeviceId,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The figures, by area and figure.
    pub rows: Vec<ScoreRow>,
    /// What they rest on.
    pub held: Vec<Held>,
}

/// What came after a period was closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Late {
    /// Figures that would be otherwise now: as frozen, and as they would be.
    pub figures: Vec<(ScoreRow, ScoreRow)>,
    /// Changes that came late: made in the period and not there when it was closed, or made later to what those figures read.
    pub changes: Vec<Change>,
}

impl Frozen {
    /// The suggested file name.
    pub fn file_name(&self) -> String {
        format!(
            "hhq-{}-{}-frozen-{}.json",
            self.scope.code, self.period, self.device
        )
    }

    /// Writes it.
    pub fn write(&self) -> Sealed {
        self.write_signed(None)
    }

    /// Writes it and has it signed.
    pub fn write_signed(&self, signer: Option<Signer<'_>>) -> Sealed {
        let members = json!({
            "at": moment_text(self.at),
            "author": author_member(&self.author),
            "device": self.device.as_str(),
            "held": HeldMember::of_all(&self.held),
            "indicators": self.rows,
            "period": self.period.to_string(),
            "scope": scope_member(&self.scope),
        });
        let Value::Object(members) = members else {
            unreachable!("an object was written above")
        };
        document::seal(FROZEN_FORMAT, members, signer)
    }

    /// Reads one and its checksum.
    ///
    /// # Errors
    /// As a receipt would be refused.
    pub fn read(bytes: &[u8]) -> Result<(Self, Checksum), PackageError> {
        Self::read_signed(bytes).map(|(frozen, checksum, _)| (frozen, checksum))
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
        } = document::open_up_to(MAX_FROZEN_BYTES, bytes, FROZEN_FORMAT)?;
        let (at, device, period): (String, String, String) = (
            member(&members, "at")?,
            member(&members, "device")?,
            member(&members, "period")?,
        );
        let held: Vec<HeldMember> = member(&members, "held")?;
        let frozen = Self {
            scope: read_scope(&members, "scope")?,
            period: Period::parse(&period).ok_or_else(|| bad("period"))?,
            author: read_author(&members)?,
            device: device.parse().map_err(|_| bad("device"))?,
            at: moment_of(&at).ok_or_else(|| bad("at"))?,
            rows: member(&members, "indicators")?,
            held: HeldMember::read_all(&held).ok_or_else(|| bad("held"))?,
        };
        let areas = frozen
            .rows
            .iter()
            .map(|row| row.area)
            .chain(frozen.held.iter().map(|row| row.area));
        match areas.into_iter().all(|area| area.within(frozen.scope.code)) {
            true => Ok((frozen, checksum, signed)),
            false => Err(bad("indicators")),
        }
    }

    /// What came late, by the same figures as they would be now and the journals as they are now.
    pub fn late<'a>(&self, now: &[ScoreRow], partitions: impl IntoIterator<Item = &'a Partition>) -> Late {
        let by_figure: BTreeMap<(DivisionCode, &str), &ScoreRow> =
            now.iter().map(|row| ((row.area, &*row.indicator), row)).collect();
        let mut late = Late::default();
        for row in &self.rows {
            let is_now = by_figure.get(&(row.area, &*row.indicator));
            if let Some(is_now) = is_now.filter(|is_now| tally_of(is_now) != tally_of(row)) {
                late.figures.push((row.clone(), (*is_now).clone()));
            }
        }
        let end = self.period.last_day();
        for partition in partitions
            .into_iter()
            .filter(|one| one.area().within(self.scope.code))
        {
            let reads = late.reads_in(partition.area());
            // Nothing of the office's own device is taken on trust here either.
            let covered = Covered::of(partition, &self.held, self.device);
            let is_late =
                |change: &&Change| Date::in_china(change.stamp.millis()) <= end || touches(change, &reads);
            late.changes
                .extend(covered.rest(partition).filter(is_late).cloned());
        }
        late
    }
}

impl Late {
    /// Whether nothing came late.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.changes.is_empty()
    }

    /// What the figures that differ in an area read.
    fn reads_in(&self, area: DivisionCode) -> Needs {
        let mut reads = Needs::new();
        for (row, _) in self.figures.iter().filter(|(row, _)| row.area == area) {
            let indicator = row.indicator.split('.').next().unwrap_or_default();
            for (kind, fields) in needs_of(indicator).unwrap_or_default() {
                reads.entry(kind).or_default().extend(fields);
            }
        }
        reads
    }
}

fn tally_of(row: &ScoreRow) -> (i64, i64, i64, i64) {
    (row.num, row.den, row.known, row.expected)
}

fn touches(change: &Change, reads: &Needs) -> bool {
    let fields = change.kind.known().and_then(|kind| reads.get(&kind));
    let reads = |field: &FieldKey| {
        let name = field.name(&change.kind);
        *field == FieldKey::Deleted || fields.is_some_and(|fields| fields.contains(&name))
    };
    fields.is_some() && change.set.iter().any(|write| reads(&write.field))
}
