//! What is drawn first, and what can wait until that has been on the screen.

use leptos::prelude::*;
use std::time::Duration;

/// Lines of a table that fill a low screen, such as an office's, and a high one, such as a tablet held upright.
const LINES: (usize, usize) = (8, 12);

/// How many lines of a table fill the screen; the others are drawn once these are seen.
pub fn lines_that_fit() -> usize {
    let high = window().match_media("(min-height: 1000px)").ok().flatten();
    match high.is_some_and(|query| query.matches()) {
        true => LINES.1,
        false => LINES.0,
    }
}

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
