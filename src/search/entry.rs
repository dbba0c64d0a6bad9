//! One thing that can be found, prepared once so that every letter typed costs little.

use super::initials::{letter, second_letter};

/// What a record is found by.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    name: Box<str>,
    /// Per character of the name the letters that it may be typed with, one bit per letter or digit.
    keys: Box<[u64]>,
    numbers: Box<[Box<str>]>,
}

/// How well an entry answers; lower is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Exact,
    NameStart,
    InitialsStart,
    NameWithin,
    InitialsWithin,
    Number,
}

impl Entry {
    /// An entry of a name, and of the numbers (identifiers, telephone, household number) that also find it.
    pub fn new<'a>(name: &str, numbers: impl IntoIterator<Item = &'a str>) -> Self {
        let name = name.to_lowercase();
        Self {
            keys: name
                .chars()
                .filter(|c| !c.is_whitespace() && *c != '·')
                .map(keys_of)
                .collect(),
            numbers: numbers
                .into_iter()
                .filter(|n| !n.is_empty())
                .map(|n| n.to_lowercase().into())
                .collect(),
            name: name.into(),
        }
    }

    /// How well the entry answers a term, which is in lower case; none when it does not.
    pub(super) fn rank(&self, term: &str) -> Option<Rank> {
        if *self.name == *term {
            return Some(Rank::Exact);
        }
        match self.name.find(term) {
            Some(0) => return Some(Rank::NameStart),
            Some(_) if !term.is_ascii() => return Some(Rank::NameWithin),
            _ => {}
        }
        match self.find_initials(term.as_bytes()) {
            Some(0) => Some(Rank::InitialsStart),
            _ if self.name.contains(term) => Some(Rank::NameWithin),
            Some(_) => Some(Rank::InitialsWithin),
            None => self
                .numbers
                .iter()
                .any(|number| number.contains(term))
                .then_some(Rank::Number),
        }
    }

    fn find_initials(&self, term: &[u8]) -> Option<usize> {
        if !term.iter().all(u8::is_ascii_alphanumeric) {
            return None;
        }
        self.keys.windows(term.len().max(1)).position(|window| {
            window
                .iter()
                .zip(term)
                .all(|(keys, letter)| keys & bit(*letter) != 0)
        })
    }
}

fn keys_of(character: char) -> u64 {
    let first = letter(character).map_or(0, bit);
    let second = second_letter(character).map_or(0, bit);
    first | second
}

fn bit(letter: u8) -> u64 {
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        b'0'..=b'9' => 1 << (26 + letter - b'0'),
        _ => 0,
    }
}
