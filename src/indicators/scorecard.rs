//! The figures of an area side by side.

use super::goal::Seen;
use super::registry::{FIGURES, FigureAt, figures};
use super::{Status, Tally, standing};
use crate::model::{Date, DivisionCode, Level};

/// The tallies of every figure for one area, in the order of [`figures`], and how much of the area is in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// One tally a figure.
    pub tallies: Vec<Tally>,
    /// The level of the area.
    pub level: Level,
    /// Villages whose records are here.
    pub reported: i64,
    /// Villages of the county's list whose records are not here. What is asked of the village itself, such as its
    /// incidence, is then unknown.
    pub missing: i64,
    /// Townships and counties whose own records are here.
    pub offices: i64,
    /// How far an approximate figure of the plan may be missed, in basis points of it.
    pub tolerance: i64,
}

impl Default for Scorecard {
    fn default() -> Self {
        Self {
            tallies: vec![Tally::default(); FIGURES],
            level: Level::Village,
            reported: 0,
            missing: 0,
            offices: 0,
            tolerance: 0,
        }
    }
}

impl Scorecard {
    /// The sum of parts that have no village in common.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        parts.into_iter().for_each(|part| sum.add(part));
        sum
    }

    /// Takes another part in.
    pub fn add(&mut self, part: &Self) {
        self.tallies
            .iter_mut()
            .zip(&part.tallies)
            .for_each(|(mine, theirs)| *mine += *theirs);
        self.reported += part.reported;
        self.missing += part.missing;
        self.offices += part.offices;
    }

    /// Takes a part out that was taken in.
    pub fn subtract(&mut self, part: &Self) {
        self.tallies
            .iter_mut()
            .zip(&part.tallies)
            .for_each(|(mine, theirs)| *mine = *mine - *theirs);
        self.reported -= part.reported;
        self.missing -= part.missing;
        self.offices -= part.offices;
    }

    /// The tally of a figure.
    pub fn tally(&self, at: FigureAt) -> Tally {
        self.tallies.get(at.place).copied().unwrap_or_default()
    }

    /// Where a figure stands on that day.
    pub fn status(&self, at: FigureAt, as_of: Date) -> Status {
        let seen = Seen {
            level: self.level,
            all_reported: self.missing == 0,
            tolerance: self.tolerance,
        };
        standing(at.figure.goal.as_ref(), self.tally(at), as_of, seen)
    }

    /// Whether records of the area, or of areas in it, are here.
    pub fn is_here(&self) -> bool {
        self.reported + self.offices > 0
    }

    /// One row a figure, for that area.
    pub fn rows(&self, area: DivisionCode, as_of: Date) -> impl Iterator<Item = Row> + '_ {
        figures().map(move |at| Row {
            at,
            area,
            as_of,
            tally: self.tally(at),
            status: self.status(at, as_of),
        })
    }
}

/// One figure of one area; as JSON {indicator, area, as_of, num, den, known, expected, target, status}.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The figure.
    pub at: FigureAt,
    /// The area.
    pub area: DivisionCode,
    /// The day.
    pub as_of: Date,
    /// The tally.
    pub tally: Tally,
    /// Where it stands.
    pub status: Status,
}

impl serde::Serialize for Row {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut row = serializer.serialize_struct("Row", 9)?;
        row.serialize_field("indicator", self.at.figure.id)?;
        row.serialize_field("area", self.area.as_str())?;
        row.serialize_field("as_of", &self.as_of.to_string())?;
        row.serialize_field("num", &self.tally.num)?;
        row.serialize_field("den", &self.tally.den)?;
        row.serialize_field("known", &self.tally.known)?;
        row.serialize_field("expected", &self.tally.expected)?;
        row.serialize_field("target", &self.at.figure.goal.map(|goal| goal.text()))?;
        row.serialize_field("status", self.status.id())?;
        row.end()
    }
}
