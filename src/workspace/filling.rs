//! Filling the demo database with the invented county.

use super::handover::Acknowledged;
use super::transfer::named;
use super::{
    Basis, CommandError, Edition, HandedOver, JournalSize, Later, Progress, Summary, Workspace, reading,
};
use crate::demo;
use crate::exchange::{Author, Profile, Receipt};
use crate::indicators::CountyFacts;
use crate::journal::codec::encode;
use crate::journal::{DeviceId, Partition};
use crate::model::{Date, DivisionCode, Id};
use crate::platform::part::part;
use crate::storage;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The seed of the county that the app shows.
const SEED: u64 = 1;

/// Areas made between two breaths of the browser.
const AREAS_A_BREATH: usize = 4;

/// The demo county has handed over what it wrote before this day; the last month is still to go.
const HANDED_OVER_ON: Date = Date::of::<2020, 12, 1>();

/// How many packages it has handed over: one a month for three years, less the last.
const HANDED_OVER: u64 = 35;

part! {
    /// Making the invented county.
    static INVENTION: for<'a> fn(&'a Workspace, DivisionCode) -> Later<'a, Result<(), CommandError>> = demo(invent);
}

fn invent(workspace: &Workspace, scope: DivisionCode) -> Later<'_, Result<(), CommandError>> {
    Box::pin(workspace.invent(scope))
}

impl Workspace {
    /// Makes the invented areas within `scope`, and the county's own records, in one transaction. What somebody tried out
    /// in the demo before stays.
    pub(super) async fn fill_with_demo(&self, scope: DivisionCode) -> Result<(), CommandError> {
        INVENTION.entry().await?(self, scope).await
    }

    async fn invent(&self, scope: DivisionCode) -> Result<(), CommandError> {
        let engine = self.engine();
        debug_assert_eq!(engine.edition(), Some(Edition::Demo));
        let database = engine.database()?;
        let index = database.index().await?;
        let known: BTreeSet<DivisionCode> = index.areas.iter().map(|known| known.area).collect();
        let county = demo::County::new(SEED);
        let facts = self
            .demo_facts(&county, known.contains(&reading::county()))
            .await?;
        let basis = Basis::new(self.state.as_of.get_untracked(), &facts);
        let codes: Vec<&str> = demo::County::areas()
            .filter(|code| {
                let wanted = |area: &DivisionCode| area.within(scope) || *area == reading::county();
                DivisionCode::new(code).is_some_and(|area| wanted(&area) && !known.contains(&area))
            })
            .collect();
        let mut batch = storage::Batch::new();
        let mut partitions: Vec<Partition> = Vec::new();
        for (done, chunk) in codes.chunks(AREAS_A_BREATH).enumerate() {
            self.state.progress.set(Some(Progress {
                done: done * AREAS_A_BREATH,
                of: codes.len(),
            }));
            for partition in chunk.iter().filter_map(|code| county.partition(code)) {
                let (area, size) = (partition.area(), JournalSize::of(&partition));
                let summary = Summary::of(area, partition.records(), size, &facts, basis);
                batch = batch.replace(area, encode(area, partition.changes()), summary.to_bytes());
                partitions.push(partition);
            }
            engine.surroundings.breathe().await;
        }
        self.state.progress.set(None);
        let name = HandedOver::key(Profile::Detail, scope);
        if !index.meta.contains_key(&name) {
            let handed = HandedOver {
                sequence: HANDED_OVER,
                checksum: String::new(),
                at: HANDED_OVER_ON.start_in_china(),
            };
            batch = batch.meta(name, handed.to_bytes());
            if let Some(acknowledged) = receipt_of_november(scope, &partitions) {
                batch = batch.meta(acknowledged.key(), acknowledged.to_bytes());
            }
        }
        database.write(batch).await?;
        engine.adopt_partitions(partitions);
        Ok(())
    }

    /// What the county has entered: in the demo that is here already, or in the one to be made.
    async fn demo_facts(&self, demo: &demo::County, is_here: bool) -> Result<CountyFacts, CommandError> {
        let county = reading::county();
        let engine = self.engine();
        if is_here {
            engine.ensure(county).await?;
            return Ok(engine
                .partition(county, |own| CountyFacts::of(own.records()))
                .unwrap_or_default());
        }
        let own = demo.partition(county.as_str());
        Ok(own.map(|own| CountyFacts::of(own.records())).unwrap_or_default())
    }
}

/// The receipt that the office above has sent for everything up to that day; none for the county, which nobody is above.
fn receipt_of_november(scope: DivisionCode, partitions: &[Partition]) -> Option<Acknowledged> {
    let office = named(scope.parent()?);
    let end = HANDED_OVER_ON.start_in_china();
    let own = partitions
        .iter()
        .filter(|partition| partition.area().within(scope));
    let handed: Vec<Partition> = own.map(|partition| partition.as_of(end - 1)).collect();
    let covered = handed
        .iter()
        .map(|partition| (partition.area().to_string(), partition.changes().len()));
    let covered = covered.collect();
    let author = Author {
        id: Id::joined(&["demo"]),
        name: None,
    };
    let handed: Vec<&Partition> = handed.iter().collect();
    let device = DeviceId::PROGRAM;
    let receipt = Receipt::of((named(scope), office), author, device, end, &handed, []);
    Some(Acknowledged::of(&receipt, covered))
}
