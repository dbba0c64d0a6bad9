//! Yes, no, or not known.

use super::{Choice, ChoiceInput};
use crate::model::Value;
use crate::ui::components::FieldIds;
use crate::ui::text::fields;
use leptos::prelude::*;

/// Three segments: 是, 否, 不清楚. Not known is a choice of its own, and the one that stands at first.
#[component]
pub fn TriInput(
    /// The ids of the field.
    ids: FieldIds,
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
    let t = fields::texts();
    let choice = |value: Value, label: &str| Choice {
        value,
        label: label.to_owned(),
    };
    let choices = vec![
        choice(true.into(), t.yes()),
        choice(false.into(), t.no()),
        choice(Value::Null, t.not_clear()),
    ];
    view! { <ChoiceInput ids choices value on_change locked /> }
}
