//! Where canonical JSON goes when it is written.

use super::bytes::after;

/// Takes what is written, piece by piece.
pub trait Sink {
    /// Takes the next bytes.
    fn put(&mut self, bytes: &[u8]);
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

/// Holds what is written against a text, so that both can be compared without a second text in memory.
#[derive(Debug)]
pub struct Against<'a> {
    /// What has not been written yet; none after the first difference.
    rest: Option<&'a [u8]>,
}

impl<'a> Against<'a> {
    /// Compares with that text.
    pub fn new(text: &'a str) -> Self {
        Self {
            rest: Some(text.as_bytes()),
        }
    }

    /// Whether just that text has been written.
    pub fn is_the_same(&self) -> bool {
        self.rest == Some(&[])
    }
}

impl Sink for Against<'_> {
    fn put(&mut self, bytes: &[u8]) {
        self.rest = self.rest.and_then(|rest| after(rest, bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_when_every_piece_and_the_end_are() {
        let written = |text: &str, pieces: &[&str]| {
            let mut against = Against::new(text);
            pieces.iter().for_each(|piece| against.put(piece.as_bytes()));
            against.is_the_same()
        };
        assert!(written("", &[]));
        assert!(written("户户清", &["户", "", "户清"]));
        assert!(!written("户户清", &["户", "清清"]));
        assert!(!written("户户清", &["户户"]));
        assert!(!written("户户", &["户户清"]));
        assert!(!written("ab", &["x", "ab"]));
    }
}
