//! The log of imports.

use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Card, Disclosure};
use crate::ui::text::{errors, format, keys, safekeeping};
use crate::workspace::{ImportRun, Workspace};
use leptos::prelude::*;

/// So many imports are shown at once.
const SHOWN: usize = 12;

/// The imports of this device, the last one first; those that can be undone have a button.
#[component]
pub fn ImportsCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = safekeeping::texts();
    let runs = workspace.import_runs();
    let list = move || {
        let lines = runs
            .get()
            .iter()
            .take(SHOWN)
            .map(|run| run_line(workspace, run, t))
            .collect_view();
        view! { <ul class="plain-list stack">{lines}</ul> }
    };
    let none = move || {
        runs.with(|runs| runs.is_empty())
            .then(|| view! { <p>{t.imports_none()}</p> })
    };
    view! {
        <Card title=t.imports_title()>
            <p class="hint">{t.imports_explained()}</p>
            {none}
            {list}
        </Card>
    }
}

fn run_line(workspace: Workspace, run: &ImportRun, t: safekeeping::Texts) -> impl IntoView + use<> {
    let number = run.number;
    let words = t.import_line(number, &format::moment(run.at, t.0), run.changes);
    let files: Vec<String> = run
        .files
        .iter()
        .map(|file| {
            let signer = file.signer.as_ref();
            let signed = signer.map(|who| format!(" {}", keys::Texts(t.0).file_signed_by(who)));
            format!(
                "{} {} #{}{}",
                file.scope,
                file.profile,
                file.sequence,
                signed.unwrap_or_default()
            )
        })
        .collect();
    let files = (!files.is_empty()).then(|| {
        let words = t.import_files(&files.len().to_string());
        view! { <Disclosure summary=words><p class="hint">{files.join(" · ")}</p></Disclosure> }
    });
    let way = match workspace.undo_blocked(number) {
        None => view! { <UndoButton number /> }.into_any(),
        Some(why) => view! { <p class="hint">{errors::undo_blocked(why, t.0)}</p> }.into_any(),
    };
    view! { <li><p>{words}</p>{files}{way}</li> }
}

/// Asks once more before it undoes.
#[component]
fn UndoButton(number: u32) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = safekeeping::texts();
    let asking = RwSignal::new(false);
    let begin = Callback::new(move |()| asking.set(true));
    let keep = Callback::new(move |()| asking.set(false));
    let undo = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match workspace.undo_import(number).await {
                Ok(()) => announcer.say(t.undo_done()),
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    });
    move || match asking.get() {
        false => view! { <Button kind=ButtonKind::Quiet on_click=begin>{t.undo()}</Button> }.into_any(),
        true => view! {
            <div class="button-row">
                <Button kind=ButtonKind::Danger on_click=undo>{t.undo_sure()}</Button>
                <Button on_click=keep>{t.undo_keep()}</Button>
            </div>
        }
        .into_any(),
    }
}
