//! The button that locks the register.

use super::auto_lock::lock_now;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Icon, IconName};
use crate::ui::text::lock;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Locks at once; there only where a passphrase opens it again.
#[component]
pub fn LockButton() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = lock::texts();
    let protection = workspace.protection();
    let encrypted = Memo::new(move |_| protection.with(|protection| protection.encrypted));
    move || {
        encrypted.get().then(|| {
            view! {
                <button
                    type="button"
                    class="button button-quiet button-icon"
                    id="lock-now"
                    aria-label=t.lock_now()
                    title=t.lock_now()
                    on:click=move |_| lock_now(workspace, announcer)
                >
                    <Icon name=IconName::Lock />
                </button>
            }
        })
    }
}
