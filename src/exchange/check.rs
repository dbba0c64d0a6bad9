//! The full check of a package that could be read: values, conflicts and the rules between records.

use super::{Finding, FindingCode, Package};
use crate::journal::{KindKey, Partition};
use crate::model::consistency::breaches;
use crate::model::{CodeList, FieldDef, FieldType, Kind, RecordView, Value};

/// Everything that is worth saying about the records of a package, by area, in the order of kinds and records.
pub fn check(package: &Package) -> Vec<Finding> {
    package.partitions.values().flat_map(check_partition).collect()
}

/// The same for one area, as it stands after merging.
pub fn check_partition(partition: &Partition) -> Vec<Finding> {
    let mut findings = Vec::new();
    for kind in Kind::ALL {
        partition
            .records()
            .for_each(*kind, |row| check_values(&row, &mut findings));
    }
    for conflict in partition.conflicts() {
        let (kind, id) = conflict.record;
        let name = conflict.field.name(&KindKey::Known(kind)).to_owned();
        let values: Vec<String> = conflict.tips.iter().map(|tip| text_of(&tip.value)).collect();
        findings.push(Finding::new(
            FindingCode::Conflict,
            path(kind, &id, &name),
            values.join(" | "),
        ));
    }
    findings.extend(
        breaches(partition.area(), partition.records())
            .iter()
            .map(Finding::breach),
    );
    findings
}

fn path(kind: Kind, id: &crate::model::Id, field: &str) -> String {
    format!("records.{}[{id}].{field}", kind.def().id)
}

fn check_values(row: &RecordView<'_>, findings: &mut Vec<Finding>) {
    for (name, value) in row.extra {
        let known = row.kind.def().fields.iter().find(|field| field.id == &**name);
        let code = if known.is_some() {
            FindingCode::MisfitValue
        } else {
            FindingCode::UnknownField
        };
        findings.push(Finding::new(
            code,
            path(row.kind, &row.id, name),
            shown(known, value),
        ));
    }
    for (place, field) in row.kind.def().fields.iter().enumerate() {
        if let FieldType::Code(list) | FieldType::Codes(list) = field.ty {
            for code in unknown_codes(list, &row.get(place)) {
                findings.push(Finding::new(
                    FindingCode::UnknownCode,
                    path(row.kind, &row.id, field.id),
                    code,
                ));
            }
        }
    }
}

/// A value that did not fit, unless it may be an identity number typed as something else.
fn shown(field: Option<&FieldDef>, value: &Value) -> String {
    match field {
        Some(field) if field.sensitivity == crate::model::Sensitivity::Identity => String::new(),
        _ => text_of(value),
    }
}

fn unknown_codes(list: &CodeList, value: &Value) -> Vec<String> {
    let items = match value {
        Value::List(items) => &**items,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    };
    let codes = items.iter().filter_map(Value::as_text);
    codes
        .filter(|code| list.find(code).is_none())
        .map(str::to_owned)
        .collect()
}

fn text_of(value: &Value) -> String {
    let mut json = Vec::new();
    value.write_json(&mut json);
    let text = String::from_utf8_lossy(&json).into_owned();
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
