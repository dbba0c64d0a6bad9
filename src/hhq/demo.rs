//! `hhq demo`.

use super::args::DemoArgs;
use super::failure::Failure;
use super::output::{print, write_file};
use super::score::package_rows;
use crate::demo;
use crate::exchange::{self, Author, Contents, Disclosure, Draft, Scope, ScoreRow, Sealed};
use crate::indicators::Scores;
use crate::journal::Partition;
use crate::model::{Date, DivisionCode, Level};
use crate::plan::divisions::division;
use std::collections::BTreeMap;
use std::process::ExitCode;

/// The day that the demo's packages are of: the end of its story.
const LAST_DAY: Date = Date::of::<2020, 12, 31>();

/// Writes a package for every area of the demo county. Each holds what the area itself has written: the villages their
/// registers, the townships and the county their own records. Its tallies are those of everything within the area.
pub(super) fn run(args: &DemoArgs) -> Result<ExitCode, Failure> {
    std::fs::create_dir_all(&args.out).map_err(|error| Failure::Write(args.out.clone(), error))?;
    let partitions: BTreeMap<DivisionCode, Partition> = demo::county(args.seed)
        .map(|partition| (partition.area(), partition))
        .collect();
    let records = partitions
        .iter()
        .map(|(area, partition)| (*area, partition.records()))
        .collect();
    let scores = Scores::of(&records, LAST_DAY);
    let mut rows: BTreeMap<DivisionCode, Vec<ScoreRow>> = BTreeMap::new();
    for row in package_rows(&scores) {
        rows.entry(row.area).or_default().push(row);
    }
    let county = partitions
        .values()
        .find(|partition| partition.area().level() == Level::County);
    let disclosure = Disclosure::of(county.map(Partition::records));
    for partition in partitions.values() {
        let area = partition.area();
        let sealed = package(partition, rows.remove(&area).unwrap_or_default(), disclosure)?;
        write_file(&args.out.join(format!("{area}.json")), &sealed.bytes)?;
    }
    let note = format!(
        "{}: {} packages · 个数据包, 演示数据，纯属虚构 · invented data\n",
        args.out.display(),
        partitions.len()
    );
    print(note.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The package of one area, made by whoever wrote in it last.
fn package(own: &Partition, rows: Vec<ScoreRow>, disclosure: Disclosure) -> Result<Sealed, Failure> {
    let area = own.area();
    let last = own.changes().last();
    let author = last.map(|change| change.author).unwrap_or_default();
    let draft = Draft {
        scope: Scope {
            code: area,
            name: division(area.as_str()).map_or("", |row| row.name).to_owned(),
        },
        as_of: LAST_DAY,
        author: Author {
            id: author,
            name: own
                .records()
                .officials
                .get(author)
                .and_then(|row| row.name.clone()),
        },
        device: last.map_or(crate::journal::DeviceId::PROGRAM, |change| change.stamp.device()),
        sequence: 1,
        previous: None,
        rows,
    };
    exchange::write(&draft, Contents::Detail(&[own], disclosure)).map_err(Failure::Package)
}
