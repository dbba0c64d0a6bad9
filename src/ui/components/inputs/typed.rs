//! An input of one line whose text is read as a number, a month or a year.

use crate::model::Value;
use crate::ui::components::FieldIds;
use crate::ui::text::entry::{EntryError, parse_month, parse_quantity, parse_year, plain_quantity};
use crate::ui::text::fields;
use leptos::prelude::*;

/// What the line is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A number with that many decimals.
    Quantity(u32),
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Entry {
    fn parse(self, text: &str) -> Result<Value, EntryError> {
        match self {
            Self::Quantity(decimals) => parse_quantity(text, decimals),
            Self::Month => parse_month(text),
            Self::Year => parse_year(text),
        }
    }

    fn shown(self, value: &Value) -> String {
        match (value, self) {
            (Value::Int(stored), Self::Quantity(decimals)) => plain_quantity(*stored, decimals),
            (Value::Int(year), _) => year.to_string(),
            (Value::Text(text), _) => text.to_string(),
            _ => String::new(),
        }
    }

    const fn keyboard(self) -> &'static str {
        match self {
            Self::Quantity(0) | Self::Year => "numeric",
            Self::Quantity(_) => "decimal",
            Self::Month => "text",
        }
    }
}

/// The line. A wrong entry stays as it was typed, with what is wrong with it; nothing is reported.
#[component]
pub fn TypedInput(
    /// The ids of the field.
    ids: FieldIds,
    /// What the line is read as.
    entry: Entry,
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
    /// The unit after the line; empty for none.
    #[prop(optional)]
    unit: &'static str,
) -> impl IntoView {
    let t = fields::texts();
    let changed = move |event: web_sys::Event| match entry.parse(&event_target_value(&event)) {
        Ok(new) => {
            error.set(None);
            if value.with_untracked(|old| *old != new) {
                on_change.run(new);
            }
        }
        Err(wrong) => error.set(Some(wrong.sentence(t))),
    };
    view! {
        <span class="input-with-unit">
            <input
                type="text"
                class="input input-short"
                class:input-number=matches!(entry, Entry::Quantity(_))
                id=ids.input()
                inputmode=entry.keyboard()
                autocomplete="off"
                aria-describedby=ids.described_by()
                aria-invalid=move || error.with(Option::is_some).to_string()
                readonly=locked
                prop:value=move || value.with(|value| entry.shown(value))
                on:change=changed
            />
            {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
        </span>
    }
}
