//! The rows of a ledger's table, their order, their sums.

use super::ledger::{Column, From, Only, Place, Sheet, Source, is_summed};
use super::path::{self, Path};
use super::scope::{At, Part, Scope};
use crate::model::{DivisionCode, FieldDef, FieldType, Id, Kind, Label, Level, Value, VillageYearId, Year};
use crate::plan::divisions::DIVISIONS;
use std::cmp::Ordering;

/// A row: a record and what the columns say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The area that keeps the record.
    pub keeper: DivisionCode,
    /// The area that the row belongs to.
    pub place: DivisionCode,
    /// The kind of the record.
    pub kind: Kind,
    /// The record; of a year that nobody has begun yet the one that it would be.
    pub id: Id,
    /// The values in the order of the columns.
    pub cells: Vec<Value>,
}

/// A column as it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// Its name in JSON.
    pub id: &'static str,
    /// Its name for people.
    pub label: Label,
    /// The field that its values are of.
    pub def: &'static FieldDef,
    /// The kind and place of the field, where it is one of a record.
    pub field: Option<(Kind, usize)>,
    /// Whether its numbers are summed.
    pub summed: bool,
}

/// What all rows of a column come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Rows that are filled in.
    pub known: usize,
    /// Rows that are not.
    pub missing: usize,
    /// The sum of the numbers, or how often it says yes; none for a column of which there is no sum.
    pub sum: Option<i64>,
}

/// A table with its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is.
    pub sheet: &'static Sheet,
    /// Its columns.
    pub heads: Vec<Head>,
    /// Its rows in order.
    pub rows: Vec<Row>,
}

/// Rows that share a value, and what they come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The value; null for those where nobody has filled it in.
    pub value: Value,
    /// How many rows.
    pub rows: usize,
    /// The sums of the columns.
    pub sums: Vec<Sum>,
}

impl Sheet {
    /// Its columns as they are shown.
    pub fn heads(&self) -> Vec<Head> {
        let head = |column: &Column| {
            let (def, field) = match column.from {
                From::Path(text) => {
                    let path = Path::read_all(text, self.kind())?.into_iter().next()?;
                    (path.def(), Some(path.field()))
                }
                From::Made(def, _) | From::Given(def) => (def, None),
            };
            Some(Head {
                id: column.id(),
                label: column.label.unwrap_or(def.label),
                def,
                field,
                summed: is_summed(def.ty, column.summed),
            })
        };
        self.columns.iter().filter_map(head).collect()
    }

    /// Its rows.
    pub fn table(&'static self, scope: &Scope<'_>) -> Table {
        let heads = self.heads();
        let mut rows = match self.rows {
            Source::Records(kind) => self.records(scope, kind),
            Source::Years(kind, level) => self.years(scope, kind, level),
            Source::Made(_, make) => make(scope),
        };
        rows.retain(|row| row.place.within(scope.area) || matches!(self.place, Place::Everybody));
        let order: Vec<(usize, bool)> = self
            .order
            .iter()
            .filter_map(|name| {
                let falling = name.starts_with('-');
                let name = name.trim_start_matches('-');
                Some((heads.iter().position(|head| head.id == name)?, falling))
            })
            .collect();
        rows.sort_by(|a, b| compare(&heads, &order, a, b));
        Table {
            sheet: self,
            heads,
            rows,
        }
    }

    /// How many rows it has, without making them; none for one that has to be worked out for that.
    pub fn count(&self, scope: &Scope<'_>) -> Option<usize> {
        let mut count = 0;
        match self.rows {
            Source::Made(..) => return None,
            Source::Years(_, level) => count = areas_of(scope, level).count(),
            Source::Records(kind) => {
                let make = Maker::of(self);
                self.each(scope, kind, |part, id| {
                    count += usize::from(make.place(scope, part, id).is_some());
                });
            }
        }
        Some(count)
    }

