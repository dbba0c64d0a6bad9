//! The compact binary form of a partition's changes, as the device stores it. Pure.
//!
//! A blob names every kind, field, device and text once, at its first use, and numbers it from then on; so it needs no
//! table that could grow apart from the code, and what only a newer version knows comes back as it went in.
//!
//! ```text
//! blob    = "HQJ" version area count change*
//! area    = string
//! change  = head [area] millis counter device author id count write*
//!           head: number of the kind × 2, + 1 when the change names an area of its own
//!           millis: signed difference to the change before
//! write   = field tag value [count (millis counter device)*]
//!           tag: type of the value, + 128 when replaced stamps follow; their millis are before the change's
//! kind    = 0 string (new) | number from 1
//! field   = 0 string (new in this kind) | number from 1
//! device  = 0 8 bytes (new) | number from 1
//! string  = 0 length bytes (new, at most 255 bytes) | 1 length bytes (long, gets no number) | number from 2
//! ```
//!
//! Numbers are in groups of seven bits. The cap on numbered strings bounds what hostile bytes can make a reader allocate.

mod bytes;
mod decode;
mod encode;
mod replay;
mod strings;

pub use bytes::{Bytes, put_bytes, put_number, put_signed};
pub use decode::decode;
pub use encode::encode;
pub use replay::replay;

/// The first bytes of every blob.
const MAGIC: &[u8; 3] = b"HQJ";

/// The version of the form that this code writes. Readers know every version up to it.
pub const CODEC_VERSION: u8 = 1;

/// The longest string that gets a number, in bytes.
const MAX_NUMBERED: usize = 255;

/// The tags of values.
mod tag {
    pub const NULL: u8 = 0;
    pub const NO: u8 = 1;
    pub const YES: u8 = 2;
    pub const NUMBER: u8 = 3;
    pub const TEXT: u8 = 4;
    pub const LIST: u8 = 5;
    pub const JSON: u8 = 6;
    pub const REPLACED: u8 = 0x80;
}

/// Why bytes are no changes of an area.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// The bytes don't begin as a blob does.
    #[error("these bytes are no stored changes")]
    Foreign,
    /// A newer version of the app wrote them.
    #[error("stored in form {0}, which needs a newer version of the app")]
    Newer(u8),
    /// They end too early, or a length in them is too great.
    #[error("the stored changes are cut off")]
    Truncated,
    /// A part of them cannot be what it should be.
    #[error("the stored changes are damaged: {0}")]
    Malformed(&'static str),
    /// They belong to another area.
    #[error("the stored changes belong to {0}")]
    OtherArea(Box<str>),
}

impl CodecError {
    /// The error's stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Foreign => "stored_foreign",
            Self::Newer(_) => "stored_newer",
            Self::Truncated => "stored_truncated",
            Self::Malformed(_) => "stored_malformed",
            Self::OtherArea(_) => "stored_other_area",
        }
    }
}

#[cfg(test)]
mod tests;
