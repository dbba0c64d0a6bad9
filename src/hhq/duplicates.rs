//! `hhq duplicates`.

use super::args::{DuplicatesArgs, Format};
use super::failure::Failure;
use super::files::read_together;
use super::output::{print, print_csv, print_json};
use super::table::{Align, table};
use crate::exchange::name_of;
use crate::model::duplicates::{Alike, duplicates};
use serde::Serialize;
use std::process::ExitCode;

/// A record that seems to stand twice.
#[derive(Serialize)]
struct Line {
    /// Lines of one number seem to be one.
    group: usize,
    kind: &'static str,
    alike: &'static str,
    area: String,
    id: String,
    name: String,
}

/// Lists persons and households that seem to stand twice; the exit code is 1 when there are some.
pub(super) fn run(args: &DuplicatesArgs) -> Result<ExitCode, Failure> {
    let together = read_together(&args.inputs)?;
    let records = together.records();
    let found = duplicates(records.iter().map(|(area, records)| (*area, *records)));
    let mut lines = Vec::new();
    for (place, duplicate) in found.iter().enumerate() {
        for (area, id) in &duplicate.records {
            let name = records
                .get(area)
                .and_then(|records| name_of(records, (duplicate.kind, *id)));
            lines.push(Line {
                group: place + 1,
                kind: duplicate.kind.def().id,
                alike: word(duplicate.alike),
                area: area.to_string(),
                id: id.to_string(),
                name: name.unwrap_or_default(),
            });
        }
    }
    match args.format {
        Format::Json => print_json(&lines)?,
        Format::Csv => print_csv(&COLUMNS, lines.iter().map(cells))?,
        Format::Table => {
            let rows: Vec<Vec<String>> = lines.iter().map(cells).collect();
            let text = table(&COLUMNS.map(|name| (name, Align::Left)), &rows);
            print(format!("{text}{} groups · 组\n", found.len()).as_bytes())?;
        }
    }
    Ok(ExitCode::from(u8::from(!found.is_empty())))
}

const fn word(alike: Alike) -> &'static str {
    match alike {
        Alike::Number => "number",
        Alike::NameAndBirth => "name_and_birth",
        Alike::Head => "head",
    }
}

const COLUMNS: [&str; 6] = ["group", "kind", "alike", "area", "id", "name"];

fn cells(line: &Line) -> Vec<String> {
    vec![
        line.group.to_string(),
        line.kind.into(),
        line.alike.into(),
        line.area.clone(),
        line.id.clone(),
        line.name.clone(),
    ]
}
