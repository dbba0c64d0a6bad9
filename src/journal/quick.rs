//! Changes as this program writes them, read without a general reader of JSON.
//!
//! Nearly every package that comes in was written here: members in their order, no spaces, no escapes in names. Such a list
//! is read in one pass, and what one change has in common with the one before it (area, author, kind, day) is not read again.
//! Whatever is otherwise is not judged here but left to `wire`, which knows what to say of it; so both read the same out of
//! everything that both read, which the tests hold.

use super::stamp::StampReader;
use super::{Change, FieldKey, KindKey, Stamp, Write};
use crate::model::bytes::{compare, plain_length, same};
use crate::model::{DivisionCode, Id, Value};
use rustc_hash::FxHashMap;

/// Reads the list of changes that a text begins with, and says how long it was; none when the list is not what this program
/// writes. If there is a result, those bytes are JSON.
pub fn read_list(text: &str) -> Option<(Vec<Change>, usize)> {
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        at: 0,
        areas: Last::default(),
        authors: Last::default(),
        kinds: FxHashMap::default(),
        stamps: StampReader::default(),
        writes: Vec::new(),
    };
    let mut changes = Vec::new();
    reader.expect(b"[")?;
    if !reader.skip(b']') {
        loop {
            changes.push(reader.change()?);
            if reader.skip(b']') {
                break;
            }
            reader.expect(b",")?;
        }
    }
    Some((changes, reader.at))
}

/// What a text was read as the last time.
struct Last<'a, T>(Option<(&'a str, T)>);

