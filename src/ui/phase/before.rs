//! The screens before the passphrase, whose code comes when a register is encrypted.

use crate::ui::pages::{LaterPage, LOCK_SCREENS};
use crate::workspace::Phase;
use leptos::prelude::*;

/// The screen of a phase before the passphrase.
#[component]
pub fn BeforePassphrase(
    /// The phase.
    phase: Phase,
) -> impl IntoView {
    view! { <LaterPage part=&LOCK_SCREENS page=phase /> }
}
