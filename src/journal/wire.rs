//! Changes as JSON: `{"area","author","id","kind","set":{field: value},"stamp","was":{field: stamp or [stamps]}}`.

use super::change::DELETED;
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

/// The members of a change; those of newer versions are passed over.
enum Member {
    Area,
    Author,
    Id,
    Kind,
    Set,
    Stamp,
    Was,
    Foreign,
}

impl Member {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "area" => Self::Area,
            "author" => Self::Author,
            "id" => Self::Id,
            "kind" => Self::Kind,
            "set" => Self::Set,
            "stamp" => Self::Stamp,
            "was" => Self::Was,
            _ => Self::Foreign,
        })
    }
}

impl<'de> Visitor<'de> for ChangeVisitor {
    type Value = Change;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a change")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Change, A::Error> {
        let (mut area, mut author, mut id, mut kind, mut stamp) = (None, None, None, None, None);
        let mut set: Vec<Write> = Vec::new();
        let mut was: Vec<(FieldKey, Stamps)> = Vec::new();
        while let Some(member) = map.next_key_seed(Parsed(Member::of))? {
            match member {
                Member::Area => area = Some(map.next_value_seed(Parsed(DivisionCode::new))?),
                Member::Author => {
                    author = Some(map.next_value_seed(Parsed(|text: &str| Id::new(text).ok()))?)
                }
                Member::Id => id = Some(map.next_value_seed(Parsed(|text: &str| Id::new(text).ok()))?),
                Member::Kind => {
                    kind = Some(map.next_value_seed(Parsed(|text: &str| Some(KindKey::from_name(text))))?)
                }
                Member::Stamp => stamp = Some(map.next_value::<Stamp>()?),
                Member::Set => set = map.next_value_seed(Fields::new(kind.as_ref(), first_write))?,
                Member::Was => {
                    was = map.next_value_seed(Fields::new(kind.as_ref(), |field, stamps| (field, stamps)))?
                }
                Member::Foreign => {
                    map.next_value::<de::IgnoredAny>()?;
                }
            }
        }
        let missing = de::Error::missing_field;
        let mut change = Change {
            stamp: stamp.ok_or_else(|| missing("stamp"))?,
            author: author.ok_or_else(|| missing("author"))?,
            area: area.ok_or_else(|| missing("area"))?,
            kind: kind.ok_or_else(|| missing("kind"))?,
            id: id.ok_or_else(|| missing("id"))?,
            set,
        };
        change.finish(was);
        Ok(change)
    }
}

fn first_write(field: FieldKey, value: Value) -> Write {
    Write {
        field,
        value,
        replaced: Box::default(),
    }
}

impl Change {
    /// Brings a change from a foreign writer, who may order keys differently, into our own form.
    fn finish(&mut self, was: Vec<(FieldKey, Stamps)>) {
        let kind = &self.kind;
        for write in &mut self.set {
            write.field.recognise(kind);
        }
        if !self
            .set
            .is_sorted_by(|a, b| a.field.name(kind) < b.field.name(kind))
        {
            self.sort_writes();
            // Of a key told twice the last one stands, as in every JSON reader.
            self.set.reverse();
            self.set.dedup_by(|a, b| a.field == b.field);
            self.set.reverse();
        }
        let mut next = 0;
        for (mut field, Stamps(stamps)) in was {
            field.recognise(&self.kind);
            let found = (next..self.set.len())
                .chain(0..next)
                .find(|place| self.set[*place].field == field);
            if let Some(place) = found {
                self.set[place].replaced = stamps;
                next = place + 1;
            }
        }
    }
}

impl FieldKey {
    /// Names a field that was read before the kind was known.
    fn recognise(&mut self, kind: &KindKey) {
        if let Self::Unknown(name) = &self
            && (kind.known().is_some() || &**name == DELETED)
        {
            *self = Self::from_name(kind, name);
        }
    }
}

/// Reads a text without allocating and turns it into a value.
struct Parsed<F>(F);

impl<'de, T, F: FnMut(&str) -> Option<T>> DeserializeSeed<'de> for Parsed<F> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnMut(&str) -> Option<T>> Visitor<'_> for Parsed<F> {
    type Value = T;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a well-formed identifier or code")
    }
    fn visit_str<E: de::Error>(mut self, text: &str) -> Result<T, E> {
        (self.0)(text)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &"a well-formed identifier or code"))
    }
}

/// Reads `{field: something}`. With the kind known beforehand, which canonical order gives, names turn into places at
/// once; and as they come in order, each is sought where the last one was found.
struct Fields<'a, V, T> {
    kind: Option<&'a KindKey>,
    make: fn(FieldKey, V) -> T,
}

impl<'a, V, T> Fields<'a, V, T> {
    fn new(kind: Option<&'a KindKey>, make: fn(FieldKey, V) -> T) -> Self {
        Self { kind, make }
    }
}

impl<'de, V: Deserialize<'de>, T> DeserializeSeed<'de> for Fields<'_, V, T> {
    type Value = Vec<T>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, V: Deserialize<'de>, T> Visitor<'de> for Fields<'_, V, T> {
    type Value = Vec<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of fields")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<T>, A::Error> {
        let mut next = 0;
        let mut fields = Vec::new();
        let mut key = |name: &str| {
            Some(match self.kind {
                Some(kind) => FieldKey::seek(kind, name, &mut next),
                None => FieldKey::Unknown(name.into()),
            })
        };
        while let Some(field) = map.next_key_seed(Parsed(&mut key))? {
            fields.push((self.make)(field, map.next_value()?));
        }
        Ok(fields)
    }
}

/// The replaced stamps of one field: one text, or a list of several. Sorted and each but once.
struct Stamps(Box<[Stamp]>);

impl<'de> Deserialize<'de> for Stamps {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Stamps;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a stamp or a list of stamps")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Stamps, E> {
                Ok(Stamps([text.parse().map_err(E::custom)?].into()))
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Stamps, A::Error> {
                let mut stamps: Vec<Stamp> = Vec::new();
                while let Some(stamp) = seq.next_element()? {
                    stamps.push(stamp);
                }
                stamps.sort_unstable();
                stamps.dedup();
                Ok(Stamps(stamps.into()))
            }
        }
        deserializer.deserialize_any(OneOrMore)
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
