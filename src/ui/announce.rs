//! Short sentences that tell what just happened, read out politely and shown for a while.

use leptos::prelude::*;
use std::time::Duration;

/// How long a sentence stays on the screen.
const SHOWN_FOR: Duration = Duration::from_secs(6);

/// The place where sentences are announced; one per app.
#[derive(Clone, Copy)]
pub struct Announcer {
    sentence: RwSignal<Option<String>>,
    turn: StoredValue<u32>,
}

impl Announcer {
    /// Says a sentence; it replaces the one before.
    pub fn say(self, sentence: impl Into<String>) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.sentence.set(Some(sentence.into()));
        set_timeout(move || self.forget(turn), SHOWN_FOR);
    }

    /// Takes the sentence away.
    pub fn hush(self) {
        self.sentence.set(None);
    }

    /// What is being said.
    pub fn sentence(self) -> Signal<Option<String>> {
        self.sentence.into()
    }

    fn forget(self, turn: u32) {
        if self.turn.try_get_value() == Some(turn) {
            self.hush();
        }
    }
}

/// Puts the announcer into the context.
pub fn provide_announcer() -> Announcer {
    let announcer = Announcer {
        sentence: RwSignal::new(None),
        turn: StoredValue::new(0),
    };
    provide_context(announcer);
    announcer
}

/// The announcer of the app; call it in a component's body.
pub fn use_announcer() -> Announcer {
    use_context().unwrap_or_else(provide_announcer)
}
