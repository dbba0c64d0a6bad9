//! What is overdue, a row each: who, when, how far, and what is missing.

use super::card::{Books, begins_at, status};
use super::model::Line;
use super::words;
use crate::indicators::Owed;
use crate::model::{Date, Records};
use crate::ui::components::{Cell, Column, DataTable, TableRow};
use crate::ui::route::{Query, Route};
use crate::ui::text::{duties, widgets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// So many names stand in a row.
const NAMED: usize = 6;
/// So many rows are built at first.
const ROWS: usize = 50;

/// The overdue duties as a table.
#[component]
pub fn LateTable(late: Vec<Line>, books: Books, today: Date) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = duties::texts();
    let columns = vec![
        Column::words(t.duty_column()),
        Column::words(t.who()),
        Column::words(t.period_column()),
        Column::words(t.state_column()),
        Column::words(t.missing_column()),
        Column::numbers(t.over_column()),
    ];
    let row = |line: &Line| {
        let records: Vec<&Records> = books.iter().map(|records| &**records).collect();
        let over = today.days_since(line.owed.period.end);
        let words = words::progress(line, t);
        TableRow {
            href: Some(to(workspace, &line.owed, &records).href()),
            cells: vec![
                Cell::words(t.0.pick(line.owed.duty.plan().label)),
                Cell::words(words::who(&line.owed, &records, t)),
                Cell::date(line.owed.period.name(), words::period(&line.owed.period, t)),
                Cell::status_with(status(line.state), words),
                Cell::words(missing(&line.owed, &records, t)),
                Cell::number(Some(over)),
            ],
            strong: false,
        }
    };
    let rows: Vec<TableRow> = late.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2>{t.late()}</h2>
            <DataTable caption=t.late() columns rows=Signal::stored(rows) at_first=ROWS />
        }
    })
}

/// Where the one thing that is missing is recorded; with several, or elsewhere, how the year stands.
fn to(workspace: Workspace, owed: &Owed, records: &[&Records]) -> Route {
    let mut missing = owed.missing();
    let only = missing.next().filter(|_| missing.next().is_none());
    let begins = only.and_then(|part| begins_at(workspace, owed, part.target, records));
    begins.unwrap_or_else(|| {
        let figure = owed.duty.plan().indicators.first().copied().unwrap_or_default();
        Route::Target(figure.to_owned(), owed.area, Query::default())
    })
}

/// The names of the first that are missing, and how many more there are.
fn missing(owed: &Owed, records: &[&Records], t: duties::Texts) -> String {
    let all: Vec<_> = owed
        .missing()
        .filter(|part| part.target != crate::indicators::Target::Itself)
        .collect();
    let names = all
        .iter()
        .take(NAMED)
        .map(|part| words::target(part.target, records, t));
    let names = names.collect::<Vec<_>>().join(" ");
    match all.len().saturating_sub(NAMED) {
        0 => names,
        more => format!("{names} {}", widgets::Texts(t.0).and_more(more)),
    }
}
