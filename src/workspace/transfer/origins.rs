//! Through which package a change came to this device.

use super::runs::{FileOfRun, ImportRun};
use crate::journal::Stamp;
use crate::model::DivisionCode;
use crate::storage::StoredPartition;
use crate::workspace::{CommandError, Workspace};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// How a change came to this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// It was made here.
    Here,
    /// By that import, with one of these packages.
    ByImport(u32, Vec<FileOfRun>),
    /// By an import of which is kept no longer what was there before.
    Earlier,
}

impl Workspace {
    /// Through which import each of some changes of an area came. It is read from the journals as they were before the
    /// imports, so that an import itself has nothing to write down change by change.
    ///
    /// # Errors
    /// When what is kept cannot be read.
    pub async fn brought_by(
        &self,
        area: DivisionCode,
        stamps: &BTreeSet<Stamp>,
    ) -> Result<BTreeMap<Stamp, Brought>, CommandError> {
        let engine = self.engine();
        let own = engine.device()?;
        let runs = self.state.runs.get_untracked();
        let touching = |run: &&ImportRun| run.kept && !run.undone && run.areas.contains_key(&area);
        let mut brought: BTreeMap<Stamp, Brought> = BTreeMap::new();
        // The last import first: what was not there before it came with it; the rest came earlier.
        let mut left: BTreeSet<Stamp> = stamps
            .iter()
            .copied()
            .filter(|stamp| stamp.device() != own)
            .collect();
        for run in runs.iter().filter(touching) {
            if left.is_empty() {
                break;
            }
            let before: BTreeSet<Stamp> = match run.areas[&area].journal {
                false => BTreeSet::new(),
                true => {
                    let kept = engine.database()?.aside(&run.key_of(area)).await?;
                    let kept = kept.and_then(|bytes| StoredPartition::from_bytes(&bytes));
                    let kept = kept.ok_or_else(|| CommandError::Unreadable(run.key_of(area)))?;
                    kept.partition(area)?
                        .changes()
                        .iter()
                        .map(|change| change.stamp)
                        .collect()
                }
            };
            let (earlier, came): (BTreeSet<Stamp>, BTreeSet<Stamp>) =
                left.into_iter().partition(|stamp| before.contains(stamp));
            let by = Brought::ByImport(run.number, run.files.clone());
            brought.extend(came.into_iter().map(|stamp| (stamp, by.clone())));
            left = earlier;
        }
        brought.extend(left.into_iter().map(|stamp| (stamp, Brought::Earlier)));
        let here = stamps.iter().filter(|stamp| stamp.device() == own);
        brought.extend(here.map(|stamp| (*stamp, Brought::Here)));
        Ok(brought)
    }
}
