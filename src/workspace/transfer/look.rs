//! Looking at files before anything is written.

use super::receipts::Relevance;
use crate::exchange::{self, Cover, Held, Loss, PackageError, Receipt, seems_a_receipt};
use crate::keys::{KeyCard, KeyError};
use crate::platform::files::FileBytes;
use crate::workspace::intake::{Fetching, ImportFile, Incoming, Intake, WORTH_HELP};
use crate::workspace::keyring::{CardFile, SignedBy};
use crate::workspace::{CommandError, Progress, Workspace};
use leptos::prelude::*;

/// So many of a file's first bytes say whether it is a package or a receipt.
const BEGINNING: usize = 200;

/// So many say whether it is a key card, which is hardly longer.
const CARD_WITHIN: usize = 512;

/// What taking in some files would change. Nothing has been written.
#[derive(Debug, Default)]
pub struct ImportPreview {
    /// The packages in the order they were chosen.
    pub files: Vec<ImportFile>,
    /// The receipts among the files.
    pub receipts: Vec<ReceiptFile>,
    /// The key cards among the files. They are taken in one by one, each when a person says so.
    pub cards: Vec<CardFile>,
    /// Whether a person has agreed to lose what [`losses`](Self::losses) names.
    pub agreed_to_lose: bool,
    /// The sound packages on their way to be written.
    pub(super) fetching: Fetching,
}

/// A receipt that somebody chose to take in.
#[derive(Debug)]
pub struct ReceiptFile {
    /// Its name.
    pub name: String,
    /// What it says, or why it is refused.
    pub outcome: Result<Receipt, KeyError>,
    /// What it means for this device.
    pub relevance: Relevance,
    /// Who signed it.
    pub signed_by: SignedBy,
}

impl ReceiptFile {
    /// The receipt, when taking it in does something here.
    pub fn usable(&self) -> Option<&Receipt> {
        self.outcome
            .as_ref()
            .ok()
            .filter(|_| self.relevance == Relevance::Ours)
    }
}

impl ImportPreview {
    /// Whether a file can be taken in.
    pub fn is_usable(&self) -> bool {
        self.sound() > 0
    }

    /// How many files can be taken in.
    pub fn sound(&self) -> usize {
        let packages = self.files.iter().filter(|file| file.outcome.is_ok());
        packages.count()
            + self
                .receipts
                .iter()
                .filter(|file| file.usable().is_some())
                .count()
    }

    /// What the packages would take away, where it is so much that a person has to agree by name.
    pub fn losses(&self) -> Vec<Loss> {
        self.sound_packages()
            .flat_map(|incoming| exchange::losses(&incoming.preview))
            .collect()
    }

    pub(super) fn sound_packages(&self) -> impl Iterator<Item = &Incoming> {
        self.files.iter().filter_map(|file| file.outcome.as_ref().ok())
    }

    pub(super) fn into_parts(self) -> (Vec<Incoming>, Vec<Receipt>) {
        let incoming = self.files.into_iter().filter_map(|file| file.outcome.ok());
        let ours = |file: ReceiptFile| file.outcome.ok().filter(|_| file.relevance == Relevance::Ours);
        (
            incoming.collect(),
            self.receipts.into_iter().filter_map(ours).collect(),
        )
    }
}

/// Key cards are small; of a larger file nobody asks.
fn seems_a_card(bytes: &FileBytes) -> bool {
    KeyCard::seems_one(&bytes.first(CARD_WITHIN))
}

impl Workspace {
    /// Calls helpers for that many files; they get ready while the files are read.
    pub fn intake(&self, files: usize) -> Intake {
        let helpers = (files >= WORTH_HELP).then(|| self.engine().surroundings.helpers());
        Intake::new(helpers.unwrap_or_default())
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
        let known = self.known_keys().await?;
        let (mut sound, mut refused) = (Vec::new(), Vec::new());
        for (name, outcome) in self.unsealed(files).await? {
            match outcome {
                Ok(bytes) => sound.push((name, bytes)),
                Err(error) => refused.push(ImportFile {
                    name,
                    outcome: Err(error),
                }),
            }
        }
        let (cards, sound): (Vec<_>, Vec<_>) = sound.into_iter().partition(|(_, bytes)| seems_a_card(bytes));
        let (receipts, packages): (Vec<_>, Vec<_>) = sound
            .into_iter()
            .partition(|(_, bytes)| seems_a_receipt(&bytes.first(BEGINNING)));
        let opened = intake.open(self, packages, &known).await;
        self.state.progress.set(None);
        let mut files = opened?;
        files.extend(refused);
        self.look_for_bases(&mut files).await?;
        self.look_at_numbers(&mut files);
        let receipts = receipts
            .into_iter()
            .map(|(name, bytes)| self.look_at_receipt(name, &bytes, &known));
        let cards = cards
            .into_iter()
            .map(|(name, bytes)| known.look_at_card(name, &bytes));
        let cards = cards.collect();
        let receipts = receipts.collect();
        let mut preview = ImportPreview {
            files,
            receipts,
            cards,
            ..ImportPreview::default()
        };
        engine.surroundings.mark("preview-end");
        let sound = preview
            .files
            .iter_mut()
            .filter_map(|file| file.outcome.as_mut().ok());
        preview.fetching = Fetching::of(sound);
        engine
            .surroundings
            .beside(Box::pin(preview.fetching.clone().come()));
        Ok(preview)
    }

    pub(in crate::workspace) fn show_progress(&self, done: usize, of: usize) {
        self.state.progress.set(Some(Progress { done, of }));
    }

    /// Refuses deltas that build on changes which are not here.
    async fn look_for_bases(&self, files: &mut [ImportFile]) -> Result<(), CommandError> {
        for file in files {
            let base = match &file.outcome {
                Ok(incoming) if !incoming.cover.head.base.is_empty() => incoming.cover.head.base.clone(),
                _ => continue,
            };
            if let Some(missing) = self.lacks(&base).await? {
                let missing = PackageError::BaseMissing {
                    area: missing.area.to_string(),
                    newest: missing.newest.to_string(),
                };
                file.outcome = Err(missing.into());
            }
        }
        Ok(())
    }

    /// The first of those rows that is not here.
    async fn lacks(&self, base: &[Held]) -> Result<Option<Held>, CommandError> {
        let engine = self.engine();
        let mut areas: Vec<_> = base.iter().map(|row| row.area).collect();
        areas.dedup();
        engine.ensure_all(&areas).await?;
        for area in areas {
            let missing = engine.partition(area, |partition| Held::lacking(base, partition).copied());
            if let Some(missing) = missing.flatten() {
                return Ok(Some(missing));
            }
        }
        Ok(None)
    }

    /// Adds what the numbers of the packages say: received before, too old, some missing in between.
    fn look_at_numbers(&self, files: &mut [ImportFile]) {
        let receipts = self.state.receipts.get_untracked();
        let received: Vec<_> = receipts.values().flat_map(|row| row.links()).collect();
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
}
