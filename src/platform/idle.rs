//! How long nobody has touched the page.

use super::{Listener, clock, window};
use std::cell::Cell;
use std::rc::Rc;

/// What counts as somebody being there.
const INPUT: [&str; 4] = ["pointerdown", "keydown", "wheel", "input"];

/// Watches for input until it is dropped.
pub struct Idle {
    last: Rc<Cell<Moment>>,
    _listeners: Vec<Listener>,
}

/// A moment by both clocks: one may be set, and the other stands still while the device sleeps.
#[derive(Clone, Copy)]
struct Moment {
    clock: u64,
    running: u64,
}

impl Moment {
    fn now() -> Self {
        Self {
            clock: clock::now_millis(),
            running: clock::running_millis(),
        }
    }
}

impl Idle {
    /// Begins to watch.
    pub fn watch() -> Self {
        let last = Rc::new(Cell::new(Moment::now()));
        let listeners = window().into_iter().flat_map(|window| {
            let last = &last;
            INPUT.map(|event| {
                let last = Rc::clone(last);
                Listener::on(&window, event, move |_| last.set(Moment::now()))
            })
        });
        let listeners = listeners.collect();
        Self {
            last,
            _listeners: listeners,
        }
    }

    /// Milliseconds without input, by whichever clock says more.
    pub fn millis(&self) -> u64 {
        let (now, last) = (Moment::now(), self.last.get());
        let by_clock = now.clock.saturating_sub(last.clock);
        by_clock.max(now.running.saturating_sub(last.running))
    }

    /// Somebody is there.
    pub fn touch(&self) {
        self.last.set(Moment::now());
    }
}
