//! One line or several lines of text.

use crate::model::{Value, identity};
use crate::ui::components::FieldIds;
use leptos::prelude::*;

/// A line of text. It is taken when the user leaves it, so that half-composed pinyin never is; blanks at both ends go.
#[component]
pub fn TextInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The value.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value; an empty line is unknown.
    #[prop(into)]
    on_change: Callback<Value>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// What the keyboard is for: `text`, `tel`, `numeric`.
    #[prop(default = "text")]
    keyboard: &'static str,
) -> impl IntoView {
    let changed = move |event: web_sys::Event| {
        let new = text_value(&event_target_value(&event));
        if value.with_untracked(|old| *old != new) {
            on_change.run(new);
        }
    };
    view! {
        <input
            type="text"
            class="input"
            id=ids.input()
            inputmode=keyboard
            autocomplete="off"
            aria-describedby=ids.described_by()
            readonly=locked
            prop:value=move || value.with(shown)
            on:change=changed
        />
    }
}

/// What the line begins with; a number that stayed behind is not there to be edited.
fn shown(value: &Value) -> String {
    let text = value.as_text().filter(|text| !identity::is_hidden(text));
    text.unwrap_or_default().to_owned()
}

/// The value of a line of text.
pub(super) fn text_value(text: &str) -> Value {
    let text = text.trim();
    if text.is_empty() {
        Value::Null
    } else {
        Value::from(text)
    }
}
