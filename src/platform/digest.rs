//! SHA-256 by the browser, which has it on secure pages and from files, is faster, and computes it beside other work.

use super::property;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The SHA-256 digest of the pieces, one after the other; none where the browser computes none. The browser has the bytes
/// and is at work when this returns.
pub fn sha256(pieces: &[&[u8]]) -> impl Future<Output = Option<[u8; 32]>> + use<> {
    let begun = begin(pieces);
    async move {
        let buffer = JsFuture::from(begun?).await.ok()?;
        Uint8Array::new(&buffer).to_vec().try_into().ok()
    }
}

fn begin(pieces: &[&[u8]]) -> Option<Promise> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let crypto = property(&js_sys::global(), "crypto")?;
    let subtle: JsValue = property(&crypto, "subtle")?;
    let digest = super::function(&subtle, "digest")?;
    let bytes = Uint8Array::new_with_length(pieces.iter().map(|piece| piece.len() as u32).sum());
    let mut end = 0;
    for piece in pieces {
        let start = end;
        end += piece.len() as u32;
        bytes.subarray(start, end).copy_from(piece);
    }
    let promise = digest.call2(&subtle, &"SHA-256".into(), &bytes).ok()?;
    promise.dyn_into().ok()
}
