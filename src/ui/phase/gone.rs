//! When the store is empty though it was not: never a silent start from nothing.

use crate::ui::components::Mark;
use crate::ui::pages::RestoreLater;
use crate::ui::shell::Shell;
use crate::workspace::Trace;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn Gone(
    /// What the device remembers of its data.
    trace: Trace,
) -> impl IntoView {
    view! {
        <Shell place=None mark=Mark::None mark_words=String::new() read_only=false>
            <RestoreLater trace=Some(trace) />
        </Shell>
    }
}
