//! Commands about the passphrase: unlock, lock, encrypt, change, stop encrypting.

use super::code::LOCK;
use super::{Locked, Protection, Unlocked};
use crate::keys::passphrase::weakness;
use crate::keys::patience::Tries;
use crate::model::DivisionCode;
use crate::storage::sealed::{LOCK as HEADER, LOCK_ASKED, LOCK_TRIES};
use crate::storage::{Batch, Database, Index};
use crate::workspace::engine::key;
use crate::workspace::{CommandError, Edition, Phase, Workspace};
use leptos::prelude::*;
use std::rc::Rc;

/// How long without input until the register is locked, unless somebody chooses otherwise, in seconds.
pub const AUTO_LOCK_SECONDS: u32 = 600;

impl Workspace {
    /// How the register is protected.
    pub fn protection(&self) -> Signal<Protection> {
        self.state.protection.into()
    }

    /// Whether this edition of the app keeps real records under a passphrase only.
    pub fn demands_passphrase(&self) -> bool {
        self.engine().surroundings.demands_passphrase()
    }

    /// Milliseconds until the next passphrase may be tried.
    pub fn wait_left(&self) -> u64 {
        let engine = self.engine();
        let running = engine.surroundings.running();
        engine.waits_until().saturating_sub(running)
    }

    /// Stands before a locked register, with what its header says.
    pub(in crate::workspace) async fn stand_before(
        &self,
        edition: Edition,
        database: Rc<dyn Database>,
        index: &Index,
    ) -> Result<Phase, CommandError> {
        let code = LOCK.entry().await?;
        let bytes = index.meta.get(HEADER).map(Vec::as_slice).unwrap_or_default();
        let header = (code.read)(bytes)?;
        let asked = index.meta.contains_key(LOCK_ASKED);
        self.state.protection.set(Protection::of(&header, asked));
        let tries = Tries::from_bytes(index.meta.get(LOCK_TRIES).map(Vec::as_slice));
        let engine = self.engine();
        if engine.waited(tries).is_none() {
            let until = engine.surroundings.running() + tries.left(engine.surroundings.now());
            engine.wait(tries, until);
        }
        engine.stand_before(Locked {
            edition,
            database,
            header,
        });
        Ok(Phase::Locked)
    }

    /// Opens the locked register.
    ///
    /// # Errors
    /// [`CommandError::Wait`] too soon after a wrong passphrase; [`CommandError::Rest`] with
    /// `RestError::WrongPassphrase`; when the store cannot be read.
    pub async fn unlock(&self, passphrase: &str) -> Result<(), CommandError> {
        let engine = self.engine();
        let turn = engine.turn.lock().await;
        let (edition, database) = engine
            .locked(|locked| (locked.edition, Rc::clone(&locked.database)))
            .ok_or(CommandError::NotReady)?;
        let unlocked = self.try_passphrase(&database, passphrase).await?;
        drop(turn);
        self.open_unlocked(edition, unlocked).await;
        Ok(())
    }

    /// The key, if the passphrase is right and enough time has passed. A try is written down before it is made.
    async fn try_passphrase(
        &self,
        database: &Rc<dyn Database>,
        passphrase: &str,
    ) -> Result<Unlocked, CommandError> {
        let engine = self.engine();
        let code = LOCK.entry().await?;
        let header = database.meta(HEADER).await?.ok_or(CommandError::NotReady)?;
        let header = (code.read)(&header)?;
        let tries = Tries::from_bytes(database.meta(LOCK_TRIES).await?.as_deref());
        let running = engine.surroundings.running();
        let now = engine.surroundings.now();
        // What was waited for in this page counts whatever the clock says, unless another page has tried since.
        let left = match engine.waited(tries) {
            Some(until) => until.saturating_sub(running),
            None => tries.left(now),
        };
        if left > 0 {
            engine.wait(tries, running + left);
            return Err(CommandError::Wait(left));
        }
        let tried = tries.and_one_at(now);
        database
            .write(Batch::new().meta(LOCK_TRIES, tried.to_bytes()))
            .await?;
        engine.wait(tried, running + tried.wait());
        // The page shows that it is at work before the work begins.
        engine.surroundings.breathe().await;
        let key = (code.unlock)(&header, passphrase)?;
        database.write(Batch::new().forget(LOCK_TRIES)).await?;
        engine.wait(Tries::default(), 0);
        Ok(Unlocked { header, key })
    }

    /// Locks the register: its key, its journals and everything on the screen are gone when this returns. What is being
    /// saved is saved first. A register that is not encrypted stays open.
    pub async fn lock(&self) {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        let Some((edition, database)) = engine.close_if_encrypted() else {
            return;
        };
        // First the phase, so that nothing that is on its way shows itself.
        self.state.phase.set(Phase::Locked);
        self.state.clear();
        let phase = async {
            let index = database.index().await?;
            self.stand_before(edition, database, &index).await
        };
        if let Err(error) = phase.await {
            self.state.phase.set(Phase::Failed(error));
        }
    }

