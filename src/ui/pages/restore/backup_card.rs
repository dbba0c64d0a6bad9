//! The backup: chosen, looked at, restored.

use super::{Step, step};
use crate::platform::files::ChosenFile;
use crate::ui::components::{Card, FileDrop, NewPassphrase, NewTyped, Notice, NoticeKind};
use crate::ui::route::{Route, go};
use crate::ui::text::{errors, format, lock, restore};
use crate::workspace::{ImportPreview, Workspace};
use leptos::prelude::*;

/// Takes a backup in when a person has seen whose it is.
#[component]
pub fn BackupCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = restore::texts();
    let step = RwSignal::new_local(Step::Waiting);
    let choose = Callback::new(move |files: Vec<ChosenFile>| {
        step.set(Step::Reading);
        leptos::task::spawn_local(async move { step.set(step::look(workspace, files).await) });
    });
    // The store is encrypted before the records come into it; a try that failed later has done that already.
    let protection = workspace.protection();
    let demanded = move || {
        let encrypted = protection.with_untracked(|protection| protection.encrypted);
        workspace.demands_passphrase() && !encrypted
    };
    let typed = NewTyped::blank();
    let lock = lock::texts();
    let write = Callback::new(move |()| {
        let passphrase = match demanded() {
            true => match typed.agreed(lock) {
                Some(passphrase) => Some(passphrase),
                None => return,
            },
            false => None,
        };
        let Some(Step::Found(preview)) = step.try_update(|step| std::mem::replace(step, Step::Restoring))
        else {
            return;
        };
        leptos::task::spawn_local(async move {
            let outcome = workspace.restore_backup(preview, passphrase.as_deref()).await;
            typed.forget();
            match outcome {
                Ok(_) => go(&Route::Home),
                Err(error) => {
                    let _the_page_may_be_left = step.try_set(Step::Failed(error));
                }
            }
        });
    });
    let again = move || view! { <FileDrop accept=".json,application/json" on_files=choose /> };
    let failed = move |words: String| {
        view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> {again()} }.into_any()
    };
    let body = move || {
        step.with(|step| match step {
            Step::Waiting => again().into_any(),
            Step::Reading => view! { <p class="loading" role="status">{t.reading()}</p> }.into_any(),
            Step::Found(preview) => {
                let words = found(preview, t);
                view! { <Found words write passphrase=demanded().then_some(typed) /> {again()} }.into_any()
            }
            Step::Restoring => view! { <p class="loading" role="status">{t.restoring()}</p> }.into_any(),
            Step::NoBackup => failed(t.no_backup().to_owned()),
            Step::Unread(error) => failed(errors::file(error, t.0)),
            Step::Failed(error) => failed(errors::command(error, t.0)),
        })
    };
    view! {
        <Card title=t.choose_title()>
            <p>{t.choose_hint()}</p>
            <div class="stack" aria-live="polite">{body}</div>
        </Card>
    }
}

/// Whose backup it is, the new passphrase where one is demanded, and the button that restores it.
#[component]
fn Found(words: Vec<String>, write: Callback<()>, passphrase: Option<NewTyped>) -> impl IntoView {
    let t = restore::texts();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        write.run(());
    };
    let passphrase = passphrase.map(|typed| {
        let t = lock::texts();
        view! {
            <h3>{t.first_run_demanded()}</h3>
            <NewPassphrase typed />
            <Notice kind=NoticeKind::Warning><p>{t.not_recoverable()}</p></Notice>
        }
    });
    view! {
        <Notice>{words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}</Notice>
        <form class="stack" id="restore-form" novalidate=true on:submit=submit>
            {passphrase}
            <div><button type="submit" class="button button-primary">{t.restore_now()}</button></div>
        </form>
    }
}

fn found(preview: &ImportPreview, t: restore::Texts) -> Vec<String> {
    let Some(head) = preview.backup() else {
        return Vec::new();
    };
    let name = head.author.name.clone().unwrap_or_default();
    let changes = preview
        .files
        .iter()
        .filter_map(|file| file.outcome.as_ref().ok())
        .flat_map(|incoming| &incoming.preview.areas)
        .map(|area| area.changes)
        .sum();
    vec![
        t.found(&format::area(head.scope.code), &name),
        t.found_facts(changes, head.as_of),
    ]
}
