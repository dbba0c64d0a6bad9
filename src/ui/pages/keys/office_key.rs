//! One key for several computers of an office.

use crate::platform::files::{self, ChosenFile};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, Disclosure, FieldIds, FileDrop, IconName};
use crate::ui::text::{errors, keys};
use crate::workspace::{SHORTEST_PASSPHRASE, Workspace};
use leptos::prelude::*;

/// Writes the private keys, sealed with a passphrase, and takes such a file in.
#[component]
pub fn OfficeKey(
    /// Called when the device has other keys.
    changed: Callback<()>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = keys::texts();
    let ids = FieldIds::fresh();
    let passphrase = RwSignal::new(String::new());
    let is_short =
        Signal::derive(move || passphrase.with(|words| words.chars().count() < SHORTEST_PASSPHRASE));
    let write = move |()| {
        leptos::task::spawn_local(async move {
            let words = match workspace.office_key_file(&passphrase.get_untracked()).await {
                Err(error) => errors::command(&error, t.0),
                Ok(file) => match files::download(&file.name, "application/octet-stream", &file.bytes) {
                    Ok(()) => t.office_written(&file.name),
                    Err(error) => errors::file(&error, t.0),
                },
            };
            announcer.say(words);
        });
    };
    let take = Callback::new(move |chosen: Vec<ChosenFile>| {
        leptos::task::spawn_local(async move {
            announcer.say(taken(workspace, chosen, &passphrase.get_untracked(), t).await);
            changed.run(());
        });
    });
    view! {
        <Disclosure summary=t.office_title()>
            <div class="stack">
                <p>{t.office_explained()}</p>
                <label for=ids.input()>{t.passphrase()}</label>
                <input
                    type="password"
                    class="input"
                    id=ids.input()
                    autocomplete="new-password"
                    on:input=move |event| passphrase.set(event_target_value(&event))
                />
                <p class="hint">{t.passphrase_short(SHORTEST_PASSPHRASE)}</p>
                <div class="button-row">
                    <Button icon=IconName::Download disabled=is_short on_click=write>{t.office_write()}</Button>
                </div>
                <p><strong>{t.office_take()}</strong></p>
                <p class="hint">{t.office_take_explained()}</p>
                <FileDrop accept=".age" on_files=take />
            </div>
        </Disclosure>
    }
}

async fn taken(workspace: Workspace, chosen: Vec<ChosenFile>, passphrase: &str, t: keys::Texts) -> String {
    let Some(file) = chosen.into_iter().next() else {
        return String::new();
    };
    let bytes = match file.read().await {
        Ok(bytes) => bytes.to_vec(),
        Err(error) => return errors::file(&error, t.0),
    };
    match workspace.take_office_key(&bytes, passphrase).await {
        Ok(_) => t.office_taken().to_owned(),
        Err(error) => errors::command(&error, t.0),
    }
}
