//! The two halves of an age key: the identity opens what was sealed to its recipient.

use super::KeyError;
use age::secrecy::ExposeSecret;
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// A public key that files are sealed to: `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(pub(super) age::x25519::Recipient);

/// The private key that opens what was sealed to its recipient. It is wiped from memory when it is dropped, and shown by
/// nothing but [`reveal`](Self::reveal).
#[derive(Clone)]
pub struct Identity(pub(super) age::x25519::Identity);

impl Identity {
    /// A new key.
    ///
    /// # Errors
    /// [`KeyError::NoChance`].
    pub fn fresh() -> Result<Self, KeyError> {
        // The age crate panics without chance; asking once before it says so instead.
        getrandom::getrandom(&mut [0; 1]).map_err(|_| KeyError::NoChance)?;
        Ok(Self(age::x25519::Identity::generate()))
    }

    /// The public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// The private key as text, `AGE-SECRET-KEY-1…`.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity of {}", self.recipient())
    }
}

impl FromStr for Identity {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let identity = text.trim().parse().map_err(KeyError::BadIdentity)?;
        Ok(Self(identity))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Recipient {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        text.trim().parse().map(Self).map_err(|_| KeyError::BadRecipient)
    }
}
