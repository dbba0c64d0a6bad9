//! Bytes to changes.

use super::bytes::Bytes;
use super::strings::Strings;
use super::{CODEC_VERSION, CodecError, MAGIC, MAX_NUMBERED, tag};
use crate::journal::{Change, DeviceId, FieldKey, KindKey, Stamp, Write};
use crate::model::{DivisionCode, Id, Value};

/// The changes of a blob, as they were given to [`encode`](super::encode).
///
/// # Errors
/// When the bytes are no blob of that area, are damaged, or come from a newer version.
pub fn decode(bytes: &[u8], area: DivisionCode) -> Result<Vec<Change>, CodecError> {
    let mut reader = Reader::open(bytes, area)?;
    let mut changes = Vec::with_capacity(reader.left.min(bytes.len() / 8));
    while let Some(head) = reader.head()? {
        let mut set = Vec::with_capacity(head.writes);
        for _ in 0..head.writes {
            set.push(reader.write(&head)?);
        }
        let kind = reader.kind(&head).key.clone();
        let Head {
            stamp,
            author,
            area,
            id,
            ..
        } = head;
        changes.push(Change {
            stamp,
            author,
            area,
            kind,
            id,
            set,
        });
    }
    Ok(changes)
}

/// A change without its writes.
pub(super) struct Head {
    pub(super) stamp: Stamp,
    pub(super) author: Id,
    pub(super) area: DivisionCode,
    pub(super) kind: usize,
    pub(super) id: Id,
    pub(super) writes: usize,
}

/// A kind and its fields by number; number 0 is the slot of a name that is too long to get a number of its own.
pub(super) struct NamedKind {
    pub(super) key: KindKey,
    pub(super) fields: Vec<FieldKey>,
}

/// A value as it was read: a text stays in the table of strings, where many writes share it.
pub(super) enum ReadValue {
    Text(usize),
    Other(Value),
}

/// Reads one blob from its beginning to its end.
pub(super) struct Reader<'a> {
    bytes: Bytes<'a>,
    strings: Strings<'a>,
    kinds: Vec<NamedKind>,
    devices: Vec<DeviceId>,
    area: DivisionCode,
    left: usize,
    before: u64,
}

impl<'a> Reader<'a> {
    pub(super) fn open(bytes: &'a [u8], area: DivisionCode) -> Result<Self, CodecError> {
        let mut bytes = Bytes::of(bytes);
        if bytes.take(MAGIC.len()) != Ok(MAGIC) {
            return Err(CodecError::Foreign);
        }
        match bytes.byte()? {
            CODEC_VERSION => {}
            0 => return Err(CodecError::Foreign),
            newer => return Err(CodecError::Newer(newer)),
        }
        let mut strings = Strings::new();
        let named = strings.read(&mut bytes)?;
        if strings.text(named) != area.as_str() {
            return Err(CodecError::OtherArea(strings.text(named).into()));
        }
        let left = bytes.count()?;
        let no_kind = NamedKind::new("");
        Ok(Self {
            bytes,
            strings,
            kinds: vec![no_kind],
            devices: Vec::new(),
            area,
            left,
            before: 0,
        })
    }

    /// The next change; its writes must be read before the one after it.
    pub(super) fn head(&mut self) -> Result<Option<Head>, CodecError> {
        if self.left == 0 {
            let done = self.bytes.is_empty();
            return if done {
                Ok(None)
            } else {
                Err(CodecError::Malformed("end"))
            };
        }
        self.left -= 1;
        let first = self.bytes.number()?;
        let kind = self.read_kind(first >> 1)?;
        let area = if first & 1 == 1 {
            self.read_area()?
        } else {
            self.area
        };
        let stamp = self.stamp(self.before)?;
        self.before = stamp.millis();
        let author = self.strings.read_id(&mut self.bytes)?;
        let id = self.strings.read_id(&mut self.bytes)?;
        let writes = self.bytes.count()?;
        Ok(Some(Head {
            stamp,
            author,
            area,
            kind,
            id,
            writes,
        }))
    }

    pub(super) fn kind(&self, head: &Head) -> &NamedKind {
        &self.kinds[head.kind]
    }

    pub(super) fn text_value(&self, number: usize) -> &Value {
        self.strings.value(number)
    }

    fn write(&mut self, head: &Head) -> Result<Write, CodecError> {
        let field = self.field(head)?;
        let field = self.kind(head).fields[field].clone();
        let (value, count) = self.value()?;
        let value = self.owned(value);
        let mut replaced = Vec::with_capacity(count);
        for _ in 0..count {
            replaced.push(self.stamp(head.stamp.millis())?);
        }
        Ok(Write {
            field,
            value,
            replaced: replaced.into(),
        })
    }

