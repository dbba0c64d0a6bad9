//! Who signed a file, as far as this device can tell.

use super::CardFile;
use crate::exchange::Signed;
use crate::keys::{HeldCard, KeyCard, KeyError, Ring, SUITE, Standing, VerifyingKey, verify};
use crate::model::DivisionCode;
use crate::platform::files::FileBytes;

/// Who signed a file. A file whose signature is wrong is refused and comes to none of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedBy {
    /// Nobody.
    Nobody {
        /// Whether a card of the area that it speaks for is here, so that a signature was to be expected.
        expected: bool,
    },
    /// Whoever a card that is here belongs to.
    Known {
        /// The office or the person.
        name: String,
        /// The area of the card.
        area: DivisionCode,
        /// Whether the card was compared with its owner.
        compared: bool,
        /// Whether another card has taken its place.
        replaced: bool,
    },
    /// This device, or another of its office.
    Own,
    /// A key of which no card is here.
    Stranger {
        /// Whether a card of the area that it speaks for is here, which this key is not.
        expected: bool,
    },
    /// A suite of a later version, which cannot be checked here.
    Later(u8),
}

/// The keys that files are held against.
pub(in crate::workspace) struct KnownKeys {
    ring: Ring,
    own: Vec<VerifyingKey>,
}

impl KnownKeys {
    pub fn new(ring: Ring, own: Vec<VerifyingKey>) -> Self {
        Self { ring, own }
    }

    /// Who signed a file that speaks for an area.
    pub fn signed_by(&self, signed: Option<&Checked>, area: DivisionCode) -> SignedBy {
        let expected = self.ring.of(area).any(|held| !held.replaced);
        let (suite, key) = match signed {
            None => return SignedBy::Nobody { expected },
            Some((suite, key)) => (*suite, key.parse::<VerifyingKey>().ok()),
        };
        if suite != SUITE {
            return SignedBy::Later(suite);
        }
        if key.is_some_and(|key| self.own.contains(&key)) {
            return SignedBy::Own;
        }
        let held = key.and_then(|key| self.ring.owner(&key));
        held.map_or(SignedBy::Stranger { expected }, |held| SignedBy::Known {
            name: held.card.name.clone(),
            area: held.card.code(),
            compared: held.compared,
            replaced: held.replaced,
        })
    }

    /// Whether a card of an office is here that was compared with it, and it has not signed this.
    pub fn lacks_signature(&self, signed_by: &SignedBy, office: DivisionCode) -> bool {
        let sure = |held: &HeldCard| held.compared && !held.replaced;
        self.ring.of(office).any(sure) && !signed_by.is_by(office)
    }

    /// Reads a key card and says how it stands to those that are here.
    pub fn look_at_card(&self, name: String, bytes: &FileBytes) -> CardFile {
        let file = bytes.to_vec();
        let outcome = KeyCard::read(&file);
        let standing = match &outcome {
            Ok(card) => self.ring.standing(card),
            Err(_) => Standing::New,
        };
        CardFile {
            name,
            file,
            outcome,
            standing,
        }
    }
}

/// A signature that was checked, in the words of page and helper: the suite, and the key.
pub(in crate::workspace) type Checked = (u8, String);

/// Checks a signature.
///
/// # Errors
/// [`KeyError::BadSignature`].
pub(in crate::workspace) fn check(signed: Option<&Signed>) -> Result<Option<Checked>, KeyError> {
    let Some(signed) = signed else { return Ok(None) };
    match verify(signed) {
        Ok(key) => Ok(Some((SUITE, key.to_string()))),
        Err(KeyError::UnknownSuite(suite)) => Ok(Some((suite, String::new()))),
        Err(error) => Err(error),
    }
}

impl SignedBy {
    /// Whether it is signed by that area, as a card says that was compared with its owner and still stands.
    pub fn is_by(&self, office: DivisionCode) -> bool {
        matches!(self, Self::Known { area, compared: true, replaced: false, .. } if *area == office)
    }

    /// The name of the signer for the log of imports; none of one that is not known.
    pub(in crate::workspace) fn name(&self) -> Option<String> {
        match self {
            Self::Known { name, .. } => Some(name.clone()),
            _ => None,
        }
    }
}
