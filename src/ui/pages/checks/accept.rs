//! Accepting a finding: somebody says why it is right as it is.

use crate::model::DivisionCode;
use crate::model::consistency::Breach;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::text::{checks, errors};
use crate::workspace::Workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button that opens one line for the reason; saving it is saving the decision.
#[component]
pub fn Accept(
    /// The village.
    area: DivisionCode,
    /// The finding.
    breach: Breach,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = checks::texts();
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let id = format!("accept-{}", breach.issue_id());
    let breach = StoredValue::new(breach);
    let save = Callback::new(move |()| {
        let words = reason.get_untracked().trim().to_owned();
        if words.is_empty() {
            announcer.say(t.reason_needed());
            return;
        }
        let issue = breach.with_value(|breach| breach.accepted(&words));
        spawn_local(async move {
            match workspace.save(area, &issue).await {
                Ok(()) => announcer.say(t.saved()),
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    });
    let begin = Callback::new(move |()| open.set(true));
    let cancel = Callback::new(move |()| open.set(false));
    move || {
        if !open.get() {
            return view! { <Button on_click=begin kind=ButtonKind::Quiet>{t.accept()}</Button> }.into_any();
        }
        let (id, hint) = (id.clone(), format!("{id}-hint"));
        view! {
            <div class="check-accept">
                <label class="field-label" for=id.clone()>{t.reason()}</label>
                <p class="hint" id=hint.clone()>{t.reason_hint()}</p>
                <input
                    class="input"
                    id=id
                    aria-describedby=hint
                    prop:value=reason
                    on:input=move |event| reason.set(event_target_value(&event))
                />
                <div class="row">
                    <Button on_click=save kind=ButtonKind::Primary>{t.save_reason()}</Button>
                    <Button on_click=cancel kind=ButtonKind::Quiet>{t.cancel()}</Button>
                </div>
            </div>
        }
        .into_any()
    }
}
