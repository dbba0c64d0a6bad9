//! The suite of ciphers, by a version byte.

use super::at_rest::RestError;

/// Which ciphers are used. The byte stands before every encrypted value and in the lock's header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suite {
    /// XChaCha20-Poly1305 for values, Argon2id for passphrases, age (X25519) for offices' keys.
    #[default]
    One,
}

impl Suite {
    /// Its byte.
    pub const fn byte(self) -> u8 {
        match self {
            Self::One => 1,
        }
    }

    /// The suite of a byte.
    ///
    /// # Errors
    /// [`RestError::UnknownSuite`]: a newer version wrote it, or it was never encrypted.
    pub const fn of(byte: u8) -> Result<Self, RestError> {
        match byte {
            1 => Ok(Self::One),
            byte => Err(RestError::UnknownSuite(byte)),
        }
    }
}
