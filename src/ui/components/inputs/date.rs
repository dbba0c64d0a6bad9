//! A calendar date.

use crate::model::{Date, Value};
use crate::ui::components::FieldIds;
use crate::ui::text::entry::EntryError;
use crate::ui::text::fields;
use leptos::{ev, html, prelude::*};

/// The browser's own date field: it knows the calendar, the keyboard and the language of the device. It is taken when it
/// is left, because browsers report every digit of a year that is still being typed.
#[component]
pub fn DateInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The value.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value.
    #[prop(into)]
    on_change: Callback<Value>,
    /// What is wrong with the entry.
    error: RwSignal<Option<String>>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// The last date that makes sense, `YYYY-MM-DD`; empty for none.
    #[prop(optional, into)]
    latest: String,
) -> impl IntoView {
    let t = fields::texts();
    let node = NodeRef::<html::Input>::new();
    let take = move || {
        let Some(input) = node.get_untracked() else { return };
        let half_typed = input.validity().bad_input();
        match parse(&input.value(), half_typed) {
            Ok(new) => {
                error.set(None);
                if value.with_untracked(|old| *old != new) {
                    on_change.run(new);
                }
            }
            Err(wrong) => error.set(Some(wrong.sentence(t))),
        }
    };
    let chosen = move |_: ev::Event| {
        // A choice in the calendar closes it without leaving the field; a year being typed starts with 000.
        if node
            .get_untracked()
            .is_some_and(|input| !input.value().starts_with('0'))
        {
            take();
        }
    };
    view! {
        <input
            type="date"
            class="input input-short"
            id=ids.input()
            min="1900-01-01"
            max=(!latest.is_empty()).then_some(latest)
            aria-describedby=ids.described_by()
            aria-invalid=move || error.with(Option::is_some).to_string()
            readonly=locked
            disabled=locked
            node_ref=node
            prop:value=move || value.with(|value| value.as_text().unwrap_or_default().to_owned())
            on:change=chosen
            on:blur=move |_| take()
        />
    }
}

fn parse(text: &str, half_typed: bool) -> Result<Value, EntryError> {
    match (text, half_typed) {
        ("", false) => Ok(Value::Null),
        ("", true) => Err(EntryError::NotADate),
        (text, _) => match Date::parse(text) {
            Some(date) if date.year().0 >= 1900 => Ok(Value::from(date.to_string())),
            _ => Err(EntryError::NotADate),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cleared_date_is_unknown_and_a_half_typed_one_is_wrong() {
        assert_eq!(parse("", false), Ok(Value::Null));
        assert_eq!(parse("", true), Err(EntryError::NotADate));
        assert_eq!(parse("2018-11-28", false), Ok(Value::from("2018-11-28")));
        assert_eq!(parse("0201-01-01", false), Err(EntryError::NotADate));
    }
}
