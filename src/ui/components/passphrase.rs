//! Entering a passphrase, and choosing a new one.

use super::{Field, FieldIds};
use crate::keys::passphrase::{SHORTEST, weakness};
use crate::ui::text::lock;
use leptos::{html, prelude::*};

/// A passphrase that is being typed. It is overwritten as soon as it has been used.
#[derive(Clone, Copy)]
pub struct Typed {
    value: RwSignal<String>,
    error: RwSignal<Option<String>>,
    input: NodeRef<html::Input>,
}

impl Typed {
    /// Nothing yet.
    pub fn blank() -> Self {
        Self {
            value: RwSignal::new(String::new()),
            error: RwSignal::new(None),
            input: NodeRef::new(),
        }
    }

    /// What was typed; when that is nothing, it is said at the field.
    pub fn entered(self, t: lock::Texts) -> Option<String> {
        let value = self.value.get_untracked();
        let missing = value.is_empty().then(|| t.missing().to_owned());
        self.say(missing);
        (!value.is_empty()).then_some(value)
    }

    /// Says what is wrong, at the field, and goes back to it.
    pub fn say(self, error: Option<String>) {
        let wrong = error.is_some();
        // The page may have gone on.
        let _is_gone = self.error.try_set(error);
        if let Some(input) = self.input.try_get_untracked().flatten().filter(|_| wrong) {
            let _is_focusable = input.focus();
        }
    }

    /// Forgets it.
    pub fn forget(self) {
        let _is_gone = self.value.try_set(String::new());
    }
}

/// A new passphrase and its repetition.
#[derive(Clone, Copy)]
pub struct NewTyped {
    first: Typed,
    again: Typed,
}

impl NewTyped {
    /// Nothing yet.
    pub fn blank() -> Self {
        Self {
            first: Typed::blank(),
            again: Typed::blank(),
        }
    }

    /// Whether nothing was typed; heard of.
    pub fn is_empty(self) -> bool {
        self.first.value.with(String::is_empty)
    }

    /// The new passphrase when it is taken and the two are the same; else what is wrong is said at its field.
    pub fn agreed(self, t: lock::Texts) -> Option<String> {
        let value = self.first.entered(t)?;
        if let Some(weak) = weakness(&value).filter(|weak| weak.is_refused()) {
            self.first.say(Some(lock::weakness(weak, t.0)));
            return None;
        }
        let same = self.again.value.with_untracked(|again| *again == value);
        self.again.say((!same).then(|| t.differ().to_owned()));
        same.then_some(value)
    }

    /// Forgets both.
    pub fn forget(self) {
        self.first.forget();
        self.again.forget();
    }
}

/// The field of a passphrase.
#[component]
pub fn PassphraseField(
    /// What is typed.
    typed: Typed,
    /// The label.
    #[prop(into)]
    label: String,
    /// What helps to choose it.
    #[prop(optional, into)]
    hint: String,
    /// What password managers are told: `current-password`, `new-password`.
    #[prop(default = "current-password")]
    kind: &'static str,
    /// Whether it is shown as text.
    shown: RwSignal<bool>,
    /// Whether to begin in it: where it is what the screen is there for.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let t = lock::texts();
    let ids = FieldIds::fresh();
    if first {
        Effect::new(move || {
            // The page may have gone on before this is heard of.
            if let Some(input) = typed.input.try_get().flatten() {
                let _is_focusable = input.focus();
            }
        });
    }
    let words = move || if shown.get() { t.hide() } else { t.show() };
    view! {
        <Field ids label hint error=typed.error>
            <div class="passphrase">
                <input
                    type=move || if shown.get() { "text" } else { "password" }
                    class="input"
                    id=ids.input()
                    node_ref=typed.input
                    autocomplete=kind
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=ids.described_by()
                    aria-invalid=move || typed.error.with(Option::is_some).to_string()
                    prop:value=typed.value
                    on:input=move |event| typed.value.set(event_target_value(&event))
                />
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || shown.get().to_string()
                    aria-controls=ids.input()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {words}
                </button>
            </div>
        </Field>
    }
}

/// The two fields of a new passphrase, with a word when it could be better.
#[component]
pub fn NewPassphrase(
    /// What is typed.
    typed: NewTyped,
) -> impl IntoView {
    let t = lock::texts();
    let shown = RwSignal::new(false);
    let could_be_better = move || {
        let weak = typed.first.value.with(|value| weakness(value));
        weak.filter(|weak| !weak.is_refused())
            .map(|weak| lock::weakness(weak, t.0))
    };
    view! {
        <PassphraseField typed=typed.first label=t.new_passphrase() hint=t.hint(SHORTEST) kind="new-password" shown />
        <p class="hint" role="status">{could_be_better}</p>
        <PassphraseField typed=typed.again label=t.repeat() kind="new-password" shown />
    }
}
