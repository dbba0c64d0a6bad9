//! The locked screen.

use super::forgotten::Forgotten;
use super::unlock::Unlock;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::shell::LanguageSwitch;
use crate::ui::text::{format, lock};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Asks for the passphrase, or brings it back.
#[component]
pub fn LockScreen() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = lock::texts();
    let protection = workspace.protection();
    // A recovery that is under way is gone on with.
    let forgotten = RwSignal::new(protection.with_untracked(|protection| protection.asked));
    let whose = move || {
        let whose = protection.with(|protection| protection.whose);
        whose.map(|(area, _)| t.locked_whose(&format::area(area)))
    };
    hide_the_search();
    let below = move || match forgotten.get() {
        false => view! { <Unlock /> }.into_any(),
        true => view! { <Forgotten /> }.into_any(),
    };
    let other = move || match forgotten.get() {
        false => t.forgotten(),
        true => t.forgotten_back(),
    };
    view! {
        <main class="phase page page-narrow" id="main">
            <div class="row spread">
                <h1>{t.locked_title()}</h1>
                <LanguageSwitch />
            </div>
            <p>{whose}</p>
            {below}
            <div>
                <Button kind=ButtonKind::Quiet on_click=move |()| forgotten.update(|forgotten| *forgotten = !*forgotten)>
                    {other}
                </Button>
            </div>
        </main>
    }
}

/// What was searched for stands in the address and may be a name.
fn hide_the_search() {
    let (location, history) = (window().location(), window().history());
    let (Ok(hash), Ok(history)) = (location.hash(), history) else {
        return;
    };
    if let Some((route, _)) = hash.split_once('?') {
        let _only_refuses_foreign_pages =
            history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(route));
    }
}
