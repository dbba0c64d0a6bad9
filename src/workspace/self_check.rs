//! The self-check: does what lies on the disk still say what it said, and could it be brought back?

use super::engine::key;
use super::{CommandError, JournalSize, Workspace};
use crate::exchange::{self, StateHash};
use crate::journal::codec::{decode, encode};
use crate::journal::{DeviceId, Partition, WrongClock, wrong_clocks};
use crate::model::DivisionCode;
use crate::storage::StoredPartition;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What the self-check has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelfCheck {
    /// Areas that were read from the disk and folded anew.
    pub areas: usize,
    /// Changes in them.
    pub changes: usize,
    /// Areas that cannot be read, or of which the disk says otherwise than the screen.
    pub amiss: Vec<DivisionCode>,
    /// How trying to restore the last backup went.
    pub backup: BackupTrial,
    /// Devices whose clocks cannot have been right.
    pub clocks: BTreeMap<DeviceId, WrongClock>,
}

/// How trying to restore a backup went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BackupTrial {
    /// There was never a backup.
    #[default]
    Never,
    /// There was one, too large for a copy of it to be kept here: a fresh package was tried instead, and is sound or not.
    Fresh(bool),
    /// The last one, made at that moment, can be restored, and so many changes came since.
    Restored(u64, usize),
    /// The last one cannot be restored.
    Broken(u64),
}

impl SelfCheck {
    /// How many things are not as they should be.
    pub fn problems(&self) -> usize {
        let backed_up = matches!(self.backup, BackupTrial::Restored(..) | BackupTrial::Fresh(true));
        self.amiss.len() + self.clocks.len() + usize::from(!backed_up)
    }

    /// Whether all is well; a missing backup is not.
    pub fn is_well(&self) -> bool {
        self.problems() == 0
    }
}

impl Workspace {
    /// Reads every area from the disk, folds its changes anew in another order and compares; tries to restore the last
    /// backup; looks at the clocks.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub async fn self_check(&self) -> Result<SelfCheck, CommandError> {
        let engine = self.engine();
        let own = engine.profile()?.area;
        let areas = self.areas_within(crate::workspace::reading::county());
        let mut found = SelfCheck::default();
        let now = engine.surroundings.now();
        let of = areas.len();
        for (done, area) in areas.iter().enumerate() {
            self.show_progress(done, of);
            let stored = engine.database()?.load(vec![*area]).await?;
            let stored = stored.into_iter().next().flatten().unwrap_or_default();
            match self.sound(*area, &stored) {
                Some(partition) => {
                    found.changes += partition.changes().len();
                    found.clocks.extend(wrong_clocks([&partition], now));
                }
                None => found.amiss.push(*area),
            }
            found.areas += 1;
            engine.surroundings.breathe().await;
        }
        self.state.progress.set(None);
        found.backup = self.try_backup(own).await?;
        Ok(found)
    }

    /// The journal of an area as the disk has it, when it says the same three times over: folded at once, folded piece by
    /// piece in another order, and on the screen.
    fn sound(&self, area: DivisionCode, stored: &StoredPartition) -> Option<Partition> {
        let at_once = stored.partition(area).ok()?;
        let mut anew = Partition::new(area);
        for blob in stored.blobs().into_iter().rev() {
            anew.merge(decode(blob, area).ok()?);
        }
        let same = StateHash::of(&anew) == StateHash::of(&at_once)
            && anew.changes() == at_once.changes()
            && decode(&encode(area, anew.changes()), area).ok()? == at_once.changes();
        let shown = self
            .engine()
            .partition(area, |here| StateHash::of(here) == StateHash::of(&at_once));
        let size = self
            .state
            .summaries
            .with_untracked(|all| all.get(&area).map(|one| one.size()));
        let counted = size.is_none_or(|size| size == JournalSize::of(&at_once));
        (same && shown != Some(false) && counted).then_some(at_once)
    }

    /// Restores the last backup beside the register and compares.
    async fn try_backup(&self, own: DivisionCode) -> Result<BackupTrial, CommandError> {
        let engine = self.engine();
        let Some(at) = self.state.handover.get_untracked().backup else {
            return Ok(BackupTrial::Never);
        };
        let areas = self.areas_within(own);
        engine.ensure_all(&areas).await?;
        let Some(bytes) = engine.database()?.aside(key::BACKUP).await? else {
            let sound = engine.partitions(&areas, |partitions| {
                partitions.iter().all(|partition| {
                    let journal = encode(partition.area(), partition.changes());
                    decode(&journal, partition.area()).is_ok_and(|changes| changes == partition.changes())
                })
            });
            return Ok(BackupTrial::Fresh(sound?));
        };
        let Ok((package, _)) = exchange::open(&bytes, None) else {
            return Ok(BackupTrial::Broken(at));
        };
        // Everything of the backup is in the register still; what the register has beyond it came since.
        let mut since = 0;
        let mut whole = true;
        engine.partitions(&areas, |partitions| {
            for here in partitions {
                let restored = package.partitions.get(&here.area());
                let news = restored.map_or(0, |restored| here.news_of(restored.changes()).count());
                whole &= news == 0;
                since += here.changes().len()
                    - restored
                        .map_or(0, |restored| restored.changes().len())
                        .min(here.changes().len());
            }
        })?;
        Ok(match whole {
            true => BackupTrial::Restored(at, since),
            false => BackupTrial::Broken(at),
        })
    }
}
