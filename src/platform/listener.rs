//! Listening to events of the browser.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `then` at every such event.
    pub(super) fn on(target: &EventTarget, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        let closure = Closure::new(then);
        let _named_by_us = target.add_event_listener_with_callback(event, listening(&closure));
        Self {
            target: target.clone(),
            event,
            closure,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let listening = listening(&self.closure);
        let _was_there = self
            .target
            .remove_event_listener_with_callback(self.event, listening);
    }
}

fn listening(closure: &Closure<dyn FnMut(Event)>) -> &js_sys::Function {
    closure.as_ref().unchecked_ref()
}