    /// Reads a field's number in its kind.
    pub(super) fn field(&mut self, head: &Head) -> Result<usize, CodecError> {
        let number = self.bytes.number()?;
        let NamedKind { key, fields } = &mut self.kinds[head.kind];
        if number > 0 {
            let known = usize::try_from(number)
                .ok()
                .filter(|number| *number < fields.len());
            return known.ok_or(CodecError::Malformed("field"));
        }
        let named = self.strings.read(&mut self.bytes)?;
        let name = self.strings.text(named);
        Ok(enter(fields, FieldKey::from_name(key, name), name))
    }

    /// Reads a value and how many replaced stamps follow it.
    pub(super) fn value(&mut self) -> Result<(ReadValue, usize), CodecError> {
        let first = self.bytes.byte()?;
        let value = match first & !tag::REPLACED {
            tag::LIST => ReadValue::Other(self.list()?),
            scalar => self.scalar(scalar)?,
        };
        let count = if first & tag::REPLACED == 0 {
            0
        } else {
            self.bytes.count()?
        };
        Ok((value, count))
    }

    fn list(&mut self) -> Result<Value, CodecError> {
        let mut items = Vec::new();
        for _ in 0..self.bytes.count()? {
            let tag = self.bytes.byte()?;
            let item = self.scalar(tag)?;
            items.push(self.owned(item));
        }
        Ok(Value::List(items.into()))
    }

    fn scalar(&mut self, tag: u8) -> Result<ReadValue, CodecError> {
        Ok(ReadValue::Other(match tag {
            tag::NULL => Value::Null,
            tag::NO => Value::Bool(false),
            tag::YES => Value::Bool(true),
            tag::NUMBER => Value::Int(self.bytes.signed()?),
            tag::TEXT => return Ok(ReadValue::Text(self.strings.read(&mut self.bytes)?)),
            tag::JSON => {
                serde_json::from_slice(self.bytes.bytes()?).map_err(|_| CodecError::Malformed("value"))?
            }
            _ => return Err(CodecError::Malformed("type of a value")),
        }))
    }

    fn owned(&self, value: ReadValue) -> Value {
        match value {
            ReadValue::Text(number) => self.strings.value(number).clone(),
            ReadValue::Other(value) => value,
        }
    }

    fn read_kind(&mut self, number: u64) -> Result<usize, CodecError> {
        if number > 0 {
            let known = usize::try_from(number)
                .ok()
                .filter(|number| *number < self.kinds.len());
            return known.ok_or(CodecError::Malformed("kind"));
        }
        let named = self.strings.read(&mut self.bytes)?;
        let name = self.strings.text(named);
        Ok(enter(&mut self.kinds, NamedKind::new(name), name))
    }

    fn read_area(&mut self) -> Result<DivisionCode, CodecError> {
        let named = self.strings.read(&mut self.bytes)?;
        DivisionCode::new(self.strings.text(named)).ok_or(CodecError::Malformed("area"))
    }

    /// Reads a stamp whose time is told from another's.
    pub(super) fn stamp(&mut self, before: u64) -> Result<Stamp, CodecError> {
        let bad = CodecError::Malformed("stamp");
        let millis = (before as i64).checked_add(self.bytes.signed()?);
        let millis = millis
            .and_then(|millis| u64::try_from(millis).ok())
            .filter(|millis| *millis < 1 << 48);
        let counter = u16::try_from(self.bytes.number()?).map_err(|_| bad.clone())?;
        let device = self.device()?;
        let time = (millis.ok_or(bad.clone())? << 16) | u64::from(counter);
        Stamp::from_raw(time, device).ok_or(bad)
    }

    fn device(&mut self) -> Result<DeviceId, CodecError> {
        let bad = CodecError::Malformed("device");
        let number = self.bytes.number()?;
        if number > 0 {
            let place = usize::try_from(number - 1).map_err(|_| bad.clone())?;
            return self.devices.get(place).copied().ok_or(bad);
        }
        let name = std::str::from_utf8(self.bytes.take(8)?).map_err(|_| bad.clone())?;
        let device = name.parse().map_err(|_| bad)?;
        self.devices.push(device);
        Ok(device)
    }
}

impl NamedKind {
    fn new(name: &str) -> Self {
        let key = KindKey::from_name(name);
        Self {
            key,
            fields: vec![FieldKey::Deleted],
        }
    }
}

/// Numbers a new entry, or puts it into slot 0 when its name is too long for a number.
fn enter<T>(entries: &mut Vec<T>, entry: T, name: &str) -> usize {
    if name.len() > MAX_NUMBERED {
        entries[0] = entry;
        return 0;
    }
    entries.push(entry);
    entries.len() - 1
}
