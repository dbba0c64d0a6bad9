//! Filling the demo database with the invented county.

use super::{Basis, CommandError, Edition, JournalSize, Progress, Summary, Workspace, reading};
use crate::demo;
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::encode;
use crate::model::DivisionCode;
use crate::storage;
use leptos::prelude::*;

/// The seed of the county that the app shows.
const SEED: u64 = 1;

/// Areas made between two breaths of the browser.
const AREAS_A_BREATH: usize = 4;

impl Workspace {
    /// Makes the invented areas within `scope`, and the county's own records, in one transaction.
    pub(super) async fn fill_with_demo(&self, scope: DivisionCode) -> Result<(), CommandError> {
        let engine = self.engine();
        debug_assert_eq!(engine.edition(), Some(Edition::Demo));
        let county = demo::County::new(SEED);
        let codes: Vec<&str> = demo::County::areas()
            .filter(|code| {
                DivisionCode::new(code).is_some_and(|area| area.within(scope) || area == reading::county())
            })
            .collect();
        let own = county.partition(reading::county().as_str());
        let facts = own
            .as_ref()
            .map(|own| CountyFacts::of(own.records()))
            .unwrap_or_default();
        let basis = Basis::new(self.state.as_of.get_untracked(), &facts);
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
        engine.database()?.write(batch).await?;
        engine.adopt_partitions(partitions);
        Ok(())
    }
}
