//! A moment for the browser during long work: to draw, and to take input.

use super::clock::now_millis;
use js_sys::Promise;
use std::cell::Cell;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// How long work may go on between two breaths, in milliseconds: shorter than what a finger notices.
const LONGEST_STRETCH: u64 = 60;

thread_local! {
    static LAST: Cell<u64> = const { Cell::new(0) };
}

/// Long work begins: the browser was free until now.
pub fn rested() {
    LAST.set(now_millis());
}

/// Waits so many milliseconds; not at all where nobody can.
pub async fn pause(millis: i32) {
    let Some(window) = super::window() else { return };
    let over = Promise::new(&mut |resolve, _| {
        let _over_at_once = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    });
    let _nothing_to_tell = JsFuture::from(over).await;
}

/// Lets the browser go on with what waits, if it has waited long enough. A message to oneself comes back after input and
/// drawing and, unlike a timer, without a shortest delay.
pub async fn breathe() {
    let now = now_millis();
    if now.saturating_sub(LAST.get()) < LONGEST_STRETCH || super::window().is_none() {
        return;
    }
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let answer = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        let _arrives_at_once = channel.port2().post_message(&wasm_bindgen::JsValue::NULL);
    });
    let _nothing_to_tell = JsFuture::from(answer).await;
    channel.port1().close();
    LAST.set(now_millis());
}
