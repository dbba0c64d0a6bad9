//! The keys of this device and the cards of others: what the page of keys does, and what packages are signed, sealed and
//! opened with.
//!
//! Private keys lie among what the store keeps beside the areas, and are encrypted at rest with it once a passphrase is set.

mod cards;
mod chain;
mod signer;
mod unsealing;

pub use cards::CardFile;
pub use signer::SignedBy;
pub(in crate::workspace) use signer::{Checked, KnownKeys, check};

use super::engine::key;
use super::transfer::named;
use super::{CommandError, ExportedFile, Workspace};
use crate::exchange::{Checksum, Signature};
use crate::keys::{
    DeviceKeys, Identity, KeyCard, KeyError, open_with_passphrase, seal, seal_with_passphrase,
};
use crate::model::DivisionCode;
use crate::storage::Batch;
use chain::Chain;
use std::collections::BTreeSet;

/// The fewest characters of a passphrase for the office's key file.
pub const SHORTEST_PASSPHRASE: usize = 8;

impl Workspace {
    /// The device's keys; they are made at first need. None where this tab may not write and none are there.
    pub(in crate::workspace) async fn own_keys(&self) -> Result<Option<DeviceKeys>, CommandError> {
        let chain = self.chain().await?;
        if let Some(keys) = chain.current() {
            return Ok(Some(keys.clone()));
        }
        if !self.engine().writer.get() {
            return Ok(None);
        }
        let keys = DeviceKeys::fresh()?;
        self.keep(&chain.with(keys.clone())).await?;
        Ok(Some(keys))
    }

    /// The device's key card.
    ///
    /// # Errors
    /// As every command; a reader makes no keys.
    pub async fn own_card(&self) -> Result<KeyCard, CommandError> {
        let keys = self.own_keys().await?.ok_or(CommandError::ReadOnly)?;
        self.card_of(&keys)
    }

    /// The device's key card as a file for others.
    ///
    /// # Errors
    /// As [`own_card`](Self::own_card).
    pub async fn card_file(&self) -> Result<ExportedFile, CommandError> {
        let keys = self.own_keys().await?.ok_or(CommandError::ReadOnly)?;
        let card = self.card_of(&keys)?;
        Ok(ExportedFile {
            name: card.file_name(),
            bytes: card.write(&keys).bytes,
        })
    }

    /// The private keys as a file that only the passphrase opens, for another device of the same office.
    ///
    /// # Errors
    /// As [`own_card`](Self::own_card).
    pub async fn office_key_file(&self, passphrase: &str) -> Result<ExportedFile, CommandError> {
        let keys = self.own_keys().await?.ok_or(CommandError::ReadOnly)?;
        let area = self.engine().profile()?.area;
        Ok(ExportedFile {
            name: format!("hhq-{area}-private-key.age"),
            bytes: seal_with_passphrase(keys.to_text().as_bytes(), passphrase)?,
        })
    }

    /// Takes over the private keys of another device of the same office. What was sealed to the keys before is opened
    /// with them still.
    ///
    /// # Errors
    /// As every command; when the passphrase is wrong or the file is none.
    pub async fn take_office_key(&self, file: &[u8], passphrase: &str) -> Result<KeyCard, CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        let text = zeroize::Zeroizing::new(open_with_passphrase(file, passphrase)?);
        let text = std::str::from_utf8(&text).map_err(|_| KeyError::BadIdentity("not text"))?;
        let keys: DeviceKeys = text.parse()?;
        let chain = self.chain().await?;
        self.keep(&chain.with(keys.clone())).await?;
        self.card_of(&keys)
    }

    /// Seals a file to the cards of those areas that are here, and to this device itself, which can then read what it sent.
    ///
    /// # Errors
    /// As every command; [`KeyError::NoRecipient`] when no card of them is here.
    pub async fn seal(
        &self,
        file: ExportedFile,
        areas: &BTreeSet<DivisionCode>,
    ) -> Result<ExportedFile, CommandError> {
        let ring = self.ring().await?;
        let mut to: Vec<_> = areas.iter().flat_map(|area| ring.recipients(*area)).collect();
        if to.is_empty() {
            return Err(KeyError::NoRecipient.into());
        }
        let own = match self.own_keys().await {
            Err(CommandError::Storage(_)) => None,
            keys => keys?.map(|keys| keys.identity.recipient()),
        };
        to.extend(own);
        Ok(ExportedFile {
            name: format!("{}.age", file.name),
            bytes: seal(&file.bytes, &to)?,
        })
    }

    /// Seals a file to an area if a card of it is here; otherwise, and for no area, the file stays as it is.
    ///
    /// # Errors
    /// As every command.
    pub async fn seal_if_known(
        &self,
        file: ExportedFile,
        area: Option<DivisionCode>,
    ) -> Result<ExportedFile, CommandError> {
        let ring = self.ring().await?;
        let known = area.filter(|area| !ring.recipients(*area).is_empty());
        match known {
            Some(area) => self.seal(file, &BTreeSet::from([area])).await,
            None => Ok(file),
        }
    }

    /// What signs for this device; none when it has no keys and may make none.
    pub(in crate::workspace) async fn signer(
        &self,
    ) -> Result<Option<impl Fn(&Checksum) -> Signature>, CommandError> {
        let keys = match self.own_keys().await {
            // What cannot keep keys any more still lets a package out, unsigned.
            Err(CommandError::Storage(_)) => None,
            keys => keys?,
        };
        Ok(keys.map(|keys| move |contents: &Checksum| keys.signing.sign(contents)))
    }

    /// The keys that files are held against.
    pub(in crate::workspace) async fn known_keys(&self) -> Result<KnownKeys, CommandError> {
        let own = self.chain().await?.verifying_keys();
        Ok(KnownKeys::new(self.ring().await?, own))
    }

    /// What opens files that were sealed to this device, the current key first.
    pub(in crate::workspace) async fn identities(&self) -> Result<Vec<Identity>, CommandError> {
        Ok(self.chain().await?.identities().cloned().collect())
    }

    fn card_of(&self, keys: &DeviceKeys) -> Result<KeyCard, CommandError> {
        let engine = self.engine();
        let who = engine.profile()?;
        Ok(KeyCard::of(
            keys,
            named(who.area),
            who.name,
            engine.surroundings.now(),
        ))
    }

    async fn chain(&self) -> Result<Chain, CommandError> {
        let kept = self.engine().database()?.meta(key::KEYS).await?;
        let chain = kept.map(|bytes| Chain::from_bytes(&bytes));
        chain
            .unwrap_or_else(|| Some(Chain::default()))
            .ok_or_else(|| CommandError::Unreadable(key::KEYS.into()))
    }

    async fn keep(&self, chain: &Chain) -> Result<(), CommandError> {
        let batch = Batch::new().meta(key::KEYS, chain.to_bytes());
        Ok(self.engine().database()?.write(batch).await?)
    }
}
