//! SHA-256 by the browser, which has it on secure pages and from files, is faster, and computes it beside other work.

use super::property;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, SubtleCrypto};

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
    let crypto: Crypto = property(&js_sys::global(), "crypto")?.unchecked_into();
    let subtle: SubtleCrypto = property(&crypto, "subtle")?.unchecked_into();
    subtle
        .digest_with_str_and_u8_array("SHA-256", &pieces.concat())
        .ok()
}
