//! The value of one field, before it is typed.

use super::bytes::plain_length;
use super::sink::Sink;
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a field holds, as it travels in a change: unknown, yes/no, a whole number, a text or a list. Stored data has no
/// fractions; shapes that only a newer version knows are kept as they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Unknown, which is never zero and never "no".
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number in the field's unit.
    Int(i64),
    /// A text, a code, a date or an identifier.
    Text(Box<str>),
    /// Several values, in their stored order.
    List(Box<[Value]>),
    /// A shape from a newer version, kept for the round trip.
    Other(Box<serde_json::Value>),
}

impl Value {
    /// Whether the value is unknown.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Writes the value as canonical JSON.
    pub fn write_json(&self, into: &mut dyn Sink) {
        match self {
            Self::Null => into.put(b"null"),
            Self::Bool(yes) => into.put(if *yes { b"true" } else { b"false" }),
            Self::Int(number) => write_number(into, *number),
            Self::Text(text) => write_text(into, text),
            Self::List(items) => write_list(into, items, Self::write_json),
            Self::Other(json) => super::canonical::write_any(into, json),
        }
    }

    /// The text of a text value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Writes a text as a JSON string with the shortest escapes.
pub fn write_text(into: &mut dyn Sink, text: &str) {
    if plain_length(text.as_bytes()) < text.len() {
        into.put(serde_json::Value::from(text).to_string().as_bytes());
    } else {
        into.put(b"\"");
        into.put(text.as_bytes());
        into.put(b"\"");
    }
}

/// Writes a whole number.
pub fn write_number(into: &mut dyn Sink, number: i64) {
    let mut digits = [0_u8; 20];
    let mut place = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        place -= 1;
        digits[place] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        into.put(b"-");
    }
    into.put(&digits[place..]);
}

/// Writes a list, each item by `write`.
pub(super) fn write_list<T>(into: &mut dyn Sink, items: &[T], write: impl Fn(&T, &mut dyn Sink)) {
    into.put(b"[");
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            into.put(b",");
        }
        write(item, into);
    }
    into.put(b"]");
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Int(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items.iter()),
            Self::Other(json) => json.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Int(number))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or_else(|_| Value::Other(Box::new(number.into())), Value::Int))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Other(Box::new(number.into())))
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::from(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items.into()))
    }
    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
        let json = serde_json::Value::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(Value::Other(Box::new(json)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn our_writer_and_serde_json_write_the_same_text() {
        let tricky = ["", "户户清", "a\"b\\c", "line\nbreak\u{1}", "\u{7f}/\u{2028}"];
        let numbers = [0, -1, 7, 10, i64::MAX, i64::MIN, 1 << 53];
        let values = tricky
            .map(Value::from)
            .into_iter()
            .chain(numbers.map(Value::Int))
            .chain([
                Value::Null,
                Value::Bool(true),
                Value::List([Value::Int(1), "x".into()].into()),
            ]);
        for value in values {
            let mut ours = Vec::new();
            value.write_json(&mut ours);
            assert_eq!(
                String::from_utf8(ours).unwrap(),
                serde_json::to_string(&value).unwrap()
            );
        }
    }
}
