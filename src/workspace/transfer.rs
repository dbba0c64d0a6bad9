//! Packages out and in: what the hand-over page does.

use super::engine::key;
use super::intake::{self, ImportFile, Incoming, Intake, Taken, WORTH_HELP};
use super::{
    Basis, CommandError, ExportedFile, HandOver, HandedOver, Received, Summaries, Summary, Workspace, reading,
};
use crate::exchange::{
    self, Author, Checksum, Contents, Cover, Disclosure, Draft, Profile, SchemaVersion, Scope, ScoreRow,
    Sealed, ShortCode,
};
use crate::indicators::CountyFacts;
use crate::journal::codec::{decode, encode, replay};
use crate::journal::{Partition, Stamp};
use crate::model::{DivisionCode, Id, Level};
use crate::plan::divisions;
use crate::platform::files::FileBytes;
use crate::storage::{self, StoredPartition};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What taking in some files would change. Nothing has been written.
#[derive(Debug, Default)]
pub struct ImportPreview {
    /// The files in the order they were chosen.
    pub files: Vec<ImportFile>,
}

/// What an import has written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Packages taken in.
    pub packages: usize,
    /// Areas that have changed.
    pub areas: usize,
    /// Changes that were new.
    pub changes: usize,
}

impl ImportPreview {
    /// Whether a file can be taken in.
    pub fn is_usable(&self) -> bool {
        self.files.iter().any(|file| file.outcome.is_ok())
    }

    fn into_incoming(self) -> impl Iterator<Item = Incoming> {
        self.files.into_iter().filter_map(|file| file.outcome.ok())
    }
}

