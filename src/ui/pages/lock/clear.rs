//! The way out when nobody can open the register any more.

use crate::ui::components::{Button, ButtonKind, Card, Dialog, Notice, NoticeKind};
use crate::ui::text::{errors, lock};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Says why, and removes the register when somebody agrees.
#[component]
pub fn Clear() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let asking = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let clear = Callback::new(move |()| {
        asking.set(false);
        leptos::task::spawn_local(async move {
            if let Err(error) = workspace.forget_locked().await {
                let _is_gone = failed.try_set(Some(errors::command(&error, t.0)));
            }
        });
    });
    let why = move || {
        failed
            .get()
            .map(|why| view! { <Notice kind=NoticeKind::Error><p>{why}</p></Notice> })
    };
    view! {
        <Card title=t.no_escrow_title()>
            <p>{t.no_escrow()}</p>
            {why}
            <div class="button-row">
                <Button kind=ButtonKind::Danger on_click=move |()| asking.set(true)>{t.clear()}</Button>
            </div>
            <Dialog open=asking title=t.clear_question()>
                <p>{t.clear_explained()}</p>
                <div class="button-row">
                    <Button kind=ButtonKind::Danger on_click=clear>{t.clear_now()}</Button>
                    <Button on_click=move |()| asking.set(false)>{t.keep()}</Button>
                </div>
            </Dialog>
        </Card>
    }
}
