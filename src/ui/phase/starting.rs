//! While the register is being opened: one quiet line, and none as long as it would be gone before it is read.

use crate::ui::text::phases;
use leptos::prelude::*;
use std::time::Duration;

/// So long nothing is said.
const QUIET: Duration = Duration::from_millis(250);

/// The line.
#[component]
pub fn Starting() -> impl IntoView {
    let t = phases::texts();
    let (takes_long, say) = signal(false);
    set_timeout(
        move || {
            let _is_over = say.try_set(true);
        },
        QUIET,
    );
    view! {
        <main class="phase" id="main" aria-busy="true">
            <p class="phase-opening" role="status">{move || takes_long.get().then(|| t.opening())}</p>
        </main>
    }
}
