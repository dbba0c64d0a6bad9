//! A forgotten passphrase: what the device asks the county, and what it does with the reply.

use super::Unlocked;
use super::code::ESCROW;
use crate::exchange::Scope;
use crate::keys::escrow::RecoveryError;
use crate::plan::divisions::division;
use crate::storage::Batch;
use crate::storage::sealed::{LOCK_ASKED, LOCK_TRIES};
use crate::workspace::{CommandError, ExportedFile, Phase, Workspace};
use leptos::prelude::*;
use std::rc::Rc;

impl Workspace {
    /// Writes what the device asks the county, with a new one-time key, which is kept until the reply has come.
    ///
    /// # Errors
    /// [`RecoveryError::NoEscrow`] when no key of the county was known; when the store cannot be written.
    pub async fn ask_for_recovery(&self) -> Result<ExportedFile, CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        let escrow = ESCROW.entry().await?;
        let (header, database) = engine
            .locked(|locked| (locked.header.clone(), Rc::clone(&locked.database)))
            .ok_or(CommandError::NotReady)?;
        let area = Scope {
            code: header.area,
            name: division(header.area.as_str()).map_or_else(String::new, |row| row.name.into()),
        };
        let ((name, bytes), once) = (escrow.ask)(&header, area, engine.surroundings.now())?;
        database
            .write(Batch::new().meta(LOCK_ASKED, once.into_bytes()))
            .await?;
        self.state.protection.update(|protection| protection.asked = true);
        Ok(ExportedFile { name, bytes })
    }

    /// What is read to the county by telephone while a recovery is under way.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn recovery_words(&self) -> Result<Option<String>, CommandError> {
        let escrow = ESCROW.entry().await?;
        let once = self.one_time_key().await?;
        Ok(once.map(|once| (escrow.words)(&once)).transpose()?)
    }

    async fn one_time_key(&self) -> Result<Option<String>, CommandError> {
        let database = self.engine().locked(|locked| Rc::clone(&locked.database));
        let once = database.ok_or(CommandError::NotReady)?.meta(LOCK_ASKED).await?;
        Ok(once.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// Whether a file is the county's reply to this device's request; nothing is changed.
    ///
    /// # Errors
    /// Why it is not.
    pub async fn look_at_reply(&self, reply: &[u8]) -> Result<(), CommandError> {
        self.key_of_reply(reply).await.map(drop)
    }

    async fn key_of_reply(&self, reply: &[u8]) -> Result<Unlocked, CommandError> {
        let escrow = ESCROW.entry().await?;
        let once = self.one_time_key().await?.ok_or(RecoveryError::OtherRequest)?;
        let header = self.engine().locked(|locked| locked.header.clone());
        let header = header.ok_or(CommandError::NotReady)?;
        let key = (escrow.take_in)(&header, &once, reply)?;
        Ok(Unlocked { header, key })
    }

    /// Opens the register with the county's reply, under a new passphrase; the one-time key goes.
    ///
    /// # Errors
    /// When the reply is not for this device and request; [`CommandError::Weak`]; when the store cannot be written.
    pub async fn recover(&self, reply: &[u8], passphrase: &str) -> Result<(), CommandError> {
        let engine = self.engine();
        let turn = engine.turn.lock().await;
        let unlocked = self.key_of_reply(reply).await?;
        let (edition, database) = engine
            .locked(|locked| (locked.edition, Rc::clone(&locked.database)))
            .ok_or(CommandError::NotReady)?;
        let done = Batch::new().forget(LOCK_ASKED).forget(LOCK_TRIES);
        let unlocked = self.rewrap(&database, unlocked, passphrase, done).await?;
        drop(turn);
        self.open_unlocked(edition, unlocked).await;
        Ok(())
    }

    /// Removes everything of a locked register from this device: the way out when nobody can open it any more.
    ///
    /// # Errors
    /// When the store cannot be emptied, or another tab is the writer.
    pub async fn forget_locked(&self) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        let database = engine.locked(|locked| Rc::clone(&locked.database));
        database.ok_or(CommandError::NotReady)?.wipe().await?;
        engine.surroundings.remember_edition(None);
        engine.close();
        self.state.clear();
        self.state.phase.set(Phase::FirstRun);
        Ok(())
    }
}
