//! One of a few: a row of segments.

use crate::model::{CodeList, Value};
use crate::ui::components::FieldIds;
use crate::ui::text::{Language, fields};
use leptos::prelude::*;

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is stored.
    pub value: Value,
    /// Its words.
    pub label: String,
}

/// Radio buttons drawn as segments; the unknown one looks unfinished.
#[component]
pub fn ChoiceInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The choices.
    choices: Vec<Choice>,
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
    let segment = move |(place, choice): (usize, Choice)| {
        let Choice { value: own, label } = choice;
        let unknown = own.is_null();
        let chosen = {
            let own = own.clone();
            move || value.with(|value| *value == own)
        };
        view! {
            <label class="segment" class:segment-unknown=unknown>
                <input
                    type="radio"
                    name=ids.input()
                    id=if place == 0 { ids.input() } else { format!("{}-{place}", ids.input()) }
                    disabled=locked
                    prop:checked=chosen
                    on:change=move |_| on_change.run(own.clone())
                />
                <span>{label}</span>
            </label>
        }
    };
    view! { <div class="segments">{choices.into_iter().enumerate().map(segment).collect_view()}</div> }
}

/// The choices of a code list, the unknown one last, and the stored value too when only a newer version knows it.
pub(super) fn choices_of(list: &CodeList, stored: &Value, language: Language) -> Vec<Choice> {
    let t = fields::Texts(language);
    let known = list.values.iter().map(|code| Choice {
        value: code.id.into(),
        label: language.pick(code.label).to_owned(),
    });
    let foreign = stored.as_text().filter(|id| list.find(id).is_none());
    let foreign = foreign.map(|id| Choice {
        value: id.into(),
        label: t.newer_value(id),
    });
    let unknown = Choice {
        value: Value::Null,
        label: t.not_clear().to_owned(),
    };
    known.chain(foreign).chain([unknown]).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Code, PovertyStatus};

    #[test]
    fn a_value_from_a_newer_version_stays_a_choice() {
        let choices = choices_of(PovertyStatus::LIST, &Value::from("paused"), Language::En);
        assert_eq!(choices.len(), PovertyStatus::LIST.values.len() + 2);
        assert_eq!(choices[choices.len() - 2].value, Value::from("paused"));
        assert!(choices.last().unwrap().value.is_null());
    }

    #[test]
    fn a_known_value_adds_no_choice() {
        let choices = choices_of(PovertyStatus::LIST, &Value::from("returned"), Language::Zh);
        assert_eq!(choices.len(), PovertyStatus::LIST.values.len() + 1);
    }
}
