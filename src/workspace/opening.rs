//! Opening the register: the least that the first screen needs, then the rest.

use super::engine::{Store, key};
use super::handover::receipts_in;
use super::locking::{LOCK, Unlocked};
use super::record_work::{WORK, unreported};
use super::summary::are_own;
use super::{
    Access, CommandError, Edition, FirstRun, JournalSize, Phase, Profile, Protection, SaveState, Summary,
    Workspace, reading,
};
use crate::indicators::CountyFacts;
use crate::model::{Date, DivisionCode, Level};
use crate::storage::{self, AreaSummary, IfOlder, Index, StorageError, sealed};
use futures::future::join;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

impl Workspace {
    /// Opens the edition that this device last worked in, or asks who is here. A browser keeps what it remembers beside the
    /// store less carefully than the store, and a killed one may have forgotten it: so the store of real records is
    /// looked into before anybody is asked.
    pub async fn start(&self) {
        let last = self.engine().surroundings.last_edition();
        self.open_edition(last.unwrap_or(Edition::Real)).await;
    }

    /// Opens an edition's register; an encrypted one stands before its passphrase.
    pub async fn open_edition(&self, edition: Edition) {
        self.open_with(edition, None).await;
    }

    /// Opens a register whose passphrase was right.
    pub(super) async fn open_unlocked(&self, edition: Edition, unlocked: Unlocked) {
        self.open_with(edition, Some(unlocked)).await;
    }

    /// Opens a register that may have been unlocked already.
    pub(super) async fn open_with(&self, edition: Edition, unlocked: Option<Unlocked>) {
        let engine = self.engine();
        let _opening = engine.opening.lock().await;
        self.state.phase.set(Phase::Starting);
        self.state.clear();
        self.state.protection.set(Protection::default());
        engine.close();
        let (opened, ()) = join(self.open(edition, unlocked), self.fetch_for_village(edition)).await;
        let phase = match opened {
            Ok(phase) => phase,
            Err(error) => Phase::Failed(error),
        };
        let ready = phase == Phase::Ready;
        self.state.phase.set(phase);
        engine.surroundings.mark("open-end");
        if !ready {
            return;
        }
        // The screen is drawn before more code is fetched for what stands behind it.
        engine.surroundings.breathe().await;
        if let Err(error) = self.follow_up().await {
            self.fail(error);
        }
    }

    /// A village's first page shows records. Where the device remembers that it is a village's, what looks into them comes
    /// while the store is opened.
    async fn fetch_for_village(&self, edition: Edition) {
        let trace = self.engine().surroundings.trace();
        let village = trace
            .and_then(|trace| trace.area())
            .is_some_and(|area| area.level() == Level::Village);
        if village && edition == Edition::Real {
            // Whoever needs it asks again and says that it cannot be had.
            let _asked_for_again = WORK.entry().await;
        }
    }

    /// What is done behind the open screen: the county's records are read, whose word stands before what was kept of them,
    /// and figures of another day, or of parameters that have changed since, are made anew.
    async fn follow_up(&self) -> Result<(), CommandError> {
        self.load(vec![reading::county()]).await?;
        self.read_facts().await?;
        self.score_anew().await?;
        self.seal_to_county().await
    }

    /// Shows why the open register cannot be gone on with. One that was locked meanwhile is not: what was on its way for it
    /// has only come too late.
    pub(super) fn fail(&self, error: CommandError) {
        if self.state.phase.get_untracked() == Phase::Ready {
            self.state.phase.set(Phase::Failed(error));
        }
    }

    async fn open(&self, edition: Edition, unlocked: Option<Unlocked>) -> Result<Phase, CommandError> {
        let plain = self.open_for_work(edition).await?;
        let index = plain.index().await?;
        let locked = index.meta.contains_key(sealed::LOCK);
        let Some(unlocked) = unlocked.filter(|_| locked) else {
            return match locked {
                true => self.stand_before(edition, plain, &index).await,
                false => self.open_store(edition, Store::plain(plain), &index).await,
            };
        };
        let (store, index) = self.open_sealed(edition, plain, unlocked).await?;
        self.open_store(edition, store, &index).await
    }

    /// The encrypted store over a plain one, and what it holds.
    async fn open_sealed(
        &self,
        edition: Edition,
        plain: Rc<dyn storage::Database>,
        unlocked: Unlocked,
    ) -> Result<(Store, Index), CommandError> {
        let code = LOCK.entry().await?;
        let database = (code.over)(Rc::clone(&plain), edition.database(), unlocked.key.clone());
        let index = database.index().await?;
        self.state.protection.set(Protection::of(&unlocked.header, false));
        let store = Store {
            plain,
            database,
            unlocked: Some(unlocked),
        };
        Ok((store, index))
    }

