//! One value of a code list.

use super::choice::choices_of;
use super::{ChoiceInput, SelectInput};
use crate::model::{CodeList, Value};
use crate::ui::components::FieldIds;
use crate::ui::text::language;
use leptos::prelude::*;

/// Up to so many codes stand side by side; more are a pick-list.
pub const SEGMENTS: usize = 5;

/// Segments for a short list, a pick-list for a long one.
#[component]
pub fn CodeInput(
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
    if list.values.len() > SEGMENTS {
        return view! { <SelectInput ids list value on_change locked /> }.into_any();
    }
    let language = language();
    // A value of a newer version is a segment of its own while it is there.
    let foreign = Memo::new(move |_| {
        value.with(|stored| {
            stored
                .as_text()
                .filter(|id| list.find(id).is_none())
                .map_or(Value::Null, Value::from)
        })
    });
    let segments = move || {
        let choices = choices_of(list, &foreign.get(), language);
        view! { <ChoiceInput ids choices value on_change locked /> }
    };
    view! { {segments} }.into_any()
}
