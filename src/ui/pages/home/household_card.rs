//! Households that wait for something: the first of them, and the way to all.

use crate::ui::components::{Badge, Tone};
use crate::ui::pages::households::line::Line;
use crate::ui::pages::households::{standing, tone};
use crate::ui::route::Route;
use crate::ui::text::{home, households};
use leptos::prelude::*;

/// How many households a card shows; the list has the others.
const SHOWN: usize = 6;

/// A card of households.
#[component]
pub fn HouseholdCard(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What to do with them.
    hint: &'static str,
    /// What is said when there are none.
    none: &'static str,
    /// The households, the most urgent first.
    #[prop(into)]
    lines: Signal<Vec<Line>>,
    /// The list of all of them.
    all: Route,
    /// Where a household leads.
    #[prop(into)]
    to: Callback<Line, Route>,
) -> impl IntoView {
    let t = home::texts();
    let body = move || {
        let lines = lines.get();
        let count = lines.len();
        if count == 0 {
            return view! { <p class="home-none">{none}</p> }.into_any();
        }
        let rows = lines.into_iter().take(SHOWN).map(|line| {
            let to = to.run(line.clone()).href();
            view! { <li><a class="list-row home-row" href=to><Row line /></a></li> }
        });
        let more = (count > SHOWN).then(|| view! { <p><a href=all.href()>{t.all_of(count)}</a></p> });
        view! { <p class="hint">{hint}</p> <ul class="home-list">{rows.collect_view()}</ul> {more} }
            .into_any()
    };
    let count = move || lines.with(Vec::len);
    view! {
        <section class="card">
            <header class="card-head"><h2>{title}</h2> <span class="home-count">{count}</span></header>
            {body}
        </section>
    }
}

#[component]
fn Row(line: Line) -> impl IntoView {
    let t = households::texts();
    let name = if line.name.is_empty() {
        t.unnamed().to_owned()
    } else {
        line.name.clone()
    };
    let detail: Vec<String> = line
        .group
        .iter()
        .cloned()
        .chain([t.persons(line.members)])
        .collect();
    let missing = (line.missing > 0)
        .then(|| view! { <Badge tone=Tone::Unknown>{t.fields_missing(line.missing)}</Badge> });
    view! {
        <span class="list-row-words">
            <span class="list-row-name">{name}</span>
            <span class="list-row-detail">{detail.join(" · ")}</span>
        </span>
        <span class="list-row-marks">
            {missing}
            <Badge tone=tone(line.standing)>{standing(t, line.standing)}</Badge>
        </span>
    }
}
