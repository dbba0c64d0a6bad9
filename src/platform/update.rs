//! A new version of the app: loaded in the background, started only when the person agrees. The page's update script tells
//! by window events and does the work; in the single file there is none, and nothing ever happens here.

use super::{Listener, function, property, window};
use wasm_bindgen::JsValue;

/// Listens for new versions.
pub struct Updates {
    _listeners: Vec<Listener>,
}

impl Updates {
    /// Calls `on_waiting` when a new version waits for consent, at once if it already does, and `on_replaced` when another
    /// window consented: then this window runs an older version than the one that is installed, until it is reloaded.
    pub fn listen(on_waiting: impl Fn() + 'static, on_replaced: impl Fn() + 'static) -> Self {
        let Some(window) = window() else {
            return Self {
                _listeners: Vec::new(),
            };
        };
        if is_waiting() {
            on_waiting();
        }
        let waiting = Listener::on(&window, "huhuqing-update", move |_| on_waiting());
        let replaced = Listener::on(&window, "huhuqing-updated", move |_| on_replaced());
        Self {
            _listeners: vec![waiting, replaced],
        }
    }
}

/// Whether a new version waits for consent.
pub fn is_waiting() -> bool {
    let ready = window().and_then(|window| property(&window, "huhuqingUpdateReady"));
    ready.is_some_and(|ready| ready == JsValue::TRUE)
}

/// The person agreed: the new version takes over and this window is loaded again. Says whether one was waiting.
pub fn start() -> bool {
    let started = window().and_then(|window| function(&window, "huhuqingUpdate")?.call0(&window).ok());
    started.is_some_and(|started| started == JsValue::TRUE)
}
