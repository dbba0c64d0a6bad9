//! Where packages lie between their reading and their writing: opened, compared, merged, scored and made ready to store.
//!
//! A desk stands on the page or in a helper beside it; it knows no browser. A package is worked on from its opening to its
//! stored form in one go and kept in that form alone, so that many of them need the memory of one.

use crate::exchange::{self, AreaPreview, Cover, Finding, ForeignDigest, Quarantined};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::{CodecError, decode, encode, replay};
use crate::keys::KeyError;
use crate::model::{Date, DivisionCode};
use crate::storage::StoredPartition;
use crate::workspace::keyring::{Checked, check};
use crate::workspace::{Basis, JournalSize, Summary};
use std::collections::BTreeMap;

/// Packages that were opened, by their place among the chosen files, and how they are scored.
pub struct Desk {
    kept: BTreeMap<usize, BTreeMap<DivisionCode, Kept>>,
    facts: CountyFacts,
    basis: Basis,
}

struct Kept {
    /// The changes of the package in stored form, where the area has others besides them.
    apart: Option<Vec<u8>>,
    /// The area as it is with them.
    ready: Taken,
}

impl Kept {
    fn incoming(&self) -> &[u8] {
        self.apart.as_ref().unwrap_or(&self.ready.journal)
    }
}

/// What was found in a file.
#[derive(Debug)]
pub struct Opened {
    /// What the package says about itself.
    pub cover: Cover,
    /// What is worth knowing about it.
    pub findings: Vec<Finding>,
    /// Changes of it that cannot be read.
    pub quarantined: Vec<Quarantined>,
    /// Its signature, which is right: the suite and the key.
    pub signed: Option<Checked>,
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
    /// A desk that scores for that day by what the county has entered.
    pub fn new(facts: CountyFacts, as_of: Date) -> Self {
        Self {
            kept: BTreeMap::new(),
            basis: Basis::new(as_of, &facts),
            facts,
        }
    }

    /// Scores so from now on, what is kept too once it is taken.
    pub fn score_by(&mut self, facts: CountyFacts, as_of: Date) {
        self.basis = Basis::new(as_of, &facts);
        self.facts = facts;
    }

    /// Reads a file and keeps its package.
    ///
    /// # Errors
    /// When the file is refused.
    pub fn open(
        &mut self,
        place: usize,
        bytes: &[u8],
        digest: Option<&ForeignDigest>,
    ) -> Result<Opened, KeyError> {
        let (package, findings) = exchange::open(bytes, digest)?;
        let signed = check(package.signed.as_ref())?;
        let opened = Opened {
            signed,
            cover: Cover::of(&package),
            findings,
            quarantined: package.quarantined.clone(),
            areas: exchange::preview(|_| None, &package).areas,
        };
        let areas = package.partitions.into_values().map(|incoming| {
            let ready = Taken {
                added: incoming.changes().len(),
                ..ready(&incoming, &self.facts, self.basis)
            };
            (incoming.area(), Kept { apart: None, ready })
        });
        let areas = areas.collect();
        self.kept.insert(place, areas);
        Ok(opened)
    }

    /// Compares a kept package with what the device has of its areas, and merges it into that.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub fn compare(
        &mut self,
        place: usize,
        stored: impl IntoIterator<Item = (DivisionCode, StoredPartition)>,
    ) -> Result<Vec<AreaPreview>, CodecError> {
        let mut stored: BTreeMap<DivisionCode, StoredPartition> = stored.into_iter().collect();
        let mut previews = Vec::new();
        for (area, kept) in self.kept.entry(place).or_default() {
            let incoming = Partition::of(*area, decode(kept.incoming(), *area)?);
            let own = stored.remove(area).map(|own| own.partition(*area)).transpose()?;
            previews.push(exchange::preview_area(own.as_ref(), &incoming));
            let (merged, added) = exchange::apply(own, incoming);
            let together = Taken {
                added,
                ..ready(&merged, &self.facts, self.basis)
            };
            let before = std::mem::replace(&mut kept.ready, together);
            kept.apart.get_or_insert(before.journal);
        }
        Ok(previews)
    }

    /// The changes that a kept package has of an area, in stored form.
    pub fn incoming(&self, place: usize, area: DivisionCode) -> Option<&[u8]> {
        Some(self.kept.get(&place)?.get(&area)?.incoming())
    }

    /// Gives a kept package away, ready to be stored.
    ///
    /// # Errors
    /// When the stored form cannot be read again to be scored anew, which never happens to what was written here.
    pub fn take(&mut self, place: usize) -> Result<Vec<Taken>, CodecError> {
        let kept = self.kept.remove(&place).unwrap_or_default().into_values();
        kept.map(|Kept { mut ready, .. }| {
            ready.score_by(&self.facts, self.basis)?;
            Ok(ready)
        })
        .collect()
    }
}

impl Taken {
    /// Scores the area anew unless its figures rest on just that.
    ///
    /// # Errors
    /// As [`Desk::take`].
    pub fn score_by(&mut self, facts: &CountyFacts, basis: Basis) -> Result<(), CodecError> {
        if self.summary.basis != basis {
            let records = replay(&[&self.journal], self.area)?;
            self.summary = Summary::of(self.area, &records, self.summary.size(), facts, basis);
        }
        Ok(())
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
