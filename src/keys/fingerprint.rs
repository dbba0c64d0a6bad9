//! What two people read to each other to know that a key card is the right one.

use super::{Recipient, SUITE, VerifyingKey};
use crate::model::DivisionCode;
use fast_qr::qr::QRBuilder;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The fingerprint of a key card: 128 bits of SHA-256 over its area and its keys. Its text is twelve Chinese characters
/// of the word list of BIP39, the last of which has four bits of check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of an area's keys.
    pub fn of(area: DivisionCode, recipient: &Recipient, verifying: &VerifyingKey) -> Self {
        let text = format!("huhuqing.keycard:{SUITE}:{area}:{recipient}:{verifying}");
        let hash = Sha256::digest(text.as_bytes());
        let mut bits = [0; 16];
        bits.copy_from_slice(&hash[..16]);
        Self(bits)
    }

    /// Its twelve characters.
    pub fn characters(&self) -> Vec<&'static str> {
        let words = bip39::Mnemonic::from_entropy_in(bip39::Language::SimplifiedChinese, &self.0);
        words.map(|words| words.words().collect()).unwrap_or_default()
    }

    /// The twelve characters in three groups, as they are read aloud.
    pub fn words(&self) -> String {
        let groups: Vec<String> = self.characters().chunks(4).map(<[&str]>::concat).collect();
        groups.join(" ")
    }

    /// A QR code that any camera reads as the area and the characters, as a path of squares of one unit, and how many units
    /// it is wide.
    pub fn qr(&self, area: DivisionCode) -> (String, usize) {
        let text = format!("户户清 {area} {}", self.words());
        let Ok(code) = QRBuilder::new(text).build() else {
            return (String::new(), 0);
        };
        let mut path = String::new();
        for row in 0..code.size {
            for (column, module) in code[row].iter().enumerate() {
                if module.value() {
                    let _ = write!(path, "M{column} {row}h1v1h-1z");
                }
            }
        }
        (path, code.size)
    }
}
