//! Why a command was not carried out.

use crate::journal::codec::CodecError;
use crate::keys::KeyError;
use crate::keys::at_rest::RestError;
use crate::keys::escrow::RecoveryError;
use crate::keys::passphrase::Weakness;
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
    /// The register is encrypted and locked.
    #[error("the register is locked")]
    Locked,
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
    /// A passphrase was wrong a moment ago: so many milliseconds are left until the next may be tried.
    #[error("wait {0} ms before the next passphrase")]
    Wait(u64),
    /// The lock cannot be opened, most often because the passphrase is wrong.
    #[error(transparent)]
    Rest(#[from] RestError),
    /// The new passphrase is too weak.
    #[error("the passphrase is too weak: {0:?}")]
    Weak(Weakness),
    /// This edition keeps real records under a passphrase only.
    #[error("this edition of the app keeps real records under a passphrase")]
    PassphraseDemanded,
    /// A recovery does not go on.
    #[error(transparent)]
    Recovery(#[from] RecoveryError),
    /// Sealing, opening or signing failed.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The package could not be written.
    #[error("the package could not be written: {0}")]
    Package(String),
}

impl CommandError {
    /// The error's stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ReadOnly => "read_only",
            Self::NotReady => "not_ready",
            Self::Storage(error) => error.code(),
            Self::Locked => "locked",
            Self::Unreadable(_) => "unreadable",
            Self::NoSuchRecord => "no_such_record",
            Self::NotASplit => "not_a_split",
            Self::Refused(_) => "refused",
            Self::HelperLost => "helper_lost",
            Self::Losses => "losses",
            Self::AlreadyClosed => "already_closed",
            Self::NotUndoable(_) => "not_undoable",
            Self::Part(_) => "part_lost",
            Self::Wait(_) => "wait",
            Self::Rest(RestError::WrongPassphrase) => "wrong_passphrase",
            Self::Rest(_) => "lock",
            Self::Weak(_) => "weak_passphrase",
            Self::PassphraseDemanded => "passphrase_demanded",
            Self::Recovery(_) => "recovery",
            Self::Key(error) => error.code(),
            Self::Package(_) => "package",
        }
    }
}

impl From<CodecError> for CommandError {
    fn from(error: CodecError) -> Self {
        Self::Unreadable(error.to_string())
    }
}