    /// Encrypts the register under a passphrase: everything in one transaction, or nothing.
    ///
    /// # Errors
    /// [`CommandError::Weak`] for a passphrase that is not taken; as every command.
    pub async fn set_passphrase(&self, passphrase: &str) -> Result<(), CommandError> {
        let engine = self.engine();
        let turn = engine.turn.lock().await;
        engine.may_write()?;
        let area = engine.profile()?.area;
        self.encrypt(area, passphrase).await?;
        drop(turn);
        self.seal_to_county().await?;
        if self.state.phase.get_untracked() == Phase::PassphraseNeeded
            && let Some(edition) = engine.edition()
            && let Some(unlocked) = engine.unlocked()
        {
            self.open_unlocked(edition, unlocked).await;
        }
        Ok(())
    }

    /// Encrypts the open store for the device of an area.
    pub(in crate::workspace) async fn encrypt(
        &self,
        area: DivisionCode,
        passphrase: &str,
    ) -> Result<(), CommandError> {
        taken(passphrase)?;
        let engine = self.engine();
        if engine.unlocked().is_some() {
            return Err(CommandError::NotReady);
        }
        let code = LOCK.entry().await?;
        engine.surroundings.breathe().await;
        let (header, key) = (code.make)(area, engine.device()?, passphrase)?;
        let (plain, name) = (engine.plain_database()?, engine.database_name()?);
        let mut contents = (code.seal)(plain.contents().await?, name, &key)?;
        contents.meta.insert(HEADER.into(), (code.write)(&header));
        plain.replace_contents(contents).await?;
        engine.exchange_database((code.over)(plain, name, key.clone()));
        self.state.protection.set(Protection::of(&header, false));
        engine.set_unlocked(Some(Unlocked { header, key }));
        Ok(())
    }

    /// Changes the passphrase. The data stay as they are: only the wrapped key is another.
    ///
    /// # Errors
    /// As [`unlock`](Self::unlock) for the old one, as [`set_passphrase`](Self::set_passphrase) for the new one.
    pub async fn change_passphrase(&self, old: &str, new: &str) -> Result<(), CommandError> {
        taken(new)?;
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        let plain = engine.plain_database()?;
        let unlocked = self.try_passphrase(&plain, old).await?;
        let unlocked = self.rewrap(&plain, unlocked, new, Batch::new()).await?;
        engine.set_unlocked(Some(unlocked));
        Ok(())
    }

    /// Keeps a new wrap of a key whose owner has shown who they are.
    pub(super) async fn rewrap(
        &self,
        database: &Rc<dyn Database>,
        Unlocked { header, key }: Unlocked,
        passphrase: &str,
        with: Batch,
    ) -> Result<Unlocked, CommandError> {
        taken(passphrase)?;
        let code = LOCK.entry().await?;
        self.engine().surroundings.breathe().await;
        let header = (code.with_passphrase)(&header, &key, passphrase)?;
        database.write(with.meta(HEADER, (code.write)(&header))).await?;
        Ok(Unlocked { header, key })
    }

    /// Gives the encryption up: everything is written in plain in one transaction, or nothing.
    ///
    /// # Errors
    /// As [`unlock`](Self::unlock); not where a passphrase is demanded.
    pub async fn remove_passphrase(&self, passphrase: &str) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        if engine.edition() == Some(Edition::Real) && engine.surroundings.demands_passphrase() {
            return Err(CommandError::PassphraseDemanded);
        }
        let code = LOCK.entry().await?;
        let (plain, name) = (engine.plain_database()?, engine.database_name()?);
        let unlocked = self.try_passphrase(&plain, passphrase).await?;
        let contents = (code.open)(plain.contents().await?, name, &unlocked.key)?;
        plain.replace_contents(contents).await?;
        engine.exchange_database(plain);
        engine.set_unlocked(None);
        self.state.protection.set(Protection::default());
        Ok(())
    }

    /// Seals the data key to the county as soon as its key card is here, and anew when that is another.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn seal_to_county(&self) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        let Some(unlocked) = engine.unlocked().filter(|_| engine.writer.get()) else {
            return Ok(());
        };
        let Some(ring) = engine.database()?.meta(key::RING).await? else {
            return Ok(());
        };
        let escrow = super::code::ESCROW.entry().await?;
        let header = (escrow.escrow)(&unlocked.header, &unlocked.key, &ring)?;
        if let Some(header) = header {
            let code = LOCK.entry().await?;
            let batch = Batch::new().meta(HEADER, (code.write)(&header));
            engine.plain_database()?.write(batch).await?;
            self.state.protection.set(Protection::of(&header, false));
            engine.set_unlocked(Some(Unlocked {
                header,
                key: unlocked.key,
            }));
        }
        Ok(())
    }
}

/// Refuses a passphrase that is too weak.
fn taken(passphrase: &str) -> Result<(), CommandError> {
    match weakness(passphrase).filter(|weakness| weakness.is_refused()) {
        Some(weakness) => Err(CommandError::Weak(weakness)),
        None => Ok(()),
    }
}
