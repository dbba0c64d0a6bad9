//! `hhq freeze`.

use super::args::{Format, FreezeArgs};
use super::failure::Failure;
use super::files::{Together, now, read_together};
use super::keys::Keys;
use super::merge::draft;
use super::output::{print, print_csv, print_json, write_file};
use super::score::package_rows;
use super::table::{Align, table};
use crate::exchange::{Frozen, Held, Late, Period, ScoreRow, Signer};
use crate::indicators::Scores;
use crate::model::Date;
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;

/// Closes a period, or lists what came after it was closed; the exit code is 1 when something did.
pub(super) fn run(args: &FreezeArgs) -> Result<ExitCode, Failure> {
    let together = read_together(&args.inputs)?;
    match (&args.late, args.period, &args.out) {
        (Some(frozen), ..) => late(&together, frozen, args.format),
        (None, Some(period), Some(out)) => {
            let keys = Keys::load(args.inputs.key.as_deref())?;
            freeze(&together, period, out, &keys)
        }
        (None, ..) => Ok(ExitCode::from(2)),
    }
}

fn rows_on(together: &Together, day: Date) -> Vec<ScoreRow> {
    let scores = Scores::of(&together.records(), day);
    package_rows(&scores)
        .filter(|row| row.area.within(together.scope))
        .collect()
}

fn freeze(together: &Together, period: Period, out: &Path, keys: &Keys) -> Result<ExitCode, Failure> {
    // What is closed stays closed: it is written over nothing.
    if out.exists() {
        return Err(Failure::Foreign(out.to_owned()));
    }
    let draft = draft(together);
    let frozen = Frozen {
        scope: draft.scope,
        period,
        author: draft.author,
        device: draft.device,
        at: now()?,
        rows: rows_on(together, period.last_day()),
        held: Held::of_all(together.partitions.values()),
    };
    let signer = keys.signer();
    let signer = signer.as_ref().map(|sign| sign as Signer<'_>);
    write_file(out, &frozen.write_signed(signer).bytes)?;
    let note = format!(
        "{}: {period} · {} figures · 个数\n",
        out.display(),
        frozen.rows.len()
    );
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// A figure or a change that came late.
#[derive(Serialize)]
struct Line {
    what: &'static str,
    area: String,
    /// The figure, or the record.
    subject: String,
    /// The frozen value, or who made the change.
    was: String,
    /// The value as it would be now, or the fields that the change sets.
    now: String,
    stamp: String,
}

fn late(together: &Together, frozen: &Path, format: Format) -> Result<ExitCode, Failure> {
    let bytes = std::fs::read(frozen).map_err(|error| Failure::Read(frozen.to_owned(), error))?;
    let (frozen, _) = Frozen::read(&bytes).map_err(|error| Failure::Refused(frozen.to_owned(), error))?;
    let rows = rows_on(together, frozen.period.last_day());
    let late = frozen.late(&rows, together.partitions.values());
    let lines = lines_of(&late);
    match format {
        Format::Json => print_json(&lines)?,
        Format::Csv => print_csv(&COLUMNS, lines.iter().map(cells))?,
        Format::Table => {
            let rows: Vec<Vec<String>> = lines.iter().map(cells).collect();
            let text = table(&COLUMNS.map(|name| (name, Align::Left)), &rows);
            let sum = format!(
                "{}: {} figures · 个数, {} changes · 条变更\n",
                frozen.period,
                late.figures.len(),
                late.changes.len()
            );
            print(format!("{text}{sum}").as_bytes())?;
        }
    }
    Ok(ExitCode::from(u8::from(!late.is_empty())))
}

fn lines_of(late: &Late) -> Vec<Line> {
    let share = |row: &ScoreRow| format!("{}/{}", row.num, row.den);
    let figures = late.figures.iter().map(|(was, now)| Line {
        what: "figure",
        area: was.area.to_string(),
        subject: was.indicator.clone(),
        was: share(was),
        now: share(now),
        stamp: String::new(),
    });
    let changes = late.changes.iter().map(|change| {
        let fields: Vec<&str> = change
            .set
            .iter()
            .map(|write| write.field.name(&change.kind))
            .collect();
        Line {
            what: "change",
            area: change.area.to_string(),
            subject: format!("{}/{}", change.kind.name(), change.id),
            was: change.author.to_string(),
            now: fields.join(" "),
            stamp: change.stamp.to_string(),
        }
    });
    figures.chain(changes).collect()
}

const COLUMNS: [&str; 6] = ["what", "area", "subject", "was", "now", "stamp"];

fn cells(line: &Line) -> Vec<String> {
    vec![
        line.what.into(),
        line.area.clone(),
        line.subject.clone(),
        line.was.clone(),
        line.now.clone(),
        line.stamp.clone(),
    ]
}
