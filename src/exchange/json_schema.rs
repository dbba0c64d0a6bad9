//! The JSON Schema (draft 2020-12) of a detail package, from the field tables.

use super::{Checksum, FORMAT, SchemaVersion};
use crate::model::{CodeList, FieldDef, FieldType, Kind, Label, Sensitivity};
use serde_json::{Map, Value, json};

/// The schema. Closed where this version must not be misread, open where newer minors may add: members, kinds, fields
/// and codes.
pub fn json_schema() -> Value {
    let mut definitions = Map::new();
    for kind in Kind::ALL {
        definitions.insert(kind.def().id.into(), record(*kind));
    }
    definitions.insert("change".into(), change());
    definitions.insert("score".into(), score());
    definitions.insert(
        "stamp".into(),
        pattern("^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{4}-[0-9a-z]{8}$"),
    );
    definitions.insert("id".into(), pattern("^[A-Za-z0-9_.-]{1,47}$"));
    definitions.insert("area".into(), pattern("^[0-9]{6}([0-9]{3}){0,2}$"));
    definitions.insert("date".into(), date());
    let members = members();
    let required = [
        "as_of",
        "author",
        "changes",
        "checksum",
        "device",
        "format",
        "indicators",
        "previous",
        "profile",
        "records",
        "schema",
        "scope",
        "sequence",
    ];
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:huhuqing:package:{}", SchemaVersion::CURRENT),
        "title": "户户清数据包（明细） · Huhuqing package, detail profile",
        "type": "object",
        "properties": members,
        "required": required,
        "$defs": definitions,
    })
}

fn members() -> Value {
    let records: Map<String, Value> = Kind::ALL
        .iter()
        .map(|kind| {
            let id = kind.def().id;
            (id.to_owned(), json!({"type": "array", "items": reference(id)}))
        })
        .collect();
    json!({
        "app": {"type": "string", "description": "The program that wrote it"},
        "as_of": reference("date"),
        "author": {"type": "object", "properties": {"id": reference("id"), "name": {"type": "string"}}, "required": ["id"]},
        "changes": {"type": "array", "items": reference("change"), "description": "What merges, in journal order"},
        "checksum": checksum(),
        "delta": {"const": false, "description": "A delta has true here and no records"},
        "device": pattern("^[0-9a-z]{8}$"),
        "format": {"const": FORMAT},
        "indicators": {"type": "array", "items": reference("score")},
        "previous": {"anyOf": [checksum(), {"type": "null"}]},
        "profile": {"const": "detail"},
        "records": {
            "type": "object",
            "properties": records,
            "additionalProperties": {"type": "array", "items": {"type": "object", "required": ["id"]}},
            "description": "The folded state of the changes: by kind, in the order of ids; deleted records left out",
        },
        "schema": pattern(&format!("^{}\\.[0-9]+$", SchemaVersion::CURRENT.major)),
        "scope": {
            "type": "object",
            "properties": {
                "code": reference("area"),
                "level": {"enum": ["county", "township", "village"]},
                "name": {"type": "string"},
            },
            "required": ["code", "level"],
        },
        "sequence": {"type": "integer", "minimum": 1},
        "signature": signature(),
    })
}

fn signature() -> Value {
    json!({
        "type": "object",
        "description": "Ed25519 over `huhuqing.signature:` and the checksum that the file has without this member",
        "properties": {
            "key": pattern("^([0-9a-f]{2})+$"),
            "sign": pattern("^([0-9a-f]{2})+$"),
            "suite": {"type": "integer", "minimum": 1, "maximum": 255},
        },
        "required": ["key", "sign", "suite"],
    })
}

/// The JSON Schema of a key card.
pub fn key_card_schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "户户清密钥卡 · Huhuqing key card",
        "type": "object",
        "properties": {
            "app": {"type": "string"},
            "area": {
                "type": "object",
                "properties": {
                    "code": pattern("^([0-9]{6}|[0-9]{9}|[0-9]{12})$"),
                    "level": {"enum": ["county", "township", "village"]},
                    "name": {"type": "string"},
                },
                "required": ["code", "level"],
            },
            "checksum": checksum(),
            "created": pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\+08:00$"),
            "format": {"const": "huhuqing.keycard"},
            "name": {"type": "string", "maxLength": 60},
            "recipient": pattern("^age1[02-9ac-hj-np-z]{58}$"),
            "schema": pattern(&format!("^{}\\.[0-9]+$", SchemaVersion::CURRENT.major)),
            "signature": signature(),
            "suite": {"const": 1},
            "verifying_key": pattern("^[0-9a-f]{64}$"),
        },
        "required": ["area", "checksum", "created", "format", "name", "recipient", "schema", "signature", "suite", "verifying_key"],
    })
}

/// The JSON Schema of a request for recovery, or of the county's reply to one.
pub fn recovery_schema(reply: bool) -> Value {
    let (title, format, sealed) = match reply {
        false => (
            "户户清找回口令申请 · Huhuqing recovery request",
            "huhuqing.recovery-request",
            "escrow",
        ),
        true => (
            "户户清找回口令回复 · Huhuqing recovery reply",
            "huhuqing.recovery-reply",
            "sealed",
        ),
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": {
            "app": {"type": "string"},
            "area": {
                "type": "object",
                "properties": {
                    "code": pattern("^([0-9]{6}|[0-9]{9}|[0-9]{12})$"),
                    "level": {"enum": ["county", "township", "village"]},
                    "name": {"type": "string"},
                },
                "required": ["code", "level"],
            },
            "at": pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\+08:00$"),
            "checksum": checksum(),
            "device": pattern("^[0-9a-z]{8}$"),
            "format": {"const": format},
            "reply_to": pattern("^age1[02-9ac-hj-np-z]{58}$"),
            "schema": pattern(&format!("^{}\\.[0-9]+$", SchemaVersion::CURRENT.major)),
            "suite": {"const": 1},
            sealed: pattern("^([0-9a-f]{2})+$"),
        },
        "required": ["area", "at", "checksum", "device", "format", "reply_to", "schema", "suite", sealed],
    })
}

