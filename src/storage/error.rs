//! What can go wrong on the way to the disk.

use crate::keys::at_rest::RestError;

/// Why nothing was written or read. A write that failed left everything as it was, except after [`Closed`](Self::Closed),
/// where the store may have taken it just before it went away: read again before trying again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The disk, or the browser's share of it, is full.
    #[error("the disk is full")]
    Full,
    /// Another tab holds the store open in an older form and does not let go.
    #[error("another tab holds the store open")]
    Blocked,
    /// The store has an older form and may not be brought up to this version's yet, because another tab works on it.
    #[error("the store still has an older form")]
    Outdated,
    /// A newer version of the app wrote the store; this one must not touch it.
    #[error("the store belongs to a newer version of the app")]
    NewerVersion,
    /// The store was closed under the app: by a newer version in another tab, or because the browser removed it.
    #[error("the store was closed")]
    Closed,
    /// The browser gives no store at all, as in some private modes.
    #[error("the browser gives no store: {0}")]
    Unavailable(String),
    /// A value is encrypted in a way that this version does not know, or was altered or moved.
    #[error(transparent)]
    Sealed(#[from] RestError),
    /// Anything else, in the browser's words.
    #[error("the store failed: {0}")]
    Failed(String),
}

impl StorageError {
    /// The error's stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Full => "storage_full",
            Self::Blocked => "storage_blocked",
            Self::Outdated => "storage_outdated",
            Self::NewerVersion => "storage_newer_version",
            Self::Closed => "storage_closed",
            Self::Unavailable(_) => "storage_unavailable",
            Self::Sealed(_) => "storage_sealed",
            Self::Failed(_) => "storage_failed",
        }
    }

    /// The error of a `DOMException`, by its name. Names are the only part that every browser agrees on.
    pub fn of_exception(name: &str, message: &str) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::NewerVersion,
            "InvalidStateError" | "AbortError" => Self::Closed,
            // What Safari on iOS says after the page has slept: the store is there, its server has gone.
            "UnknownError" if message.to_ascii_lowercase().contains("connection") => Self::Closed,
            "SecurityError" => Self::Unavailable(format!("{name}: {message}")),
            _ => Self::Failed(format!("{name}: {message}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_are_told_apart_by_name() {
        let code = |name| StorageError::of_exception(name, "some words").code();
        assert_eq!(code("QuotaExceededError"), "storage_full");
        assert_eq!(code("VersionError"), "storage_newer_version");
        assert_eq!(code("AbortError"), "storage_closed");
        assert_eq!(code("SecurityError"), "storage_unavailable");
        assert_eq!(code("UnknownError"), "storage_failed");
    }

    #[test]
    fn a_connection_that_safari_lost_is_a_closed_one() {
        let lost = "Connection to Indexed Database server lost. Refresh the page to try again";
        assert_eq!(
            StorageError::of_exception("UnknownError", lost),
            StorageError::Closed
        );
    }

    #[test]
    fn the_words_of_the_browser_are_kept_for_a_report() {
        let error = StorageError::of_exception("UnknownError", "Internal error opening backing store");
        assert_eq!(
            error.to_string(),
            "the store failed: UnknownError: Internal error opening backing store"
        );
    }
}
