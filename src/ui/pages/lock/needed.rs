//! Where a passphrase is demanded and there is none yet.

use crate::ui::components::{NewPassphrase, NewTyped, Notice, NoticeKind};
use crate::ui::shell::LanguageSwitch;
use crate::ui::text::{errors, lock};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Encrypts what is there before it is gone on with.
#[component]
pub fn Needed() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let typed = NewTyped::blank();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = typed.agreed(t).filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = workspace.set_passphrase(&passphrase).await;
            typed.forget();
            let _is_gone = busy.try_set(false);
            let _is_gone = failed.try_set(outcome.err().map(|error| errors::command(&error, t.0)));
        });
    };
    let words = move || if busy.get() { t.encrypting() } else { t.encrypt() };
    let why = move || {
        failed
            .get()
            .map(|why| view! { <Notice kind=NoticeKind::Error><p>{why}</p></Notice> })
    };
    view! {
        <main class="phase page page-narrow" id="main">
            <div class="row spread">
                <h1>{t.needed_title()}</h1>
                <LanguageSwitch />
            </div>
            <p>{t.needed_sentence()}</p>
            {why}
            <form class="stack" novalidate=true on:submit=submit>
                <NewPassphrase typed />
                <Notice kind=NoticeKind::Warning><p>{t.not_recoverable()}</p></Notice>
                <div>
                    <button type="submit" class="button button-primary" id="lock-set" disabled=busy>{words}</button>
                </div>
            </form>
        </main>
    }
}
