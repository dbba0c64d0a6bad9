//! Key cards: what an office or a village hands to others so that they seal to it and know its signature.

use super::{DeviceKeys, Fingerprint, KeyError, Recipient, SUITE, VerifyingKey, verify};
use crate::exchange::document::{self, Document, bad, member, moment_of, moment_text};
use crate::exchange::{Scope, Sealed};
use crate::model::DivisionCode;
use serde_json::{Value, json};

/// The `format` of every key card.
pub const KEY_CARD_FORMAT: &str = "huhuqing.keycard";

/// The longest name of an office or a person that is read, in characters.
pub const MAX_NAME: usize = 60;

/// The public keys of an area's office or device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyCard {
    /// The area; its level says whether it is a village, a township or the county.
    pub area: Scope,
    /// The office or the person.
    pub name: String,
    /// What is sealed to it.
    pub recipient: Recipient,
    /// What its signatures are checked with.
    pub verifying: VerifyingKey,
    /// When it was made, in milliseconds since 1970.
    pub created: u64,
}

impl KeyCard {
    /// The card of those keys.
    pub fn of(keys: &DeviceKeys, area: Scope, name: String, created: u64) -> Self {
        Self {
            area,
            name,
            recipient: keys.identity.recipient(),
            verifying: keys.signing.verifying_key(),
            created,
        }
    }

    /// What two people compare.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.area.code, &self.recipient, &self.verifying)
    }

    /// The suggested file name: the area, and nobody's name.
    pub fn file_name(&self) -> String {
        format!("hhq-{}-keycard.json", self.area.code)
    }

    /// Writes the card, signed by its own key.
    pub fn write(&self, keys: &DeviceKeys) -> Sealed {
        let members = json!({
            "area": document::scope_member(&self.area),
            "created": moment_text(self.created),
            "name": self.name,
            "recipient": self.recipient.to_string(),
            "suite": SUITE,
            "verifying_key": self.verifying.to_string(),
        });
        let Value::Object(members) = members else {
            unreachable!("an object was written above")
        };
        document::seal(
            KEY_CARD_FORMAT,
            members,
            Some(&|contents| keys.signing.sign(contents)),
        )
    }

    /// Reads a card, which must be signed by its own key.
    ///
    /// # Errors
    /// When it is no sound document, of another suite, or not signed by itself.
    pub fn read(bytes: &[u8]) -> Result<Self, KeyError> {
        let Document { members, signed, .. } = document::open(bytes, KEY_CARD_FORMAT)?;
        let suite: u8 = member(&members, "suite")?;
        if suite != SUITE {
            return Err(KeyError::UnknownSuite(suite));
        }
        let text = |name: &str| member::<String>(&members, name);
        let verifying: VerifyingKey = text("verifying_key")?.parse().map_err(|_| bad("verifying_key"))?;
        if verify(signed.as_ref().ok_or(KeyError::CardNotOwn)?)? != verifying {
            return Err(KeyError::CardNotOwn);
        }
        let name = text("name")?;
        if name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
            return Err(bad("name").into());
        }
        Ok(Self {
            area: document::read_scope(&members, "area")?,
            name,
            recipient: text("recipient")?.parse().map_err(|_| bad("recipient"))?,
            verifying,
            created: moment_of(&text("created")?).ok_or_else(|| bad("created"))?,
        })
    }

    /// Whether a file that begins so seems to be a key card; reading it says for sure. Its first members are the program,
    /// the area and the checksum.
    pub fn seems_one(beginning: &[u8]) -> bool {
        let name = format!("\"{KEY_CARD_FORMAT}\"");
        memchr::memmem::find(beginning, name.as_bytes()).is_some()
    }

    /// The area's code.
    pub fn code(&self) -> DivisionCode {
        self.area.code
    }
}
