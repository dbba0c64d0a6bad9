//! Names and values of a record, to be read.

use crate::ui::text::fields;
use leptos::prelude::*;

/// One line: a name and a value; none is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Option<String>,
}

impl Fact {
    /// A line of a name and a value.
    pub fn new(name: impl Into<String>, value: Option<impl Into<String>>) -> Self {
        Self {
            name: name.into(),
            value: value.map(Into::into),
        }
    }
}

/// A list of names and values; what is unknown looks unfinished.
#[component]
pub fn Facts(
    /// The lines.
    #[prop(into)]
    facts: Signal<Vec<Fact>>,
) -> impl IntoView {
    let t = fields::texts();
    let line = move |fact: Fact| {
        let value = match fact.value {
            Some(value) => view! { <dd>{value}</dd> }.into_any(),
            None => view! { <dd class="unknown">{t.not_filled()}</dd> }.into_any(),
        };
        view! { <div class="fact"><dt>{fact.name}</dt>{value}</div> }
    };
    view! { <dl class="facts">{move || facts.get().into_iter().map(line).collect_view()}</dl> }
}
