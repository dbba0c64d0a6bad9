//! The county's side of a forgotten passphrase.

use crate::platform::files::{self, ChosenFile};
use crate::ui::components::{Button, ButtonKind, Card, FileDrop, IconName, Notice, NoticeKind};
use crate::ui::text::{errors, format, lock};
use crate::workspace::{Asking, Workspace};
use leptos::prelude::*;

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Nothing,
    Asked(Asking),
    Done(String),
    Failed(String),
}

/// Takes a request in, shows who asks, and replies when somebody has compared.
#[component]
pub fn RecoveryCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let stage = RwSignal::new(Stage::Nothing);
    let chosen = Callback::new(move |files: Vec<ChosenFile>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let found = match file.read().await {
                Err(error) => Stage::Failed(errors::file(&error, t.0)),
                Ok(bytes) => match workspace.look_at_request(&bytes.to_vec()).await {
                    Ok(asking) => Stage::Asked(asking),
                    Err(error) => Stage::Failed(errors::command(&error, t.0)),
                },
            };
            let _is_gone = stage.try_set(found);
        });
    });
    let shown = move || match stage.get() {
        Stage::Nothing => ().into_any(),
        Stage::Asked(asking) => view! { <WhoAsks asking stage /> }.into_any(),
        Stage::Done(words) => view! { <Notice kind=NoticeKind::Success><p>{words}</p></Notice> }.into_any(),
        Stage::Failed(words) => view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }.into_any(),
    };
    view! {
        <Card title=t.county_title()>
            <p class="hint">{t.county_explained()}</p>
            <FileDrop on_files=chosen accept=".json" />
            {shown}
        </Card>
    }
}

/// Who asks, what to compare, and the reply.
#[component]
fn WhoAsks(
    /// The request.
    asking: Asking,
    /// How far it has come.
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let who = t.county_who(&format::area(asking.area().code), asking.device().as_str());
    let when = t.county_when(&format::moment(asking.at(), t.0));
    let words = t.county_words(&asking.words);
    let answer = move |()| {
        let asking = asking.clone();
        leptos::task::spawn_local(async move {
            let done = match workspace.answer_request(&asking).await {
                Err(error) => Stage::Failed(errors::command(&error, t.0)),
                Ok(file) => match files::download(&file.name, "application/json", &file.bytes) {
                    Ok(()) => Stage::Done(t.county_done(&file.name)),
                    Err(error) => Stage::Failed(errors::file(&error, t.0)),
                },
            };
            let _is_gone = stage.try_set(done);
        });
    };
    view! {
        <div class="stack" id="recovery-who">
            <p><strong>{who}</strong></p>
            <p>{when}</p>
            <p>{words}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Primary icon=IconName::Download on_click=answer>{t.county_answer()}</Button>
                <Button on_click=move |()| stage.set(Stage::Nothing)>{t.county_drop()}</Button>
            </div>
        </div>
    }
}
