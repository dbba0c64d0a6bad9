//! The demo county is exactly the plan's at the end of 2017, lives through its three years, and is nobody's.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod baseline;
mod faults;
mod plan;
mod records;
mod scores;
mod shortfalls;

use huhuqing::demo;
use huhuqing::journal::Partition;
use huhuqing::model::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static COUNTY: LazyLock<Vec<Partition>> = LazyLock::new(|| demo::county(1).collect());

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn villages(partitions: &[Partition]) -> impl Iterator<Item = &Partition> {
    partitions
        .iter()
        .filter(|partition| partition.area().level() == Level::Village)
}

/// Open memberships per household on a day.
fn members(partition: &Partition, on: Date) -> BTreeMap<HouseholdId, usize> {
    let mut count = BTreeMap::new();
    for row in partition.records().memberships.iter() {
        if row.start.is_some_and(|start| start <= on) && row.end.is_none_or(|end| end > on) {
            *count.entry(row.household_id.unwrap()).or_default() += 1;
        }
    }
    count
}
