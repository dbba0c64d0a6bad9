//! The screens before the passphrase, whose code comes when a register is encrypted.

use crate::ui::pages::{LOCK_SCREENS, LaterPage};
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
