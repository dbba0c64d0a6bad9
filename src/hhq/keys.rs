//! Private keys and key cards of the command line: opening what is sealed, signing what is written, naming who signed.

use super::failure::Failure;
use crate::exchange::{Checksum, Finding, FindingCode, Signature, Signed};
use crate::keys::{
    DeviceKeys, Identity, KeyCard, KeyError, identity_in, is_sealed, open, open_with_passphrase, verify,
};
use crate::model::DivisionCode;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Where the passphrase of a sealed key file is taken from: an argument would stand in the list of processes.
const PASSPHRASE: &str = "HHQ_PASSPHRASE";

/// The private keys that were named, if any.
#[derive(Default)]
pub(super) struct Keys {
    identity: Option<Identity>,
    device: Option<DeviceKeys>,
}

impl Keys {
    /// Reads a private key file: of this program, of age, or either sealed with a passphrase.
    pub(super) fn load(file: Option<&Path>) -> Result<Self, Failure> {
        let Some(file) = file else {
            return Ok(Self::default());
        };
        let bytes = zeroize::Zeroizing::new(read(file)?);
        let refused = |error| Failure::Key(file.to_owned(), error);
        let bytes = match is_sealed(&bytes) {
            false => bytes,
            true => {
                let passphrase = std::env::var(PASSPHRASE).map_err(|_| refused(KeyError::NeedsPassphrase))?;
                zeroize::Zeroizing::new(open_with_passphrase(&bytes, &passphrase).map_err(refused)?)
            }
        };
        let text = std::str::from_utf8(&bytes).map_err(|_| refused(KeyError::BadIdentity("not text")))?;
        Ok(Self {
            identity: Some(identity_in(text).map_err(refused)?),
            // A file of age itself opens, but has nothing to sign with.
            device: text.parse().ok(),
        })
    }

    /// The contents of a file, opened when it is sealed.
    pub(super) fn unseal<'a>(&self, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, KeyError> {
        match (is_sealed(bytes), &self.identity) {
            (false, _) => Ok(Cow::Borrowed(bytes)),
            (true, None) => Err(KeyError::NeedsKey),
            (true, Some(identity)) => open(bytes, identity).map(Cow::Owned),
        }
    }

    /// What signs; none without a signing key.
    pub(super) fn signer(&self) -> Option<impl Fn(&Checksum) -> Signature> {
        let device = self.device.as_ref()?;
        Some(|contents: &Checksum| device.signing.sign(contents))
    }
}

/// Reads key cards.
pub(super) fn cards(files: &[PathBuf]) -> Result<Vec<KeyCard>, Failure> {
    let card =
        |file: &PathBuf| KeyCard::read(&read(file)?).map_err(|error| Failure::Key(file.clone(), error));
    files.iter().map(card).collect()
}

/// What is to be said about who signed a file that speaks for an area, by the cards that were named.
///
/// # Errors
/// [`KeyError::BadSignature`].
pub(super) fn signature_finding(
    signed: Option<&Signed>,
    area: DivisionCode,
    cards: &[KeyCard],
) -> Result<Option<Finding>, KeyError> {
    let found = |code, detail: String| Ok(Some(Finding::new(code, "signature", detail)));
    let expected = cards.iter().any(|card| card.code() == area);
    let Some(signed) = signed else {
        return match expected {
            true => found(FindingCode::NotSigned, area.to_string()),
            false => Ok(None),
        };
    };
    match verify(signed) {
        Err(KeyError::UnknownSuite(suite)) => found(FindingCode::SuiteUnknown, suite.to_string()),
        Err(error) => Err(error),
        Ok(key) => match cards.iter().find(|card| card.verifying == key) {
            Some(card) if area.within(card.code()) => {
                found(FindingCode::Signed, format!("{} {}", card.code(), card.name))
            }
            Some(card) => found(
                FindingCode::SignedElsewhere,
                format!("{} {}", card.code(), card.name),
            ),
            None if expected => found(FindingCode::SignedElsewhere, key.to_string()),
            None => found(FindingCode::SignedByStranger, key.to_string()),
        },
    }
}

/// Reads a file whole.
pub(super) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| Failure::Read(file.to_owned(), error))
}
