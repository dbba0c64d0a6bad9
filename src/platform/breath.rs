//! Long work in slices: the browser draws and takes input in between.

use super::{function, property, window};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Gives the browser a turn. Where it can, it hands the turn straight back after input; elsewhere a timer does.
pub async fn breathe() {
    if let Some(turn) = next_turn() {
        let _never_fails = JsFuture::from(turn).await;
    }
}

fn next_turn() -> Option<Promise> {
    let window = window()?;
    let scheduler = property(&window, "scheduler");
    let given = scheduler.and_then(|scheduler| function(&scheduler, "yield")?.call0(&scheduler).ok());
    given.and_then(|turn| turn.dyn_into().ok()).or_else(|| {
        Some(Promise::new(&mut |done, _| {
            if window.set_timeout_with_callback(&done).is_err() {
                let _at_once = done.call0(&JsValue::UNDEFINED);
            }
        }))
    })
}
