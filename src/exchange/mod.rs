//! Everything that enters or leaves as bytes. Pure.
//!
//! A package is the only door: [`write()`] makes one of what [`Disclosure`] lets out, [`open`] reads one and refuses what
//! is not sound. docs/FORMAT.md says the same for other programs.

mod check;
mod compare;
mod cover;
mod departments;
mod disclose;
pub(crate) mod document;
mod envelope;
mod error;
mod finding;
mod frozen;
mod guard;
mod head;
mod held;
mod hex;
mod identity_hash;
mod json_schema;
mod preview;
mod quarantine;
mod read;
mod receipt;
mod row;
mod seal;
mod sequence;
mod sheet;
mod short_code;
mod signature;
mod state;
mod write;

pub use crate::model::consistency::Severity;
pub use check::{check, check_across, check_partition, terms_at};
pub use cover::Cover;
pub use departments::measures_that_read;
pub use disclose::{Disclosure, ID_NUMBERS_IN_PACKAGES, Told};
pub use document::MAX_DOCUMENT_BYTES;
pub use error::PackageError;
pub use finding::{Finding, FindingCode};
pub use frozen::{FROZEN_FORMAT, Frozen, Late, Period};
pub use guard::{Loss, WORTH_ASKING, losses};
pub use head::{Author, FORMAT, Head, Profile, SchemaVersion, Scope};
pub use held::{Covered, Held};
pub use hex::{hex, unhex};
pub use identity_hash::{ID_HASH_SALT, hash_of};
pub use json_schema::{json_schema, key_card_schema, recovery_schema};
pub use preview::{
    AreaPreview, KindPreview, NAMES_OF_LOST, NAMES_SHOWN, Preview, RecordGroup, apply, name_of, preview,
    preview_area,
};
pub use quarantine::Quarantined;
pub use read::{MAX_BYTES, Package, open};
pub use receipt::{RECEIPT_FORMAT, Receipt, questions_of, seems_a_receipt};
pub use row::ScoreRow;
pub use seal::{Checksum, ForeignDigest, NotAChecksum, Seal};
pub use sequence::{Received, sequence_findings, sequence_findings_of};
pub use sheet::{Pick, Written, sheet_columns, sheet_csv, sheet_header, sheet_row};
pub use short_code::{ShortCode, StateHash};
pub use signature::{Signature, Signed, Signer, signed_message};
pub use write::{Contents, Draft, Sealed, WriteError, write, write_signed};
