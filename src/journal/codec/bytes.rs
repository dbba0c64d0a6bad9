//! The alphabet of the codec: bytes, varints and zigzag numbers, read without ever trusting a length.

use super::CodecError;

/// Writes a number in groups of seven bits, the lowest first.
pub fn put_number(into: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        into.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    into.push(number as u8);
}

/// Writes a number that may be negative; numbers near zero are short.
pub fn put_signed(into: &mut Vec<u8>, number: i64) {
    put_number(into, ((number << 1) ^ (number >> 63)) as u64);
}

/// Writes the length and the bytes.
pub fn put_bytes(into: &mut Vec<u8>, bytes: &[u8]) {
    put_number(into, bytes.len() as u64);
    into.extend_from_slice(bytes);
}

/// What is left to read.
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// All of those bytes.
    pub fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next so many bytes.
    ///
    /// # Errors
    /// [`CodecError::Truncated`] when there is less left.
    pub fn take(&mut self, len: usize) -> Result<&'a [u8], CodecError> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(CodecError::Truncated)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next byte.
    ///
    /// # Errors
    /// [`CodecError::Truncated`] when there is less left.
    pub fn byte(&mut self) -> Result<u8, CodecError> {
        let (first, rest) = self.0.split_first().ok_or(CodecError::Truncated)?;
        self.0 = rest;
        Ok(*first)
    }

    /// The next number.
    ///
    /// # Errors
    /// [`CodecError::Truncated`] when there is less left, [`CodecError::Malformed`] when it is too large.
    pub fn number(&mut self) -> Result<u64, CodecError> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let lost = shift == 63 && byte > 1;
                return if lost {
                    Err(CodecError::Malformed("number"))
                } else {
                    Ok(number)
                };
            }
        }
        Err(CodecError::Malformed("number"))
    }

    /// The next number that may be negative.
    ///
    /// # Errors
    /// [`CodecError::Truncated`] when there is less left, [`CodecError::Malformed`] when it is too large.
    pub fn signed(&mut self) -> Result<i64, CodecError> {
        let number = self.number()?;
        Ok((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// A count of things that take at least one byte each, so that it never exceeds what is left to read.
    ///
    /// # Errors
    /// [`CodecError::Truncated`] when there is less left than that.
    pub fn count(&mut self) -> Result<usize, CodecError> {
        let count = usize::try_from(self.number()?).map_err(|_| CodecError::Truncated)?;
        if count <= self.0.len() {
            Ok(count)
        } else {
            Err(CodecError::Truncated)
        }
    }

    /// A length and so many bytes.
    ///
    /// # Errors
    /// [`CodecError::Truncated`] when there is less left.
    pub fn bytes(&mut self) -> Result<&'a [u8], CodecError> {
        let len = self.count()?;
        self.take(len)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_come_back_whatever_their_size() {
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX - 1, u64::MAX] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            let mut read = Bytes::of(&bytes);
            assert_eq!(read.number(), Ok(number));
            assert!(read.is_empty());
        }
        for number in [0, -1, 1, -64, 64, i64::MIN, i64::MAX] {
            let mut bytes = Vec::new();
            put_signed(&mut bytes, number);
            assert_eq!(Bytes::of(&bytes).signed(), Ok(number));
        }
    }

    #[test]
    fn a_number_that_is_too_long_is_refused() {
        assert_eq!(
            Bytes::of(&[0xff; 11]).number(),
            Err(CodecError::Malformed("number"))
        );
        let over = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02];
        assert_eq!(Bytes::of(&over).number(), Err(CodecError::Malformed("number")));
        assert_eq!(Bytes::of(&[0x80]).number(), Err(CodecError::Truncated));
    }

    #[test]
    fn a_length_beyond_the_end_is_refused_before_anything_is_allocated() {
        let mut bytes = Vec::new();
        put_number(&mut bytes, u64::MAX);
        assert_eq!(Bytes::of(&bytes).bytes(), Err(CodecError::Truncated));
    }
}
