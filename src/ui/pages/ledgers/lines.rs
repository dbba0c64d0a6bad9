//! A ledger's rows as they are shown, searched and narrowed. Pure but for the language.

use crate::ledgers::{Head, Row, Scope, Sheet, Source, Table};
use crate::model::{CodeList, DivisionCode, FieldType, Kind, Level, Value};
use crate::search::Entry;
use crate::ui::components::{Cell, TableRow};
use crate::ui::pages::register::{cell, route_of};
use crate::ui::route::{Query, Route};
use crate::ui::text::{Language, format};

/// A ledger can be narrowed by so many of its columns of codes.
const FILTERS: usize = 3;

/// A table with its rows in words.
#[derive(Debug)]
pub struct Lines {
    /// The table.
    pub table: Table,
    /// The values in words, row by row.
    pub shown: Vec<Vec<Option<String>>>,
    /// Where each row leads.
    pub to: Vec<Route>,
    /// The columns that it can be narrowed by.
    narrowing: Vec<usize>,
}

impl Lines {
    /// Makes a sheet's rows.
    pub fn of(sheet: &'static Sheet, scope: &Scope<'_>, language: Language) -> Self {
        let table = sheet.table(scope);
        let words = |row: &Row| {
            let cells = table.heads.iter().zip(&row.cells);
            cells
                .map(|(head, value)| format::field_value(head.def, value, language))
                .collect()
        };
        Self {
            shown: table.rows.iter().map(words).collect(),
            to: table.rows.iter().map(|row| route(sheet, row, scope)).collect(),
            narrowing: filters(sheet).into_iter().map(|(column, _)| column).collect(),
            table,
        }
    }

    /// What the search finds each row by.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        let rows = self.table.rows.iter().zip(&self.shown);
        rows.map(|(row, shown)| {
            let mut words = shown.iter().flatten().map(String::as_str);
            let name = words.next().unwrap_or_default();
            let place = format::area(row.place);
            Entry::new(name, words.chain([place.as_str()]))
        })
    }

    /// Whether the filters of an address let a row through; the search is another matter.
    pub fn lets_through(&self, place: usize, query: &Query) -> bool {
        let cells = self.table.rows.get(place).map(|row| &row.cells);
        let fits = |column: usize| {
            let wanted = query.get(self.table.heads[column].id);
            wanted.is_none_or(|wanted| cells.and_then(|cells| cells[column].as_text()) == Some(wanted))
        };
        self.narrowing.iter().all(|column| fits(*column))
    }

    /// A row of the table.
    pub fn row(&self, place: usize, several: bool) -> TableRow {
        let (row, shown) = (&self.table.rows[place], &self.shown[place]);
        let cells = self.table.heads.iter().zip(&row.cells).zip(shown);
        let own = cells.map(|((head, value), shown)| cell(head.def, value, shown.as_ref()));
        let area = several.then(|| Cell::sorted_by(row.place.to_string(), named(row.place)));
        let by_area = matches!(self.table.sheet.rows, Source::Years(..));
        let cells: Vec<Cell> = match (area, by_area) {
            (None, true) => [Cell::words(named(row.place))].into_iter().chain(own).collect(),
            (Some(area), true) => [area].into_iter().chain(own).collect(),
            (area, false) => {
                let mut cells: Vec<Cell> = own.collect();
                if let Some(area) = area {
                    cells.insert(1.min(cells.len()), area);
                }
                cells
            }
        };
        TableRow {
            href: self.to.get(place).map(Route::href),
            cells,
            strong: false,
        }
    }
}

/// A village with its township, which tells two of one name apart.
fn named(area: DivisionCode) -> String {
    let village = area.is_partition() && area.level() == Level::Village;
    match area.parent().filter(|_| village) {
        Some(above) => format!("{} {}", format::area(above), format::area(area)),
        None => format::area(area),
    }
}

