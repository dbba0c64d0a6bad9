//! Signatures as they lie in files: who signed what. Whether one is right is told by `keys`, which has the cryptography.

use super::hex::{hex, unhex};
use super::{Checksum, PackageError};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The name of the member of a signed file.
pub(super) const MEMBER: &str = "signature";

/// The longest key or signature that is read, in bytes: room for other suites.
const MAX_LEN: usize = 512;

/// What a device puts under a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Which algorithms: 1 is Ed25519.
    pub suite: u8,
    /// The public key that it can be checked with.
    pub key: Vec<u8>,
    /// The signature over [`Signed::message`].
    pub sign: Vec<u8>,
}

/// A signature and what it is to be of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The signature.
    pub signature: Signature,
    /// The checksum that the file would have without its signature.
    pub contents: Checksum,
}

/// What signs: given the checksum that a file has without a signature, the signature.
pub type Signer<'a> = &'a dyn Fn(&Checksum) -> Signature;

impl Signed {
    /// What the signature is over: a name that no other use of the key has, and the checksum's text.
    pub fn message(&self) -> Vec<u8> {
        signed_message(&self.contents)
    }
}

/// What a signature is over.
pub fn signed_message(contents: &Checksum) -> Vec<u8> {
    format!("huhuqing.signature:{contents}").into_bytes()
}

#[derive(Serialize, Deserialize)]
pub(super) struct SignatureMember {
    key: String,
    sign: String,
    suite: u8,
}

impl Signature {
    /// The member of a file.
    pub(super) fn member(&self) -> Value {
        json!(SignatureMember {
            key: hex(&self.key),
            sign: hex(&self.sign),
            suite: self.suite,
        })
    }
}

impl SignatureMember {
    pub(super) fn read(&self) -> Result<Signature, PackageError> {
        let bytes = |text: &str| unhex(text).filter(|bytes| !bytes.is_empty() && bytes.len() <= MAX_LEN);
        let read = || {
            Some(Signature {
                suite: self.suite,
                key: bytes(&self.key)?,
                sign: bytes(&self.sign)?,
            })
        };
        read().ok_or_else(|| PackageError::BadMember {
            path: MEMBER.into(),
            detail: "key and sign are not hexadecimal digits".into(),
        })
    }
}
