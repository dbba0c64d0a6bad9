//! The cards of others.

use crate::keys::{KeyCard, KeyError, Ring, Standing, VerifyingKey};
use crate::model::{DivisionCode, Level};
use crate::storage::Batch;
use crate::workspace::engine::key;
use crate::workspace::{CommandError, Workspace};
use std::collections::BTreeSet;

/// A key card among chosen files.
#[derive(Clone, Debug)]
pub struct CardFile {
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub file: Vec<u8>,
    /// What it says, or why it is refused.
    pub outcome: Result<KeyCard, KeyError>,
    /// How it stands to the cards of its area that are here.
    pub standing: Standing,
}

impl Workspace {
    /// The cards that this device has taken in.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn ring(&self) -> Result<Ring, CommandError> {
        let kept = self.engine().database()?.meta(key::RING).await?;
        let ring = kept.map(|bytes| Ring::from_bytes(&bytes));
        ring.unwrap_or_else(|| Some(Ring::default()))
            .ok_or_else(|| CommandError::Unreadable(key::RING.into()))
    }

    /// Takes a card in; `compared` when a person has compared its fingerprint with its owner, `replacing` when it takes the
    /// place of the others of its area.
    ///
    /// # Errors
    /// As every command; when the file is no card.
    pub async fn take_card(&self, file: &[u8], compared: bool, replacing: bool) -> Result<(), CommandError> {
        self.change_ring(|ring| ring.take(file, compared, replacing).map(drop))
            .await
    }

    /// Says that a card was compared with its owner.
    ///
    /// # Errors
    /// As every command.
    pub async fn card_compared(&self, area: DivisionCode, card: VerifyingKey) -> Result<(), CommandError> {
        self.change_ring(|ring| {
            ring.compared(area, card);
            Ok(())
        })
        .await
    }

    /// Takes a card out: nothing is sealed to it, and its signatures are those of a stranger.
    ///
    /// # Errors
    /// As every command.
    pub async fn remove_card(&self, area: DivisionCode, card: VerifyingKey) -> Result<(), CommandError> {
        self.change_ring(|ring| {
            ring.remove(area, card);
            Ok(())
        })
        .await
    }

    /// The offices above this device whose cards are here: whom a package can be sealed to.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn sealable_above(&self) -> Result<BTreeSet<DivisionCode>, CommandError> {
        let own = self.engine().profile()?.area;
        let ring = self.ring().await?;
        let above = ring
            .cards()
            .filter(|held| !held.replaced)
            .map(|held| held.card.code());
        Ok(above
            .filter(|area| *area != own && own.within(*area) && area.level() != Level::Village)
            .collect())
    }

    async fn change_ring(
        &self,
        change: impl FnOnce(&mut Ring) -> Result<(), KeyError>,
    ) -> Result<(), CommandError> {
        let engine = self.engine();
        let turn = engine.turn.lock().await;
        engine.may_write()?;
        let mut ring = self.ring().await?;
        change(&mut ring)?;
        let batch = Batch::new().meta(key::RING, ring.to_bytes());
        engine.database()?.write(batch).await?;
        drop(turn);
        // The county's card may be among them.
        self.seal_to_county().await
    }
}
