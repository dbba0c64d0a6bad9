//! Locking by itself when nobody is there.

use crate::platform::idle::Idle;
use crate::platform::preferences::Preference;
use crate::ui::announce::{Announcer, use_announcer};
use crate::ui::components::Button;
use crate::ui::text::lock;
use crate::workspace::{AUTO_LOCK_SECONDS, Workspace};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How often it is looked whether somebody is there.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long before it locks this is said, in milliseconds.
const SAY_BEFORE: u64 = 60_000;

/// Locks what is encrypted when there was no input for as long as the preference says, and says so before.
#[component]
pub fn AutoLock() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let protection = workspace.protection();
    let encrypted = Memo::new(move |_| protection.with(|protection| protection.encrypted));
    move || encrypted.get().then(|| view! { <Watch /> })
}

#[component]
fn Watch() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = lock::texts();
    let left = RwSignal::new(None::<u64>);
    let idle = Rc::new(Idle::watch());
    let after = move || {
        let seconds = Preference::AutoLock.read().unwrap_or(AUTO_LOCK_SECONDS);
        u64::from(seconds) * 1000
    };
    let look = {
        let idle = Rc::clone(&idle);
        move || {
            let (after, idle) = (after(), idle.millis());
            let (rest, early) = (after.saturating_sub(idle), SAY_BEFORE.min(after / 2));
            left.set((rest <= early).then_some(rest.div_ceil(1000)));
            if rest == 0 {
                lock_now(workspace, announcer);
            }
        }
    };
    let timer = set_interval_with_handle(look, LOOK_EVERY).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    let watched = StoredValue::new_local(idle);
    let stay = move |()| {
        watched.with_value(|idle| idle.touch());
        left.set(None);
    };
    move || {
        left.get().map(|left| {
            view! {
                <div class="shell-banner shell-update" role="status">
                    <span>{t.soon(left as usize)}</span>
                    <Button on_click=stay>{t.stay()}</Button>
                </div>
            }
        })
    }
}

/// Locks: first the field that is being typed into is left, which saves it, and what was said is taken away.
pub fn lock_now(workspace: Workspace, announcer: Announcer) {
    let active = document().active_element();
    if let Some(element) = active.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _may_have_no_focus = element.blur();
    }
    announcer.hush();
    leptos::task::spawn_local(async move { workspace.lock().await });
}
