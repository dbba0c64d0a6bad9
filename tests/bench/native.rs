//! How long the pure layers take on the demo county, natively: medians to compare with each other in one run. The figures
//! that users feel are measured in a browser, by `cargo xtask bench`. `cargo bench --bench native -- score` does only what has
//! that word in its name, and `ROUNDS=500` lets a profiler see enough of it.
#![allow(clippy::unwrap_used)]

use huhuqing::demo;
use huhuqing::exchange;
use huhuqing::indicators::{CountyFacts, Scores, VillageIndex, open_findings};
use huhuqing::journal::Partition;
use huhuqing::journal::codec::{decode, encode, replay};
use huhuqing::model::{DivisionCode, Records, Ties};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 9;

fn main() {
    let county: Vec<Partition> = demo::county(1).collect();
    let blobs: Vec<(DivisionCode, Vec<u8>)> = county
        .iter()
        .map(|partition| (partition.area(), encode(partition.area(), partition.changes())))
        .collect();
    let records: BTreeMap<DivisionCode, &Records> = county.iter().map(|p| (p.area(), p.records())).collect();
    let files: Vec<Vec<u8>> = demo::packages(1, |_, _| Vec::new())
        .map(|file| file.unwrap().sealed.bytes)
        .collect();
    let village = county
        .iter()
        .max_by_key(|partition| partition.changes().len())
        .unwrap();
    let mut scores = Scores::of(&records, demo::as_of());

    let sizes = |bytes: usize| bytes as f64 / 1e6;
    println!(
        "packages {:.1} MB, stored {:.1} MB",
        sizes(total(&files)),
        sizes(blobs.iter().map(|b| b.1.len()).sum())
    );
    show("parse packages to serde_json::Value", &mut || {
        for file in &files {
            black_box(serde_json::from_slice::<serde_json::Value>(file).unwrap());
        }
    });
    show("open packages, every check", &mut || {
        for file in &files {
            black_box(exchange::open(file, None).unwrap());
        }
    });
    show("decode and fold what is stored", &mut || {
        for (area, blob) in &blobs {
            black_box(Partition::of(*area, decode(blob, *area).unwrap()));
        }
    });
    show("replay what is stored", &mut || {
        for (area, blob) in &blobs {
            black_box(replay(&[blob], *area).unwrap());
        }
    });
    show("score everything", &mut || {
        drop(black_box(Scores::of(&records, demo::as_of())))
    });
    show("score the largest village again", &mut || {
        scores.rescore(village.area(), village.records())
    });
    show("look up whose every record is, anew", &mut || {
        for (area, records) in &records {
            black_box((area, Ties::of(records)));
        }
    });
    show("index every area for a day", &mut || {
        for (area, records) in &records {
            black_box(VillageIndex::new(
                *area,
                records,
                &records.ties_when_asked(),
                demo::as_of(),
            ));
        }
    });
    let facts = CountyFacts::of(county[0].records());
    show("check every rule in every village", &mut || {
        for (area, records) in &records {
            black_box(open_findings(*area, records, &facts, demo::as_of()));
        }
    });
    show("write the largest village", &mut || {
        black_box(demo::package(village, &county[0], Vec::new()).unwrap());
    });
}

fn total(files: &[Vec<u8>]) -> usize {
    files.iter().map(Vec::len).sum()
}

fn show(what: &str, work: &mut dyn FnMut()) {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    if !wanted.is_empty() && !wanted.iter().any(|word| what.contains(word.as_str())) {
        return;
    }
    let rounds = std::env::var("ROUNDS").ok().and_then(|text| text.parse().ok());
    let rounds: usize = rounds.unwrap_or(ROUNDS);
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("{what:<40}{:>10.2} ms", times[rounds / 2].as_secs_f64() * 1000.0);
}
