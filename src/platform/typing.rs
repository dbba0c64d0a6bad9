//! What is being typed.

use super::window;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Leaves the field that has the focus, as a finger that taps elsewhere does: a field saves what it holds when it is left.
pub fn finish() {
    let field = window()
        .and_then(|window| window.document()?.active_element())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(field) = field {
        let _only_refuses_off_the_page = field.blur();
    }
}
