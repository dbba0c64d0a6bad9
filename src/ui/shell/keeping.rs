//! Asks the browser, once and after something real was saved, not to clear the store when the disk runs low.

use crate::platform::persist;
use crate::platform::preferences::Preference;
use crate::workspace::{Edition, SaveState, Workspace};
use leptos::prelude::*;

/// Asks after the first save of a real record, and keeps the answer for the settings. Nothing waits for it.
pub fn ask_to_keep(workspace: Workspace) {
    let asked = StoredValue::new(false);
    let saving = workspace.save_state();
    Effect::new(move || {
        let saved = saving.with(|saving| matches!(saving, SaveState::Saved(_)));
        let real = workspace.profile().with_untracked(|profile| {
            profile
                .as_ref()
                .is_some_and(|profile| profile.edition == Edition::Real)
        });
        if saved && real && !asked.get_value() {
            asked.set_value(true);
            persist::ask(|answer| {
                let _asked_again_at_worst = Preference::Keeping.write(&answer);
            });
        }
    });
}
