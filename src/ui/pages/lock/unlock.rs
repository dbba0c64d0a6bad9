//! The passphrase of a locked register.

use crate::ui::components::{PassphraseField, Typed};
use crate::ui::text::{errors, lock};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::time::Duration;

/// How often the seconds that are left are counted.
const TICK: Duration = Duration::from_millis(250);

/// One field, and how long to wait after a wrong passphrase.
#[component]
pub fn Unlock() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let typed = Typed::blank();
    let shown = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let seconds = use_seconds_left(workspace);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || seconds.get_untracked() > 0 {
            return;
        }
        let Some(passphrase) = typed.entered(t) else {
            return;
        };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = workspace.unlock(&passphrase).await;
            let _is_gone = busy.try_set(false);
            typed.forget();
            if let Err(error) = outcome {
                let _is_gone = seconds.try_set(workspace.wait_left().div_ceil(1000));
                typed.say(Some(errors::command(&error, t.0)));
            }
        });
    };
    let words = move || if busy.get() { t.unlocking() } else { t.unlock() };
    let waiting = move || {
        let left = seconds.get();
        (left > 0).then(|| view! { <p class="hint" id="lock-wait">{t.wait(left as usize)}</p> })
    };
    view! {
        <p>{t.locked_sentence()}</p>
        <form class="stack" novalidate=true id="lock-form" on:submit=submit>
            <PassphraseField typed label=t.passphrase() shown first=true />
            <div role="status">{waiting}</div>
            <div>
                <button
                    type="submit"
                    class="button button-primary"
                    id="lock-open"
                    disabled=move || busy.get() || seconds.with(|seconds| *seconds > 0)
                >
                    {words}
                </button>
            </div>
        </form>
    }
}

/// The seconds until the next try, counted down.
fn use_seconds_left(workspace: Workspace) -> RwSignal<u64> {
    let seconds = RwSignal::new(workspace.wait_left().div_ceil(1000));
    let count = move || {
        let left = workspace.wait_left().div_ceil(1000);
        if seconds.get_untracked() != left {
            seconds.set(left);
        }
    };
    let timer = set_interval_with_handle(count, TICK).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    seconds
}
