//! Packages out.

use super::named;
use crate::exchange::{
    self, Author, Contents, Covered, Disclosure, Draft, Held, Profile, SchemaVersion, ScoreRow, Sealed,
    ShortCode, Signer,
};
use crate::journal::{Change, Partition};
use crate::model::{DivisionCode, Id};
use crate::plan::Body;
use crate::storage;
use crate::workspace::engine::key;
use crate::workspace::handover::Acknowledged;
use crate::workspace::{CommandError, ExportedFile, HandedOver, SaveState, Workspace, reading};
use leptos::prelude::*;

/// The largest backup of which a copy stays in the store, so that the self-check can try it.
const KEPT_BACKUP_BYTES: usize = 8 * 1024 * 1024;

/// What a package is to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// Every change and record: what merges, and a backup.
    Detail,
    /// Only the changes that no receipt has acknowledged yet.
    News,
    /// Only figures.
    Summary,
    /// What a department may see.
    Department(Body),
}

impl Outgoing {
    fn profile(self) -> Profile {
        match self {
            Self::Detail | Self::News => Profile::Detail,
            Self::Summary => Profile::Summary,
            Self::Department(_) => Profile::Department,
        }
    }
}

/// Changes and what a reader must hold to take them in.
type News = (Vec<Change>, Vec<Held>);

