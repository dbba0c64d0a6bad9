//! Several of a list.

use super::choice::choices_of;
use crate::model::{CodeList, Value};
use crate::ui::components::FieldIds;
use crate::ui::text::language;
use leptos::prelude::*;

/// Checkboxes of a code list.
#[component]
pub fn ChoicesInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The code list.
    list: &'static CodeList,
    /// The value: a list of codes.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value; nothing chosen is unknown.
    #[prop(into)]
    on_change: Callback<Value>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let language = language();
    let boxes = choices_of(list, &Value::Null, language)
        .into_iter()
        .filter(|choice| !choice.value.is_null());
    let check = move |(place, choice): (usize, super::Choice)| {
        let own = StoredValue::new(choice.value);
        let chosen = move || value.with(|value| own.with_value(|own| contains(value, own)));
        let toggle =
            move |_| on_change.run(value.with_untracked(|value| own.with_value(|own| toggled(value, own))));
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    id=if place == 0 { ids.input() } else { format!("{}-{place}", ids.input()) }
                    disabled=locked
                    prop:checked=chosen
                    on:change=toggle
                />
                <span>{choice.label}</span>
            </label>
        }
    };
    view! { <div class="checks">{boxes.enumerate().map(check).collect_view()}</div> }
}

fn contains(value: &Value, code: &Value) -> bool {
    matches!(value, Value::List(items) if items.contains(code))
}

/// The list with the code put in or taken out; codes of newer versions stay in it.
fn toggled(value: &Value, code: &Value) -> Value {
    let items = if let Value::List(items) = value {
        items.to_vec()
    } else {
        Vec::new()
    };
    let mut kept: Vec<Value> = items.iter().filter(|item| *item != code).cloned().collect();
    if kept.len() == items.len() {
        kept.push(code.clone());
    }
    if kept.is_empty() {
        Value::Null
    } else {
        Value::List(kept.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toggling_twice_gives_the_list_back() {
        let newer = Value::List([Value::from("newer")].into());
        let once = toggled(&newer, &Value::from("illness"));
        assert!(contains(&once, &Value::from("newer")) && contains(&once, &Value::from("illness")));
        assert_eq!(toggled(&once, &Value::from("illness")), newer);
    }

    #[test]
    fn nothing_chosen_is_unknown() {
        let one = toggled(&Value::Null, &Value::from("illness"));
        assert_eq!(toggled(&one, &Value::from("illness")), Value::Null);
    }
}
