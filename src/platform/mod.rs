//! The thin edges to the browser. Each file is one thing a browser gives, with what happens where it gives none.
//!
//! Everything compiles natively too, so that the workspace is tested without a browser: there the clock and chance are the
//! system's, and every other edge behaves as in a browser that lacks it.

pub mod breath;
pub mod chance;
pub mod clock;
pub mod digest;
pub mod edition;
pub mod files;
pub mod helper;
pub mod idle;
pub mod install;
mod listener;
pub mod lock;
pub mod panic;
pub mod part;
pub mod persist;
pub mod preferences;
pub mod print;
pub mod typing;
pub mod update;

pub use listener::Listener;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};

/// The window, where there is one.
fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

/// A property that not every browser has, and that `web-sys` takes for granted.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A function of an object, where the browser has it.
fn function(of: &JsValue, name: &str) -> Option<js_sys::Function> {
    property(of, name)?.dyn_into().ok()
}
