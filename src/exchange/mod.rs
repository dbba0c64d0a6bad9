//! Everything that enters or leaves as bytes. Pure.
//!
//! A package is the only door: [`write()`] makes one of what [`Disclosure`] lets out, [`open`] reads one and refuses what
//! is not sound. docs/FORMAT.md says the same for other programs.

mod compare;
mod disclose;
mod envelope;
mod error;
mod finding;
mod head;
mod read;
mod row;
mod seal;
mod state;
mod write;

pub use disclose::{Disclosure, ID_NUMBERS_IN_PACKAGES};
pub use error::PackageError;
pub use finding::{Finding, FindingCode, Severity};
pub use head::{Author, FORMAT, Head, Profile, SchemaVersion, Scope};
pub use read::{MAX_BYTES, Package, open};
pub use row::ScoreRow;
pub use seal::{Checksum, ForeignDigest, NotAChecksum, Seal};
pub use write::{Contents, Draft, Sealed, WriteError, write};
