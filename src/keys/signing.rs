//! Signatures of devices, by Ed25519.

use super::{KeyError, SUITE};
use crate::exchange::{Checksum, Signature, Signed, hex, signed_message, unhex};
use ed25519_dalek::Signer as _;
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// The private key that a device signs with. It is wiped from memory when it is dropped, and shown by nothing but
/// [`reveal`](Self::reveal).
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

/// The public key that its signatures are checked with; its text is 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerifyingKey([u8; 32]);

/// What a private signing key begins with as text; the number is the suite's.
const SECRET: &str = "HUHUQING-SIGNING-KEY-1-";

impl SigningKey {
    /// A new key.
    ///
    /// # Errors
    /// [`KeyError::NoChance`].
    pub fn fresh() -> Result<Self, KeyError> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::getrandom(&mut *bytes).map_err(|_| KeyError::NoChance)?;
        Ok(Self(ed25519_dalek::SigningKey::from_bytes(&bytes)))
    }

    /// The public half.
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key().to_bytes())
    }

    /// The signature of a file that has this checksum without one.
    pub fn sign(&self, contents: &Checksum) -> Signature {
        Signature {
            suite: SUITE,
            key: self.verifying_key().0.to_vec(),
            sign: self.0.sign(&signed_message(contents)).to_bytes().to_vec(),
        }
    }

    /// The private key as text.
    pub fn reveal(&self) -> Zeroizing<String> {
        let digits = Zeroizing::new(hex(self.0.as_bytes()));
        Zeroizing::new(format!("{SECRET}{}", *digits))
    }
}

impl FromStr for SigningKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let digits = text.trim().strip_prefix(SECRET);
        let bytes = digits.and_then(unhex).map(Zeroizing::new);
        let bytes = bytes.and_then(|bytes| <[u8; 32]>::try_from(&**bytes).ok());
        let bytes = bytes
            .map(Zeroizing::new)
            .ok_or(KeyError::BadIdentity("no signing key"))?;
        Ok(Self(ed25519_dalek::SigningKey::from_bytes(&bytes)))
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey of {}", self.verifying_key())
    }
}

impl fmt::Display for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for VerifyingKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let bytes = unhex(text).and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or(KeyError::BadSignature)
    }
}

/// Whose key has signed that, if the signature is right.
///
/// # Errors
/// [`KeyError::BadSignature`] when it is not, [`KeyError::UnknownSuite`] when this program cannot tell.
pub fn verify(signed: &Signed) -> Result<VerifyingKey, KeyError> {
    let Signature { suite, key, sign } = &signed.signature;
    if *suite != SUITE {
        return Err(KeyError::UnknownSuite(*suite));
    }
    let key: [u8; 32] = key.as_slice().try_into().map_err(|_| KeyError::BadSignature)?;
    let sign = ed25519_dalek::Signature::from_slice(sign).map_err(|_| KeyError::BadSignature)?;
    let public = ed25519_dalek::VerifyingKey::from_bytes(&key).map_err(|_| KeyError::BadSignature)?;
    public
        .verify_strict(&signed.message(), &sign)
        .map_err(|_| KeyError::BadSignature)?;
    Ok(VerifyingKey(key))
}
