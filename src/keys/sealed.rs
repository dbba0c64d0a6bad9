//! Sealed files: plain age files, opened within bounds.

use super::{Identity, KeyError, Recipient};
use crate::exchange::MAX_BYTES;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor};
use std::io::{self, Read, Write};

/// The first line of every age file begins so.
const MAGIC: &[u8] = b"age-encryption.org/";

/// The line of the form that is read here.
const FORM: &[u8] = b"age-encryption.org/v1\n";

/// How long the header of a sealed file may be: some 600 recipients. The reader of the age crate begins anew with every line,
/// so that a header without end would keep it busy for ever.
const MAX_HEADER: usize = 64 * 1024;

/// The work that a passphrase costs: 2 to that power, which takes 128 MiB and a moment (the least that OWASP recommends).
const WORK: u8 = 17;

/// The most work that is done for a passphrase of another program: age itself takes 18 and more.
const MAX_WORK: u8 = 19;

/// Whether a file that begins so is a sealed file.
pub fn is_sealed(beginning: &[u8]) -> bool {
    beginning.starts_with(MAGIC)
}

/// Seals contents to everybody who has one of those keys.
///
/// # Errors
/// [`KeyError::NoRecipient`], [`KeyError::NoChance`].
pub fn seal(contents: &[u8], recipients: &[Recipient]) -> Result<Vec<u8>, KeyError> {
    getrandom::getrandom(&mut [0; 1]).map_err(|_| KeyError::NoChance)?;
    let recipients = recipients.iter().map(|one| &one.0 as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| KeyError::NoRecipient)?;
    write_sealed(encryptor, contents)
}

/// Opens what was sealed to that key.
///
/// # Errors
/// When it was not, or the file is no sealed file, cut off, altered, or holds more than a package can.
pub fn open(sealed: &[u8], identity: &Identity) -> Result<Vec<u8>, KeyError> {
    open_up_to(MAX_BYTES, sealed, &identity.0)
}

/// Seals contents with a passphrase.
///
/// # Errors
/// [`KeyError::NoChance`].
pub fn seal_with_passphrase(contents: &[u8], passphrase: &str) -> Result<Vec<u8>, KeyError> {
    getrandom::getrandom(&mut [0; 1]).map_err(|_| KeyError::NoChance)?;
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase));
    recipient.set_work_factor(WORK);
    let recipient: &dyn age::Recipient = &recipient;
    let encryptor =
        Encryptor::with_recipients(std::iter::once(recipient)).map_err(|_| KeyError::NoRecipient)?;
    write_sealed(encryptor, contents)
}

/// Opens what was sealed with a passphrase.
///
/// # Errors
/// As [`open`]; [`KeyError::WrongPassphrase`], [`KeyError::TooMuchWork`].
pub fn open_with_passphrase(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, KeyError> {
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(MAX_WORK);
    open_up_to(MAX_BYTES, sealed, &identity).map_err(|error| match error {
        KeyError::NeedsPassphrase => KeyError::WrongPassphrase,
        other => other,
    })
}

fn write_sealed(encryptor: Encryptor, contents: &[u8]) -> Result<Vec<u8>, KeyError> {
    // Written to memory, where the only thing that can fail is chance.
    let written = || -> io::Result<Vec<u8>> {
        let mut writer =
            encryptor.wrap_output(Vec::with_capacity(contents.len() + contents.len() / 4096 + 1024))?;
        writer.write_all(contents)?;
        writer.finish()
    };
    written().map_err(|_| KeyError::NoChance)
}

/// Opens what was sealed, and no more than so many bytes of it.
pub(super) fn open_up_to(
    limit: usize,
    sealed: &[u8],
    identity: &dyn age::Identity,
) -> Result<Vec<u8>, KeyError> {
    if !is_sealed(sealed) {
        return Err(KeyError::NotSealed);
    }
    let truncated = KeyError::Truncated { bytes: sealed.len() };
    if !sealed.starts_with(FORM) {
        let line_ends = sealed.contains(&b'\n');
        return Err(if line_ends {
            KeyError::UnknownForm
        } else {
            truncated
        });
    }
    let header = &sealed[..sealed.len().min(MAX_HEADER)];
    if memchr::memmem::find(header, b"\n--- ").is_none() {
        return Err(if sealed.len() < MAX_HEADER {
            truncated
        } else {
            KeyError::Altered
        });
    }
    let told = |error| told(error, &truncated);
    let decryptor = Decryptor::new_buffered(sealed).map_err(told)?;
    let with_passphrase = decryptor.is_scrypt();
    let reader = decryptor
        .decrypt(std::iter::once(identity))
        .map_err(|error| match told(error) {
            KeyError::NotForThisKey if with_passphrase => KeyError::NeedsPassphrase,
            KeyError::Altered if with_passphrase => KeyError::WrongPassphrase,
            other => other,
        })?;
    let mut contents = Vec::with_capacity(sealed.len().min(limit));
    // One byte more than is allowed is enough to know.
    let read = reader.take(limit as u64 + 1).read_to_end(&mut contents);
    match read {
        Ok(_) if contents.len() > limit => Err(KeyError::TooLarge { limit }),
        Ok(_) => Ok(contents),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(truncated),
        Err(_) => Err(KeyError::Altered),
    }
}

fn told(error: DecryptError, truncated: &KeyError) -> KeyError {
    match error {
        DecryptError::NoMatchingKeys => KeyError::NotForThisKey,
        DecryptError::KeyDecryptionFailed => KeyError::WrongPassphrase,
        DecryptError::ExcessiveWork { .. } => KeyError::TooMuchWork,
        DecryptError::UnknownFormat => KeyError::UnknownForm,
        DecryptError::Io(_) => truncated.clone(),
        _ => KeyError::Altered,
    }
}
