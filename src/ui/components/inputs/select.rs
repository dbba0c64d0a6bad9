//! One of many: the browser's pick-list.

use super::choice::{Choice, choices_of};
use crate::model::{CodeList, Value};
use crate::ui::components::FieldIds;
use crate::ui::text::{fields, language};
use leptos::prelude::*;

/// A pick-list of a code list.
#[component]
pub fn SelectInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The code list.
    list: &'static CodeList,
    /// The value.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value.
    #[prop(into)]
    on_change: Callback<Value>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let language = language();
    let t = fields::Texts(language);
    let options = move || {
        let value = value.get();
        let mut choices = choices_of(list, &value, language);
        // The unknown stands first in a pick-list.
        choices.rotate_right(1);
        choices
            .into_iter()
            .map(|choice| option_view(choice, &value, t))
            .collect_view()
    };
    let changed = move |event: web_sys::Event| {
        let id = event_target_value(&event);
        on_change.run(if id.is_empty() {
            Value::Null
        } else {
            Value::from(id)
        });
    };
    view! {
        <select class="input input-select" id=ids.input() aria-describedby=ids.described_by() disabled=locked on:change=changed>
            {options}
        </select>
    }
}

fn option_view(choice: Choice, value: &Value, t: fields::Texts) -> impl IntoView + use<> {
    let selected = choice.value == *value;
    let id = choice.value.as_text().unwrap_or_default().to_owned();
    let label = if id.is_empty() {
        t.choose().to_owned()
    } else {
        choice.label
    };
    view! { <option value=id prop:selected=selected>{label}</option> }
}
