//! Who has reported.

use super::reports::AreaReport;
use crate::model::Level;
use crate::ui::components::{
    Card, Cell, Chip, Column, DataTable, EmptyState, FilterChips, IconName, Status, TableRow,
};
use crate::ui::route::{Query, Route};
use crate::ui::text::{areas, format};
use leptos::prelude::*;

/// The areas with what has arrived of each.
#[component]
pub fn ReportsCard(
    /// The reports.
    rows: Memo<Vec<AreaReport>>,
    /// Whether only areas with something missing are shown at first.
    only_missing: bool,
) -> impl IntoView {
    let t = areas::texts();
    let only = RwSignal::new(only_missing);
    let missing = move || rows.with(|rows| rows.iter().filter(|row| row.is_missing_some()).count());
    let chips = Signal::derive(move || {
        vec![Chip {
            id: "missing",
            label: t.only_missing().to_owned(),
            count: Some(missing()),
        }]
    });
    let shown = Signal::derive(move || {
        let wanted = |row: &&AreaReport| !only.get() || row.is_missing_some();
        rows.with(|rows| {
            rows.iter()
                .filter(wanted)
                .map(|row| table_row(row, t))
                .collect::<Vec<_>>()
        })
    });
    let columns = vec![
        Column::words(t.column_area()),
        Column::words(t.column_reported()),
        Column::words(t.column_package()),
        Column::words(t.column_received()),
        Column::numbers(t.column_households()),
        Column::numbers(t.column_persons()),
    ];
    let columns = StoredValue::new(columns);
    let empty = Memo::new(move |_| shown.with(Vec::is_empty));
    let body = move || {
        if empty.get() {
            view! { <EmptyState icon=IconName::Inbox sentence=t.nobody_missing() /> }.into_any()
        } else {
            view! { <div class="reports"><DataTable caption=t.reports() columns=columns.get_value() rows=shown /></div> }.into_any()
        }
    };
    view! {
        <Card title=t.reports()>
            <FilterChips chips is_on=move |_: &'static str| only.get() on_toggle=move |_: &'static str| only.update(|only| *only = !*only) />
            {body}
        </Card>
    }
}

fn table_row(row: &AreaReport, t: areas::Texts) -> TableRow {
    let number = |n: usize| Cell::number(i64::try_from(n).ok());
    let mut cells = vec![Cell::words(format::area(row.area)), reported(row, t)];
    cells.extend(receipt(row, t));
    if row.is_missing() {
        cells.extend([Cell::words(""), Cell::words("")]);
    } else {
        cells.extend([number(row.households), number(row.persons)]);
    }
    TableRow {
        href: Some(Route::Area(row.area, Query::default()).href()),
        cells,
        strong: false,
    }
}

fn reported(row: &AreaReport, t: areas::Texts) -> Cell {
    let (status, words) = match (row.is_missing(), row.area.level()) {
        (true, _) => (Status::Unknown, t.not_reported().to_owned()),
        (false, Level::Village) => (Status::Met, t.reported().to_owned()),
        (false, _) if row.is_missing_some() => (Status::OnTrack, t.reported_of(row.reported, row.of)),
        (false, _) => (Status::Met, t.reported_of(row.reported, row.of)),
    };
    Cell::status_with(status, words)
}

/// The last package, and when and from whom it came; blank where nothing has arrived.
fn receipt(row: &AreaReport, t: areas::Texts) -> [Cell; 2] {
    let Some(receipt) = &row.receipt else {
        let here = if row.is_missing() { "" } else { t.on_this_device() };
        return [Cell::words(here), Cell::words("")];
    };
    let sequence = i64::try_from(receipt.sequence).unwrap_or(i64::MAX);
    let from = if receipt.scope == row.area {
        receipt.author.clone()
    } else {
        t.in_package_of(&format::area(receipt.scope))
    };
    let received = [format::moment(receipt.at, t.0), from];
    let received: Vec<&str> = received
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    [
        Cell::sorted_by(receipt.as_of.to_string(), t.last_package(receipt.as_of, sequence)),
        Cell::sorted_by(format!("{:016}", receipt.at), received.join(" · ")),
    ]
}
