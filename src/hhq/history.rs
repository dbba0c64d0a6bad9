//! `hhq history`.

use super::args::{Format, HistoryArgs};
use super::failure::Failure;
use super::files::{read_packages, together};
use super::output::{print, print_csv, print_json};
use super::table::{Align, table};
use crate::exchange::Package;
use crate::journal::{FieldKey, KindKey, Partition, RecordKey, Stamp};
use crate::model::{Id, Kind, Records};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

/// One value that a field had.
#[derive(Serialize)]
struct Line {
    field: String,
    value: serde_json::Value,
    stands: bool,
    stamp: Stamp,
    author: String,
    name: String,
    device: String,
    package: String,
}

/// Lists what the fields of a record said, oldest first.
pub(super) fn run(args: &HistoryArgs) -> Result<ExitCode, Failure> {
    let packages = read_packages(&args.inputs)?;
    let brought = brought_by(&packages, args);
    let mut together = together(packages)?;
    together.as_known_on(args.known_on);
    let partition = together.partitions.get(&args.area);
    let partition = partition.ok_or_else(|| Failure::NoArea(args.area.to_string()))?;
    let key = record(&args.record)?;
    let areas = together.records();
    let lines = lines_of(partition, key, args.field.as_deref(), &brought, &|author| {
        areas
            .values()
            .find_map(|records| name_of(records, author))
            .unwrap_or_default()
    })?;
    match args.format {
        Format::Json => print_json(&lines)?,
        Format::Csv => print_csv(&COLUMNS, lines.iter().map(cells))?,
        Format::Table => {
            let columns = COLUMNS.map(|name| (name, Align::Left));
            let rows: Vec<Vec<String>> = lines.iter().map(cells).collect();
            print(table(&columns, &rows).as_bytes())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads `kind/id`.
pub(super) fn record(text: &str) -> Result<RecordKey, Failure> {
    let parts = text.split_once('/');
    let key = parts.and_then(|(kind, id)| Some((Kind::from_id(kind)?, Id::new(id).ok()?)));
    key.ok_or_else(|| Failure::NoRecord(text.to_owned()))
}

/// Which package first told each change of the area: the first by its day and number.
fn brought_by(packages: &[(PathBuf, Package)], args: &HistoryArgs) -> BTreeMap<(Stamp, Id), String> {
    let mut order: Vec<&(PathBuf, Package)> = packages.iter().collect();
    order.sort_by_key(|(file, package)| (package.head.as_of, package.head.sequence, file));
    let mut brought = BTreeMap::new();
    for (file, package) in order {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let changes = package.partitions.get(&args.area).map(Partition::changes);
        for change in changes.unwrap_or_default() {
            brought
                .entry((change.stamp, change.id))
                .or_insert_with(|| format!("{name} #{}", package.head.sequence));
        }
    }
    brought
}

fn lines_of(
    partition: &Partition,
    (kind, id): RecordKey,
    field: Option<&str>,
    brought: &BTreeMap<(Stamp, Id), String>,
    name: &dyn Fn(Id) -> String,
) -> Result<Vec<Line>, Failure> {
    let wanted = |key: &FieldKey| field.is_none_or(|field| key.name(&KindKey::Known(kind)) == field);
    let mut lines = Vec::new();
    for change in partition.changes_of(kind, id) {
        for write in change.set.iter().filter(|write| wanted(&write.field)) {
            lines.push(Line {
                field: write.field.name(&change.kind).to_owned(),
                value: serde_json::to_value(&write.value).unwrap_or_default(),
                stands: false,
                stamp: change.stamp,
                author: change.author.to_string(),
                name: name(change.author),
                device: change.stamp.device().to_string(),
                package: brought.get(&(change.stamp, id)).cloned().unwrap_or_default(),
            });
        }
    }
    if lines.is_empty() {
        return Err(Failure::NoRecord(format!("{}/{id}", kind.def().id)));
    }
    lines.sort_by(|a, b| a.field.cmp(&b.field).then(a.stamp.cmp(&b.stamp)));
    // The last value of a field stands.
    for place in 0..lines.len() {
        let is_last = lines
            .get(place + 1)
            .is_none_or(|next| next.field != lines[place].field);
        lines[place].stands = is_last;
    }
    Ok(lines)
}

fn name_of(records: &Records, author: Id) -> Option<String> {
    records.officials.get(author)?.name.clone()
}

const COLUMNS: [&str; 8] = [
    "field", "value", "stands", "stamp", "author", "name", "device", "package",
];

fn cells(line: &Line) -> Vec<String> {
    vec![
        line.field.clone(),
        line.value
            .as_str()
            .map_or_else(|| line.value.to_string(), str::to_owned),
        if line.stands { "✓" } else { "" }.to_owned(),
        line.stamp.to_string(),
        line.author.clone(),
        line.name.clone(),
        line.device.clone(),
        line.package.clone(),
    ]
}
