//! Horizontal bars with their words at the bar.

use crate::charts::{Bar, BarGeometry, FULL, bars};
use crate::ui::text::widgets;
use leptos::prelude::*;

/// One bar with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarRow {
    /// What the bar stands for.
    pub label: String,
    /// The value in words; none is unknown.
    pub shown: Option<String>,
    /// The lengths.
    pub bar: Bar,
    /// Where the label leads.
    pub href: Option<String>,
}

/// Bars on one scale that begins at zero. The words carry every number, so that the drawing is hidden from screen readers.
#[component]
pub fn BarList(
    /// The bars.
    #[prop(into)]
    rows: Signal<Vec<BarRow>>,
    /// The natural whole of the scale, such as 100 %, in the unit of the values.
    #[prop(optional)]
    whole: Option<i64>,
) -> impl IntoView {
    let drawn = move || {
        let rows = rows.get();
        let lengths: Vec<Bar> = rows.iter().map(|row| row.bar).collect();
        rows.into_iter()
            .zip(bars(&lengths, whole))
            .map(|(row, geometry)| bar_view(row, geometry))
            .collect_view()
    };
    view! { <ul class="bars">{drawn}</ul> }
}

fn bar_view(row: BarRow, geometry: BarGeometry) -> impl IntoView {
    let t = widgets::texts();
    let known = row.shown.is_some();
    let label = match row.href {
        Some(href) => view! { <a href=href>{row.label}</a> }.into_any(),
        None => view! { <span>{row.label}</span> }.into_any(),
    };
    let length = geometry
        .length
        .map(|length| view! { <span class="bar-fill" style=("width", share(length))></span> });
    let target = geometry
        .target
        .map(|place| view! { <span class="bar-target" style=("left", share(place))></span> });
    view! {
        <li class="bar-row" class:bar-row-unknown=!known>
            <span class="bar-label">{label}</span>
            <span class="bar-plot" aria-hidden="true">{length}{target}</span>
            <span class="bar-value">{row.shown.unwrap_or_else(|| t.unknown().to_owned())}</span>
        </li>
    }
}

/// A length as a share of the plot's width for CSS.
fn share(length: i64) -> String {
    let hundredths = length * 10_000 / FULL;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
