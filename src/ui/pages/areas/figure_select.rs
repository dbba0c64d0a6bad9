//! A pick-list of figures.

use crate::indicators::{FigureAt, figure, figures};
use crate::ui::pages::targets::words;
use crate::ui::text::{areas, targets};
use leptos::prelude::*;

/// Every figure, in the order of the scoreboard.
#[component]
pub fn FigureSelect(
    /// The figure chosen.
    chosen: RwSignal<Option<FigureAt>>,
) -> impl IntoView {
    let t = areas::texts();
    let words = targets::Texts(t.0);
    let is_chosen = move |id: &str| chosen.with(|at| at.is_some_and(|at| at.figure.id == id));
    let option = move |at: FigureAt| {
        let id = at.figure.id;
        view! { <option value=id prop:selected=move || is_chosen(id)>{words::name(at, words)}</option> }
    };
    view! {
        <label class="figure-select">
            <span>{t.choose_figure()}</span>
            <select class="input" on:change=move |event| chosen.set(figure(&event_target_value(&event)))>
                {figures().map(option).collect_view()}
            </select>
        </label>
    }
}
