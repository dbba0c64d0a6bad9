//! The filters above the list.

use super::filter::{Filter, is_on, toggled, waits_for_visit};
use super::line::{Line, Standing};
use super::lines_of_area::Lines;
use super::rows::standing;
use crate::model::{Code, CodeDef, PovertyCause};
use crate::ui::components::{Chip, FilterChips};
use crate::ui::route::Query;
use crate::ui::text::{households, language};
use leptos::prelude::*;

/// Chips that are on or off, and the pick-list of causes.
#[component]
pub fn Filters(
    /// Every household of the area.
    lines: Memo<Option<Lines>>,
    /// The filters as they are.
    query: Signal<Query>,
    /// The filters as they shall be.
    on_change: Callback<Query>,
) -> impl IntoView {
    let t = households::texts();
    let chips = Memo::new(move |_| {
        lines.with(|lines| lines.as_ref().map(|lines| chips(t, lines)).unwrap_or_default())
    });
    let toggle = move |filter: &'static str| on_change.run(toggled(query.get_untracked(), filter));
    view! {
        <div class="row">
            <FilterChips chips is_on=move |filter| query.with(|query| is_on(query, filter)) on_toggle=toggle />
            <CauseFilter query on_change />
        </div>
    }
}

/// The pick-list of main causes.
#[component]
fn CauseFilter(query: Signal<Query>, on_change: Callback<Query>) -> impl IntoView {
    let language = language();
    let t = households::Texts(language);
    let chosen = move || {
        query.with(|query| {
            Filter::of(query)
                .cause
                .map(|cause| cause.id().to_owned())
                .unwrap_or_default()
        })
    };
    let option = move |code: &'static CodeDef| {
        view! { <option value=code.id prop:selected=move || chosen() == code.id>{language.pick(code.label)}</option> }
    };
    let choose = move |event: web_sys::Event| {
        on_change.run(query.get_untracked().with("cause", &event_target_value(&event)));
    };
    view! {
        <select class="chip" aria-label=t.cause() on:change=choose>
            <option value="" prop:selected=move || chosen().is_empty()>{t.every_cause()}</option>
            {PovertyCause::LIST.values.iter().map(option).collect_view()}
        </select>
    }
}

/// A chip for every standing that some household has, and for what waits to be done.
fn chips(t: households::Texts, lines: &[Line]) -> Vec<Chip> {
    let count = |fits: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| fits(line)).count();
    let standings = Standing::ALL
        .into_iter()
        .map(|own| (own.id(), standing(t, own), count(&|line| line.standing == own)));
    let open = [
        ("incomplete", t.incomplete(), count(&|line| line.missing > 0)),
        ("unvisited", t.unvisited(), count(&waits_for_visit)),
    ];
    let chip = |(id, label, count): (&'static str, &str, usize)| Chip {
        id,
        label: label.to_owned(),
        count: Some(count),
    };
    standings
        .filter(|(_, _, count)| *count > 0)
        .chain(open)
        .map(chip)
        .collect()
}
