//! The cards that a device has taken in, by area.

use super::{KeyCard, KeyError, Recipient, VerifyingKey};
use crate::model::{DivisionCode, Level};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A card that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldCard {
    /// The card.
    pub card: KeyCard,
    /// The file that it came as.
    pub file: Vec<u8>,
    /// Whether somebody has compared its fingerprint with its owner.
    pub compared: bool,
    /// Whether another card has taken its place: nothing is sealed to it any more, but old signatures are still known.
    pub replaced: bool,
}

/// The cards that a device has taken in. Several stand beside each other for an area that has several devices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ring {
    cards: BTreeMap<(DivisionCode, VerifyingKey), HeldCard>,
}

/// How a card stands to those of its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The first of its area.
    New,
    /// The same keys are here.
    Known,
    /// The area has another key here: somebody must say which is right.
    Different,
}

impl Ring {
    /// How a card stands to those that are here.
    pub fn standing(&self, card: &KeyCard) -> Standing {
        let here: Vec<&HeldCard> = self.of(card.code()).filter(|held| !held.replaced).collect();
        if here.iter().any(|held| same_keys(&held.card, card)) {
            Standing::Known
        } else if here.is_empty() {
            Standing::New
        } else {
            Standing::Different
        }
    }

    /// Takes a card in, or the word that it was compared. `replacing` others of its area, they are kept for old signatures
    /// only; otherwise it stands beside them.
    ///
    /// # Errors
    /// When the file is no card.
    pub fn take(&mut self, file: &[u8], compared: bool, replacing: bool) -> Result<DivisionCode, KeyError> {
        let card = KeyCard::read(file)?;
        let area = card.code();
        if replacing {
            let others = self.cards.values_mut().filter(|held| held.card.code() == area);
            others.for_each(|held| held.replaced = true);
        }
        let before = self.cards.get(&(area, card.verifying));
        let compared = compared || before.is_some_and(|held| held.compared && same_keys(&held.card, &card));
        let held = HeldCard {
            file: file.to_vec(),
            compared,
            replaced: false,
            card,
        };
        self.cards.insert((area, held.card.verifying), held);
        Ok(area)
    }

    /// Says that a card was compared with its owner.
    pub fn compared(&mut self, area: DivisionCode, key: VerifyingKey) {
        if let Some(held) = self.cards.get_mut(&(area, key)) {
            held.compared = true;
        }
    }

    /// Takes a card out.
    pub fn remove(&mut self, area: DivisionCode, key: VerifyingKey) {
        self.cards.remove(&(area, key));
    }

    /// Every card, by area.
    pub fn cards(&self) -> impl Iterator<Item = &HeldCard> {
        self.cards.values()
    }

    /// The cards of an area.
    pub fn of(&self, area: DivisionCode) -> impl Iterator<Item = &HeldCard> {
        self.cards.values().filter(move |held| held.card.code() == area)
    }

    /// Whose key that is.
    pub fn owner(&self, key: &VerifyingKey) -> Option<&HeldCard> {
        self.cards.values().find(|held| held.card.verifying == *key)
    }

    /// What is sealed to an area: every card of it that stands, whether compared or not.
    pub fn recipients(&self, area: DivisionCode) -> Vec<Recipient> {
        let standing = self.of(area).filter(|held| !held.replaced);
        standing.map(|held| held.card.recipient.clone()).collect()
    }

    /// The recipients of the county, such as for an escrow.
    pub fn county(&self) -> Vec<Recipient> {
        let county = self
            .cards
            .values()
            .filter(|held| held.card.code().level() == Level::County);
        county
            .filter(|held| !held.replaced)
            .map(|held| held.card.recipient.clone())
            .collect()
    }

    /// The ring as it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let stored = |held: &HeldCard| Stored {
            card: String::from_utf8_lossy(&held.file).into_owned(),
            compared: held.compared,
            replaced: held.replaced,
        };
        let all: Vec<Stored> = self.cards.values().map(stored).collect();
        serde_json::to_vec(&all).unwrap_or_default()
    }

    /// Reads a kept ring. A card that no longer reads is left out.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let all: Vec<Stored> = serde_json::from_slice(bytes).ok()?;
        let held = all.into_iter().filter_map(|stored| {
            let file = stored.card.into_bytes();
            let card = KeyCard::read(&file).ok()?;
            Some(HeldCard {
                card,
                file,
                compared: stored.compared,
                replaced: stored.replaced,
            })
        });
        let cards = held
            .map(|held| ((held.card.code(), held.card.verifying), held))
            .collect();
        Some(Self { cards })
    }
}

fn same_keys(a: &KeyCard, b: &KeyCard) -> bool {
    a.verifying == b.verifying && a.recipient == b.recipient
}

#[derive(Serialize, Deserialize)]
struct Stored {
    card: String,
    compared: bool,
    replaced: bool,
}
