//! Changes to bytes.

use super::bytes::{put_bytes, put_number, put_signed};
use super::{CODEC_VERSION, MAGIC, MAX_NUMBERED, tag};
use crate::journal::{Change, DeviceId, FieldKey, KindKey, Stamp, Write};
use crate::model::{DivisionCode, Value};
use std::collections::HashMap;

/// The stored form of changes of an area. Changes in journal order are read back fastest.
pub fn encode(area: DivisionCode, changes: &[Change]) -> Vec<u8> {
    let mut encoder = Encoder::default();
    encoder.out.extend_from_slice(MAGIC);
    encoder.out.push(CODEC_VERSION);
    encoder.string(area.as_str());
    put_number(&mut encoder.out, changes.len() as u64);
    let mut before = 0;
    for change in changes {
        encoder.change(change, &area, before);
        before = change.stamp.millis();
    }
    encoder.out
}

#[derive(Default)]
struct Encoder<'a> {
    out: Vec<u8>,
    strings: HashMap<&'a str, u64>,
    kinds: HashMap<&'a str, Fields<'a>>,
    devices: Vec<DeviceId>,
}

/// A kind's number and the numbers of its fields.
struct Fields<'a> {
    number: u64,
    fields: HashMap<&'a str, u64>,
}

impl<'a> Encoder<'a> {
    fn change(&mut self, change: &'a Change, area: &DivisionCode, before: u64) {
        let foreign = change.area != *area;
        self.kind(&change.kind, foreign);
        if foreign {
            self.string(change.area.as_str());
        }
        self.stamp(change.stamp, before);
        self.string(change.author.as_str());
        self.string(change.id.as_str());
        put_number(&mut self.out, change.set.len() as u64);
        for write in &change.set {
            self.write(&change.kind, write, change.stamp.millis());
        }
    }

    fn kind(&mut self, kind: &'a KindKey, foreign: bool) {
        let name = kind.name();
        let known = self.kinds.get(name).map_or(0, |fields| fields.number);
        put_number(&mut self.out, (known << 1) | u64::from(foreign));
        if known == 0 {
            self.string(name);
            if name.len() <= MAX_NUMBERED {
                let number = self.kinds.len() as u64 + 1;
                self.kinds.insert(
                    name,
                    Fields {
                        number,
                        fields: HashMap::new(),
                    },
                );
            }
        }
    }

    fn field(&mut self, kind: &'a KindKey, field: &'a FieldKey) {
        let name = field.name(kind);
        let fields = self.kinds.get_mut(kind.name()).map(|kind| &mut kind.fields);
        let known = fields.as_ref().and_then(|fields| fields.get(name)).copied();
        put_number(&mut self.out, known.unwrap_or(0));
        if known.is_none() {
            if name.len() <= MAX_NUMBERED
                && let Some(fields) = fields
            {
                fields.insert(name, fields.len() as u64 + 1);
            }
            self.string(name);
        }
    }

    fn write(&mut self, kind: &'a KindKey, write: &'a Write, millis: u64) {
        self.field(kind, &write.field);
        let replaced = if write.replaced.is_empty() {
            0
        } else {
            tag::REPLACED
        };
        self.value(&write.value, replaced);
        if replaced != 0 {
            put_number(&mut self.out, write.replaced.len() as u64);
            for stamp in &write.replaced {
                self.stamp(*stamp, millis);
            }
        }
    }

    fn value(&mut self, value: &'a Value, flag: u8) {
        match value {
            Value::Null => self.out.push(tag::NULL | flag),
            Value::Bool(false) => self.out.push(tag::NO | flag),
            Value::Bool(true) => self.out.push(tag::YES | flag),
            Value::Int(number) => {
                self.out.push(tag::NUMBER | flag);
                put_signed(&mut self.out, *number);
            }
            Value::Text(text) => {
                self.out.push(tag::TEXT | flag);
                self.string(text);
            }
            Value::List(items) if items.iter().all(|item| !matches!(item, Value::List(_))) => {
                self.out.push(tag::LIST | flag);
                put_number(&mut self.out, items.len() as u64);
                for item in items {
                    self.value(item, 0);
                }
            }
            // Lists of lists are as foreign as objects are; as JSON their depth is bounded by its reader.
            Value::List(_) | Value::Other(_) => {
                self.out.push(tag::JSON | flag);
                put_bytes(&mut self.out, &serde_json::to_vec(value).unwrap_or_default());
            }
        }
    }

    fn string(&mut self, text: &'a str) {
        if text.len() > MAX_NUMBERED {
            put_number(&mut self.out, 1);
            put_bytes(&mut self.out, text.as_bytes());
        } else if let Some(number) = self.strings.get(text) {
            put_number(&mut self.out, *number);
        } else {
            put_number(&mut self.out, 0);
            put_bytes(&mut self.out, text.as_bytes());
            let number = self.strings.len() as u64 + 2;
            self.strings.insert(text, number);
        }
    }

    fn stamp(&mut self, stamp: Stamp, before: u64) {
        put_signed(&mut self.out, stamp.millis() as i64 - before as i64);
        put_number(&mut self.out, stamp.raw_time() & 0xffff);
        match self.devices.iter().position(|device| *device == stamp.device()) {
            Some(place) => put_number(&mut self.out, place as u64 + 1),
            None => {
                put_number(&mut self.out, 0);
                self.out.extend_from_slice(stamp.device().as_str().as_bytes());
                self.devices.push(stamp.device());
            }
        }
    }
}
