//! Packages out and in: what the hand-over page does.

use super::engine::key;
use super::{
    Basis, CommandError, ExportedFile, HandOver, HandedOver, JournalSize, Later, Received, Summary,
    Workspace, reading,
};
use crate::exchange::{
    self, Author, Checksum, Contents, Disclosure, Draft, Finding, ForeignDigest, Package, PackageError,
    Preview, Profile, SchemaVersion, Scope, ScoreRow, Seal, Sealed, ShortCode,
};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::encode;
use crate::model::{DivisionCode, Id, Level};
use crate::plan::divisions;
use crate::storage;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One file that somebody chose to take in.
#[derive(Debug)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// What it holds and what it would change, or why it is refused.
    pub outcome: Result<Incoming, PackageError>,
}

/// A package that was read and found sound.
#[derive(Debug)]
pub struct Incoming {
    /// The package.
    pub package: Package,
    /// What is worth knowing about it.
    pub findings: Vec<Finding>,
    /// What taking it in would change.
    pub preview: Preview,
}

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

    fn into_packages(self) -> impl Iterator<Item = Package> {
        self.files
            .into_iter()
            .filter_map(|file| file.outcome.ok())
            .map(|incoming| incoming.package)
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

    /// Reads files and says what taking them in would change. Nothing is written.
    ///
    /// # Errors
    /// When the device's own records cannot be read; what is wrong with a file stands beside the file.
    pub async fn preview(&self, files: Vec<(String, Vec<u8>)>) -> Result<ImportPreview, CommandError> {
        let engine = self.engine();
        let of = files.len();
        engine.surroundings.mark("preview-start");
        let mut read = Vec::with_capacity(of);
        let mut files = files.into_iter();
        let mut next = files
            .next()
            .map(|(name, bytes)| (name, self.digest_of(&bytes), bytes));
        for done in 0..of {
            let Some((name, digest, bytes)) = next else { break };
            self.state.progress.set(Some(super::Progress { done, of }));
            // The browser computes the digest of the next file beside the reading of this one.
            next = files
                .next()
                .map(|(name, bytes)| (name, self.digest_of(&bytes), bytes));
            let digest = digest.await;
            let outcome = exchange::open(&bytes, digest.as_ref());
            drop(bytes);
            let outcome = match outcome {
                Ok((package, findings)) => {
                    let areas: Vec<DivisionCode> = package.partitions.keys().copied().collect();
                    engine.ensure_all(&areas).await?;
                    let preview = engine.partitions(&areas, |own| {
                        exchange::preview(|area| own.iter().copied().find(|p| p.area() == area), &package)
                    })?;
                    Ok(Incoming {
                        package,
                        findings,
                        preview,
                    })
                }
                Err(error) => Err(error),
            };
            read.push(ImportFile { name, outcome });
            engine.surroundings.breathe().await;
        }
        self.state.progress.set(None);
        self.look_at_numbers(&mut read);
        engine.surroundings.mark("preview-end");
        Ok(ImportPreview { files: read })
    }

    /// Adds what the numbers of the packages say: received before, too old, some missing in between.
    fn look_at_numbers(&self, files: &mut [ImportFile]) {
        let receipts = self.state.receipts.get_untracked();
        let received: Vec<_> = receipts.values().filter_map(|receipt| receipt.link).collect();
        let mut sound: Vec<&mut Incoming> = files
            .iter_mut()
            .filter_map(|file| file.outcome.as_mut().ok())
            .collect();
        let packages: Vec<&Package> = sound.iter().map(|incoming| &incoming.package).collect();
        let findings = exchange::sequence_findings_of(&received, &packages);
        for (incoming, findings) in sound.iter_mut().zip(findings) {
            incoming.findings.extend(findings);
        }
    }

    /// The browser's digest of a package, which the reader then need not compute.
    fn digest_of(&self, bytes: &[u8]) -> Later<'static, Option<ForeignDigest>> {
        let Some(seal) = Seal::find(bytes) else {
            return Box::pin(std::future::ready(None));
        };
        let digest = self.engine().surroundings.sha256(&seal.pieces(bytes));
        Box::pin(async move {
            let checksum = Checksum::from_bytes(digest.await?);
            Some(ForeignDigest { seal, checksum })
        })
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
        let mut merged: BTreeMap<DivisionCode, Partition> = BTreeMap::new();
        let mut report = ImportReport::default();
        let mut told: Vec<Summary> = Vec::new();
        let mut batch = storage::Batch::new();
        let mut receipts = (*self.state.receipts.get_untracked()).clone();
        let at = engine.surroundings.now();
        for package in preview.into_packages() {
            let receipt = Received::of(&package, at);
            batch = batch.meta(format!("{}{}", key::RECEIVED, receipt.key()), receipt.to_bytes());
            receipts.insert(receipt.key(), receipt);
            let areas: Vec<DivisionCode> = package.partitions.keys().copied().collect();
            engine.ensure_all(&areas).await?;
            if package.head.profile == Profile::Summary {
                told.extend(Summary::told(&package.rows, package.head.as_of));
            }
            for (area, incoming) in package.partitions {
                let own = merged.remove(&area).or_else(|| engine.take_partition(area));
                let (partition, added) = exchange::apply(own, incoming);
                report.changes += added;
                merged.insert(area, partition);
            }
            report.packages += 1;
        }
        let facts = merged
            .get(&reading::county())
            .map(|county| CountyFacts::of(county.records()));
        let facts = facts.unwrap_or_else(|| (*self.state.facts.get_untracked()).clone());
        let basis = Basis::new(self.state.as_of.get_untracked(), &facts);
        let mut summaries = Vec::with_capacity(merged.len());
        for (area, partition) in &merged {
            let summary = Summary::of(
                *area,
                partition.records(),
                JournalSize::of(partition),
                &facts,
                basis,
            );
            batch = batch.replace(*area, encode(*area, partition.changes()), summary.to_bytes());
            summaries.push(summary);
        }
        // Figures that somebody told never stand in for records that are here.
        let has_records = |area| {
            self.state
                .summaries
                .with_untracked(|all| all.get(&area).is_some_and(|own| !own.told))
        };
        for summary in told
            .into_iter()
            .filter(|told| !merged.contains_key(&told.area) && !has_records(told.area))
        {
            batch = batch.summary(summary.area, summary.to_bytes());
            summaries.push(summary);
        }
        engine.database()?.write(batch).await?;
        report.areas = summaries.len();
        let shown = self.state.areas.get_untracked();
        let again: Vec<DivisionCode> = merged
            .keys()
            .copied()
            .filter(|area| shown.contains_key(area))
            .collect();
        engine.adopt_partitions(merged.into_values());
        again.into_iter().for_each(|area| self.publish(area));
        self.state.show_summaries(summaries);
        self.state.receipts.set(Arc::new(receipts));
        self.load(vec![reading::county()]).await?;
        self.read_facts();
        self.count_pending();
        self.rescore().await?;
        engine.surroundings.mark("import-end");
        Ok(report)
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