    async fn open_store(&self, edition: Edition, store: Store, index: &Index) -> Result<Phase, CommandError> {
        let engine = self.engine();
        let encrypted = store.unlocked.is_some();
        engine.adopt(edition, store, index).await?;
        let Ok(profile) = engine.profile() else {
            let trace = engine.surroundings.trace().filter(|_| edition == Edition::Real);
            return Ok(trace.map_or(Phase::FirstRun, Phase::Gone));
        };
        let demanded = edition == Edition::Real && engine.surroundings.demands_passphrase();
        if demanded && !encrypted && engine.writer.get() {
            return Ok(Phase::PassphraseNeeded);
        }
        let as_of = index.meta.get(key::AS_OF);
        let as_of = as_of.and_then(|bytes| Date::parse(std::str::from_utf8(bytes).ok()?));
        self.state.as_of.set(as_of.unwrap_or_else(|| self.today()));
        let own = (profile.level() == Level::Village).then_some(profile.area);
        self.state.profile.set(Some(Arc::new(profile)));
        self.show_areas(index).await?;
        // The county's figures carry what all figures rest on; its records can wait.
        let county = self.kept_facts().is_none().then(reading::county);
        self.load(county.into_iter().chain(own).collect()).await?;
        self.read_facts().await?;
        self.read_silent(index).await?;
        self.show_handover(index)?;
        Ok(Phase::Ready)
    }

    /// Becomes the writer and opens the database meanwhile. Only the writer brings an older form up: another tab may be
    /// working on it.
    async fn open_for_work(&self, edition: Edition) -> Result<Rc<dyn storage::Database>, CommandError> {
        let opening = self.open_database(edition, IfOlder::Leave);
        let ((), database) = join(self.take_the_pen(edition), opening).await;
        match database {
            Err(CommandError::Storage(StorageError::Outdated)) if self.engine().writer.get() => {
                self.open_database(edition, IfOlder::BringUp).await
            }
            database => database,
        }
    }

    pub(super) async fn open_database(
        &self,
        edition: Edition,
        if_older: IfOlder,
    ) -> Result<Rc<dyn storage::Database>, CommandError> {
        let workspace = *self;
        let on_closed = Rc::new(move || workspace.lose_the_store());
        let surroundings = &self.engine().surroundings;
        Ok(surroundings.open(edition, if_older, on_closed).await?)
    }

    /// The store is gone. What is on the screen stays there, typed or saved, and can be exported; nothing is saved any more.
    fn lose_the_store(&self) {
        let error = CommandError::from(StorageError::Closed);
        if self.state.phase.get_untracked() != Phase::Ready {
            self.state.phase.set(Phase::Failed(error));
            return;
        }
        self.engine().writer.set(false);
        self.state.access.set(Access::Reader);
        self.state.lost.set(Some(error));
    }

    /// Becomes the writer, or follows the one that is and takes over when it goes.
    pub(super) async fn take_the_pen(&self, edition: Edition) {
        let engine = self.engine();
        let workspace = *self;
        let when_free = Rc::new(move || workspace.take_over(edition));
        let writer = engine.surroundings.become_writer(edition, when_free).await;
        engine.writer.set(writer);
        self.state
            .access
            .set(if writer { Access::Writer } else { Access::Reader });
    }

    fn take_over(self, edition: Edition) {
        let engine = self.engine();
        engine.writer.set(true);
        self.state.access.set(Access::Writer);
        // What the other tab wrote is on the disk and not in here.
        leptos::task::spawn_local(async move {
            // An opening that is on its way is finished first; it may have read what the other tab has written over since.
            drop(engine.opening.lock().await);
            let waited = Phase::Failed(StorageError::Outdated.into());
            if engine.edition() == Some(edition) {
                self.reopen(edition).await;
            } else if self.state.phase.get_untracked() == waited {
                self.open_edition(edition).await;
            }
        });
    }

    pub(super) async fn reopen(&self, edition: Edition) {
        let engine = self.engine();
        let _opening = engine.opening.lock().await;
        let turn = engine.turn.lock().await;
        let unlocked = engine.unlocked();
        engine.close();
        let outcome = async {
            let plain = self.open_database(edition, IfOlder::BringUp).await?;
            let index = plain.index().await?;
            let (store, index) = match (unlocked, index.meta.contains_key(sealed::LOCK)) {
                (Some(unlocked), true) => self.open_sealed(edition, plain, unlocked).await?,
                // The other tab has given the encryption up.
                (_, false) => (Store::plain(plain), index),
                // The other tab has encrypted what was open here in plain.
                (None, true) => {
                    self.state.phase.set(Phase::Locked);
                    self.state.clear();
                    return self.stand_before(edition, plain, &index).await.map(drop);
                }
            };
            engine.adopt(edition, store, &index).await?;
            self.show_areas(&index).await?;
            let shown: Vec<DivisionCode> = self.state.areas.get_untracked().keys().copied().collect();
            self.state.areas.set(Arc::default());
            self.load(shown).await?;
            self.read_facts().await?;
            self.read_silent(&index).await?;
            self.show_handover(&index)
        };
        let outcome = outcome.await;
        drop(turn);
        let outcome = match outcome {
            // The other tab may have gone before it kept the figures of its last save.
            Ok(()) if self.state.phase.get_untracked() == Phase::Ready => self.score_anew().await,
            outcome => outcome,
        };
        if let Err(error) = outcome {
            self.state.phase.set(Phase::Failed(error));
        }
    }