impl<T> Default for Last<'_, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'a, T: Copy> Last<'a, T> {
    fn read(&mut self, text: &'a str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        match self.0 {
            Some((last, value)) if same(last.as_bytes(), text.as_bytes()) => Some(value),
            _ => {
                let value = read(text)?;
                self.0 = Some((text, value));
                Some(value)
            }
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    areas: Last<'a, DivisionCode>,
    authors: Last<'a, Id>,
    kinds: FxHashMap<&'a str, KindKey>,
    stamps: StampReader,
    /// The writes of the change that is being read; kept, so that each list is made in its size.
    writes: Vec<Write>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip(&mut self, byte: u8) -> bool {
        let is = self.peek() == Some(byte);
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        let end = self.at + bytes.len();
        let is = same(self.bytes.get(self.at..end)?, bytes);
        self.at = end;
        is.then_some(())
    }

    /// A text in its quotes, of which nothing is escaped.
    fn plain(&mut self) -> Option<&'a str> {
        self.expect(b"\"")?;
        self.rest_of_plain()
    }

    fn rest_of_plain(&mut self) -> Option<&'a str> {
        let start = self.at;
        let end = start + plain_length(self.bytes.get(start..)?);
        self.at = end;
        self.skip(b'"').then(|| self.text.get(start..end))?
    }

    fn change(&mut self) -> Option<Change> {
        self.expect(b"{\"area\":")?;
        let area = self.plain()?;
        let area = self.areas.read(area, DivisionCode::new)?;
        self.expect(b",\"author\":")?;
        let author = self.plain()?;
        let author = self.authors.read(author, |text| Id::new(text).ok())?;
        self.expect(b",\"id\":")?;
        let id = Id::new(self.plain()?).ok()?;
        self.expect(b",\"kind\":")?;
        let kind = self.kind()?;
        self.expect(b",\"set\":{")?;
        self.writes(&kind)?;
        self.expect(b",\"stamp\":")?;
        let stamp = self.stamp()?;
        if self.skip(b',') {
            self.expect(b"\"was\":{")?;
            self.replaced(&kind)?;
        }
        self.expect(b"}")?;
        Some(Change {
            stamp,
            author,
            area,
            kind,
            id,
            set: self.writes.drain(..).collect(),
        })
    }

    fn kind(&mut self) -> Option<KindKey> {
        let name = self.plain()?;
        let kind = self.kinds.entry(name).or_insert_with(|| KindKey::from_name(name));
        Some(kind.clone())
    }

    fn stamp(&mut self) -> Option<Stamp> {
        let text = self.plain()?;
        self.stamps.read(text)
    }

    /// The fields of `set`, each name greater than the one before it.
    fn writes(&mut self, kind: &KindKey) -> Option<()> {
        self.writes.clear();
        if self.skip(b'}') {
            return Some(());
        }
        let (mut next, mut before) = (0, "");
        loop {
            let name = self.plain()?;
            if compare(name.as_bytes(), before.as_bytes()).is_le() && !self.writes.is_empty() {
                return None;
            }
            before = name;
            self.expect(b":")?;
            let value = self.value()?;
            self.writes.push(Write {
                field: FieldKey::seek(kind, name, &mut next),
                value,
                replaced: Box::default(),
            });
            if self.skip(b'}') {
                return Some(());
            }
            self.expect(b",")?;
        }
    }

    /// The stamps of `was`, in the order of the writes.
    fn replaced(&mut self, kind: &KindKey) -> Option<()> {
        let mut place = 0;
        loop {
            let name = self.plain()?;
            let ahead = self.writes.get(place..)?.iter();
            place += ahead
                .map(|write| write.field.name(kind))
                .position(|of| of == name)?;
            self.expect(b":")?;
            let stamps = self.stamps()?;
            self.writes.get_mut(place)?.replaced = stamps;
            place += 1;
            if self.skip(b'}') {
                return Some(());
            }
            self.expect(b",")?;
        }
    }

    fn stamps(&mut self) -> Option<Box<[Stamp]>> {
        if !self.skip(b'[') {
            return Some([self.stamp()?].into());
        }
        let mut stamps = vec![self.stamp()?];
        while !self.skip(b']') {
            self.expect(b",")?;
            stamps.push(self.stamp()?);
        }
        stamps.is_sorted_by(|a, b| a < b).then(|| stamps.into())
    }

    fn value(&mut self) -> Option<Value> {
        if self.skip(b'[') {
            return self.items();
        }
        self.scalar()
    }

    fn items(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        while !self.skip(b']') {
            if !items.is_empty() {
                self.expect(b",")?;
            }
            items.push(self.scalar()?);
        }
        Some(Value::List(items.into()))
    }

    fn scalar(&mut self) -> Option<Value> {
        match self.peek()? {
            b'"' => self.text_value(),
            b't' => self.expect(b"true").map(|()| Value::Bool(true)),
            b'f' => self.expect(b"false").map(|()| Value::Bool(false)),
            b'n' => self.expect(b"null").map(|()| Value::Null),
            _ => self.number(),
        }
    }

    /// A text, of which some may be escaped.
    fn text_value(&mut self) -> Option<Value> {
        let start = self.at;
        self.at += 1;
        if let Some(text) = self.rest_of_plain() {
            return Some(Value::from(text));
        }
        while self.peek()? != b'"' {
            self.at += if self.peek()? == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        let text: String = serde_json::from_str(self.text.get(start..self.at)?).ok()?;
        Some(Value::from(text))
    }

    /// A whole number of at most 18 digits, which is every number that a field holds.
    fn number(&mut self) -> Option<Value> {
        let negative = self.skip(b'-');
        let (start, mut number) = (self.at, 0_i64);
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if self.at - start == 18 {
                return None;
            }
            number = number * 10 + i64::from(digit - b'0');
            self.at += 1;
        }
        let digits = self.at - start;
        let leads_with_zero = self.bytes.get(start) == Some(&b'0');
        let is_written_so = digits > 0 && (!leads_with_zero || (digits == 1 && !negative));
        // A fraction or an exponent is none of ours.
        let ends = matches!(self.peek()?, b',' | b'}' | b']');
        (is_written_so && ends).then_some(Value::Int(if negative { -number } else { number }))
    }
}

#[cfg(test)]
#[path = "quick_tests.rs"]
mod tests;
