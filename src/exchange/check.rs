//! The full check of a package that could be read: values, conflicts and the rules between records.

use super::{Finding, FindingCode, Package};
use crate::indicators::{CountyFacts, terms_of};
use crate::journal::{KindKey, Partition};
use crate::model::consistency::{Terms, breaches, registered_twice};
use crate::model::{CodeList, Date, DivisionCode, FieldDef, FieldType, Kind, RecordView, Value};
use std::collections::BTreeMap;

/// Everything that is worth saying about the records of a package, by area, in the order of kinds and records.
pub fn check(package: &Package, facts: &CountyFacts) -> Vec<Finding> {
    let findings = package.partitions.values().flat_map(|partition| {
        let terms = terms_at(facts, package.head.as_of, partition);
        check_partition(partition, &terms)
    });
    findings.collect()
}

/// The terms of checking an area for a day. What was entered later than the day is known as well.
pub fn terms_at(facts: &CountyFacts, as_of: Date, partition: &Partition) -> Terms {
    let last = partition.changes().last();
    let last = last.map_or(as_of, |change| Date::in_china(change.stamp.millis()));
    terms_of(facts, as_of).known_until(last)
}

/// Persons who are registered in more than one of several areas, by area (V-ID-4).
pub fn check_across<'a>(
    partitions: impl IntoIterator<Item = &'a Partition>,
) -> BTreeMap<DivisionCode, Vec<Finding>> {
    let areas = partitions
        .into_iter()
        .map(|partition| (partition.area(), partition.records()));
    let mut findings: BTreeMap<DivisionCode, Vec<Finding>> = BTreeMap::new();
    for (area, breach) in registered_twice(areas) {
        findings.entry(area).or_default().push(Finding::breach(&breach));
    }
    findings
}

/// The findings of one area, as it stands after merging.
pub fn check_partition(partition: &Partition, terms: &Terms) -> Vec<Finding> {
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
        breaches(partition.area(), partition.records(), terms)
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