    /// Goes over the records of a kind that stand in it, wherever they belong.
    fn each(&self, scope: &Scope<'_>, kind: Kind, mut visit: impl FnMut(&Part<'_>, Id)) {
        for part in &scope.parts {
            part.records.for_each(kind, |record| {
                let only = |only: &Only| holds(only, kind, scope.year(), |place| record.get(place));
                if self.only.iter().all(only) {
                    visit(part, record.id);
                }
            });
        }
    }

    fn records(&self, scope: &Scope<'_>, kind: Kind) -> Vec<Row> {
        let make = Maker::of(self);
        let mut rows = Vec::new();
        self.each(scope, kind, |part, id| rows.extend(make.row(scope, part, id)));
        rows
    }

    fn years(&self, scope: &Scope<'_>, kind: Kind, level: Level) -> Vec<Row> {
        let make = Maker::of(self);
        let mut rows: Vec<Row> = areas_of(scope, level)
            .filter_map(|code| {
                let id = year_of(kind, code, scope.year());
                let part = scope.parts.iter().find(|part| part.area == code);
                match part {
                    Some(part) => make.row(scope, part, id),
                    None => Some(make.empty(code, id)),
                }
            })
            .collect();
        rows.sort_by_key(|row| row.place);
        rows
    }
}

/// The areas of a level within the ledger's.
fn areas_of(scope: &Scope<'_>, level: Level) -> impl Iterator<Item = DivisionCode> {
    let codes = DIVISIONS.iter().filter_map(|row| DivisionCode::new(row.code));
    codes.filter(move |code| code.level() == level && code.within(scope.area))
}

/// The record of an area's year; of an area as such its own.
fn year_of(kind: Kind, code: DivisionCode, year: Year) -> Id {
    match kind {
        Kind::Division => code.id(),
        _ => VillageYearId::of(code, year).0,
    }
}

/// Makes rows: the paths of a sheet, read once.
struct Maker<'s> {
    sheet: &'s Sheet,
    kind: Kind,
    paths: Vec<Vec<Path>>,
    place: Vec<Path>,
}

impl<'s> Maker<'s> {
    fn of(sheet: &'s Sheet) -> Self {
        let kind = sheet.kind();
        let read = |text: &str| Path::read_all(text, kind).unwrap_or_default();
        let paths = sheet.columns.iter().map(|column| match column.from {
            From::Path(text) => read(text),
            From::Made(..) | From::Given(_) => Vec::new(),
        });
        Self {
            sheet,
            kind,
            paths: paths.collect(),
            place: match sheet.place {
                Place::At(text) => read(text),
                Place::Keeper | Place::Everybody => Vec::new(),
            },
        }
    }

    /// Where a record belongs; none when that is outside the ledger's area.
    fn place(&self, scope: &Scope<'_>, part: &Part<'_>, id: Id) -> Option<DivisionCode> {
        let value = path::first(&self.place, part, (self.kind, id), scope.year());
        let place = path::area(&value).unwrap_or(part.area);
        let counts = place.within(scope.area) || matches!(self.sheet.place, Place::Everybody);
        counts.then_some(place)
    }

    fn row(&self, scope: &Scope<'_>, part: &Part<'_>, id: Id) -> Option<Row> {
        let (kind, year) = (self.kind, scope.year());
        let at = At {
            scope,
            part,
            kind,
            id,
        };
        let place = self.place(scope, part, id)?;
        let columns = self.sheet.columns.iter().zip(&self.paths);
        let cells = columns.map(|(column, paths)| match column.from {
            From::Path(_) => path::first(paths, part, (kind, id), year),
            From::Made(_, make) => make(&at),
            From::Given(_) => Value::Null,
        });
        Some(Row {
            keeper: part.area,
            place,
            kind,
            id,
            cells: cells.collect(),
        })
    }

    fn empty(&self, code: DivisionCode, id: Id) -> Row {
        Row {
            keeper: code,
            place: code,
            kind: self.kind,
            id,
            cells: vec![Value::Null; self.paths.len()],
        }
    }
}

