//! Canonical JSON of any value: keys in byte order, no spaces, the shortest escapes.

use super::{Sink, write_text};
use serde_json::{Map, Value};

/// Writes an object. The order is made here, so that it does not hang on how the JSON library keeps its maps.
pub fn write_canonical_object(into: &mut dyn Sink, object: &Map<String, Value>) {
    let mut members: Vec<(&String, &Value)> = object.iter().collect();
    members.sort_by_key(|(name, _)| *name);
    into.put(b"{");
    for (place, (name, value)) in members.into_iter().enumerate() {
        if place > 0 {
            into.put(b",");
        }
        write_text(into, name);
        into.put(b":");
        write_any(into, value);
    }
    into.put(b"}");
}

pub(super) fn write_any(into: &mut dyn Sink, value: &Value) {
    match value {
        Value::Object(object) => write_canonical_object(into, object),
        Value::Array(items) => {
            into.put(b"[");
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    into.put(b",");
                }
                write_any(into, item);
            }
            into.put(b"]");
        }
        Value::String(text) => write_text(into, text),
        plain => into.put(plain.to_string().as_bytes()),
    }
}
