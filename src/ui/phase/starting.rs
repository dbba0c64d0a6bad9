//! While the register is being opened: one quiet line, for it is usually gone before it is read.

use crate::ui::text::phases;
use leptos::prelude::*;

/// The line.
#[component]
pub fn Starting() -> impl IntoView {
    let t = phases::texts();
    view! { <main class="phase" id="main" aria-busy="true"><p class="phase-opening" role="status">{t.opening()}</p></main> }
}
