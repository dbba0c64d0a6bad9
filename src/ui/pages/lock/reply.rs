//! The county's reply, and the new passphrase.

use crate::platform::files::ChosenFile;
use crate::ui::components::{Card, FileDrop, NewPassphrase, NewTyped, Notice, NoticeKind};
use crate::ui::text::{errors, lock};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Takes the reply in; what is wrong with it is said before a passphrase is asked for.
#[component]
pub fn Reply() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let reply = RwSignal::new(None::<Vec<u8>>);
    let failed = RwSignal::new(None::<String>);
    let chosen = Callback::new(move |files: Vec<ChosenFile>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let outcome = match file.read().await {
                Err(error) => Err(errors::file(&error, t.0)),
                Ok(bytes) => {
                    let bytes = bytes.to_vec();
                    let looked = workspace.look_at_reply(&bytes).await;
                    looked
                        .map(|()| bytes)
                        .map_err(|error| errors::command(&error, t.0))
                }
            };
            let _is_gone = failed.try_set(outcome.as_ref().err().cloned());
            let _is_gone = reply.try_set(outcome.ok());
        });
    });
    let why = move || {
        failed
            .get()
            .map(|why| view! { <Notice kind=NoticeKind::Error><p>{why}</p></Notice> })
    };
    let next = move || reply.get().map(|reply| view! { <Open reply failed /> });
    view! {
        <Card>
            <p>{t.forgotten_step_3()}</p>
            <FileDrop on_files=chosen accept=".json" />
            {why}
            {next}
        </Card>
    }
}

/// The new passphrase.
#[component]
fn Open(
    /// The reply.
    reply: Vec<u8>,
    /// Why it did not open.
    failed: RwSignal<Option<String>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let typed = NewTyped::blank();
    let busy = RwSignal::new(false);
    let reply = StoredValue::new(reply);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = typed.agreed(t).filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        let reply = reply.get_value();
        leptos::task::spawn_local(async move {
            let outcome = workspace.recover(&reply, &passphrase).await;
            typed.forget();
            let _is_gone = busy.try_set(false);
            let _is_gone = failed.try_set(outcome.err().map(|error| errors::command(&error, t.0)));
        });
    };
    view! {
        <Notice kind=NoticeKind::Success><p>{t.reply_good()}</p></Notice>
        <form class="stack" novalidate=true on:submit=submit>
            <p>{t.forgotten_step_4()}</p>
            <NewPassphrase typed />
            <div>
                <button type="submit" class="button button-primary" id="lock-recover" disabled=busy>{t.recover()}</button>
            </div>
        </form>
    }
}
