//! The strings that a blob has named so far.

use super::bytes::Bytes;
use super::{CodecError, MAX_NUMBERED};
use crate::model::{Id, Value};
use std::cell::OnceCell;

/// The number of the slot that holds the last long string; numbered strings come after it.
const LONG: usize = 1;

/// Strings by number. Each is checked once and becomes a value once, however often it is used.
pub(super) struct Strings<'a>(Vec<Named<'a>>);

#[derive(Default)]
struct Named<'a> {
    text: &'a str,
    value: OnceCell<Value>,
}

impl<'a> Strings<'a> {
    pub(super) fn new() -> Self {
        Self(vec![Named::default(), Named::default()])
    }

    /// Reads a string's number; a long string's holds until the next long string.
    pub(super) fn read(&mut self, bytes: &mut Bytes<'a>) -> Result<usize, CodecError> {
        let number = bytes.number()?;
        if number > 1 {
            let known = usize::try_from(number)
                .ok()
                .filter(|number| *number < self.0.len());
            return known.ok_or(CodecError::Malformed("string"));
        }
        let text = std::str::from_utf8(bytes.bytes()?).map_err(|_| CodecError::Malformed("text"))?;
        let named = Named {
            text,
            value: OnceCell::new(),
        };
        match (number, text.len() <= MAX_NUMBERED) {
            (0, true) => {
                self.0.push(named);
                Ok(self.0.len() - 1)
            }
            (1, false) => {
                self.0[LONG] = named;
                Ok(LONG)
            }
            _ => Err(CodecError::Malformed("length of a string")),
        }
    }

    pub(super) fn text(&self, number: usize) -> &'a str {
        self.0.get(number).map_or("", |named| named.text)
    }

    /// The string as the value of a field.
    pub(super) fn value(&self, number: usize) -> &Value {
        let named = &self.0[number.min(self.0.len() - 1)];
        named.value.get_or_init(|| Value::from(named.text))
    }

    /// Reads a string that must be an identifier.
    pub(super) fn read_id(&mut self, bytes: &mut Bytes<'a>) -> Result<Id, CodecError> {
        let number = self.read(bytes)?;
        Id::new(self.text(number)).map_err(|_| CodecError::Malformed("identifier"))
    }
}
