//! The frame around an input: label, hint, error, and the ties between them that assistive software needs.

use crate::ui::text::fields;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(1);

/// The element ids of one field, unique in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldIds(u32);

impl FieldIds {
    /// Ids that no other field has.
    pub fn fresh() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// The id of the input.
    pub fn input(self) -> String {
        format!("field-{}", self.0)
    }

    /// The id of the label, for groups.
    pub fn label(self) -> String {
        format!("field-{}-label", self.0)
    }

    /// The id of the hint.
    pub fn hint(self) -> String {
        format!("field-{}-hint", self.0)
    }

    /// The id of the error.
    pub fn error(self) -> String {
        format!("field-{}-error", self.0)
    }

    /// What describes the input: the hint, and the error while there is one.
    pub fn described_by(self) -> String {
        format!("{} {}", self.hint(), self.error())
    }
}

/// A labelled field. A single input is labelled by a `label` element; a group of inputs (radios, checkboxes) names the
/// frame itself.
#[component]
pub fn Field(
    /// The ids, which the input uses too.
    ids: FieldIds,
    /// The label.
    #[prop(into)]
    label: String,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the entry.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether the children are several inputs.
    #[prop(optional)]
    group: bool,
    /// Whether it takes the whole width of a form, as long lists do.
    #[prop(optional)]
    wide: bool,
    /// What stands at the right of the label, such as the mark of saving.
    #[prop(optional, into)]
    aside: ViewFnOnce,
    /// The input.
    children: Children,
) -> impl IntoView {
    let t = fields::texts();
    let no_hint = hint.is_empty();
    let label = if group {
        view! { <span class="field-label" id=ids.label()>{label}</span> }.into_any()
    } else {
        view! { <label class="field-label" id=ids.label() for=ids.input()>{label}</label> }.into_any()
    };
    let message = move || {
        error
            .get()
            .map(|error| view! { <span class="visually-hidden">{t.error_prefix()}</span> {error} })
    };
    view! {
        <div
            class="field"
            class:field-wide=wide
            class:field-wrong=move || error.with(Option::is_some)
            role=group.then_some("group")
            aria-labelledby=group.then(|| ids.label())
            aria-describedby=group.then(|| ids.described_by())
        >
            <div class="field-head">{label} {aside.run()}</div>
            <p class="field-hint" id=ids.hint() hidden=no_hint>{hint}</p>
            <p class="field-error" id=ids.error() aria-live="polite">{message}</p>
            {children()}
        </div>
    }
}
