//! Chance: for device names and identifiers, which must differ between tablets that never meet.

use super::{function, property, window};
use js_sys::Uint8Array;
use std::hash::{BuildHasher, Hasher, RandomState};

/// 64 bits that nobody can foresee.
pub fn random_u64() -> u64 {
    if cfg!(target_arch = "wasm32") {
        return from_crypto().unwrap_or_else(from_math);
    }
    RandomState::new().build_hasher().finish()
}

/// 32 bits that nobody can foresee.
pub fn random_u32() -> u32 {
    random_u64() as u32
}

fn from_crypto() -> Option<u64> {
    let crypto = property(&window()?.into(), "crypto")?;
    let bytes = Uint8Array::new_with_length(8);
    function(&crypto, "getRandomValues")?
        .call1(&crypto, &bytes)
        .ok()?;
    Some(u64::from_le_bytes(bytes.to_vec().try_into().ok()?))
}

/// Good enough to tell devices apart where there is nothing better; nothing secret is made of it.
fn from_math() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_draws_differ() {
        assert_ne!(random_u64(), random_u64());
    }
}
