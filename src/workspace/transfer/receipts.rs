//! Receipts: written by an office for those below it, taken in by them. Nothing else makes data count as handed over.

use super::look::ReceiptFile;
use super::named;
use crate::exchange::{Author, Covered, MAX_DOCUMENT_BYTES, PackageError, Receipt, Signer};
use crate::journal::Partition;
use crate::model::DivisionCode;
use crate::platform::files::FileBytes;
use crate::workspace::handover::Acknowledged;
use crate::workspace::keyring::{KnownKeys, SignedBy, check};
use crate::workspace::{CommandError, ExportedFile, Workspace};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What a receipt means for a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relevance {
    /// It acknowledges data of this device's area.
    Ours,
    /// It is for another area.
    OtherArea,
    /// It is not from above this device's area.
    NotFromAbove,
    /// The office's key is known here, and it has not signed it.
    NotSigned,
    /// A later one of the same office is here.
    Superseded,
}

impl Workspace {
    /// Writes a receipt for what this device holds of a scope, with the questions about its records.
    ///
    /// # Errors
    /// When an area cannot be read.
    pub async fn receipt(&self, scope: DivisionCode) -> Result<ExportedFile, CommandError> {
        let engine = self.engine();
        let who = engine.profile()?;
        let areas = self.areas_within(scope);
        engine.ensure_all(&areas).await?;
        let author = Author {
            id: who.official,
            name: Some(who.name),
        };
        let (device, at) = (engine.device()?, engine.surroundings.now());
        let received = self.state.receipts.get_untracked();
        let links = received.values().filter_map(|row| row.link);
        let receipt = engine.partitions(&areas, |partitions| {
            Receipt::of(
                (named(scope), named(who.area)),
                author,
                device,
                at,
                partitions,
                links,
            )
        })?;
        let signer = self.signer().await?;
        let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
        Ok(ExportedFile {
            name: receipt.file_name(),
            bytes: receipt.write_signed(signer).bytes,
        })
    }

    /// Reads a receipt and says what it means here.
    pub(super) fn look_at_receipt(&self, name: String, bytes: &FileBytes, known: &KnownKeys) -> ReceiptFile {
        let bytes = bytes.first(MAX_DOCUMENT_BYTES + 1);
        let read = || {
            let (receipt, _, signed) = Receipt::read_signed(&bytes)?;
            let signed_by = known.signed_by(check(signed.as_ref())?.as_ref(), receipt.office.code);
            Ok((receipt, signed_by))
        };
        let (outcome, signed_by) = match read() {
            Ok((receipt, signed_by)) => (Ok(receipt), signed_by),
            Err(error) => (Err(error), SignedBy::Nobody { expected: false }),
        };
        let relevance = match &outcome {
            Ok(receipt) if known.lacks_signature(&signed_by, receipt.office.code) => Relevance::NotSigned,
            Ok(receipt) => self.relevance(receipt),
            Err(_) => Relevance::OtherArea,
        };
        ReceiptFile {
            name,
            outcome,
            relevance,
            signed_by,
        }
    }

    fn relevance(&self, receipt: &Receipt) -> Relevance {
        let Ok(profile) = self.engine().profile() else {
            return Relevance::OtherArea;
        };
        let (own, office) = (profile.area, receipt.office.code);
        let known = self.state.acknowledged.get_untracked();
        let known = known.iter().find(|one| one.received.office == office);
        if !own.within(receipt.scope.code) {
            Relevance::OtherArea
        } else if own == office || !own.within(office) {
            Relevance::NotFromAbove
        } else if known.is_some_and(|known| known.received.at > receipt.at) {
            Relevance::Superseded
        } else {
            Relevance::Ours
        }
    }

    /// The questions of receipts that lie within this device's area, as journals to be merged.
    pub(super) fn questions_in(&self, receipts: &[Receipt]) -> Result<Vec<Partition>, CommandError> {
        let own = self.engine().profile()?.area;
        let mut areas: BTreeMap<DivisionCode, Vec<_>> = BTreeMap::new();
        let questions = receipts.iter().flat_map(|receipt| &receipt.questions);
        for change in questions.filter(|change| change.area.within(own)) {
            areas.entry(change.area).or_default().push(change.clone());
        }
        let partitions = areas
            .into_iter()
            .map(|(area, changes)| Partition::of(area, changes));
        Ok(partitions.collect())
    }

    /// What receipts acknowledge, counted against the journals as they are with the questions that came along.
    pub(super) async fn acknowledged_by(
        &self,
        receipts: Vec<Receipt>,
    ) -> Result<Vec<Acknowledged>, CommandError> {
        if receipts.is_empty() {
            return Ok(Vec::new());
        }
        let engine = self.engine();
        let (own, device) = (engine.profile()?.area, engine.device()?);
        let areas = self.areas_within(own);
        engine.ensure_all(&areas).await?;
        let questions = self.questions_in(&receipts)?;
        let one = |mut receipt: Receipt| {
            receipt.held.retain(|row| row.area.within(own));
            receipt.packages.retain(|one| one.scope.within(own));
            receipt.questions.clear();
            let count = |partition: &&Partition| {
                let mut with_questions = (*partition).clone();
                let asked = questions.iter().filter(|asked| asked.area() == partition.area());
                with_questions.merge(asked.flat_map(|asked| asked.changes().iter().cloned()));
                let covered = Covered::of(&with_questions, &receipt.held, device);
                (partition.area().to_string(), covered.count(&with_questions))
            };
            let covered = engine.partitions(&areas, |partitions| partitions.iter().map(count).collect())?;
            Ok(Acknowledged::of(&receipt, covered))
        };
        receipts.into_iter().map(one).collect()
    }
}

impl Relevance {
    /// Whether a file is refused for it.
    pub fn as_refusal(self, receipt: &Receipt) -> Option<PackageError> {
        matches!(self, Self::OtherArea | Self::NotFromAbove | Self::NotSigned)
            .then(|| PackageError::BadScope(receipt.scope.code.to_string()))
    }
}
