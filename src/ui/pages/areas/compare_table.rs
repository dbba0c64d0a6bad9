//! Areas with a bar, a value and a status each.

use super::compare::{self, Compared};
use crate::charts::{BarGeometry, FULL, bars};
use crate::indicators::FigureAt;
use crate::ui::components::{Status, StatusView};
use crate::ui::pages::targets::words;
use crate::ui::route::{Query, Route};
use crate::ui::text::{areas, format, targets, widgets};
use leptos::prelude::*;

/// The areas in the order of their need; the bars share one scale from zero.
#[component]
pub fn CompareTable(
    /// The figure.
    at: FigureAt,
    /// The areas.
    rows: Signal<Vec<Compared>>,
) -> impl IntoView {
    let t = targets::texts();
    let a = areas::texts();
    let body = move || {
        let rows = rows.get();
        let lengths: Vec<_> = rows.iter().map(compare::bar).collect();
        let drawn = bars(&lengths, compare::whole(at));
        rows.into_iter()
            .zip(drawn)
            .map(|(row, bar)| view! { <CompareRow at row bar /> })
            .collect_view()
    };
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=a.compare()>
            <table class="table compare">
                <caption class="visually-hidden">{a.compare()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{a.column_area()}</th>
                        <th scope="col" aria-hidden="true"></th>
                        <th scope="col" class="number">{t.column_actual()}</th>
                        <th scope="col" class="number">{t.column_gap()}</th>
                        <th scope="col" class="number">{t.column_known()}</th>
                        <th scope="col">{t.column_status()}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

#[component]
fn CompareRow(at: FigureAt, row: Compared, bar: BarGeometry) -> impl IntoView {
    let t = targets::texts();
    let name = format::area(row.area);
    let to = Route::Area(row.area, Query::default().with("figure", at.figure.id)).href();
    let figure = Route::Target(at.figure.id.to_owned(), row.area, Query::default()).href();
    let fill = bar
        .length
        .map(|length| view! { <span class="bar-fill" style=("width", share(length))></span> });
    let Some(line) = row.line else {
        let a = areas::texts();
        return view! {
            <tr class="compare-missing">
                <th scope="row"><a href=to>{name}</a></th>
                <td colspan="4"></td>
                <td data-label=t.column_status()><StatusView status=Status::Unknown words=a.not_reported() /></td>
            </tr>
        }
        .into_any();
    };
    let value = words::value(at, line.tally, t).unwrap_or_else(|| widgets::Texts(t.0).unknown().to_owned());
    let gap = words::gap(&line, t).unwrap_or_else(|| t.dash().to_owned());
    view! {
        <tr>
            <th scope="row"><a href=to>{name}</a></th>
            <td class="compare-plot" class:compare-unknown=row.measure.is_none() aria-hidden="true"><span class="bar-plot">{fill}</span></td>
            <td class="number" data-label=t.column_actual()><a href=figure>{value}</a></td>
            <td class="number" data-label=t.column_gap()>{gap}</td>
            <td class="number" data-label=t.column_known()>{words::known(&line, t)}</td>
            <td data-label=t.column_status()><StatusView status=words::shown(line.status) /></td>
        </tr>
    }
    .into_any()
}

/// A length as a share of the plot's width for CSS.
fn share(length: i64) -> String {
    let hundredths = length * 10_000 / FULL;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
