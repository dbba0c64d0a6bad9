//! Values at rest: the data key, and what it seals.

use super::suite::Suite;
use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

/// The bytes of a key.
pub const KEY_BYTES: usize = 32;

const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// What a sealed value is longer than the value.
pub const OVERHEAD: usize = 1 + NONCE_BYTES + TAG_BYTES;

/// Why something that was sealed on this device cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestError {
    /// A newer version sealed it.
    #[error("sealed by suite {0}, which this version does not know")]
    UnknownSuite(u8),
    /// It was altered, cut off, lay elsewhere before, or is sealed by another key.
    #[error("a sealed value was altered, or does not belong where it lies")]
    Damaged,
    /// The passphrase is another.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The lock's header cannot be read, or asks for more memory than any version writes.
    #[error("the lock's header cannot be read")]
    BadHeader,
    /// The system gives no chance.
    #[error("the system gives no random numbers")]
    NoChance,
}

/// The key of everything that this device keeps. It never leaves the memory unsealed, and is overwritten when it is dropped.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; KEY_BYTES]>);

/// Where a sealed value lies; it opens nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The database.
    pub database: &'a str,
    /// The store in it.
    pub store: &'a str,
    /// The key in that.
    pub key: &'a str,
    /// The number of a tail entry; 0 elsewhere.
    pub number: u32,
}

impl Place<'_> {
    /// The place as associated data: every part with its length before it, so that no two places read the same.
    fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(64);
        for part in [self.database, self.store, self.key] {
            bytes.extend_from_slice(&(part.len() as u32).to_le_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes.extend_from_slice(&self.number.to_le_bytes());
        bytes
    }
}

impl DataKey {
    /// A key that nobody else has.
    ///
    /// # Errors
    /// [`RestError::NoChance`].
    pub fn fresh() -> Result<Self, RestError> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// The key of those bytes; none of another length.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// Its bytes, to be sealed elsewhere.
    pub fn reveal(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// Seals a value for its place: suite, nonce, ciphertext, tag.
    ///
    /// # Errors
    /// [`RestError::NoChance`].
    pub fn seal(&self, place: Place<'_>, value: &[u8]) -> Result<Vec<u8>, RestError> {
        seal(&self.0, &place.to_bytes(), value)
    }

    /// Opens a value that was sealed for that place.
    ///
    /// # Errors
    /// [`RestError::UnknownSuite`], [`RestError::Damaged`].
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, RestError> {
        open(&self.0, &place.to_bytes(), sealed)
    }
}

/// Seals under any key of that length.
pub(super) fn seal(key: &[u8; KEY_BYTES], place: &[u8], value: &[u8]) -> Result<Vec<u8>, RestError> {
    let nonce: [u8; NONCE_BYTES] = random()?;
    let mut sealed = Vec::with_capacity(value.len() + OVERHEAD);
    sealed.push(Suite::One.byte());
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(value);
    let cipher = XChaCha20Poly1305::new(key.into());
    let text = &mut sealed[1 + NONCE_BYTES..];
    let tag = cipher.encrypt_in_place_detached(XNonce::from_slice(&nonce), place, text);
    // The cipher refuses only what no memory holds.
    sealed.extend_from_slice(&tag.map_err(|_| RestError::Damaged)?);
    Ok(sealed)
}

/// Opens what was sealed under that key.
pub(super) fn open(key: &[u8; KEY_BYTES], place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, RestError> {
    let (suite, rest) = sealed.split_first().ok_or(RestError::Damaged)?;
    let Suite::One = Suite::of(*suite)?;
    let (nonce, rest) = rest.split_at_checked(NONCE_BYTES).ok_or(RestError::Damaged)?;
    let length = rest.len().checked_sub(TAG_BYTES).ok_or(RestError::Damaged)?;
    let (text, tag) = rest.split_at(length);
    let mut value = text.to_vec();
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher
        .decrypt_in_place_detached(XNonce::from_slice(nonce), place, &mut value, tag.into())
        .map_err(|_| RestError::Damaged)?;
    Ok(value)
}

/// Bytes that nobody can foresee.
pub(super) fn random<const N: usize>() -> Result<[u8; N], RestError> {
    let mut bytes = [0; N];
    getrandom::getrandom(&mut bytes).map_err(|_| RestError::NoChance)?;
    Ok(bytes)
}
