//! After how long the register locks by itself.

use crate::platform::preferences::Preference;
use crate::ui::components::{Field, FieldIds};
use crate::ui::text::lock;
use crate::workspace::AUTO_LOCK_SECONDS;
use leptos::prelude::*;

/// What can be chosen, in seconds.
const CHOICES: [u32; 6] = [60, 300, 600, 1200, 1800, 3600];

/// The choice; it holds from now on.
#[component]
pub fn AutoLockChoice() -> impl IntoView {
    let t = lock::texts();
    let ids = FieldIds::fresh();
    let chosen = Preference::AutoLock.read().unwrap_or(AUTO_LOCK_SECONDS);
    let words = move |seconds: u32| match seconds.is_multiple_of(60) {
        true => t.minutes(seconds / 60),
        false => t.seconds(seconds),
    };
    let mut choices = CHOICES.to_vec();
    if !choices.contains(&chosen) {
        choices.insert(0, chosen);
    }
    let options = choices.into_iter().map(|seconds| {
        view! { <option value=seconds.to_string() selected=seconds == chosen>{words(seconds)}</option> }
    });
    let options = options.collect_view();
    let changed = move |event: web_sys::Event| {
        if let Ok(seconds) = event_target_value(&event).parse::<u32>() {
            let _locks_after_ten_minutes_at_worst = Preference::AutoLock.write(&seconds);
        }
    };
    view! {
        <Field ids label=t.auto_lock()>
            <select class="input" id=ids.input() aria-describedby=ids.described_by() on:change=changed>{options}</select>
        </Field>
    }
}
