//! The passphrase and the lock.

use super::auto_lock_choice::AutoLockChoice;
use super::passphrase_change::{ChangePassphrase, RemovePassphrase, SetPassphrase};
use crate::model::Level;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, Card, IconName, Notice, NoticeKind};
use crate::ui::shell::lock_now;
use crate::ui::text::lock;
use crate::workspace::{Access, Workspace};
use leptos::prelude::*;

/// How the register is protected, and what can be changed about it.
#[component]
pub fn LockCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = lock::texts();
    let protection = workspace.protection();
    let encrypted = Memo::new(move |_| protection.with(|protection| protection.encrypted));
    let status = move || {
        if encrypted.get() {
            t.status_on()
        } else {
            t.status_off()
        }
    };
    let county_known = county_known(workspace);
    let escrow = move || {
        let recoverable = match encrypted.get() {
            true => Some(protection.with(|protection| protection.recoverable)),
            false => county_known.get(),
        };
        recoverable.map(|recoverable| match recoverable {
            true => view! { <p class="hint" id="lock-escrow">{t.recoverable()}</p> }.into_any(),
            false => view! { <Notice kind=NoticeKind::Warning><p id="lock-escrow">{t.not_recoverable()}</p></Notice> }
                .into_any(),
        })
    };
    let demanded = untrack(|| workspace.demands_passphrase() && !workspace.is_demo());
    let ways = move || match (workspace.access().get(), encrypted.get()) {
        (Access::Reader, _) => view! { <p class="hint">{t.only_writer()}</p> }.into_any(),
        (Access::Writer, false) => view! { <SetPassphrase /> }.into_any(),
        (Access::Writer, true) => view! {
            <ChangePassphrase />
            {(!demanded).then(|| view! { <RemovePassphrase /> })}
        }
        .into_any(),
    };
    let locking = move || {
        encrypted.get().then(|| {
            view! {
                <AutoLockChoice />
                <div class="button-row">
                    <Button icon=IconName::Lock on_click=move |()| lock_now(workspace, announcer)>{t.lock_now()}</Button>
                </div>
            }
        })
    };
    view! {
        <Card title=t.settings_title()>
            <p id="lock-status" role="status">{status}</p>
            {escrow}
            {locking}
            {ways}
        </Card>
    }
}

/// Whether the county's card is here, so that a passphrase that is set now can be brought back; none until that is read.
fn county_known(workspace: Workspace) -> RwSignal<Option<bool>> {
    let known = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        if let Ok(above) = workspace.sealable_above().await {
            let county = above.iter().any(|area| area.level() == Level::County);
            let _is_gone = known.try_set(Some(county));
        }
    });
    known
}