fn change() -> Value {
    let by_kind: Vec<Value> = Kind::ALL
        .iter()
        .map(|kind| {
            json!({
                "if": {"properties": {"kind": {"const": kind.def().id}}},
                "then": {"properties": {"set": {"properties": fields(*kind, true)}}},
            })
        })
        .collect();
    let stamps = json!({"type": "array", "items": reference("stamp")});
    json!({
        "type": "object",
        "properties": {
            "area": reference("area"),
            "author": reference("id"),
            "id": reference("id"),
            "kind": {"type": "string"},
            "set": {"type": "object", "description": "Field and new value; null is unknown; \"deleted\": true removes the record"},
            "stamp": reference("stamp"),
            "was": {
                "type": "object",
                "description": "Field and the stamp or stamps of the values that the writer saw and replaced",
                "additionalProperties": {"anyOf": [reference("stamp"), stamps]},
            },
        },
        "required": ["area", "author", "id", "kind", "set", "stamp"],
        "allOf": by_kind,
    })
}

fn score() -> Value {
    let count = || json!({"type": "integer"});
    json!({
        "type": "object",
        "properties": {
            "area": reference("area"),
            "as_of": reference("date"),
            "den": count(),
            "expected": count(),
            "indicator": {"type": "string"},
            "known": count(),
            "num": count(),
            "status": {"enum": ["met", "not_met", "on_track", "unknown", "not_applicable", "info"]},
            "target": {"type": ["string", "null"]},
        },
        "required": ["area", "as_of", "den", "expected", "indicator", "known", "num", "status", "target"],
    })
}

fn record(kind: Kind) -> Value {
    let Label { zh, en } = kind.def().label;
    let mut properties = fields(kind, false);
    properties.insert("id".into(), reference("id"));
    json!({"type": "object", "title": format!("{zh} · {en}"), "properties": properties, "required": ["id"]})
}

fn fields(kind: Kind, in_change: bool) -> Map<String, Value> {
    let mut fields: Map<String, Value> = kind
        .def()
        .fields
        .iter()
        .map(|field| (field.id.to_owned(), field_schema(field, in_change)))
        .collect();
    if in_change {
        fields.insert("deleted".into(), json!({"type": "boolean"}));
    }
    fields
}

/// The schema of a field: what a record may hold, with unknown told as null or by leaving it out. In a change the same
/// values are told without their descriptions.
fn field_schema(field: &FieldDef, in_change: bool) -> Value {
    let mut schema = json!({"anyOf": [value_schema(&field.ty), {"type": "null"}]});
    if let (false, Some(members)) = (in_change, schema.as_object_mut()) {
        members.insert(
            "title".into(),
            format!("{} · {}", field.label.zh, field.label.en).into(),
        );
        members.insert("description".into(), description(field).into());
    }
    schema
}

fn description(field: &FieldDef) -> String {
    let unit = match (field.ty, field.unit.en) {
        (FieldType::Money, _) => "fen, 1/100 元",
        (FieldType::Length, _) => "metres",
        (FieldType::Land, _) => "1/100 亩",
        (FieldType::FloorSpace, _) => "1/10 m²",
        (_, unit) => unit,
    };
    let sensitivity = match field.sensitivity {
        Sensitivity::Ordinary => "",
        Sensitivity::Personal => "personal",
        Sensitivity::Health => "health",
        Sensitivity::Identity => "identity: a salted hash (# and 32 digits) unless the county lets it out",
    };
    let required = if field.required {
        "part of a complete record"
    } else {
        ""
    };
    let parts = [unit, required, sensitivity, field.source];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}

fn value_schema(ty: &FieldType) -> Value {
    match ty {
        FieldType::Text => json!({"type": "string"}),
        FieldType::Texts => json!({"type": "array", "items": {"type": "string"}}),
        FieldType::Tri => json!({"type": "boolean"}),
        FieldType::Number
        | FieldType::Money
        | FieldType::Length
        | FieldType::Land
        | FieldType::FloorSpace => {
            json!({"type": "integer", "minimum": -(1_i64 << 53), "maximum": 1_i64 << 53})
        }
        FieldType::Year => json!({"type": "integer", "minimum": 1900, "maximum": 2199}),
        FieldType::YearMonth => pattern("^[0-9]{4}-(0[1-9]|1[0-2])$"),
        FieldType::Date => reference("date"),
        FieldType::Code(list) => code(list),
        FieldType::Codes(list) => json!({"type": "array", "items": code(list)}),
        FieldType::Reference("division") => pattern("^[0-9]{6}([0-9]{3}){0,2}(-[NG].*)?$"),
        FieldType::Reference(_) => reference("id"),
        FieldType::References(kind) => {
            json!({"type": "array", "items": value_schema(&FieldType::Reference(kind))})
        }
    }
}

/// The values of a list as of this version; a newer one may have more.
fn code(list: &CodeList) -> Value {
    let known: Vec<Value> = list
        .values
        .iter()
        .map(|value| json!({"const": value.id, "title": format!("{} · {}", value.label.zh, value.label.en)}))
        .collect();
    json!({"title": list.id, "anyOf": [{"oneOf": known}, {"type": "string", "description": "a value of a newer version"}]})
}

fn checksum() -> Value {
    pattern(&format!("^sha256:[0-9a-f]{{{}}}$", 2 * size_of::<Checksum>()))
}

fn date() -> Value {
    pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
}

fn pattern(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}
