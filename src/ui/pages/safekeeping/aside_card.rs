//! Changes that could not be read.

use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, Card};
use crate::ui::text::{errors, format, safekeeping};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// What was set aside; nothing is shown when there is none.
#[component]
pub fn AsideCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = safekeeping::texts();
    let aside = workspace.set_aside();
    let retry = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match workspace.retry_aside().await {
                Ok(n) => announcer.say(t.aside_read(n)),
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    });
    // A newer program may read what an older one could not.
    leptos::task::spawn_local(async move {
        if let Ok(n) = workspace.retry_what_others_left().await
            && n > 0
        {
            announcer.say(t.aside_read(n));
        }
    });
    move || {
        let aside = aside.get();
        (!aside.is_empty()).then(|| {
            let lines = aside
                .iter()
                .map(|one| {
                    let words = t.aside_line(&format::area(one.scope), &one.change.path, &one.change.detail);
                    view! { <li>{words}</li> }
                })
                .collect_view();
            view! {
                <Card title=t.aside_title()>
                    <p class="hint">{t.aside_explained()}</p>
                    <ul class="hints">{lines}</ul>
                    <div class="button-row"><Button on_click=retry>{t.aside_retry()}</Button></div>
                </Card>
            }
        })
    }
}