impl Workspace {
    /// Writes a package of a scope and remembers that it has left.
    ///
    /// # Errors
    /// As every command; a reader may write packages too, but they don't count as handed over.
    pub async fn export(&self, scope: DivisionCode, profile: Profile) -> Result<ExportedFile, CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        let areas: Vec<DivisionCode> = self.areas_within(scope);
        engine.ensure_all(&areas).await?;
        let name = HandedOver::key(profile, scope);
        let database = engine.database()?;
        let last = database
            .meta(&name)
            .await?
            .and_then(|bytes| HandedOver::from_bytes(&bytes))
            .unwrap_or_default();
        let draft = self.draft(scope, profile, &last)?;
        let disclosure = self.disclosure();
        let (sealed, changes) = engine.partitions(&areas, |partitions| {
            let contents = match profile {
                Profile::Detail => Contents::Detail(partitions, disclosure),
                Profile::Summary => Contents::Summary,
            };
            let sizes = partitions
                .iter()
                .map(|p| (p.area().to_string(), p.changes().len()))
                .collect();
            (exchange::write(&draft, contents), sizes)
        })?;
        let Sealed { bytes, checksum } = sealed.map_err(|error| CommandError::Package(error.to_string()))?;
        if engine.writer.get() {
            let at = engine.surroundings.now();
            let handed = HandedOver {
                sequence: draft.sequence,
                checksum: checksum.to_string(),
                at,
                changes,
            };
            let mut batch = storage::Batch::new().meta(name, handed.to_bytes());
            if profile == Profile::Detail {
                batch = batch.meta(key::BACKUP, at.to_string().into_bytes());
            }
            database.write(batch).await?;
            self.refresh_handover().await?;
        }
        Ok(ExportedFile {
            name: file_name(&draft, profile),
            bytes,
        })
    }

    fn draft(&self, scope: DivisionCode, profile: Profile, last: &HandedOver) -> Result<Draft, CommandError> {
        let engine = self.engine();
        let who = engine.profile()?;
        let scores = self.scores().get_untracked();
        let as_of = self.state.as_of.get_untracked();
        let told = |area: DivisionCode| match profile {
            Profile::Detail => area == scope,
            Profile::Summary => area.within(scope),
        };
        let cards = scores
            .cards()
            .filter(|(area, card)| told(*area) && card.is_here());
        let rows = cards
            .flat_map(|(area, card)| card.rows(area, as_of))
            .map(ScoreRow::from);
        Ok(Draft {
            scope: Scope {
                code: scope,
                name: area_name(scope),
            },
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

    fn disclosure(&self) -> Disclosure {
        self.state
            .areas
            .with_untracked(|areas| Disclosure::of(areas.get(&reading::county()).map(|county| &**county)))
    }

    /// Every area on this device within a scope, with their own records: villages, townships and the county.
    fn areas_within(&self, scope: DivisionCode) -> Vec<DivisionCode> {
        self.state
            .summaries
            .with_untracked(|all| all.keys().copied().filter(|area| area.within(scope)).collect())
    }

    /// Ten characters that two devices with the same records of a scope have in common.
    ///
    /// # Errors
    /// When an area cannot be read.
    pub async fn short_code(&self, scope: DivisionCode) -> Result<ShortCode, CommandError> {
        let engine = self.engine();
        let areas = self.areas_within(scope);
        engine.ensure_all(&areas).await?;
        engine.partitions(&areas, |partitions| {
            ShortCode::of_partitions(scope, partitions.iter().copied())
        })
    }

    /// Calls helpers for that many files; they get ready while the files are read.
    pub fn intake(&self, files: usize) -> Intake {
        let helpers = (files >= WORTH_HELP).then(|| self.engine().surroundings.helpers());
        let facts = (*self.state.facts.get_untracked()).clone();
        Intake::new(
            helpers.unwrap_or_default(),
            facts,
            self.state.as_of.get_untracked(),
        )
    }

    /// Reads files and says what taking them in would change. Nothing is written.
    ///
    /// # Errors
    /// When the device's own records cannot be read; what is wrong with a file stands beside the file.
    pub async fn preview<B: Into<FileBytes>>(
        &self,
        intake: Intake,
        files: Vec<(String, B)>,
    ) -> Result<ImportPreview, CommandError> {
        let engine = self.engine();
        engine.surroundings.mark("preview-start");
        let files = files.into_iter().map(|(name, bytes)| (name, bytes.into()));
        let opened = intake.open(self, files.collect()).await;
        self.state.progress.set(None);
        let mut files = opened?;
        self.look_at_numbers(&mut files);
        engine.surroundings.mark("preview-end");
        Ok(ImportPreview { files })
    }

    pub(super) fn show_progress(&self, done: usize, of: usize) {
        self.state.progress.set(Some(super::Progress { done, of }));
    }

    /// Adds what the numbers of the packages say: received before, too old, some missing in between.
    fn look_at_numbers(&self, files: &mut [ImportFile]) {
        let receipts = self.state.receipts.get_untracked();
        let received: Vec<_> = receipts.values().filter_map(|receipt| receipt.link).collect();
        let mut sound: Vec<&mut Incoming> = files
            .iter_mut()
            .filter_map(|file| file.outcome.as_mut().ok())
            .collect();
        let covers: Vec<&Cover> = sound.iter().map(|incoming| &incoming.cover).collect();
        let findings = exchange::sequence_findings_of(&received, &covers);
        for (incoming, findings) in sound.iter_mut().zip(findings) {
            incoming.findings.extend(findings);
        }
    }

    /// Takes in the sound files of a preview in one transaction.
    ///
    /// # Errors
    /// As every command; then nothing of any file has been written.
    pub async fn import(&self, preview: ImportPreview) -> Result<ImportReport, CommandError> {
        let engine = self.engine();
        let _turn = engine.turn.lock().await;
        engine.may_write()?;
        engine.surroundings.mark("import-start");
        let at = engine.surroundings.now();
        let mut receipts = (*self.state.receipts.get_untracked()).clone();
        let mut batch = storage::Batch::new();
        let mut report = ImportReport::default();
        let mut told: Vec<Summary> = Vec::new();
        let incoming: Vec<Incoming> = preview.into_incoming().collect();
        for Incoming { cover, .. } in &incoming {
            let receipt = Received::of(cover, at);
            batch = batch.meta(format!("{}{}", key::RECEIVED, receipt.key()), receipt.to_bytes());
            receipts.insert(receipt.key(), receipt);
            report.packages += 1;
            if cover.head.profile == Profile::Summary {
                let facts = self.state.facts.get_untracked();
                told.extend(Summary::told(&cover.rows, cover.head.as_of, &facts));
            }
        }
        let (merged, changes) = self.merged(incoming).await?;
        report.changes = changes;
        let mut summaries = Vec::with_capacity(merged.len());
        for Taken {
            area,
            journal,
            summary,
            ..
        } in merged.into_values()
        {
            batch = batch.replace(area, journal, summary.to_bytes());
            summaries.push(summary);
        }
        let superseded: Vec<_> = summaries.iter().map(|one| (one.area, one.last_change)).collect();
        // Figures that somebody told never stand in for records that are here.
        let has_records = |area| {
            let known = |all: &Summaries| all.get(&area).is_some_and(|own| !own.told);
            self.state.summaries.with_untracked(known) || superseded.iter().any(|(own, _)| *own == area)
        };
        for summary in told.into_iter().filter(|told| !has_records(told.area)) {
            batch = batch.summary(summary.area, summary.to_bytes());
            summaries.push(summary);
        }
        engine.database()?.write(batch).await?;
        report.areas = summaries.len();
        self.state.show_summaries(summaries);
        self.state.receipts.set(Arc::new(receipts));
        self.read_anew(superseded).await?;
        self.read_facts();
        self.count_pending();
        self.rescore().await?;
        engine.surroundings.mark("import-end");
        Ok(report)
    }

    /// Shows areas as an import has left them in the store, and always the county.
    async fn read_anew(&self, areas: Vec<(DivisionCode, Option<Stamp>)>) -> Result<(), CommandError> {
        let engine = self.engine();
        let shown = self.state.areas.get_untracked();
        let again = areas
            .iter()
            .map(|(area, _)| *area)
            .filter(|area| shown.contains_key(area));
        let again: Vec<DivisionCode> = again.collect();
        engine.superseded(areas);
        engine.ensure_all(&again).await?;
        again.into_iter().for_each(|area| self.publish(area));
        self.load(vec![reading::county()]).await
    }

    /// The areas of packages as they are with them, ready to be stored, and how many changes were new.
    async fn merged(
        &self,
        incoming: Vec<Incoming>,
    ) -> Result<(BTreeMap<DivisionCode, Taken>, usize), CommandError> {
        let mut sum = Merging {
            workspace: *self,
            areas: BTreeMap::new(),
            changes: 0,
        };
        for (one, taken) in intake::take(incoming).await? {
            sum.add(&one, taken).await?;
        }
        sum.score()?;
        Ok((sum.areas, sum.changes))
    }

    /// The county's own records as they will be with packages that lie on a counter.
    pub(super) async fn county_with(&self, packages: &[Partition]) -> Result<StoredPartition, CommandError> {
        let county = reading::county();
        let stored = self.engine().database()?.load(vec![county]).await?;
        let stored = stored.into_iter().next().flatten().unwrap_or_default();
        if packages.is_empty() {
            return Ok(stored);
        }
        let mut partition = stored.partition(county)?;
        for package in packages {
            partition.merge(package.changes().iter().cloned());
        }
        Ok(StoredPartition {
            snapshot: encode(county, partition.changes()),
            tail: Vec::new(),
        })
    }

    /// Reads what has been handed over.
    async fn refresh_handover(&self) -> Result<(), CommandError> {
        let index = self.engine().database()?.index().await?;
        self.show_handover(&index)
    }

    /// Shows what has been handed over, as the store tells it.
    pub(super) fn show_handover(&self, index: &storage::Index) -> Result<(), CommandError> {
        let scope = self.engine().profile()?.area;
        let last = index.meta.get(&HandedOver::key(Profile::Detail, scope));
        let backup = index.meta.get(key::BACKUP);
        self.state.handover.set(Arc::new(HandOver {
            pending: 0,
            last: last.and_then(|bytes| HandedOver::from_bytes(bytes)),
            backup: backup.and_then(|bytes| std::str::from_utf8(bytes).ok()?.parse().ok()),
        }));
        self.count_pending();
        Ok(())
    }

    /// Counts the changes that no package has carried yet.
    pub(super) fn count_pending(&self) {
        let Ok(profile) = self.engine().profile() else {
            return;
        };
        let handover = self.state.handover.get_untracked();
        let carried = |area: &DivisionCode| {
            handover
                .last
                .as_ref()
                .and_then(|last| last.changes.get(area.as_str()))
                .copied()
                .unwrap_or(0)
        };
        let pending = self.state.summaries.with_untracked(|all| {
            // Nobody is above the county: what it took in has arrived.
            let top = profile.level() == Level::County;
            let own = all
                .values()
                .filter(|summary| summary.area == profile.area || !top && summary.area.within(profile.area));
            own.map(|summary| summary.changes.saturating_sub(carried(&summary.area)))
                .sum()
        });
        self.state.handover.set(Arc::new(HandOver {
            pending,
            ..(*handover).clone()
        }));
    }
}

/// Areas of packages that are being put together. Every journal is a set of changes, so that whatever came to an area from
/// several sides is their union.
struct Merging {
    workspace: Workspace,
    areas: BTreeMap<DivisionCode, Taken>,
    changes: usize,
}

impl Merging {
    async fn add(&mut self, incoming: &Incoming, taken: Vec<Taken>) -> Result<(), CommandError> {
        let engine = self.workspace.engine();
        for mut one in taken {
            let area = one.area;
            let size = self
                .workspace
                .sizes_of(&[area])
                .remove(&area)
                .filter(|_| engine.is_stored(area));
            if !incoming.was_compared_with(area, size) {
                // Somebody has gone on working while a person looked at the preview.
                engine.ensure(area).await?;
                one = self.union(one, |_| {
                    engine
                        .partition(area, Partition::clone)
                        .unwrap_or(Partition::new(area))
                })?;
            }
            if let Some(other) = self.areas.remove(&area) {
                let other = Partition::of(area, decode(&other.journal, area)?);
                one = self.union(one, |_| other)?;
            }
            self.changes += one.added;
            self.areas.insert(area, one);
        }
        Ok(())
    }

    fn union(&self, one: Taken, with: impl FnOnce(DivisionCode) -> Partition) -> Result<Taken, CommandError> {
        let mut all = with(one.area);
        let added = all.merge(decode(&one.journal, one.area)?);
        let facts = self.workspace.state.facts.get_untracked();
        let basis = Basis::new(one.summary.basis.as_of, &facts);
        Ok(Taken {
            added,
            ..intake::ready(&all, &facts, basis)
        })
    }

    /// Scores anew what was not scored by the county's records as they are now.
    fn score(&mut self) -> Result<(), CommandError> {
        let county = reading::county();
        let facts = match self.areas.get(&county) {
            Some(taken) => CountyFacts::of(&replay(&[&taken.journal], county)?),
            None => (*self.workspace.state.facts.get_untracked()).clone(),
        };
        let basis = Basis::new(self.workspace.state.as_of.get_untracked(), &facts);
        for one in self.areas.values_mut() {
            one.score_by(&facts, basis)?;
        }
        Ok(())
    }
}

/// The short name of an area of the county's list; its code when it is not there.
fn area_name(area: DivisionCode) -> String {
    divisions::division(area.as_str())
        .map_or_else(|| area.to_string(), |division| division.short_name.to_owned())
}

fn file_name(draft: &Draft, profile: Profile) -> String {
    let head = exchange::Head {
        app: None,
        as_of: draft.as_of,
        author: Author {
            id: Id::default(),
            name: None,
        },
        delta: false,
        device: draft.device,
        previous: None::<Checksum>,
        profile,
        schema: SchemaVersion::CURRENT,
        scope: draft.scope.clone(),
        sequence: draft.sequence,
    };
    head.file_name()
}