fn holds(only: &Only, kind: Kind, year: Year, get: impl Fn(usize) -> Value) -> bool {
    let value = |field: &str| kind.def().position(field).map_or(Value::Null, &get);
    match only {
        Only::Code(field, codes) => value(field).as_text().is_some_and(|code| codes.contains(&code)),
        Only::Yes(field) => value(field) == Value::Bool(true),
        Only::ThisYear => value("year") == Value::Int(i64::from(year.0)),
    }
}

impl Table {
    /// The sums of some of its rows.
    pub fn sums<'r>(&self, rows: impl Iterator<Item = &'r Row>) -> Vec<Sum> {
        let mut sums: Vec<Sum> = self.heads.iter().map(Sum::of).collect();
        for row in rows {
            for (sum, value) in sums.iter_mut().zip(&row.cells) {
                sum.add(value);
            }
        }
        sums
    }

    /// The column whose values divide it.
    pub fn by(&self) -> Option<usize> {
        let by = self.sheet.by?;
        self.heads.iter().position(|head| head.id == by)
    }

    /// Its groups in the order of their values, with sums of their own; none for a table that is not divided.
    pub fn groups(&self) -> Vec<Group> {
        let Some(by) = self.by() else { return Vec::new() };
        let mut values: Vec<&Value> = Vec::new();
        for row in &self.rows {
            if !values.contains(&&row.cells[by]) {
                values.push(&row.cells[by]);
            }
        }
        values.sort_by(|a, b| compare_values(self.heads[by].def, a, b));
        let group = |value: &Value| {
            let rows = || self.rows.iter().filter(|row| row.cells[by] == *value);
            Group {
                value: value.clone(),
                rows: rows().count(),
                sums: self.sums(rows()),
            }
        };
        values.into_iter().map(group).collect()
    }
}

impl Sum {
    fn of(head: &Head) -> Self {
        let counted = head.summed || matches!(head.def.ty, FieldType::Tri);
        Self {
            sum: counted.then_some(0),
            ..Self::default()
        }
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Null => self.missing += 1,
            _ => self.known += 1,
        }
        let more = match value {
            Value::Int(number) => *number,
            Value::Bool(yes) => i64::from(*yes),
            _ => 0,
        };
        self.sum = self.sum.map(|sum| sum.saturating_add(more));
    }
}

/// Sorted by those columns, then by area and identifier, so that the order is the same everywhere.
fn compare(heads: &[Head], order: &[(usize, bool)], a: &Row, b: &Row) -> Ordering {
    let by_columns = order.iter().map(|(place, falling)| {
        let (a, b) = (&a.cells[*place], &b.cells[*place]);
        match (a.is_null(), b.is_null(), falling) {
            (false, false, true) => compare_values(heads[*place].def, b, a),
            _ => compare_values(heads[*place].def, a, b),
        }
    });
    by_columns
        .reduce(Ordering::then)
        .unwrap_or(Ordering::Equal)
        .then_with(|| (a.place, a.keeper, a.id).cmp(&(b.place, b.keeper, b.id)))
}

/// Codes in the order of their list, everything else by itself; what is unknown comes last.
fn compare_values(def: &FieldDef, a: &Value, b: &Value) -> Ordering {
    let rank = |value: &Value| -> (u8, i64) {
        match (value, def.ty) {
            (Value::Null, _) => (3, 0),
            (Value::Text(text), FieldType::Code(list)) => {
                let place = list.values.iter().position(|code| code.id == &**text);
                (0, place.map_or(i64::MAX, |place| place as i64))
            }
            (Value::Int(number), _) => (0, *number),
            (Value::Bool(yes), _) => (0, i64::from(!yes)),
            _ => (1, 0),
        }
    };
    let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
    rank(a).cmp(&rank(b)).then_with(|| text(a).cmp(&text(b)))
}
