//! SHA-256, by the browser where it offers it: it does so on secure pages and from files, and is faster.

use super::{property, window};
use js_sys::{Promise, Uint8Array};
use sha2::{Digest, Sha256};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The SHA-256 digest of the bytes.
pub async fn sha256(bytes: &[u8]) -> [u8; 32] {
    match by_the_browser(bytes).await {
        Some(digest) => digest,
        None => Sha256::digest(bytes).into(),
    }
}

async fn by_the_browser(bytes: &[u8]) -> Option<[u8; 32]> {
    let crypto = property(&window()?.into(), "crypto")?;
    let subtle: JsValue = property(&crypto, "subtle")?;
    let digest = super::function(&subtle, "digest")?;
    let promise = digest
        .call2(&subtle, &"SHA-256".into(), &Uint8Array::from(bytes))
        .ok()?;
    let buffer = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?;
    Uint8Array::new(&buffer).to_vec().try_into().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use futures::FutureExt;

    #[test]
    fn the_digest_of_nothing_is_the_known_one() {
        let digest = sha256(b"").now_or_never().unwrap();
        assert_eq!(digest[..4], [0xe3, 0xb0, 0xc4, 0x42]);
    }
}
