//! Where restoring is between choosing a file and the disk.

use crate::platform::files::{ChosenFile, FileError};
use crate::workspace::{CommandError, ImportPreview, Workspace};

/// A step of restoring. Nothing is on the disk while a person is asked.
#[derive(Debug)]
pub enum Step {
    /// No file was chosen.
    Waiting,
    /// Files are being read.
    Reading,
    /// A person looks at what was found.
    Found(ImportPreview),
    /// The backup is being written.
    Restoring,
    /// None of the files is a whole package.
    NoBackup,
    /// A file could not be read.
    Unread(FileError),
    /// Nothing was restored.
    Failed(CommandError),
}

/// Reads files and finds the backup among them.
pub async fn look(workspace: Workspace, files: Vec<ChosenFile>) -> Step {
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        match file.read().await {
            Ok(bytes) => read.push((file.name(), bytes)),
            Err(error) => return Step::Unread(error),
        }
    }
    match workspace.look_at_backup(read).await {
        Ok(preview) if preview.backup().is_some() => Step::Found(preview),
        Ok(_) => Step::NoBackup,
        Err(error) => Step::Failed(error),
    }
}
