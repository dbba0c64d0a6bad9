//! Areas of packages that are being put together.

use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::{decode, replay};
use crate::model::DivisionCode;
use crate::workspace::intake::{self, Incoming, Packages, Taken};
use crate::workspace::{Basis, CommandError, Summary, Workspace, reading};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Workspace {
    /// The areas of packages as they are with them, ready to be stored, and how many changes were new. Changes that came
    /// with receipts are among the areas too.
    pub(super) async fn merged(
        &self,
        (incoming, mut packages): (Vec<Incoming>, Packages),
        beside: Vec<Partition>,
    ) -> Result<(BTreeMap<DivisionCode, Taken>, usize), CommandError> {
        let mut sum = Merging {
            workspace: *self,
            areas: BTreeMap::new(),
            changes: 0,
        };
        for one in &incoming {
            // Nothing is noted as received of which nothing has come.
            let taken = packages.remove(&one.place).ok_or(CommandError::HelperLost)?;
            sum.add(one, taken).await?;
        }
        for partition in beside {
            sum.add_partition(partition).await?;
        }
        sum.score()?;
        Ok((sum.areas, sum.changes))
    }

    /// What the county has entered, with what packages bring to its own records; they are in stored form.
    pub(in crate::workspace) async fn facts_with(
        &self,
        packages: &[Vec<u8>],
    ) -> Result<Arc<CountyFacts>, CommandError> {
        if packages.is_empty() {
            return Ok(self.state.facts.get_untracked());
        }
        let county = reading::county();
        let stored = self.engine().database()?.load(vec![county]).await?;
        let stored = stored.into_iter().next().flatten().unwrap_or_default();
        let packages = packages.iter().map(Vec::as_slice);
        let blobs: Vec<&[u8]> = stored.blobs().into_iter().chain(packages).collect();
        Ok(Arc::new(CountyFacts::of(&replay(&blobs, county)?)))
    }
}

/// Every journal is a set of changes, so that whatever came to an area from several sides is their union.
struct Merging {
    workspace: Workspace,
    areas: BTreeMap<DivisionCode, Taken>,
    changes: usize,
}

impl Merging {
    async fn add(&mut self, incoming: &Incoming, taken: Vec<Taken>) -> Result<(), CommandError> {
        let engine = self.workspace.engine();
        for mut one in taken {
            let area = one.area;
            let size = self
                .workspace
                .sizes_of(&[area])
                .remove(&area)
                .filter(|_| engine.is_stored(area));
            if !incoming.was_compared_with(area, size) {
                // Somebody has gone on working while a person looked at the preview.
                engine.ensure(area).await?;
                one = self.union(one, self.here(area))?;
            }
            if let Some(other) = self.areas.remove(&area) {
                let other = Partition::of(area, decode(&other.journal, area)?);
                one = self.union(one, other)?;
            }
            self.changes += one.added;
            self.areas.insert(area, one);
        }
        Ok(())
    }

    /// Adds changes that came with a receipt. What tells nothing new leaves its area as it is.
    async fn add_partition(&mut self, partition: Partition) -> Result<(), CommandError> {
        let area = partition.area();
        let mut all = match self.areas.get(&area) {
            Some(taken) => Partition::of(area, decode(&taken.journal, area)?),
            None => {
                self.workspace.engine().ensure(area).await?;
                self.here(area)
            }
        };
        let added = all.merge(partition.into_changes());
        if added > 0 {
            self.changes += added;
            let facts = self.workspace.state.facts.get_untracked();
            let basis = Basis::new(self.workspace.state.as_of.get_untracked(), &facts);
            let taken = Taken {
                added,
                ..intake::ready(&all, &facts, basis)
            };
            self.areas.insert(area, taken);
        }
        Ok(())
    }

    fn here(&self, area: DivisionCode) -> Partition {
        let engine = self.workspace.engine();
        let here = engine.partition(area, Partition::clone);
        here.unwrap_or(Partition::new(area))
    }

    fn union(&self, one: Taken, mut all: Partition) -> Result<Taken, CommandError> {
        let added = all.merge(decode(&one.journal, one.area)?);
        let facts = self.workspace.state.facts.get_untracked();
        let basis = Basis::new(one.summary.basis.as_of, &facts);
        Ok(Taken {
            added,
            ..intake::ready(&all, &facts, basis)
        })
    }

    /// Scores anew what was not scored by the county's records as they are now.
    fn score(&mut self) -> Result<(), CommandError> {
        let county = reading::county();
        let facts = match self.areas.get(&county) {
            Some(Taken {
                summary: Summary {
                    facts: Some(facts), ..
                },
                ..
            }) => Arc::clone(facts),
            Some(taken) => Arc::new(CountyFacts::of(&replay(&[&taken.journal], county)?)),
            None => self.workspace.state.facts.get_untracked(),
        };
        let basis = Basis::new(self.workspace.state.as_of.get_untracked(), &facts);
        for one in self.areas.values_mut() {
            one.score_by(&facts, basis)?;
        }
        Ok(())
    }
}