    /// Shows what the store says about its areas and what came in. Of figures that a told summary leaves open only what
    /// judges can say that they are unknown.
    pub(super) async fn show_areas(&self, index: &Index) -> Result<(), CommandError> {
        if !are_own(&index.areas) {
            WORK.entry().await?;
        }
        self.show_index(index);
        Ok(())
    }

    fn show_index(&self, index: &Index) {
        let summary = |entry: &AreaSummary| {
            let kept = Summary::from_bytes(entry.area, &entry.summary, unreported());
            kept.unwrap_or_else(|| Summary::unscored(entry.area, JournalSize::default()))
        };
        self.state.show_summaries(index.areas.iter().map(summary));
        self.state.receipts.set(receipts_in(index));
        self.show_runs(index);
        self.show_closed(index);
        self.show_aside(index);
    }

    /// What all figures rest on, as it was kept with the county's figures.
    fn kept_facts(&self) -> Option<Arc<CountyFacts>> {
        self.state
            .summaries
            .with_untracked(|all| all.get(&reading::county())?.facts.clone())
    }

    /// Takes the county's parameters from its records, or as they were kept while these have not been read.
    ///
    /// # Errors
    /// When what reads them cannot be loaded.
    pub(super) async fn read_facts(&self) -> Result<(), CommandError> {
        let county = self
            .state
            .areas
            .with_untracked(|areas| areas.get(&reading::county()).cloned());
        let facts = match county {
            Some(records) => Some(Arc::new((WORK.entry().await?.facts)(&records))),
            None => self.kept_facts(),
        };
        let facts = facts.unwrap_or_default();
        // The same facts make no sum anew.
        if self.state.facts.with_untracked(|known| *known != facts) {
            self.state.facts.set(facts);
        }
        Ok(())
    }

    /// Makes the figures anew of every area whose figures rest on another day or on other parameters.
    async fn score_anew(&self) -> Result<(), CommandError> {
        (WORK.entry().await?.rescore)(self).await
    }

    /// Who works here, said for the first time: opens the edition and makes the official's record.
    ///
    /// # Errors
    /// When the store cannot be opened or written, or another tab is the writer.
    pub async fn begin(&self, first: FirstRun) -> Result<(), CommandError> {
        let engine = self.engine();
        let (edition, area) = (first.edition, first.area);
        self.take_the_pen(edition).await;
        engine.may_write()?;
        match engine.unlocked().filter(|_| engine.edition() == Some(edition)) {
            // The register was begun before, as far as its passphrase.
            Some(_) => {}
            None => {
                let plain = self.open_database(edition, IfOlder::BringUp).await?;
                let index = plain.index().await?;
                engine.adopt(edition, Store::plain(plain), &index).await?;
                if let Some(passphrase) = first.passphrase {
                    self.encrypt(area, &passphrase).await?;
                }
            }
        }
        let database = engine.database()?;
        let official =
            crate::model::Id::fresh(engine.surroundings.now(), engine.surroundings.chance() as u32);
        let profile = Profile {
            edition,
            area,
            official,
            name: first.name,
        };
        engine.set_profile(profile.clone());
        let as_of = if edition == Edition::Demo {
            crate::demo::as_of()
        } else {
            self.today()
        };
        self.state.as_of.set(as_of);
        if edition == Edition::Demo {
            self.fill_with_demo(area).await?;
        }
        (WORK.entry().await?.introduce)(self, &profile).await?;
        let now = engine.surroundings.now();
        let mut kept = storage::Batch::new()
            .meta(key::PROFILE, profile.to_bytes())
            .meta(key::BEGAN, now.to_string().into_bytes());
        if edition == Edition::Demo {
            // The invented county tells up to a day; a real register is for today until somebody chooses otherwise.
            kept = kept.meta(key::AS_OF, as_of.to_string().into_bytes());
        }
        database.write(kept).await?;
        engine.surroundings.remember_edition(Some(edition));
        let unlocked = engine.unlocked();
        self.open_with(edition, unlocked).await;
        Ok(())
    }

    /// Chooses the day that figures are for.
    ///
    /// # Errors
    /// When the choice cannot be kept; the figures are for that day all the same.
    pub async fn set_as_of(&self, day: Date) -> Result<(), CommandError> {
        self.state.as_of.set(day);
        let engine = self.engine();
        if engine.writer.get() {
            engine
                .database()?
                .write(storage::Batch::new().meta(key::AS_OF, day.to_string().into_bytes()))
                .await?;
        }
        self.score_anew().await
    }

    /// Removes everything of the open edition from this device and asks anew who is here.
    ///
    /// # Errors
    /// When the store cannot be emptied, or another tab is the writer.
    pub async fn forget_device(&self) -> Result<(), CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        engine.plain_database()?.wipe().await?;
        if engine.edition() == Some(Edition::Real) {
            engine.surroundings.leave_trace(None);
        }
        engine.surroundings.remember_edition(None);
        engine.close();
        self.state.clear();
        self.state.phase.set(Phase::FirstRun);
        self.state.saving.set(SaveState::Idle);
        Ok(())
    }
}
