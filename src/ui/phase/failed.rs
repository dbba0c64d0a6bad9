//! When the register cannot be opened: what happened, what is safe, what to do.

use super::Rescue;
use crate::ui::components::{Button, ButtonKind, Card, Notice, NoticeKind};
use crate::ui::shell::LanguageSwitch;
use crate::ui::text::{errors, phases};
use crate::workspace::{CommandError, StorageError};
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
    // Of a store that a newer version wrote this one reads nothing, and where there is no store there is nothing to read.
    let unreadable = matches!(
        error,
        CommandError::Storage(StorageError::NewerVersion | StorageError::Unavailable(_))
    );
    let rescue = (!unreadable).then(|| {
        view! {
            <Card title=t.rescue()>
                <p>{t.rescue_explained()}</p>
                <div class="button-row"><Rescue /></div>
            </Card>
        }
    });
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
            {rescue}
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
