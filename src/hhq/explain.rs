//! `hhq explain`.

use super::args::{ExplainArgs, Format};
use super::failure::Failure;
use super::files::{Together, read_together};
use super::output::{print, print_csv, print_json};
use super::table::{Align, table};
use crate::indicators::{Explained, FigureAt, Scores, Tally, explain, explain_sum, figure};
use crate::model::{Date, DivisionCode};
use crate::plan::divisions::division;
use std::process::ExitCode;

/// Lists every subject of a figure in an area with what is said about it and why.
pub(super) fn run(args: &ExplainArgs) -> Result<ExitCode, Failure> {
    let at = figure(&args.indicator).ok_or_else(|| Failure::NoIndicator(args.indicator.clone()))?;
    let together = read_together(&args.inputs)?;
    let as_of = args.as_of.unwrap_or(together.as_of);
    let subjects = subjects_of(&together, at, args.area, as_of);
    if !together.partitions.keys().any(|area| area.within(args.area)) {
        return Err(Failure::NoArea(args.area.to_string()));
    }
    match args.format {
        Format::Json => print_json(&subjects)?,
        Format::Csv => print_csv(&COLUMNS, subjects.iter().map(cells))?,
        Format::Table => print_table(&subjects, at, args.area, as_of)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn subjects_of(together: &Together, at: FigureAt, area: DivisionCode, as_of: Date) -> Vec<Explained> {
    let scores = Scores::of(&together.records(), as_of);
    let mut subjects = Vec::new();
    for (code, card) in scores.cards().filter(|(code, _)| code.within(area)) {
        if let Some(partition) = together.partitions.get(&code) {
            subjects.extend(explain(at, code, partition.records(), scores.facts(), as_of));
        }
        if card.is_here() {
            subjects.extend(explain_sum(at, code, &scores));
        }
    }
    subjects
}

const COLUMNS: [&str; 11] = [
    "subject",
    "id",
    "household",
    "name",
    "judgement",
    "reason",
    "field",
    "num",
    "den",
    "known",
    "expected",
];

fn cells(row: &Explained) -> Vec<String> {
    let reason = row.reason();
    let field = reason.and_then(|reason| reason.field);
    let Tally {
        num,
        den,
        known,
        expected,
    } = row.tally;
    let mut cells = vec![
        row.subject.id().to_owned(),
        row.id.to_string(),
        row.household.map(|id| id.to_string()).unwrap_or_default(),
        row.name.clone(),
        row.judgement.id().to_owned(),
        reason.map_or("", |reason| reason.cause.id()).to_owned(),
        field
            .map(|field| format!("{}.{}", field.kind.def().id, field.id))
            .unwrap_or_default(),
    ];
    cells.extend([num, den, known, expected].map(|number| number.to_string()));
    cells
}

fn print_table(rows: &[Explained], at: FigureAt, area: DivisionCode, as_of: Date) -> Result<(), Failure> {
    let name = division(area.as_str()).map_or("", |row| row.name);
    let sum: Tally = rows.iter().map(|row| row.tally).sum();
    let value = at.value(sum).unwrap_or_else(|| "—".into());
    let mut text = format!(
        "{} {} {}\n{area} {name} · {as_of}: {value} ({}/{}, known {} of {})\n\n",
        at.figure.id, at.indicator.label.zh, at.indicator.label.en, sum.num, sum.den, sum.known, sum.expected
    );
    let columns = [
        ("id", Align::Left),
        ("姓名 Name", Align::Left),
        ("判定 Judgement", Align::Left),
        ("num/den", Align::Right),
        ("原因 Reason", Align::Left),
        ("字段 Field", Align::Left),
    ];
    let shown: Vec<Vec<String>> = rows.iter().map(line).collect();
    text.push_str(&table(&columns, &shown));
    print(text.as_bytes())
}

fn line(row: &Explained) -> Vec<String> {
    let reason = row.reason();
    let field = reason.and_then(|reason| reason.field);
    vec![
        row.id.to_string(),
        row.name.clone(),
        row.judgement.id().to_owned(),
        format!("{}/{}", row.tally.num, row.tally.den),
        reason.map_or("", |reason| reason.label().zh).to_owned(),
        field
            .and_then(|field| Some(field.def()?.label.zh))
            .unwrap_or_default()
            .to_owned(),
    ]
}
