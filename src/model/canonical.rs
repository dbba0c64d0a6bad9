//! Canonical JSON of any value: keys in byte order, no spaces, the shortest escapes.

use super::write_text;
use serde_json::{Map, Value};

/// Writes an object. The order is made here, so that it does not hang on how the JSON library keeps its maps.
pub fn write_canonical_object(into: &mut Vec<u8>, object: &Map<String, Value>) {
    let mut members: Vec<(&String, &Value)> = object.iter().collect();
    members.sort_by_key(|(name, _)| *name);
    into.push(b'{');
    for (place, (name, value)) in members.into_iter().enumerate() {
        if place > 0 {
            into.push(b',');
        }
        write_text(into, name);
        into.push(b':');
        write_any(into, value);
    }
    into.push(b'}');
}

pub(super) fn write_any(into: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Object(object) => write_canonical_object(into, object),
        Value::Array(items) => {
            into.push(b'[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    into.push(b',');
                }
                write_any(into, item);
            }
            into.push(b']');
        }
        Value::String(text) => write_text(into, text),
        plain => into.extend_from_slice(plain.to_string().as_bytes()),
    }
}
