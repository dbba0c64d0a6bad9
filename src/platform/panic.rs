//! When the program itself fails: a wasm panic cannot be recovered, so the page says what is safe and offers to reload.

use super::{function, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// The identifier of the overlay, for styles and tests.
pub const OVERLAY_ID: &str = "panic";

/// What the overlay says, in one language.
#[derive(Clone, Copy, Debug)]
pub struct PanicText {
    /// The language's tag, such as `zh-CN`.
    pub lang: &'static str,
    /// What happened.
    pub title: &'static str,
    /// What is safe and what to do.
    pub body: &'static str,
    /// The button.
    pub reload: &'static str,
}

/// From now on a panic is written to the console and shown over the page. The person may read either language, so every
/// text given is shown.
pub fn show_panics(texts: &'static [PanicText]) {
    std::panic::set_hook(Box::new(move |panic| {
        if cfg!(target_arch = "wasm32") {
            console_error_panic_hook::hook(panic);
            show(texts, &panic.to_string());
        }
    }));
}

/// Covers the page with what is safe, and with the detail that a developer needs. Does nothing where there is no page.
pub fn show(texts: &[PanicText], detail: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        let _nothing_more_can_be_done = cover(&document, texts, detail);
    }
}

fn cover(document: &Document, texts: &[PanicText], detail: &str) -> Result<(), JsValue> {
    // One panic often draws others after it; the first one is the cause.
    if document.get_element_by_id(OVERLAY_ID).is_some() {
        return Ok(());
    }
    let overlay = document.create_element("div")?;
    overlay.set_id(OVERLAY_ID);
    overlay.set_attribute("role", "alertdialog")?;
    overlay.set_attribute("aria-modal", "true")?;
    overlay.set_attribute(
        "style",
        "position:fixed;inset:0;z-index:9999;overflow:auto;padding:24px;background:#fff;color:#111",
    )?;
    for text in texts {
        let part = part(document, text)?;
        overlay.append_child(&part)?;
    }
    append(document, &overlay, "pre", detail)?.set_attribute("style", "white-space:pre-wrap")?;
    let body = document.body().ok_or(JsValue::UNDEFINED)?;
    body.append_child(&overlay).map(drop)
}

fn part(document: &Document, text: &PanicText) -> Result<Element, JsValue> {
    let part = document.create_element("section")?;
    part.set_attribute("lang", text.lang)?;
    append(document, &part, "h1", text.title)?;
    append(document, &part, "p", text.body)?;
    let button: HtmlElement = append(document, &part, "button", text.reload)?.dyn_into()?;
    button.set_attribute("type", "button")?;
    button.set_onclick(reload().as_ref());
    Ok(part)
}

fn append(document: &Document, to: &Element, name: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    element.set_text_content(Some(text));
    to.append_child(&element)?;
    Ok(element)
}

/// The browser's own function: after a panic nothing of ours can be relied on.
fn reload() -> Option<js_sys::Function> {
    let location: JsValue = window()?.location().into();
    let reload = function(&location, "reload")?;
    function(&reload, "bind")?
        .call1(&reload, &location)
        .ok()?
        .dyn_into()
        .ok()
}
