//! Where packages lie between their reading and their writing: opened, compared, merged, scored and made ready to store.
//!
//! A desk stands on the page or in a helper beside it; it knows no browser.

use crate::exchange::{self, AreaPreview, Cover, Finding, ForeignDigest, PackageError};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::{CodecError, encode};
use crate::model::{Date, DivisionCode};
use crate::storage::StoredPartition;
use crate::workspace::{Basis, JournalSize, Summary};
use std::collections::BTreeMap;

/// Packages that were opened, by their place among the chosen files.
#[derive(Default)]
pub struct Desk {
    kept: BTreeMap<usize, Kept>,
}

#[derive(Default)]
struct Kept {
    incoming: BTreeMap<DivisionCode, Partition>,
    own: BTreeMap<DivisionCode, Partition>,
}

/// What was found in a file.
#[derive(Debug)]
pub struct Opened {
    /// What the package says about itself.
    pub cover: Cover,
    /// What is worth knowing about it.
    pub findings: Vec<Finding>,
    /// What it would change on a device that has nothing of its areas.
    pub areas: Vec<AreaPreview>,
}

/// An area that is ready to be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The area.
    pub area: DivisionCode,
    /// Changes that were new.
    pub added: usize,
    /// The merged journal in stored form.
    pub journal: Vec<u8>,
    /// Its figures and size.
    pub summary: Summary,
}

impl Desk {
    /// Reads a file and keeps its package.
    ///
    /// # Errors
    /// When the file is refused.
    pub fn open(
        &mut self,
        place: usize,
        bytes: &[u8],
        digest: Option<&ForeignDigest>,
    ) -> Result<Opened, PackageError> {
        let (package, findings) = exchange::open(bytes, digest)?;
        let opened = Opened {
            cover: Cover::of(&package),
            findings,
            areas: exchange::preview(|_| None, &package).areas,
        };
        let kept = Kept {
            incoming: package.partitions,
            own: BTreeMap::new(),
        };
        self.kept.insert(place, kept);
        Ok(opened)
    }

    /// Compares a kept package with what the device has of its areas.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub fn compare(
        &mut self,
        place: usize,
        stored: impl IntoIterator<Item = (DivisionCode, StoredPartition)>,
    ) -> Result<Vec<AreaPreview>, CodecError> {
        let kept = self.kept.entry(place).or_default();
        for (area, stored) in stored {
            kept.own.insert(area, stored.partition(area)?);
        }
        let areas = kept.incoming.values();
        Ok(areas
            .map(|incoming| exchange::preview_area(kept.own.get(&incoming.area()), incoming))
            .collect())
    }

    /// The changes that a kept package has of an area.
    pub fn incoming(&self, place: usize, area: DivisionCode) -> Option<&Partition> {
        self.kept.get(&place)?.incoming.get(&area)
    }

    /// Merges a kept package into what the device has, scores it and lets go of it.
    pub fn take(&mut self, place: usize, facts: &CountyFacts, as_of: Date) -> Vec<Taken> {
        let Kept { incoming, mut own } = self.kept.remove(&place).unwrap_or_default();
        let basis = Basis::new(as_of, facts);
        let areas = incoming.into_iter();
        areas
            .map(|(area, incoming)| {
                let (partition, added) = exchange::apply(own.remove(&area), incoming);
                Taken {
                    added,
                    ..ready(&partition, facts, basis)
                }
            })
            .collect()
    }
}

/// A partition made ready to be stored.
pub fn ready(partition: &Partition, facts: &CountyFacts, basis: Basis) -> Taken {
    let area = partition.area();
    Taken {
        area,
        added: 0,
        journal: encode(area, partition.changes()),
        summary: Summary::of(
            area,
            partition.records(),
            JournalSize::of(partition),
            facts,
            basis,
        ),
    }
}
