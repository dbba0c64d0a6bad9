//! A forgotten passphrase: the request, and what the county sends back.

use super::clear::Clear;
use super::reply::Reply;
use crate::platform::files;
use crate::ui::components::{Button, ButtonKind, Card, IconName, Notice, NoticeKind};
use crate::ui::text::{errors, lock};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The steps, or, where the county cannot help, the way out.
#[component]
pub fn Forgotten() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let recoverable = workspace.protection().get_untracked().recoverable;
    match recoverable {
        true => view! { <p>{t.forgotten_sentence()}</p> <Ask /> <Reply /> }.into_any(),
        false => view! { <Clear /> }.into_any(),
    }
}

/// Writes the request, and shows what is compared by telephone.
#[component]
fn Ask() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let protection = workspace.protection();
    let outcome = RwSignal::new(None::<Result<String, String>>);
    let words = RwSignal::new(None::<String>);
    let show_words = move || {
        leptos::task::spawn_local(async move {
            if let Ok(found) = workspace.recovery_words().await {
                let _is_gone = words.try_set(found);
            }
        });
    };
    if protection.with_untracked(|protection| protection.asked) {
        show_words();
    }
    let ask = move |()| {
        leptos::task::spawn_local(async move {
            let written = match workspace.ask_for_recovery().await {
                Err(error) => Err(errors::command(&error, t.0)),
                Ok(file) => match files::download(&file.name, "application/json", &file.bytes) {
                    Ok(()) => Ok(t.request_written(&file.name)),
                    Err(error) => Err(errors::file(&error, t.0)),
                },
            };
            let _is_gone = outcome.try_set(Some(written));
            show_words();
        });
    };
    let button = move || match protection.with(|protection| protection.asked) {
        false => t.request(),
        true => t.request_again(),
    };
    let said = move || {
        outcome.get().map(|outcome| match outcome {
            Ok(words) => view! { <Notice kind=NoticeKind::Success><p>{words}</p></Notice> }.into_any(),
            Err(words) => view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }.into_any(),
        })
    };
    let compare = move || {
        let words = words.get();
        words.map(|words| view! { <p id="recovery-words"><strong>{t.forgotten_step_2(&words)}</strong></p> })
    };
    view! {
        <Card>
            <p>{t.forgotten_step_1()}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Primary icon=IconName::Download on_click=ask>{button}</Button>
            </div>
            {said}
            {compare}
        </Card>
    }
}
