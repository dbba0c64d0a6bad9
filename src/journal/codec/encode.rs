//! Changes to bytes.

use super::bytes::{put_bytes, put_number, put_signed};
use super::{CODEC_VERSION, MAGIC, MAX_NUMBERED, tag};
use crate::journal::{Change, DeviceId, FieldKey, KindKey, Stamp, Write};
use crate::model::{DivisionCode, Kind, Value};
use rustc_hash::FxHashMap;

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
    strings: FxHashMap<&'a str, u64>,
    kinds: Kinds<'a>,
    devices: Vec<DeviceId>,
}

/// The kinds that were named so far: those of this version by place, those of newer ones by name.
#[derive(Default)]
struct Kinds<'a> {
    count: u64,
    known: Vec<Fields<'a>>,
    foreign: FxHashMap<&'a str, Fields<'a>>,
}

/// A kind's number, zero as long as it has none, and the numbers of its fields.
#[derive(Default)]
struct Fields<'a> {
    number: u64,
    count: u64,
    known: Vec<u64>,
    foreign: FxHashMap<&'a str, u64>,
}

impl<'a> Kinds<'a> {
    fn of(&mut self, kind: &'a KindKey) -> &mut Fields<'a> {
        match kind {
            KindKey::Known(kind) => {
                if self.known.is_empty() {
                    self.known.resize_with(Kind::ALL.len(), Fields::default);
                }
                &mut self.known[*kind as usize]
            }
            KindKey::Unknown(name) => self.foreign.entry(name).or_default(),
        }
    }
}

impl<'a> Fields<'a> {
    /// The number of a field, zero when it was not named before; it is numbered from then on.
    fn take(&mut self, field: &'a FieldKey, name: &'a str) -> u64 {
        let number = match field {
            FieldKey::Known(place) => {
                let place = usize::from(*place);
                if self.known.len() <= place {
                    self.known.resize(place + 1, 0);
                }
                &mut self.known[place]
            }
            FieldKey::Deleted | FieldKey::Unknown(_) => self.foreign.entry(name).or_default(),
        };
        let before = *number;
        if before == 0 && name.len() <= MAX_NUMBERED {
            self.count += 1;
            *number = self.count;
        }
        before
    }
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
        let count = self.kinds.count;
        let fields = self.kinds.of(kind);
        let known = fields.number;
        let name = kind.name();
        if name.len() > MAX_NUMBERED {
            // The reader forgets such a kind, and with it the numbers of its fields, with the next one.
            *fields = Fields::default();
        } else if known == 0 {
            fields.number = count + 1;
            self.kinds.count += 1;
        }
        put_number(&mut self.out, (known << 1) | u64::from(foreign));
        if known == 0 {
            self.string(name);
        }
    }

    fn field(&mut self, kind: &'a KindKey, field: &'a FieldKey) {
        let name = field.name(kind);
        let known = self.kinds.of(kind).take(field, name);
        put_number(&mut self.out, known);
        if known == 0 {
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
