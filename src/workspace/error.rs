//! Why a command was not carried out.

use crate::journal::codec::CodecError;
use crate::model::processes::Refusal;
use crate::platform::part::PartLost;
use crate::storage::StorageError;

/// Why a command was not carried out. Nothing was written, and what is on the screen is what is on the disk.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// Another tab is the writer.
    #[error("another tab of this app is writing")]
    ReadOnly,
    /// The workspace has not been opened, or no profile has been chosen.
    #[error("the register is not open yet")]
    NotReady,
    /// The store failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// What the store holds cannot be read.
    #[error("the stored data of an area cannot be read: {0}")]
    Unreadable(String),
    /// The record is not there any more.
    #[error("the record is not there")]
    NoSuchRecord,
    /// A split of a household that leaves nobody on one side, or names somebody who is no member.
    #[error("this does not split the household")]
    NotASplit,
    /// A rule of a process forbids the move.
    #[error("the move is not made: {0}")]
    Refused(Refusal),
    /// A helper that was reading packages is gone.
    #[error("a helper of this page has stopped")]
    HelperLost,
    /// An import would take much away, and nobody has agreed to that.
    #[error("the import would remove or blank many records")]
    Losses,
    /// A period was closed before.
    #[error("the period is closed already")]
    AlreadyClosed,
    /// An import cannot be undone.
    #[error("the import cannot be undone: {0:?}")]
    NotUndoable(super::UndoBlocked),
    /// What the command needs is in a part of the program that could not be loaded.
    #[error(transparent)]
    Part(#[from] PartLost),
    /// The package could not be written.
    #[error("the package could not be written: {0}")]
    Package(String),
}

impl CommandError {
    /// The error's stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ReadOnly => "read_only",
            Self::NotReady => "not_ready",
            Self::Storage(error) => error.code(),
            Self::Unreadable(_) => "unreadable",
            Self::NoSuchRecord => "no_such_record",
            Self::NotASplit => "not_a_split",
            Self::Refused(_) => "refused",
            Self::HelperLost => "helper_lost",
            Self::Losses => "losses",
            Self::AlreadyClosed => "already_closed",
            Self::NotUndoable(_) => "not_undoable",
            Self::Part(_) => "part_lost",
            Self::Package(_) => "package",
        }
    }
}

impl From<CodecError> for CommandError {
    fn from(error: CodecError) -> Self {
        Self::Unreadable(error.to_string())
    }
}
