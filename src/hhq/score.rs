//! `hhq score`.

use super::args::{Format, ScoreArgs};
use super::failure::Failure;
use super::files::{Together, read_together};
use super::output::{print, print_csv, print_json};
use super::table::{Align, table};
use crate::exchange::ScoreRow;
use crate::indicators::{FigureAt, Scores, Status, Tally, figure, figures, indicator};
use crate::model::DivisionCode;
use crate::plan::divisions::division;
use std::process::ExitCode;

/// Scores every figure of every area and prints the rows that were asked for.
pub(super) fn run(args: &ScoreArgs) -> Result<ExitCode, Failure> {
    if let Some(id) = args
        .indicator
        .as_deref()
        .filter(|id| indicator(id).is_none() && figure(id).is_none())
    {
        return Err(Failure::NoIndicator(id.to_owned()));
    }
    let mut together = read_together(&args.inputs)?;
    together.as_known_on(args.known_on);
    let mut rows = rows_of(&together, args);
    rows.retain(|row| args.area.is_none_or(|area| area == row.area));
    if let Some(id) = &args.indicator {
        rows.retain(|row| row.indicator == *id || row.indicator.split('.').next() == Some(id));
    }
    if let (true, Some(area)) = (rows.is_empty(), args.area) {
        return Err(Failure::NoArea(area.to_string()));
    }
    match args.format {
        Format::Json => print_json(&rows)?,
        Format::Csv => print_csv(&COLUMNS, rows.iter().map(cells))?,
        Format::Table => print_tables(&rows, args.area.unwrap_or(together.scope), args)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn rows_of(together: &Together, args: &ScoreArgs) -> Vec<ScoreRow> {
    let scores = Scores::of(&together.records(), args.as_of);
    let mut rows: Vec<ScoreRow> = package_rows(&scores).collect();
    let told = together.summaries.iter().filter(|row| row.as_of == args.as_of);
    let here = |row: &&ScoreRow| rows.iter().any(|own| own.area == row.area);
    let told: Vec<ScoreRow> = told.filter(|row| !here(row)).cloned().collect();
    rows.extend(told);
    rows
}

/// The rows of every area of which something is here, as packages carry them.
pub(super) fn package_rows(scores: &Scores) -> impl Iterator<Item = ScoreRow> {
    scores.rows().into_iter().map(ScoreRow::from)
}

const COLUMNS: [&str; 9] = [
    "indicator",
    "area",
    "as_of",
    "num",
    "den",
    "known",
    "expected",
    "target",
    "status",
];

fn cells(row: &ScoreRow) -> Vec<String> {
    vec![
        row.indicator.clone(),
        row.area.to_string(),
        row.as_of.to_string(),
        row.num.to_string(),
        row.den.to_string(),
        row.known.to_string(),
        row.expected.to_string(),
        row.target.as_text().unwrap_or_default().to_owned(),
        row.status.clone(),
    ]
}

fn print_tables(rows: &[ScoreRow], area: DivisionCode, args: &ScoreArgs) -> Result<(), Failure> {
    let name = division(area.as_str()).map_or("", |row| row.name);
    let mut text = format!("{area} {name} · {}\n\n", args.as_of);
    let columns = [
        ("IND", Align::Left),
        ("指标 Figure", Align::Left),
        ("值 Value", Align::Right),
        ("num/den", Align::Right),
        ("known/expected", Align::Right),
        ("目标 Target", Align::Left),
        ("状态 Status", Align::Left),
    ];
    let shown: Vec<Vec<String>> = figures()
        .filter_map(|at| {
            Some((
                at,
                rows.iter()
                    .find(|row| row.indicator == at.figure.id && row.area == area)?,
            ))
        })
        .map(|(at, row)| line(at, row))
        .collect();
    text.push_str(&table(&columns, &shown));
    let areas: std::collections::BTreeSet<DivisionCode> = rows.iter().map(|row| row.area).collect();
    if args.area.is_none() && areas.len() > 1 {
        text.push_str(&format!(
            "\n另有 {} 个地区，用 --area 查看 · {} more areas: choose one with --area, or print all with --format json\n",
            areas.len() - 1,
            areas.len() - 1
        ));
    }
    print(text.as_bytes())
}

fn line(at: FigureAt, row: &ScoreRow) -> Vec<String> {
    let tally = Tally {
        num: row.num,
        den: row.den,
        known: row.known,
        expected: row.expected,
    };
    let unit = at.figure.unit.zh;
    let value = at.value(tally).map_or_else(
        || "—".into(),
        |value| match value.ends_with(['%']) || value.contains('/') {
            true => value,
            false => format!("{value} {unit}"),
        },
    );
    let label = match at.indicator.figures.len() {
        1 => at.indicator.label.zh.to_owned(),
        _ => format!("{}：{}", at.indicator.label.zh, at.figure.label.zh),
    };
    vec![
        row.indicator.clone(),
        label,
        value,
        format!("{}/{}", row.num, row.den),
        format!("{}/{}", row.known, row.expected),
        row.target.as_text().unwrap_or_default().to_owned(),
        status_words(&row.status),
    ]
}

/// The status with its mark and both words; one of a newer version as it came.
fn status_words(id: &str) -> String {
    let Some(status) = Status::ALL.into_iter().find(|status| status.id() == id) else {
        return id.to_owned();
    };
    let mark = match status {
        Status::Met => "✓",
        Status::NotMet => "!",
        Status::OnTrack => "…",
        Status::Unknown => "?",
        Status::NotApplicable | Status::Info => "·",
    };
    format!("{mark} {} {}", status.label().zh, status.label().en)
}
