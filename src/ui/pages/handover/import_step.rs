//! Where an import is between choosing files and the disk.

use crate::platform::files::{ChosenFile, FileError};
use crate::workspace::{CommandError, ImportPreview, ImportReport, Workspace};
use futures::stream::{self, StreamExt as _};

/// Files that the browser reads side by side: each is asked of another of its processes.
const READ_AT_ONCE: usize = 8;

/// A step of an import. Nothing is on the disk before [`Written`](Self::Written).
#[derive(Debug, Default)]
pub enum Step {
    /// No files were chosen.
    #[default]
    Waiting,
    /// Files are being read.
    Reading,
    /// A person looks at what would change.
    Checking(Checked),
    /// The files are being written.
    Writing,
    /// They are on the disk.
    Written(ImportReport),
    /// Nothing was written.
    Failed(CommandError),
}

/// What was found in the chosen files.
#[derive(Debug)]
pub struct Checked {
    /// The files that could be read, with what they would change.
    pub preview: ImportPreview,
    /// The files that could not even be read.
    pub unread: Vec<(String, FileError)>,
}

impl Checked {
    /// Files that can be taken in.
    pub fn sound(&self) -> usize {
        self.preview.sound()
    }

    /// Files that are refused.
    pub fn refused(&self) -> usize {
        let cards = self.preview.cards.iter().filter(|card| card.outcome.is_err());
        self.preview.files.len() + self.preview.receipts.len() - self.sound()
            + self.unread.len()
            + cards.count()
    }
}

/// Reads files and finds out what they would change.
pub async fn check(workspace: Workspace, files: Vec<ChosenFile>) -> Step {
    let intake = workspace.intake(files.len());
    let (mut read, mut unread) = (Vec::with_capacity(files.len()), Vec::new());
    let reading = files
        .into_iter()
        .map(async |file| (file.name(), file.read().await));
    let mut reading = stream::iter(reading).buffered(READ_AT_ONCE);
    while let Some((name, outcome)) = reading.next().await {
        match outcome {
            Ok(bytes) => read.push((name, bytes)),
            Err(error) => unread.push((name, error)),
        }
    }
    match workspace.preview(intake, read).await {
        Ok(preview) => Step::Checking(Checked { preview, unread }),
        Err(error) => Step::Failed(error),
    }
}

/// Writes what a person has agreed to.
pub async fn write(workspace: Workspace, mut checked: Checked) -> Step {
    // The button waits until a person has agreed to what would be lost.
    checked.preview.agreed_to_lose = true;
    match workspace.import(checked.preview).await {
        Ok(report) => Step::Written(report),
        Err(error) => Step::Failed(error),
    }
}
