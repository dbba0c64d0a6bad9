//! Where short sentences appear and are read out.

use crate::ui::announce::use_announcer;
use leptos::prelude::*;

/// The polite region of the app; it is always there, so that screen readers listen to it.
#[component]
pub fn Toast() -> impl IntoView {
    let announcer = use_announcer();
    view! { <div class="toast" role="status" aria-live="polite">{move || announcer.sentence().get().unwrap_or_default()}</div> }
}
