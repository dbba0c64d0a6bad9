//! Out of a store that cannot be worked on: one button that writes what can still be read.

use crate::platform::files;
use crate::ui::components::{Button, IconName};
use crate::ui::text::{errors, phases};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The button, and what came of it.
#[component]
pub fn Rescue() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = phases::texts();
    let words = RwSignal::new(String::new());
    let export = move |()| {
        words.set(t.rescuing().to_owned());
        leptos::task::spawn_local(async move {
            let said = match workspace.rescue().await {
                Ok(file) => match files::download(&file.name, "application/json", &file.bytes) {
                    Ok(()) => t.rescued(&file.name),
                    Err(error) => errors::file(&error, t.0),
                },
                Err(error) => errors::command(&error, t.0),
            };
            words.set(said);
        });
    };
    view! {
        <Button icon=IconName::Download on_click=export>{t.rescue()}</Button>
        <span role="status">{words}</span>
    }
}
