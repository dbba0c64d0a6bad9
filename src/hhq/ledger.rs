//! `hhq ledger`.

use super::args::{Format, LedgerArgs};
use super::failure::Failure;
use super::files::{Together, read_together};
use super::output::{print, print_csv, print_json};
use super::table::{Align, table};
use crate::exchange::{Disclosure, Written, sheet_columns, sheet_csv, sheet_header, sheet_row};
use crate::indicators::CountyFacts;
use crate::ledgers::{Group, Head, LEDGERS, Ledger, Scope, Sheet, Sum, Table, sheet};
use crate::model::{Date, DivisionCode, FieldType, Label, Level, Records, Value};
use crate::plan::divisions::division;
use serde::Serialize;
use std::collections::BTreeMap;
use std::process::ExitCode;

/// Prints a table of a ledger, or all ledgers with the number of their rows.
pub(super) fn run(args: &LedgerArgs) -> Result<ExitCode, Failure> {
    let wanted = match &args.ledger {
        Some(id) => Some(sheet(id).ok_or_else(|| Failure::NoLedger(id.clone()))?),
        None => None,
    };
    let together = read_together(&args.inputs)?;
    let area = args.area.unwrap_or(together.scope);
    let records = together.records();
    if !records.keys().any(|code| code.within(area) || area.within(*code)) {
        return Err(Failure::NoArea(area.to_string()));
    }
    let day = args.as_of.unwrap_or(together.as_of);
    let county = county(&together);
    let facts = county.map_or_else(CountyFacts::default, CountyFacts::of);
    let scope = Scope::new(area, records, day, &facts);
    match wanted {
        None => list(&scope, args.format)?,
        Some((ledger, sheet)) => show(ledger, sheet, &scope, Disclosure::of(county), args.format)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn county(together: &Together) -> Option<&Records> {
    let mut areas = together.partitions.iter();
    let county = areas.find(|(area, _)| area.level() == Level::County);
    county.map(|(_, partition)| partition.records())
}

/// A table in the list of ledgers.
#[derive(Serialize)]
struct Listed {
    ledger: &'static str,
    table: &'static str,
    name: &'static str,
    line: u8,
    rows: usize,
}

fn list(scope: &Scope<'_>, format: Format) -> Result<(), Failure> {
    let all = LEDGERS
        .iter()
        .flat_map(|ledger| ledger.sheets.iter().map(move |sheet| (*ledger, sheet)));
    let all: Vec<Listed> = all
        .map(|(ledger, sheet)| Listed {
            ledger: ledger.id,
            table: sheet.id,
            name: sheet.label.zh,
            line: ledger.line,
            rows: sheet.table(scope).rows.len(),
        })
        .collect();
    let cells = |row: &Listed| {
        let name = LEDGERS.iter().find(|ledger| ledger.id == row.ledger);
        vec![
            row.table.to_owned(),
            format!("{}：{}", name.map_or("", |ledger| ledger.label.zh), row.name),
            format!("L{}", row.line),
            row.rows.to_string(),
        ]
    };
    match format {
        Format::Json => print_json(&all),
        Format::Csv => print_csv(&["table", "name", "line", "rows"], all.iter().map(cells)),
        Format::Table => {
            let columns = [
                ("台账 Ledger", Align::Left),
                ("名称 Name", Align::Left),
                ("方案 Plan", Align::Left),
                ("行 Rows", Align::Right),
            ];
            let rows: Vec<Vec<String>> = all.iter().map(cells).collect();
            let head = heading(scope.area, scope.day);
            print(format!("{head}\n\n{}", table(&columns, &rows)).as_bytes())
        }
    }
}

fn show(
    ledger: &Ledger,
    sheet: &'static Sheet,
    scope: &Scope<'_>,
    disclosure: Disclosure,
    format: Format,
) -> Result<(), Failure> {
    let made = sheet.table(scope);
    match format {
        Format::Json => print_json(&objects(&made, disclosure)),
        Format::Csv => print(&sheet_csv(&made, &made.rows, disclosure, zh)),
        Format::Table => {
            let title = format!("{} {} · {}", sheet.id, ledger.label.zh, sheet.label.zh);
            let head = heading(scope.area, scope.day);
            let mut text = format!("{title}\n{head}\n\n");
            text.push_str(&grid(&made, disclosure));
            text.push_str(&footer(&made, disclosure));
            for other in ledger.sheets.iter().filter(|other| other.id != sheet.id) {
                text.push_str(&format!("另见 · see also  {}  {}\n", other.id, other.label.zh));
            }
            print(text.as_bytes())
        }
    }
}

fn zh(label: Label) -> &'static str {
    label.zh
}

fn heading(area: DivisionCode, day: Date) -> String {
    let name = division(area.as_str()).map_or("", |row| row.name);
    format!("{area} {name} · {day}")
}

/// The rows as objects: where they belong, the record, and the values as they are stored.
fn objects(made: &Table, disclosure: Disclosure) -> Vec<BTreeMap<&'static str, Value>> {
    let columns = sheet_columns(made, disclosure);
    let object = |row: &crate::ledgers::Row| {
        let own = columns
            .iter()
            .map(|(place, head)| (head.id, row.cells[*place].clone()));
        let about = [
            ("area", Value::from(row.place.as_str())),
            ("record_kind", row.kind.def().id.into()),
            ("record_id", row.id.as_str().into()),
        ];
        about.into_iter().chain(own).collect()
    };
    made.rows.iter().map(object).collect()
}

