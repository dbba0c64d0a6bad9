//! Everything that enters or leaves as bytes. Pure.
//!
//! A package is the only door: [`write()`] makes one of what [`Disclosure`] lets out, [`open`] reads one and refuses what
//! is not sound. docs/FORMAT.md says the same for other programs.

mod check;
mod compare;
mod cover;
mod disclose;
mod envelope;
mod error;
mod finding;
mod head;
mod json_schema;
mod preview;
mod read;
mod row;
mod seal;
mod sequence;
mod sheet;
mod short_code;
mod state;
mod write;

pub use crate::model::consistency::Severity;
pub use check::{check, check_across, check_partition, terms_at};
pub use cover::Cover;
pub use disclose::{Disclosure, ID_NUMBERS_IN_PACKAGES};
pub use error::PackageError;
pub use finding::{Finding, FindingCode};
pub use head::{Author, FORMAT, Head, Profile, SchemaVersion, Scope};
pub use json_schema::json_schema;
pub use preview::{
    AreaPreview, KindPreview, NAMES_SHOWN, Preview, RecordGroup, apply, name_of, preview, preview_area,
};
pub use read::{MAX_BYTES, Package, open};
pub use row::ScoreRow;
pub use seal::{Checksum, ForeignDigest, NotAChecksum, Seal};
pub use sequence::{Received, sequence_findings, sequence_findings_of};
pub use sheet::{Pick, Written, sheet_columns, sheet_csv, sheet_header, sheet_row};
pub use short_code::{ShortCode, StateHash};
pub use write::{Contents, Draft, Sealed, WriteError, write};
