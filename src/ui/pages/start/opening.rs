//! Opening a register for the first time, with what went wrong.

use crate::ui::route::{Route, go};
use crate::workspace::{CommandError, FirstRun, Workspace};
use leptos::prelude::*;

/// One opening at a time.
#[derive(Clone, Copy)]
pub struct Opening {
    workspace: Workspace,
    state: RwSignal<State>,
}

#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    Busy,
    Failed(CommandError),
}

impl Opening {
    /// Nothing is being opened.
    pub fn new() -> Self {
        Self {
            workspace: expect_context(),
            state: RwSignal::new(State::Waiting),
        }
    }

    /// Opens; on success the first page follows.
    pub fn begin(self, first: FirstRun) {
        if self.is_busy() {
            return;
        }
        self.state.set(State::Busy);
        // Not when it is open: whoever is quick has gone on by then.
        go(&Route::Home);
        leptos::task::spawn_local(async move {
            if let Err(error) = self.workspace.begin(first).await {
                let _nothing_to_tell_without_the_page = self.state.try_set(State::Failed(error));
            }
        });
    }

    /// Whether a register is being opened.
    pub fn is_busy(self) -> bool {
        self.state.with(|state| *state == State::Busy)
    }

    /// Why the last opening failed.
    pub fn error(self) -> Option<CommandError> {
        self.state.with(|state| match state {
            State::Failed(error) => Some(error.clone()),
            State::Waiting | State::Busy => None,
        })
    }
}