fn grid(made: &Table, disclosure: Disclosure) -> String {
    let header = sheet_header(made, disclosure, zh);
    let told = sheet_columns(made, disclosure);
    let numbers = told.iter().map(|(_, head)| match head.def.ty {
        FieldType::Number
        | FieldType::Money
        | FieldType::Length
        | FieldType::Land
        | FieldType::FloorSpace => Align::Right,
        _ => Align::Left,
    });
    let aligned: Vec<Align> = [Align::Left; 3].into_iter().chain(numbers).collect();
    let columns: Vec<(&str, Align)> = header.iter().map(String::as_str).zip(aligned).collect();
    let row = |row: &crate::ledgers::Row| {
        let cells = sheet_row(made, row, disclosure, zh);
        cells.iter().map(|cell| one_line(cell.as_str())).collect()
    };
    let rows: Vec<Vec<String>> = made.rows.iter().map(row).collect();
    table(&columns, &rows)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many rows, the sums of the columns, and the same for each group.
fn footer(made: &Table, disclosure: Disclosure) -> String {
    let columns = sheet_columns(made, disclosure);
    let sums = |rows: usize, sums: &[Sum]| {
        let told = columns
            .iter()
            .filter_map(|(place, head)| said(head, sums[*place]));
        let parts: Vec<String> = [format!("{rows} 行")].into_iter().chain(told).collect();
        parts.join("，")
    };
    let mut text = format!(
        "\n合计 · total: {}\n",
        sums(made.rows.len(), &made.sums(made.rows.iter()))
    );
    if let Some(by) = made.by() {
        let name = |group: &Group| match Written::of(made.heads[by].def, &group.value, zh) {
            Written::Empty => "未填".to_owned(),
            written => written.as_str().to_owned(),
        };
        for group in made.groups() {
            text.push_str(&format!(
                "  {}: {}\n",
                name(&group),
                sums(group.rows, &group.sums)
            ));
        }
    }
    text
}

/// The sum of a column with how many are not filled in; none for a column of which there is no sum.
fn said(head: &Head, sum: Sum) -> Option<String> {
    let (name, unit) = (head.label.zh, head.def.unit_label().zh);
    let number = sum.sum?;
    if sum.known == 0 {
        return Some(format!("{name} 未填"));
    }
    if matches!(head.def.ty, FieldType::Tri) {
        return Some(format!("{name} 是 {number}/{}", sum.known));
    }
    let total = Written::of(head.def, &Value::Int(number), zh);
    let total = total.as_str();
    let missing = match sum.missing {
        0 => String::new(),
        missing => format!("（{missing} 未填）"),
    };
    Some(format!("{name} {total}{unit}{missing}"))
}