impl Workspace {
    /// Writes a package of a scope. It counts as handed over when a receipt says that it has arrived.
    ///
    /// # Errors
    /// As every command; a reader may write packages too, but their numbers are given again.
    pub async fn export(&self, scope: DivisionCode, what: Outgoing) -> Result<ExportedFile, CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        let areas: Vec<DivisionCode> = self.areas_within(scope);
        engine.ensure_all(&areas).await?;
        let profile = what.profile();
        let name = HandedOver::key(profile, scope);
        let database = engine.database()?;
        let last = database
            .meta(&name)
            .await?
            .and_then(|bytes| HandedOver::from_bytes(&bytes))
            .unwrap_or_default();
        let draft = self.draft(scope, profile, &last)?;
        let disclosure = match what {
            Outgoing::Department(body) => Disclosure::department(body),
            _ => self.disclosure().await?,
        };
        let news = match what {
            Outgoing::News => self.news(scope, &areas)?,
            _ => None,
        };
        let signer = self.signer().await?;
        let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
        let write = |contents: Contents<'_>| exchange::write_signed(&draft, contents, signer);
        let sealed = engine.partitions(&areas, |partitions| match (&news, what) {
            (_, Outgoing::Summary) => write(Contents::Summary),
            (Some((news, base)), _) => {
                let news: Vec<&Change> = news.iter().collect();
                write(Contents::Delta(&news, disclosure, base))
            }
            (None, _) => write(Contents::Detail(partitions, disclosure)),
        })?;
        let Sealed { bytes, checksum } = sealed.map_err(|error| CommandError::Package(error.to_string()))?;
        if engine.writer.get() {
            let at = engine.surroundings.now();
            let handed = HandedOver {
                sequence: draft.sequence,
                checksum: checksum.to_string(),
                at,
            };
            let mut batch = storage::Batch::new().meta(name, handed.to_bytes());
            if what == Outgoing::Detail {
                let held = self.held_within(scope);
                batch = batch.meta(key::BACKUP, at.to_string().into_bytes());
                batch = batch.meta(key::BACKED_UP, held.to_string().into_bytes());
                batch = match bytes.len() <= KEPT_BACKUP_BYTES {
                    true => batch.set_aside(key::BACKUP, bytes.clone()),
                    false => batch.discard(key::BACKUP),
                };
            }
            match database.write(batch).await {
                Ok(()) => self.refresh_handover().await?,
                // What leaves the device must leave it just when the disk is full; its number is given again.
                Err(error) => self.state.saving.set(SaveState::Failed(error.into())),
            }
        }
        let file_name = head_of(&draft, profile, news.is_some()).file_name();
        Ok(ExportedFile {
            name: file_name,
            bytes,
        })
    }

    /// The changes that the office above has not acknowledged, and what it holds; none when no receipt has come, and then a
    /// whole package is the right one.
    fn news(&self, scope: DivisionCode, areas: &[DivisionCode]) -> Result<Option<News>, CommandError> {
        let engine = self.engine();
        let own = engine.device()?;
        let acknowledged = self.state.acknowledged.get_untracked();
        let Some(receipt) = acknowledged.first().and_then(Acknowledged::receipt) else {
            return Ok(None);
        };
        engine.partitions(areas, |partitions| {
            let mut news = Vec::new();
            for partition in partitions {
                news.extend(
                    Covered::of(partition, &receipt.held, own)
                        .rest(partition)
                        .cloned(),
                );
            }
            let held = receipt.held.iter().filter(|row| row.area.within(scope));
            // An empty base would pass for a delta of the first version, which nobody checks.
            let base: Vec<Held> = held.copied().collect();
            (!base.is_empty()).then_some((news, base))
        })
    }

    pub(super) fn draft(
        &self,
        scope: DivisionCode,
        profile: Profile,
        last: &HandedOver,
    ) -> Result<Draft, CommandError> {
        let engine = self.engine();
        let who = engine.profile()?;
        let scores = self.scores().get_untracked();
        let as_of = self.state.as_of.get_untracked();
        let told = |area: DivisionCode| match profile {
            Profile::Detail => area == scope,
            Profile::Summary | Profile::Department => area.within(scope),
        };
        let cards = scores
            .cards()
            .filter(|(area, card)| told(*area) && card.is_here());
        let rows = cards
            .flat_map(|(area, card)| card.rows(area, as_of))
            .map(ScoreRow::from);
        Ok(Draft {
            scope: named(scope),
            as_of,
            author: Author {
                id: who.official,
                name: Some(who.name),
            },
            device: engine.device()?,
            sequence: last.sequence + 1,
            previous: last.checksum(),
            rows: rows.collect(),
        })
    }

    /// What leaves the device, as the county's records say.
    pub(super) async fn disclosure(&self) -> Result<Disclosure, CommandError> {
        self.load(vec![reading::county()]).await?;
        Ok(self.disclosure_as_shown())
    }

    /// The same by what has been read of the county's records; without them, the strictest.
    pub(super) fn disclosure_as_shown(&self) -> Disclosure {
        self.state
            .areas
            .with_untracked(|areas| Disclosure::of(areas.get(&reading::county()).map(|county| &**county)))
    }

    /// Every area on this device within a scope, with their own records: villages, townships and the county.
    pub(in crate::workspace) fn areas_within(&self, scope: DivisionCode) -> Vec<DivisionCode> {
        self.state.summaries.with_untracked(|all| {
            let here = all
                .values()
                .filter(|summary| !summary.told && summary.area.within(scope));
            here.map(|summary| summary.area).collect()
        })
    }

    /// Ten characters that two devices with the same records of a scope have in common.
    ///
    /// # Errors
    /// When an area cannot be read.
    pub async fn short_code(&self, scope: DivisionCode) -> Result<ShortCode, CommandError> {
        let engine = self.engine();
        let areas = self.areas_within(scope);
        engine.ensure_all(&areas).await?;
        engine.partitions(&areas, |partitions: &[&Partition]| {
            ShortCode::of_partitions(scope, partitions.iter().copied())
        })
    }
}

pub(super) fn head_of(draft: &Draft, profile: Profile, delta: bool) -> exchange::Head {
    exchange::Head {
        app: None,
        as_of: draft.as_of,
        author: Author {
            id: Id::default(),
            name: None,
        },
        base: Vec::new(),
        delta,
        device: draft.device,
        previous: None,
        profile,
        schema: SchemaVersion::CURRENT,
        scope: draft.scope.clone(),
        sequence: draft.sequence,
        unit: None,
    }
}
