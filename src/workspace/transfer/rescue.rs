//! Out of a store that cannot be worked on, and back from a backup: what stands behind the screens that say so.

use super::import::ImportReport;
use super::look::ImportPreview;
use crate::exchange::{self, Contents, Head, Sealed};
use crate::journal::Partition;
use crate::model::Level;
use crate::platform::files::FileBytes;
use crate::platform::part::part;
use crate::storage::{self, IfOlder};
use crate::workspace::engine::{Store, key};
use crate::workspace::{CommandError, Edition, ExportedFile, Later, Profile, Workspace, reading};
use leptos::prelude::*;

part! {
    /// Writing what is left into a package.
    static RESCUE: for<'a> fn(&'a Workspace) -> Later<'a, Result<ExportedFile, CommandError>> = packages(rescue);
}

fn rescue(workspace: &Workspace) -> Later<'_, Result<ExportedFile, CommandError>> {
    Box::pin(workspace.rescued())
}

impl Workspace {
    /// A detail package of all that can still be read: of what is on the screen when the store is gone, and of the store
    /// as it lies when it cannot be opened for work. Nothing is written.
    ///
    /// # Errors
    /// When nothing can be read.
    pub async fn rescue(&self) -> Result<ExportedFile, CommandError> {
        RESCUE.entry().await?(self).await
    }

    async fn rescued(&self) -> Result<ExportedFile, CommandError> {
        let engine = self.engine();
        if engine.profile().is_err() {
            self.open_as_it_is().await?;
        }
        let scope = engine.profile()?.area;
        let areas = self.areas_within(scope);
        let readable = engine.ensure_all(&areas).await;
        let last = self
            .state
            .handover
            .get_untracked()
            .last
            .clone()
            .unwrap_or_default();
        let draft = self.draft(scope, exchange::Profile::Detail, &last)?;
        let disclosure = self.disclosure_as_shown();
        let sealed = engine.partitions(&areas, |partitions: &[&Partition]| {
            let any = !partitions.is_empty();
            any.then(|| exchange::write(&draft, Contents::Detail(partitions, disclosure)))
        })?;
        let Some(sealed) = sealed else {
            // Nothing is in memory, and the store says why nothing can be read from it.
            readable?;
            return Err(CommandError::NotReady);
        };
        let Sealed { bytes, .. } = sealed.map_err(|error| CommandError::Package(error.to_string()))?;
        let name = super::out::head_of(&draft, exchange::Profile::Detail, false).file_name();
        Ok(ExportedFile { name, bytes })
    }

    /// Takes the store in as it lies, in whatever form, only to read it.
    async fn open_as_it_is(&self) -> Result<(), CommandError> {
        let engine = self.engine();
        let edition = engine.surroundings.last_edition().unwrap_or(Edition::Real);
        let database = engine.surroundings.open_as_it_is(edition).await?;
        engine.writer.set(false);
        let index = database.index().await?;
        if index.meta.contains_key(storage::sealed::LOCK) {
            return Err(CommandError::Locked);
        }
        engine.adopt(edition, Store::plain(database), &index).await?;
        engine.profile()?;
        self.show_areas(&index).await?;
        self.load(vec![reading::county()]).await?;
        self.read_facts().await?;
        self.read_silent(&index).await?;
        self.show_handover(&index)
    }

    /// Reads a backup and says what is in it. The store of real records is opened for it; nothing is written.
    ///
    /// # Errors
    /// When the store cannot be opened, or another tab works on it.
    pub async fn look_at_backup<B: Into<FileBytes>>(
        &self,
        files: Vec<(String, B)>,
    ) -> Result<ImportPreview, CommandError> {
        let engine = self.engine();
        self.take_the_pen(Edition::Real).await;
        engine.may_write()?;
        // An earlier try may have come as far as the passphrase.
        if engine.unlocked().is_none() || engine.edition() != Some(Edition::Real) {
            let database = self.open_database(Edition::Real, IfOlder::BringUp).await?;
            let index = database.index().await?;
            if index.meta.contains_key(storage::sealed::LOCK) {
                return Err(CommandError::Locked);
            }
            engine
                .adopt(Edition::Real, Store::plain(database), &index)
                .await?;
        }
        let intake = self.intake(files.len());
        self.preview(intake, files).await
    }

    /// Restores a backup: takes its packages in and goes on as who wrote the newest of the widest area. Nobody's profile is
    /// written before the records are, so that a kill in between leaves a device that asks again. With a passphrase the store
    /// is encrypted before anything is in it; an edition that demands one restores nothing without.
    ///
    /// # Errors
    /// As every command; [`NotReady`](CommandError::NotReady) when none of the files is a whole package, or the passphrase
    /// that is demanded is missing.
    pub async fn restore_backup(
        &self,
        mut preview: ImportPreview,
        passphrase: Option<&str>,
    ) -> Result<ImportReport, CommandError> {
        let engine = self.engine();
        let head = preview.backup().cloned().ok_or(CommandError::NotReady)?;
        if engine.unlocked().is_none() {
            match passphrase {
                Some(passphrase) => self.encrypt(head.scope.code, passphrase).await?,
                None if self.demands_passphrase() => return Err(CommandError::NotReady),
                None => {}
            }
        }
        let profile = Profile {
            edition: Edition::Real,
            area: head.scope.code,
            official: head.author.id,
            name: head.author.name.unwrap_or_default(),
        };
        engine.set_profile(profile.clone());
        preview.agreed_to_lose = true;
        let report = self.import(preview).await?;
        let now = engine.surroundings.now();
        let began = storage::Batch::new()
            .meta(key::PROFILE, profile.to_bytes())
            .meta(key::BEGAN, now.to_string().into_bytes());
        engine.database()?.write(began).await?;
        engine.surroundings.remember_edition(Some(Edition::Real));
        let unlocked = engine.unlocked();
        self.open_with(Edition::Real, unlocked).await;
        Ok(report)
    }
}

impl ImportPreview {
    /// What the backup among the files says about itself: the newest whole package of the widest area. None when there is
    /// none: a summary has no records, and a delta not all of them.
    pub fn backup(&self) -> Option<&Head> {
        let sound = self.files.iter().filter_map(|file| file.outcome.as_ref().ok());
        let whole = sound
            .map(|incoming| &incoming.cover.head)
            .filter(|head| head.profile == exchange::Profile::Detail && !head.delta);
        whole.max_by_key(|head| {
            (
                std::cmp::Reverse(rank(head.scope.code.level())),
                head.as_of,
                head.sequence,
            )
        })
    }
}

const fn rank(level: Level) -> u8 {
    match level {
        Level::County => 0,
        Level::Township => 1,
        Level::Village => 2,
    }
}
