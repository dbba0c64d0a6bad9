//! The device's own card.

use super::{FingerprintView, OfficeKey};
use crate::keys::KeyCard;
use crate::platform::files;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Card, IconName, Notice, NoticeKind};
use crate::ui::text::{errors, format, keys};
use crate::workspace::{CommandError, Workspace};
use leptos::prelude::*;

/// Shows the fingerprint of the device, and writes its card; the keys are made the first time.
#[component]
pub fn OwnCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = keys::texts();
    let card = RwSignal::new(None::<Result<KeyCard, CommandError>>);
    let read = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let found = workspace.own_card().await;
            let _is_gone = card.try_set(Some(found));
        });
    });
    read.run(());
    let body = move || match card.get() {
        None => view! { <p class="loading">{t.working()}</p> }.into_any(),
        Some(Err(CommandError::ReadOnly)) => view! { <Notice><p>{t.own_reader()}</p></Notice> }.into_any(),
        Some(Err(error)) => {
            let words = errors::command(&error, t.0);
            view! { <Notice kind=NoticeKind::Error><p>{words}</p></Notice> }.into_any()
        }
        Some(Ok(card)) => view! { <Own card /> }.into_any(),
    };
    view! {
        <Card title=t.own_title()>
            <p>{t.own_explained()}</p>
            {body}
            <OfficeKey changed=read />
        </Card>
    }
}

#[component]
fn Own(card: KeyCard) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = keys::texts();
    let whose = t.card_is(&format::area(card.code()), &card.name);
    let write = move |()| {
        leptos::task::spawn_local(async move {
            let words = match workspace.card_file().await {
                Err(error) => errors::command(&error, t.0),
                Ok(file) => match files::download(&file.name, "application/json", &file.bytes) {
                    Ok(()) => t.card_written(&file.name),
                    Err(error) => errors::file(&error, t.0),
                },
            };
            announcer.say(words);
        });
    };
    view! {
        <p><strong>{whose}</strong></p>
        <FingerprintView card />
        <div class="button-row">
            <Button kind=ButtonKind::Primary icon=IconName::Download on_click=write>{t.write_card()}</Button>
        </div>
    }
}
