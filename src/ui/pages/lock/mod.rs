//! Before the passphrase: the locked screen, a forgotten passphrase, and setting one where it is demanded.

mod clear;
mod forgotten;
mod needed;
mod reply;
mod screen;
mod unlock;

use crate::platform::part::part;
use crate::workspace::Phase;
use leptos::prelude::*;
use needed::Needed;
use screen::LockScreen;

part! {
    /// The screens before the passphrase; what opens the register comes with them.
    pub static LOCK_SCREENS: fn(Phase) -> AnyView = lock(screens);
}

fn screens(phase: Phase) -> AnyView {
    match phase {
        Phase::PassphraseNeeded => view! { <Needed /> }.into_any(),
        _ => view! { <LockScreen /> }.into_any(),
    }
}
