//! Sealing, signing, and whose keys those are. An edge: it draws chance from the system, and nothing else.
//!
//! Cryptography is that of maintained crates: sealed files are plain `age` files, which the age tool opens too; signatures are
//! Ed25519. What belongs together is a suite with a number of its own, so that another one (SM2, SM3, SM4) may come beside it.

pub mod at_rest;
mod card;
mod device_keys;
mod error;
pub mod escrow;
mod fingerprint;
pub mod header;
mod identity;
pub mod passphrase;
pub mod patience;
mod ring;
mod sealed;
mod signing;
pub mod suite;

pub use card::{KEY_CARD_FORMAT, KeyCard, MAX_NAME};
pub use device_keys::{DeviceKeys, identity_in};
pub use error::KeyError;
pub use fingerprint::Fingerprint;
pub use identity::{Identity, Recipient};
pub use ring::{HeldCard, Ring, Standing};
pub use sealed::{is_sealed, open, open_with_passphrase, seal, seal_with_passphrase};
pub use signing::{SigningKey, VerifyingKey, verify};

/// The number of the suite: age with X25519 and ChaCha20-Poly1305, Ed25519, SHA-256.
pub const SUITE: u8 = 1;

#[cfg(test)]
mod tests;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod rest_tests;
