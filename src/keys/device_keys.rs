//! The two private keys of a device or an office, and the file in which they are kept and handed on.

use super::{Identity, KeyError, SigningKey};
use std::str::FromStr;
use zeroize::Zeroizing;

/// The two private keys of a device, or of an office with several.
#[derive(Clone, Debug)]
pub struct DeviceKeys {
    /// Opens what was sealed to it.
    pub identity: Identity,
    /// Signs.
    pub signing: SigningKey,
}

/// What stands before the signing key in a key file: a comment, so that the age tool takes the file as its own.
const SIGNING_LINE: &str = "# huhuqing signing key: ";

/// The longest key file that is read.
const MAX_LEN: usize = 64 * 1024;

impl DeviceKeys {
    /// New keys.
    ///
    /// # Errors
    /// [`KeyError::NoChance`].
    pub fn fresh() -> Result<Self, KeyError> {
        Ok(Self {
            identity: Identity::fresh()?,
            signing: SigningKey::fresh()?,
        })
    }

    /// The private key file: an identity file of age, with the signing key in a comment.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!(
            "# huhuqing private key file, secret. 户户清私钥文件，不得外传。\n# public key: {}\n{SIGNING_LINE}{}\n{}\n",
            self.identity.recipient(),
            *self.signing.reveal(),
            *self.identity.reveal(),
        ))
    }
}

impl FromStr for DeviceKeys {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        if text.len() > MAX_LEN {
            return Err(KeyError::BadIdentity("too long"));
        }
        let signing = text.lines().find_map(|line| line.strip_prefix(SIGNING_LINE));
        Ok(Self {
            identity: identity_in(text)?,
            signing: signing.ok_or(KeyError::BadIdentity("no signing key"))?.parse()?,
        })
    }
}

/// The first identity of an identity file, of this program or of age.
///
/// # Errors
/// [`KeyError::BadIdentity`].
pub fn identity_in(text: &str) -> Result<Identity, KeyError> {
    let lines = text.lines().map(str::trim);
    let mut keys = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    keys.next().ok_or(KeyError::BadIdentity("no key"))?.parse()
}
