//! A button that changes which cards are here.

use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::text::{errors, language};
use crate::workspace::{CommandError, Later};
use leptos::prelude::*;

/// Carries a command out, says how it went, and has the cards read anew.
#[component]
pub fn RingButton(
    /// How it looks.
    kind: ButtonKind,
    /// Its words.
    words: &'static str,
    /// What is said when it is done.
    done: &'static str,
    /// Called when it is done.
    read: Callback<()>,
    /// The command.
    command: impl Fn() -> Later<'static, Result<(), CommandError>> + Send + Sync + Copy + 'static,
) -> impl IntoView {
    let announcer = use_announcer();
    let language = language();
    let click = move |()| {
        leptos::task::spawn_local(async move {
            match command().await {
                Ok(()) => {
                    announcer.say(done);
                    read.run(());
                }
                Err(error) => announcer.say(errors::command(&error, language)),
            }
        });
    };
    view! { <Button kind on_click=click>{words}</Button> }
}
