//! The name of whoever works here, and the end of the first run.

use super::opening::Opening;
use super::passphrase::FirstPassphrase;
use super::question::Question;
use super::step::Step;
use crate::model::{DivisionCode, Level};
use crate::ui::components::{Field, FieldIds, NewTyped};
use crate::ui::text::{format, lock, start};
use crate::workspace::{Edition, FirstRun, Workspace};
use leptos::{html, prelude::*};

/// The name, with the area once more before it is kept.
#[component]
pub fn NameQuestion(
    /// Where the first run has come to.
    step: RwSignal<Step>,
    /// The area.
    area: DivisionCode,
    /// Opens the register.
    opening: Opening,
) -> impl IntoView {
    let t = start::texts();
    let ids = FieldIds::fresh();
    let name = RwSignal::new(String::new());
    let missing = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
    let typed = NewTyped::blank();
    let demanded = expect_context::<Workspace>().demands_passphrase();
    // Left empty where it is not demanded, there is none.
    let passphrase = move || match typed.is_empty() && !demanded {
        true => Some(None),
        false => typed.agreed(lock::Texts(t.0)).map(Some),
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = name.with_untracked(|name| name.trim().to_owned());
        missing.set(name.is_empty().then(|| t.name_missing().to_owned()));
        if name.is_empty() {
            focus(input);
        } else if let Some(passphrase) = passphrase() {
            opening.begin(FirstRun {
                edition: Edition::Real,
                area,
                name,
                passphrase,
            });
        }
    };
    let words = move || if opening.is_busy() { t.opening() } else { t.begin() };
    view! {
        <Question step words=t.your_name()>
            <p>{t.working_for()} <strong>{full_name(area)}</strong> " · " {t.level(area.level())}</p>
            <form class="stack" novalidate=true on:submit=submit>
                <Field ids label=t.name() hint=t.name_hint() error=missing>
                    <input
                        type="text"
                        class="input"
                        id=ids.input()
                        node_ref=input
                        autocomplete="name"
                        aria-describedby=ids.described_by()
                        aria-invalid=move || missing.with(Option::is_some).to_string()
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </Field>
                <FirstPassphrase typed demanded />
                <div>
                    <button type="submit" class="button button-primary" id="start-begin" disabled=move || opening.is_busy()>{words}</button>
                </div>
            </form>
        </Question>
    }
}

/// The name with the township that a village lies in, for there are villages of one name in two townships.
fn full_name(area: DivisionCode) -> String {
    let township = area.parent().filter(|parent| parent.level() == Level::Township);
    township.map(format::area).unwrap_or_default() + &format::area(area)
}

fn focus(input: NodeRef<html::Input>) {
    if let Some(input) = input.get_untracked() {
        let _is_focusable = input.focus();
    }
}
