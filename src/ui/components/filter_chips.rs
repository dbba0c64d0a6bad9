//! Filters that are on or off.

use crate::ui::text::{format, widgets};
use leptos::prelude::*;

/// One filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its name in the address.
    pub id: &'static str,
    /// Its words.
    pub label: String,
    /// How many rows it leaves, if that is known.
    pub count: Option<usize>,
}

/// A row of filters; several may be on.
#[component]
pub fn FilterChips(
    /// The filters.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// Whether a filter is on.
    #[prop(into)]
    is_on: Callback<&'static str, bool>,
    /// A filter was tapped.
    #[prop(into)]
    on_toggle: Callback<&'static str>,
) -> impl IntoView {
    let t = widgets::texts();
    let chip = move |chip: Chip| {
        let id = chip.id;
        let count = chip
            .count
            .map(|count| format::number(i64::try_from(count).unwrap_or_default()));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || is_on.run(id).to_string()
                on:click=move |_| on_toggle.run(id)
            >
                <span>{chip.label}</span>
                {count.map(|count| view! { <span class="chip-count">{count}</span> })}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=t.filters()>
            {move || chips.get().into_iter().map(chip).collect_view()}
        </div>
    }
}
