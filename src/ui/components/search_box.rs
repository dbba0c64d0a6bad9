//! The search field of a list.

use super::{Icon, IconName};
use crate::ui::text::widgets;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// A search field. Half-composed pinyin is not a search: nothing is reported until the characters stand.
#[component]
pub fn SearchBox(
    /// What is searched for now.
    #[prop(into)]
    value: Signal<String>,
    /// What was typed.
    #[prop(into)]
    on_search: Callback<String>,
    /// What can be searched for; names of households and persons unless said otherwise.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let t = widgets::texts();
    let report = move |event: web_sys::Event| on_search.run(event_target_value(&event));
    let typed = move |event: ev::Event| {
        let composing = event
            .dyn_ref::<web_sys::InputEvent>()
            .is_some_and(web_sys::InputEvent::is_composing);
        if !composing {
            report(event);
        }
    };
    view! {
        <div class="search-box" role="search">
            <Icon name=IconName::Search />
            <input
                type="search"
                class="input"
                aria-label=t.search()
                placeholder=hint.unwrap_or_else(|| t.search_hint().to_owned())
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=value
                on:input=typed
                on:compositionend=move |event| report(event.into())
            />
        </div>
    }
}
