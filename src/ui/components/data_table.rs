//! Tables where people compare: headers that stay, numbers at the right, rows that open, columns that sort.

mod cell;
mod sorting;

use super::StatusView;
use crate::ui::text::widgets;
use leptos::prelude::*;

pub use cell::{Cell, Column, SortKey, TableRow};
use sorting::{Order, sorted};

/// So many rows go on paper; more would take longer to build than anybody reads.
const PRINTED: usize = 3_000;

/// A table of plain cells. A tap on a header sorts by it, a second one turns the order round, a third gives the caller's
/// order back.
#[component]
pub fn DataTable(
    /// What the table shows, for those who don't see it.
    #[prop(into)]
    caption: String,
    /// The columns.
    columns: Vec<Column>,
    /// The rows in the caller's order.
    #[prop(into)]
    rows: Signal<Vec<TableRow>>,
    /// So many rows are built at first, and as many more each time somebody asks; all of them unless said otherwise.
    #[prop(default = usize::MAX)]
    at_first: usize,
    /// Whether the rows are built for paper.
    #[prop(optional, into)]
    whole: Signal<bool>,
    /// What all rows come to, in the order of the columns; nothing stands there when it is empty.
    #[prop(optional, into)]
    foot: Signal<Vec<Cell>>,
) -> impl IntoView {
    let label = caption.clone();
    let order = RwSignal::new(Order::default());
    let numeric: Vec<bool> = columns.iter().map(|column| column.numeric).collect();
    let names: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
    let (numeric, names) = (StoredValue::new(numeric), StoredValue::new(names));
    let head = columns
        .into_iter()
        .enumerate()
        .map(|(place, column)| head_view(place, column, order))
        .collect_view();
    let room = RwSignal::new(at_first);
    let count = Memo::new(move |_| rows.with(Vec::len));
    let shown = Memo::new(move |_| {
        if whole.get() {
            room.get().max(PRINTED)
        } else {
            room.get()
        }
    });
    let more = move || {
        let left = count.get().saturating_sub(shown.get());
        let show = move |_| room.update(|room| *room = room.saturating_add(at_first));
        (left > 0).then(|| {
            view! { <button type="button" class="button button-quiet table-more" on:click=show>{widgets::texts().more_rows(left)}</button> }
        })
    };
    let body = move || {
        let rows = rows.with(|rows| sorted(rows, order.get(), shown.get()));
        numeric.with_value(|numeric| {
            names.with_value(|names| {
                rows.into_iter()
                    .map(|row| row_view(row, numeric, names))
                    .collect_view()
            })
        })
    };
    let foot_view = move || {
        let cells = foot.get();
        (!cells.is_empty()).then(|| {
            let row = TableRow {
                cells,
                ..TableRow::default()
            };
            let row = numeric.with_value(|numeric| names.with_value(|names| row_view(row, numeric, names)));
            view! { <tfoot>{row}</tfoot> }
        })
    };
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=label>
            <table class="table">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{body}</tbody>
                {foot_view}
            </table>
            {more}
        </div>
    }
}

fn head_view(place: usize, column: Column, order: RwSignal<Order>) -> impl IntoView {
    let t = widgets::texts();
    let title = t.sort_by(&column.label);
    view! {
        <th scope="col" class:number=column.numeric aria-sort=move || order.get().of(place)>
            <button type="button" class="table-sort" title=title on:click=move |_| order.update(|order| *order = order.tapped(place))>
                {column.label}
                <span class="table-arrow" aria-hidden="true">{move || order.get().arrow(place)}</span>
            </button>
        </th>
    }
}

fn row_view(row: TableRow, numeric: &[bool], names: &[String]) -> impl IntoView + use<> {
    let href = row.href;
    let cells = row.cells.into_iter().enumerate().map(|(place, cell)| {
        let number = numeric.get(place).copied().unwrap_or(false);
        let name = names.get(place).cloned().unwrap_or_default();
        let link = if cell.href.is_some() {
            cell.href.clone()
        } else {
            href.clone().filter(|_| place == 0)
        };
        let whole = cell.whole;
        let content = content_view(cell);
        let content = match link {
            Some(href) => view! { <a href=href>{content}</a> }.into_any(),
            None => content,
        };
        if place == 0 {
            view! { <th scope="row" class:number=number class:whole=whole data-label=name>{content}</th> }
                .into_any()
        } else {
            view! { <td class:number=number class:whole=whole data-label=name>{content}</td> }.into_any()
        }
    });
    view! { <tr class:row-strong=row.strong>{cells.collect_view()}</tr> }
}

fn content_view(cell: Cell) -> AnyView {
    match (cell.status, cell.text) {
        (Some(status), Some(words)) => view! { <StatusView status words /> }.into_any(),
        (Some(status), None) => view! { <StatusView status /> }.into_any(),
        (None, Some(text)) => view! { <span>{text}</span> }.into_any(),
        (None, None) => view! { <span class="unknown">{widgets::texts().unknown()}</span> }.into_any(),
    }
}
