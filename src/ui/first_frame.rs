//! What is drawn first, and what can wait until that has been on the screen.

use leptos::prelude::*;
use std::time::Duration;

/// Whether the page has been on the screen once. From then on changes are drawn all at once, so that nothing jumps.
pub fn after_first_frame() -> ReadSignal<bool> {
    let (seen, set_seen) = signal(false);
    // The frame is shown when the callback has ended.
    request_animation_frame(move || {
        set_timeout(
            move || {
                let _is_gone = set_seen.try_set(true);
            },
            Duration::ZERO,
        );
    });
    seen
}
