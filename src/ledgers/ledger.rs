//! What a ledger is: columns over the records of a kind. Nothing of it is stored.

use super::scope::{At, Scope};
use super::table::Row;
use crate::model::{FieldDef, FieldType, Kind, Label, Level};

/// A ledger that the plan names, or one that its facts ask for.
#[derive(Debug)]
pub struct Ledger {
    /// `L-01` to `L-22`; others begin with `LX-`.
    pub id: &'static str,
    /// Its name.
    pub label: Label,
    /// The plan's own words for it.
    pub quote: &'static str,
    /// The line of the plan.
    pub line: u8,
    /// Who keeps it, in the plan's words.
    pub level: Label,
    /// The indicators that rest on the same records.
    pub indicators: &'static [&'static str],
    /// Its tables, the main one first.
    pub sheets: &'static [Sheet],
}

/// One table of a ledger.
#[derive(Debug)]
pub struct Sheet {
    /// The ledger's identifier, for further tables with a name: `L-03.posts`.
    pub id: &'static str,
    /// Its name.
    pub label: Label,
    /// What its rows are.
    pub rows: Source,
    /// Which of them stand in it; all of these have to hold.
    pub only: &'static [Only],
    /// Where a row belongs.
    pub place: Place,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns it is sorted by; `-` before one turns it round.
    pub order: &'static [&'static str],
    /// The column whose values divide it into groups with sums of their own.
    pub by: Option<&'static str>,
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// The records of a kind.
    Records(Kind),
    /// One for every area of the level, with its record of the year, whether it is there or not.
    Years(Kind, Level),
    /// What is worked out from records of these kinds.
    Made(&'static [Kind], fn(&Scope<'_>) -> Vec<Row>),
}

/// A condition of a row.
#[derive(Clone, Copy, Debug)]
pub enum Only {
    /// The field has one of these codes.
    Code(&'static str, &'static [&'static str]),
    /// The field says yes.
    Yes(&'static str),
    /// The record is of the year of the day.
    ThisYear,
}

/// Where a row belongs.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// To the area that keeps the record.
    Keeper,
    /// To the area at that path, and to the keeper when it is not filled in.
    At(&'static str),
    /// To everybody: what the county offers to all of it.
    Everybody,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Where its values come from.
    pub from: From,
    /// Its own name; that of the field unless it has one.
    pub label: Option<Label>,
    /// Whether numbers are summed though their type alone does not say so.
    pub summed: bool,
}

/// Where the values of a column come from.
#[derive(Clone, Copy, Debug)]
pub enum From {
    /// A field, perhaps of a record that a field points to: `person_id.name`. `home` goes from a person to the household,
    /// `this_year` from a person or a household to its record of the year. Of paths with `|` between them the first counts
    /// that gives something.
    Path(&'static str),
    /// Worked out.
    Made(&'static FieldDef, fn(&At<'_, '_>) -> crate::model::Value),
    /// Given by the source of the rows, in the order of the columns.
    Given(&'static FieldDef),
}

impl Column {
    const fn from(from: From) -> Self {
        Self {
            from,
            label: None,
            summed: false,
        }
    }

    /// Sums its numbers.
    pub const fn summed(mut self) -> Self {
        self.summed = true;
        self
    }

    /// Calls it by another name than the field's.
    pub const fn named(mut self, zh: &'static str, en: &'static str) -> Self {
        self.label = Some(Label::new(zh, en));
        self
    }

    /// Its name in JSON, and in [`Sheet::order`] and [`Sheet::by`].
    pub const fn id(&self) -> &'static str {
        match self.from {
            From::Path(path) => path,
            From::Made(def, _) | From::Given(def) => def.id,
        }
    }
}

/// A column of a field.
pub(super) const fn field(path: &'static str) -> Column {
    Column::from(From::Path(path))
}

/// A column that is worked out.
pub(super) const fn made(def: &'static FieldDef, make: fn(&At<'_, '_>) -> crate::model::Value) -> Column {
    Column::from(From::Made(def, make))
}

/// A column that the source gives.
pub(super) const fn given(def: &'static FieldDef) -> Column {
    Column::from(From::Given(def))
}

impl Sheet {
    /// A table of records that belong to whoever keeps them.
    pub(super) const fn new(
        id: &'static str,
        label: Label,
        rows: Source,
        columns: &'static [Column],
    ) -> Self {
        Self {
            id,
            label,
            rows,
            only: &[],
            place: Place::Keeper,
            columns,
            order: &[],
            by: None,
        }
    }

    pub(super) const fn only(mut self, only: &'static [Only]) -> Self {
        self.only = only;
        self
    }

    pub(super) const fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    pub(super) const fn order(mut self, order: &'static [&'static str]) -> Self {
        self.order = order;
        self
    }

    pub(super) const fn by(mut self, column: &'static str) -> Self {
        self.by = Some(column);
        self
    }

    /// The kinds that it is a view of.
    pub fn kinds(&self) -> Vec<Kind> {
        match self.rows {
            Source::Records(kind) | Source::Years(kind, _) => vec![kind],
            Source::Made(kinds, _) => kinds.to_vec(),
        }
    }

    /// The kind whose fields its paths begin with.
    pub const fn kind(&self) -> Kind {
        match self.rows {
            Source::Records(kind) | Source::Years(kind, _) => kind,
            Source::Made(kinds, _) => kinds[0],
        }
    }
}

/// Whether the sum of a column means something to people.
pub(super) const fn is_summed(ty: FieldType, summed: bool) -> bool {
    summed
        || matches!(
            ty,
            FieldType::Money | FieldType::Length | FieldType::Land | FieldType::FloorSpace
        )
}
