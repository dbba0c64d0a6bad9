//! The checksum of a package: SHA-256 over its canonical bytes without the `checksum` member.

use sha2::{Digest as _, Sha256};
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// A SHA-256 checksum; its text is `sha256:` and 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Checksum([u8; 32]);

/// The hexadecimal digits of a checksum.
const DIGITS: usize = 64;

/// The length of a checksum's text.
pub(super) const TEXT_LEN: usize = "sha256:".len() + DIGITS;

/// What stands before and after a checksum's text in a canonical package.
pub(super) const OPEN: &[u8] = b"\"checksum\":\"";
pub(super) const CLOSE: &[u8] = b"\",";

impl Checksum {
    /// The checksum of those bytes, given in pieces.
    pub fn of(pieces: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for piece in pieces {
            hash.update(piece);
        }
        Self(hash.finalize().into())
    }

    /// The checksum whose 32 bytes another implementation computed.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A checksum in the making, which can be taken up again where two files part.
#[derive(Clone, Default)]
pub(super) struct Hashing(Sha256);

impl Hashing {
    /// With those bytes too.
    pub(super) fn and(mut self, bytes: &[u8]) -> Self {
        self.0.update(bytes);
        self
    }

    /// The checksum.
    pub(super) fn finish(self) -> Checksum {
        Checksum(self.0.finalize().into())
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sha256:")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is no checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a checksum is \"sha256:\" and 64 hexadecimal digits in lower case")]
pub struct NotAChecksum;

impl FromStr for Checksum {
    type Err = NotAChecksum;
    fn from_str(text: &str) -> Result<Self, NotAChecksum> {
        let digits = text
            .strip_prefix("sha256:")
            .filter(|hex| hex.len() == 64)
            .ok_or(NotAChecksum)?;
        let digit = |b: u8| match b {
            b'0'..=b'9' => Some(b - b'0'),
            b'a'..=b'f' => Some(b - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
            let (high, low) = (
                digit(pair[0]).ok_or(NotAChecksum)?,
                digit(pair[1]).ok_or(NotAChecksum)?,
            );
            *byte = high << 4 | low;
        }
        Ok(Self(bytes))
    }
}

/// Where the seal lies in a package's bytes: the `checksum` member with the comma after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The bytes to leave out of the hash.
    pub cut: Range<usize>,
}

/// A checksum that the browser's own SHA-256 computed, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignDigest {
    /// The bytes that were left out.
    pub seal: Seal,
    /// The result over all the others.
    pub checksum: Checksum,
}

impl Seal {
    /// Where the seal of a canonical package lies, without reading the package: the last place that looks like one.
    /// The reader makes sure that it is the right one before it trusts a digest made with it.
    ///
    /// The records after it are most of a package, so not every byte is looked at: a seal has 64 hexadecimal digits in a row,
    /// of which one in every 64 bytes is found.
    pub fn find(bytes: &[u8]) -> Option<Self> {
        let is_digit = |place: &usize| matches!(bytes.get(*place), Some(b'0'..=b'9' | b'a'..=b'f'));
        let mut until = bytes.len();
        while let Some(inside) = until.checked_sub(DIGITS) {
            let mut start = inside;
            while start > 0 && inside - start < DIGITS && is_digit(&start) {
                start -= 1;
            }
            // The digits are preceded by the colon of the hash's name.
            let text = (start + 1).checked_sub(TEXT_LEN - DIGITS);
            if is_digit(&inside)
                && let Some(seal) = text.and_then(|text| Self::around(bytes, text))
            {
                return Some(seal);
            }
            until = inside;
        }
        None
    }

    /// The seal around a checksum's text that starts there.
    pub(super) fn around(bytes: &[u8], text_start: usize) -> Option<Self> {
        let cut = text_start.checked_sub(OPEN.len())?..text_start + TEXT_LEN + CLOSE.len();
        let seal = Self { cut };
        seal.fits(bytes).then_some(seal)
    }

    fn fits(&self, bytes: &[u8]) -> bool {
        bytes
            .get(self.cut.clone())
            .is_some_and(|member| member.starts_with(OPEN) && member.ends_with(CLOSE))
    }

    /// The bytes to hash: before and after the seal.
    pub fn pieces<'a>(&self, bytes: &'a [u8]) -> [&'a [u8]; 2] {
        let cut = |range: Range<usize>| bytes.get(range).unwrap_or_default();
        [cut(0..self.cut.start), cut(self.cut.end..bytes.len())]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_checksum_reads_its_own_text() {
        let sum = Checksum::of(&[b"ab", b"c"]);
        assert_eq!(
            sum.to_string(),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(sum.to_string().parse(), Ok(sum));
        assert!("sha256:BA7816".parse::<Checksum>().is_err());
    }

    #[test]
    fn the_seal_is_found_and_left_out() {
        let text = format!("{{\"a\":1,\"checksum\":\"{}\",\"z\":2}}", Checksum::of(&[]));
        let seal = Seal::find(text.as_bytes()).unwrap();
        assert_eq!(seal.pieces(text.as_bytes()).concat(), b"{\"a\":1,\"z\":2}");
        assert_eq!(Seal::find(b"{\"checksum\":\"short\",}"), None);
        assert_eq!(Seal::find(b""), None);
    }

    #[test]
    fn the_last_seal_is_found_wherever_it_lies() {
        let one = |before: usize, digits: &str, after: usize| {
            let (before, after) = ("0".repeat(before), "f".repeat(after));
            format!("{before}\"checksum\":\"sha256:{digits}\",{after}").into_bytes()
        };
        let digits = "0123456789abcdef".repeat(4);
        for before in 0..130 {
            for after in (0..130).chain([1000]) {
                let found = Seal::find(&one(before, &digits, after)).unwrap();
                assert_eq!(found.cut, before..before + OPEN.len() + TEXT_LEN + CLOSE.len());
            }
            assert_eq!(Seal::find(&one(before, &digits[1..], 70)), None);
            let two = [one(before, &digits, 7), one(3, &digits, before)].concat();
            let last = two.len() - before - (OPEN.len() + TEXT_LEN + CLOSE.len());
            assert_eq!(Seal::find(&two).unwrap().cut.start, last);
        }
    }
}
