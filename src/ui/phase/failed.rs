//! When the register cannot be opened: what happened, what is safe, what to do.

use crate::ui::components::{Button, ButtonKind, Card, Notice, NoticeKind};
use crate::ui::shell::LanguageSwitch;
use crate::ui::text::{errors, phases};
use crate::workspace::CommandError;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn Failed(
    /// Why.
    error: CommandError,
) -> impl IntoView {
    let t = phases::texts();
    let reload = |()| {
        let _only_refuses_without_a_page = window().location().reload();
    };
    view! {
        <main class="phase page page-narrow" id="main">
            <div class="row spread">
                <h1>{t.cannot_open()}</h1>
                <LanguageSwitch />
            </div>
            <Notice kind=NoticeKind::Error>
                <p>{errors::command(&error, t.0)}</p>
                <p class="phase-code">{t.error_code()} " " <code>{error.code()}</code></p>
            </Notice>
            <div><Button kind=ButtonKind::Primary on_click=reload>{t.reload()}</Button></div>
            <Card title=t.safe_title()>
                <ul class="bullets">
                    <li>{t.safe_saved()}</li>
                    <li>{t.safe_packages()}</li>
                    <li>{t.safe_keep()}</li>
                </ul>
            </Card>
        </main>
    }
}
