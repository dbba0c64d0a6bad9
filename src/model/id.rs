//! Record identifiers: short, copyable, sortable text.

use super::bytes::compare_words;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The longest identifier, in bytes.
pub const MAX_ID_LEN: usize = 47;

/// The identifier of a record: 1 to 47 characters of `A–Z a–z 0–9 _ . -`, held inline so that it copies and sorts
/// without touching the heap. Byte order is text order, which is the order of `records` in a package.
#[derive(Clone, Copy)]
pub struct Id {
    bytes: [u8; MAX_ID_LEN],
    len: u8,
}

/// Which bytes may stand in an identifier.
const MAY_STAND: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        may[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
        byte += 1;
    }
    may
};

/// Why a text is no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text is empty.
    #[error("the identifier is empty")]
    Empty,
    /// The text is longer than [`MAX_ID_LEN`].
    #[error("the identifier is longer than {MAX_ID_LEN} characters")]
    TooLong,
    /// The text holds a character that identifiers may not hold.
    #[error("the identifier may hold only letters, digits, '_', '.' and '-'")]
    BadCharacter,
}

impl Id {
    /// Reads an identifier.
    ///
    /// # Errors
    /// When the text is empty, too long or holds a foreign character.
    pub fn new(text: &str) -> Result<Self, IdError> {
        if text.is_empty() {
            return Err(IdError::Empty);
        }
        if text.len() > MAX_ID_LEN {
            return Err(IdError::TooLong);
        }
        if !text.bytes().all(|byte| MAY_STAND[usize::from(byte)]) {
            return Err(IdError::BadCharacter);
        }
        Ok(Self::truncated(text))
    }

    /// Joins parts with `-`, for records whose identifier is their natural key, such as a household and a year.
    /// Parts that don't fit are cut off, which no natural key of the model comes near (see the test of lengths).
    pub fn joined(parts: &[&str]) -> Self {
        Self::truncated(&parts.join("-"))
    }

    /// A fresh identifier of 16 characters: 48 bits of time and 32 bits of chance, so that identifiers made later
    /// sort later and two tablets practically never make the same one.
    pub fn fresh(millis: u64, chance: u32) -> Self {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let bits = (u128::from(millis & 0xffff_ffff_ffff) << 32) | u128::from(chance);
        let mut bytes = [0; MAX_ID_LEN];
        for (place, byte) in bytes.iter_mut().take(16).enumerate() {
            *byte = DIGITS[((bits >> (75 - 5 * place)) & 31) as usize];
        }
        Self { bytes, len: 16 }
    }

    fn truncated(text: &str) -> Self {
        let mut bytes = [0; MAX_ID_LEN];
        let len = text.len().min(MAX_ID_LEN);
        bytes[..len].copy_from_slice(&text.as_bytes()[..len]);
        Self {
            bytes,
            len: len as u8,
        }
    }

    /// Eight bytes as a number, the first as its lowest.
    fn word(&self, from: usize) -> u64 {
        let bytes = self.bytes.get(from..).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

/// Where eight bytes are read at a time; no identifier has a zero in it, so that they tell all of it.
const WORDS: [usize; 6] = [0, 8, 16, 24, 32, MAX_ID_LEN - 8];

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        for from in WORDS {
            let order = compare_words(self.word(from), other.word(from));
            if order.is_ne() {
                return order;
            }
        }
        Ordering::Equal
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        WORDS.iter().all(|from| self.word(*from) == other.word(*from))
    }
}

impl Eq for Id {}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for from in WORDS {
            match self.word(from) {
                0 => break,
                word => state.write_u64(word),
            }
        }
    }
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for Id {
    /// The empty identifier, which no stored record has.
    fn default() -> Self {
        Self {
            bytes: [0; MAX_ID_LEN],
            len: 0,
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Id {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

/// Declares identifier types that name the kind of record they point to.
macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident => $kind:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $crate::model::Id);

        impl $name {
            /// Reads an identifier.
            ///
            /// # Errors
            /// As [`Id::new`]($crate::model::Id::new).
            pub fn new(text: &str) -> Result<Self, $crate::model::IdError> {
                $crate::model::Id::new(text).map(Self)
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl From<$crate::model::Id> for $name {
            fn from(id: $crate::model::Id) -> Self {
                Self(id)
            }
        }

        impl From<$name> for $crate::model::Id {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl $crate::model::FieldValue for $name {
            const TYPE: $crate::model::FieldType = $crate::model::FieldType::Reference($kind);

            fn parse(value: &$crate::model::Value) -> Result<Self, $crate::model::ValueError> {
                match value {
                    $crate::model::Value::Text(text) => {
                        Self::new(text).map_err(|_| $crate::model::ValueError::NotAnId)
                    }
                    _ => Err($crate::model::ValueError::ExpectedText),
                }
            }

            fn to_value(&self) -> $crate::model::Value {
                $crate::model::Value::from(self.as_str())
            }

            fn reference(&self) -> Option<$crate::model::Id> {
                Some(self.0)
            }

            fn write_json(&self, into: &mut dyn $crate::model::Sink) {
                $crate::model::write_text(into, self.as_str());
            }
        }
    )+};
}
pub(crate) use typed_ids;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

    #[test]
    fn text_order_is_identifier_order() {
        let mut ids: Vec<Id> = ["b", "a-2018", "a", "a-2017"]
            .iter()
            .map(|t| Id::new(t).unwrap())
            .collect();
        ids.sort();
        assert_eq!(
            ids.iter().map(Id::as_str).collect::<Vec<_>>(),
            ["a", "a-2017", "a-2018", "b"]
        );
    }

    #[test]
    fn identifiers_are_the_same_and_in_order_as_their_texts_whatever_their_length() {
        let lengths = [1, 7, 8, 9, 16, 17, 39, 40, 46, 47];
        let texts = lengths
            .iter()
            .flat_map(|length| ["x", "y"].map(|end| format!("{}{end}", "x".repeat(length - 1))));
        let texts: Vec<String> = texts.collect();
        for a in &texts {
            for b in &texts {
                let (mine, theirs) = (Id::new(a).unwrap(), Id::new(b).unwrap());
                assert_eq!(mine.cmp(&theirs), a.cmp(b), "{a} {b}");
                assert_eq!(mine == theirs, a == b, "{a} {b}");
                let hash = |id: Id| BuildHasherDefault::<DefaultHasher>::default().hash_one(id);
                assert_eq!(hash(mine) == hash(theirs), a == b, "{a} {b}");
            }
        }
    }

    #[test]
    fn fresh_identifiers_sort_by_time() {
        assert!(Id::fresh(1, u32::MAX) < Id::fresh(2, 0));
        assert_eq!(Id::fresh(1_543_363_200_000, 7).as_str().len(), 16);
    }

    #[test]
    fn foreign_text_is_refused() {
        assert_eq!(Id::new(""), Err(IdError::Empty));
        assert_eq!(Id::new("a b"), Err(IdError::BadCharacter));
        assert_eq!(Id::new("户"), Err(IdError::BadCharacter));
        assert_eq!(Id::new(&"x".repeat(48)), Err(IdError::TooLong));
    }
}
