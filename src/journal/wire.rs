//! Changes as JSON: `{"area","author","id","kind","set":{field: value},"stamp","was":{field: stamp or [stamps]}}`.

use super::{Change, FieldKey, KindKey, Stamp, Write};
use crate::model::{DivisionCode, Id, Value};
use serde::de::{self, DeserializeSeed, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("area", self.area.as_str())?;
        map.serialize_entry("author", self.author.as_str())?;
        map.serialize_entry("id", self.id.as_str())?;
        map.serialize_entry("kind", self.kind.name())?;
        map.serialize_entry("set", &SetMap(self))?;
        map.serialize_entry("stamp", &self.stamp)?;
        if self.set.iter().any(|write| !write.replaced.is_empty()) {
            map.serialize_entry("was", &WasMap(self))?;
        }
        map.end()
    }
}

struct SetMap<'a>(&'a Change);

impl Serialize for SetMap<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0
                .set
                .iter()
                .map(|write| (write.field.name(&self.0.kind), &write.value)),
        )
    }
}

struct WasMap<'a>(&'a Change);

impl Serialize for WasMap<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for write in &self.0.set {
            let name = write.field.name(&self.0.kind);
            match &*write.replaced {
                [] => {}
                [one] => map.serialize_entry(name, one)?,
                several => map.serialize_entry(name, several)?,
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ChangeVisitor)
    }
}

struct ChangeVisitor;

impl<'de> Visitor<'de> for ChangeVisitor {
    type Value = Change;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a change")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Change, A::Error> {
        let (mut area, mut author, mut id, mut kind, mut stamp) = (None, None, None, None, None);
        let mut set: Vec<Write> = Vec::new();
        let mut was: Vec<(Box<str>, Box<[Stamp]>)> = Vec::new();
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            match &*key {
                "area" => area = Some(map.next_value_seed(Parsed(DivisionCode::new))?),
                "author" => author = Some(map.next_value_seed(Parsed(|text: &str| Id::new(text).ok()))?),
                "id" => id = Some(map.next_value_seed(Parsed(|text: &str| Id::new(text).ok()))?),
                "kind" => {
                    kind = Some(map.next_value_seed(Parsed(|text: &str| Some(KindKey::from_name(text))))?)
                }
                "stamp" => stamp = Some(map.next_value::<Stamp>()?),
                "set" => set = map.next_value_seed(Writes(kind.as_ref()))?,
                "was" => was = map.next_value_seed(Replaced)?,
                _ => {
                    map.next_value::<de::IgnoredAny>()?;
                }
            }
        }
        let missing = de::Error::missing_field;
        let kind = kind.ok_or_else(|| missing("kind"))?;
        let mut change = Change {
            stamp: stamp.ok_or_else(|| missing("stamp"))?,
            author: author.ok_or_else(|| missing("author"))?,
            area: area.ok_or_else(|| missing("area"))?,
            kind,
            id: id.ok_or_else(|| missing("id"))?,
            set,
        };
        change.finish(was);
        Ok(change)
    }
}

impl Change {
    /// Brings a change from a foreign writer, who may order keys differently, into our own form.
    fn finish(&mut self, was: Vec<(Box<str>, Box<[Stamp]>)>) {
        for write in &mut self.set {
            if let FieldKey::Unknown(name) = &write.field {
                write.field = FieldKey::from_name(&self.kind, name);
            }
        }
        let kind = &self.kind;
        if !self
            .set
            .is_sorted_by(|a, b| a.field.name(kind) < b.field.name(kind))
        {
            self.sort_writes();
            self.set.dedup_by(|a, b| a.field == b.field);
        }
        for (name, mut stamps) in was {
            stamps.sort_unstable();
            if let Some(write) = self
                .set
                .iter_mut()
                .find(|write| write.field.name(&self.kind) == &*name)
            {
                write.replaced = stamps;
            }
        }
    }
}

/// Reads a text without allocating and turns it into a value.
struct Parsed<F>(F);

impl<'de, T, F: Fn(&str) -> Option<T>> DeserializeSeed<'de> for Parsed<F> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: Fn(&str) -> Option<T>> Visitor<'_> for Parsed<F> {
    type Value = T;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a well-formed identifier or code")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// Reads `{field: value}`; with a kind known beforehand, which canonical order gives, names turn into places at once.
struct Writes<'a>(Option<&'a KindKey>);

impl<'de> DeserializeSeed<'de> for Writes<'_> {
    type Value = Vec<Write>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Write>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Writes<'_> {
    type Value = Vec<Write>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of fields and values")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Write>, A::Error> {
        let name_to_key = |name: &str| {
            Some(match self.0 {
                Some(kind) => FieldKey::from_name(kind, name),
                None => FieldKey::Unknown(name.into()),
            })
        };
        let mut writes = Vec::new();
        while let Some(field) = map.next_key_seed(Parsed(name_to_key))? {
            writes.push(Write {
                field,
                value: map.next_value::<Value>()?,
                replaced: Box::default(),
            });
        }
        Ok(writes)
    }
}

/// Reads `{field: stamp or [stamps]}`.
struct Replaced;

impl<'de> DeserializeSeed<'de> for Replaced {
    type Value = Vec<(Box<str>, Box<[Stamp]>)>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum OneOrMore {
            One(Stamp),
            More(Box<[Stamp]>),
        }
        let fields = std::collections::BTreeMap::<Box<str>, OneOrMore>::deserialize(deserializer)?;
        let stamps = |value| match value {
            OneOrMore::One(stamp) => Box::from([stamp]),
            OneOrMore::More(stamps) => stamps,
        };
        Ok(fields
            .into_iter()
            .map(|(name, value)| (name, stamps(value)))
            .collect())
    }
}

/// Writes a value as canonical JSON: keys sorted, no spaces, the shortest escapes. Types of this crate serialise their
/// keys in order, so this is the writer to use for all of them.
///
/// # Errors
/// When the value cannot be told in JSON, which no type of this crate does.
pub fn write_canonical<T: Serialize>(value: &T, into: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(into, value)
}