fn route(sheet: &Sheet, row: &Row, scope: &Scope<'_>) -> Route {
    let keeper = scope.parts.iter().find(|part| part.area == row.keeper);
    let there = keeper.filter(|part| part.records.contains(row.kind, row.id));
    match (sheet.rows, row.kind, there) {
        (_, Kind::Division, _) => Route::Area(row.place, Query::default()),
        (_, kind, Some(part)) => route_of(row.keeper, part.records, kind, row.id),
        (_, kind, None) => Route::Records(row.keeper, kind, Query::default()),
    }
}

/// The columns of codes that a table can be narrowed by; that of its groups first.
pub fn filters(sheet: &Sheet) -> Vec<(usize, &'static CodeList)> {
    let heads = sheet.heads();
    let lists = heads
        .iter()
        .enumerate()
        .filter_map(|(place, head)| match head.def.ty {
            FieldType::Code(list) => Some((place, list)),
            _ => None,
        });
    let mut lists: Vec<_> = lists.collect();
    lists.sort_by_key(|(place, _)| (sheet.by != Some(heads[*place].id), *place));
    lists.truncate(FILTERS);
    lists
}

/// The words of a group's value.
pub fn group_name(head: &Head, value: &Value, language: Language) -> Option<String> {
    format::field_value(head.def, value, language)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::CountyFacts;
    use crate::ledgers::sheet;
    use crate::model::{Date, Fen, HouseWorkState, HouseholdId, Id, Records};

    fn lines(records: &Records, ledger: &str) -> Lines {
        let (village, facts) = (DivisionCode::new("530427203200").unwrap(), CountyFacts::default());
        let scope = Scope::new(village, [(village, records)], Date::of::<2018, 11, 28>(), &facts);
        Lines::of(sheet(ledger).unwrap().1, &scope, Language::Zh)
    }

    fn houses() -> Records {
        let mut records = Records::default();
        for (name, state) in [("d1", HouseWorkState::Closed), ("d2", HouseWorkState::ToRebuild)] {
            let row = &mut records.dangerous_houses.row_mut(Id::new(name).unwrap()).record;
            row.household_id = HouseholdId::new("h1").ok();
            (row.state, row.fund_central) = (Some(state), Some(Fen(123_450)));
        }
        records
            .households
            .row_mut(Id::new("h1").unwrap())
            .record
            .head_name = Some("普小明".into());
        records
    }

    #[test]
    fn rows_are_in_words_and_lead_to_their_record() {
        let lines = lines(&houses(), "L-09");
        assert_eq!(lines.shown[0][0].as_deref(), Some("普小明"));
        assert!(lines.shown[0].contains(&Some("1,234.50元".to_owned())));
        let village = DivisionCode::new("530427203200").unwrap();
        assert_eq!(
            lines.to[0],
            Route::Record(village, Kind::DangerousHouse, Id::new("d2").unwrap())
        );
    }

    #[test]
    fn a_row_is_found_by_its_codes_and_has_the_area_after_its_name() {
        let lines = lines(&houses(), "L-09");
        let through = |query: &str| {
            let query = Query::parse(query);
            (0..2)
                .filter(|place| lines.lets_through(*place, &query))
                .collect::<Vec<_>>()
        };
        assert_eq!(through(""), [0, 1]);
        assert_eq!(through("state=closed"), [1]);
        assert_eq!(through("state=closed&grade=C"), [0_usize; 0]);
        assert_eq!(
            lines.row(0, true).cells.len(),
            lines.row(0, false).cells.len() + 1
        );
        assert_eq!(
            lines.row(0, true).cells[1],
            Cell::sorted_by("530427203200", "老厂乡 太桥村")
        );
    }

    #[test]
    fn a_year_that_nobody_has_begun_leads_to_the_list() {
        let lines = lines(&Records::default(), "L-16");
        let village = DivisionCode::new("530427203200").unwrap();
        assert_eq!(
            lines.to,
            [Route::Records(village, Kind::VillageYear, Query::default())]
        );
        assert_eq!(lines.row(0, false).cells[0], Cell::words("老厂乡 太桥村"));
    }
}
