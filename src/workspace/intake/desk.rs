//! Where packages lie between their reading and their writing: opened, compared, merged, scored and made ready to store.
//!
//! A desk stands on the page or in a helper beside it; it knows no browser. A package is worked on from its opening to its
//! stored form in one go and kept in that form alone, so that many of them need the memory of one. Only the few that are
//! opened before it is known how to score keep their records until then.

use crate::exchange::{self, AreaPreview, Cover, Finding, ForeignDigest, Quarantined};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::{CodecError, decode, encode, replay};
use crate::keys::KeyError;
use crate::model::{Date, DivisionCode, Level, Records};
use crate::storage::StoredPartition;
use crate::workspace::keyring::{Checked, check};
use crate::workspace::{Basis, JournalSize, Summary};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Packages that were opened, by their place among the chosen files, and how they are scored.
pub struct Desk {
    kept: BTreeMap<usize, BTreeMap<DivisionCode, Kept>>,
    scoring: Scoring,
    /// The areas that the device has something of, with which packages will be compared.
    stored: BTreeSet<DivisionCode>,
}

/// What figures are made by.
struct Scoring {
    as_of: Date,
    /// What the county has entered. None until somebody has said; what is opened before is scored then, but for the
    /// county, which is scored by what it brings itself.
    entered: Option<(Arc<CountyFacts>, Basis)>,
}

/// What a package has of an area.
enum Kept {
    /// As it was read; it will be compared with what the device has.
    Opened(Box<Partition>),
    /// Ready to be stored.
    Ready(Box<Ready>),
}

/// An area that is ready to be stored, unless it still has to be scored.
struct Ready {
    /// The changes of the package in stored form, where the area has others besides them.
    apart: Option<Vec<u8>>,
    /// The area as it is with them.
    taken: Taken,
    /// The records, as long as they are not scored.
    unscored: Option<Records>,
}

impl Scoring {
    /// The figures of an area; none when it is not known yet how to score.
    fn score(&self, area: DivisionCode, records: &Records, size: JournalSize) -> Option<Summary> {
        if area.level() == Level::County {
            let own = CountyFacts::of(records);
            let basis = Basis::new(self.as_of, &own);
            return Some(Summary::of(area, records, size, &own, basis));
        }
        let (facts, basis) = self.entered.as_ref()?;
        Some(Summary::of(area, records, size, facts, *basis))
    }
}

impl Ready {
    /// An area of which the device has nothing.
    fn first(incoming: &Partition, scoring: &Scoring) -> Self {
        Self::of(incoming, incoming.changes().len(), scoring)
    }

    fn of(partition: &Partition, added: usize, scoring: &Scoring) -> Self {
        let (area, records) = (partition.area(), partition.records());
        let size = JournalSize::of(partition);
        let summary = scoring.score(area, records, size);
        let unscored = summary.is_none().then(|| records.clone());
        let summary = summary.unwrap_or_else(|| Summary::unscored(area, size));
        Self {
            apart: None,
            taken: Taken::of(partition, added, summary),
            unscored,
        }
    }

    fn score_by(&mut self, scoring: &Scoring) {
        if let Some(records) = &self.unscored
            && let Some(summary) = scoring.score(self.taken.area, records, self.taken.summary.size())
        {
            self.taken.summary = summary;
            self.unscored = None;
        }
    }

    fn incoming(&self) -> &[u8] {
        self.apart.as_ref().unwrap_or(&self.taken.journal)
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
    /// A desk that scores for that day, on a device that has something of those areas.
    pub fn new(as_of: Date, stored: impl IntoIterator<Item = DivisionCode>) -> Self {
        let scoring = Scoring { as_of, entered: None };
        Self {
            kept: BTreeMap::new(),
            scoring,
            stored: stored.into_iter().collect(),
        }
    }

    /// Scores from now on by what the county has entered: what waits for it at once, what is scored otherwise once it is
    /// taken.
    pub fn score_by(&mut self, facts: Arc<CountyFacts>) {
        let basis = Basis::new(self.scoring.as_of, &facts);
        self.scoring.entered = Some((facts, basis));
        for kept in self.kept.values_mut().flat_map(BTreeMap::values_mut) {
            if let Kept::Ready(ready) = kept {
                ready.score_by(&self.scoring);
            }
        }
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
            let area = incoming.area();
            let kept = match self.stored.contains(&area) {
                true => Kept::Opened(Box::new(incoming)),
                false => Kept::Ready(Box::new(Ready::first(&incoming, &self.scoring))),
            };
            (area, kept)
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
            let incoming = match kept {
                Kept::Opened(incoming) => std::mem::replace(&mut **incoming, Partition::new(*area)),
                Kept::Ready(ready) => Partition::of(*area, decode(ready.incoming(), *area)?),
            };
            let own = stored.remove(area).map(|own| own.partition(*area)).transpose()?;
            previews.push(exchange::preview_area(own.as_ref(), &incoming));
            let apart = encode(*area, incoming.changes());
            let (merged, added) = exchange::apply(own, incoming);
            *kept = Kept::Ready(Box::new(Ready {
                apart: Some(apart),
                ..Ready::of(&merged, added, &self.scoring)
            }));
        }
        Ok(previews)
    }

    /// The changes that a kept package has of an area, in stored form.
    pub fn incoming(&self, place: usize, area: DivisionCode) -> Option<Vec<u8>> {
        Some(match self.kept.get(&place)?.get(&area)? {
            Kept::Opened(partition) => encode(area, partition.changes()),
            Kept::Ready(ready) => ready.incoming().to_vec(),
        })
    }

    /// What the county will have entered with a kept package of it.
    pub fn facts_of(&self, place: usize, county: DivisionCode) -> Option<Arc<CountyFacts>> {
        match self.kept.get(&place)?.get(&county)? {
            Kept::Opened(_) => None,
            Kept::Ready(ready) => ready.taken.summary.facts.clone(),
        }
    }

    /// Gives a kept package away, ready to be stored; none when nobody has said how to score.
    ///
    /// # Errors
    /// When the stored form cannot be read again to be scored anew, which never happens to what was written here.
    pub fn take(&mut self, place: usize) -> Result<Option<Vec<Taken>>, CodecError> {
        let Some((facts, basis)) = &self.scoring.entered else {
            return Ok(None);
        };
        let kept = self.kept.remove(&place).unwrap_or_default().into_values();
        let taken = kept.map(|kept| {
            let ready = match kept {
                Kept::Ready(ready) => ready,
                // It was not compared after all.
                Kept::Opened(incoming) => Box::new(Ready::first(&incoming, &self.scoring)),
            };
            let mut taken = ready.taken;
            taken.score_by(facts, *basis)?;
            Ok(taken)
        });
        taken.collect::<Result<_, _>>().map(Some)
    }
}

impl Taken {
    fn of(partition: &Partition, added: usize, summary: Summary) -> Self {
        let area = partition.area();
        Self {
            area,
            added,
            journal: encode(area, partition.changes()),
            summary,
        }
    }

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
    let (records, size) = (partition.records(), JournalSize::of(partition));
    let summary = Summary::of(partition.area(), records, size, facts, basis);
    Taken::of(partition, 0, summary)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::demo;

    #[test]
    fn a_package_gives_the_same_however_late_it_is_known_how_to_score_and_what_is_stored() {
        let mut county = demo::county(1);
        let own = county.next().unwrap();
        let village = county.find(|area| area.area().level() == Level::Village).unwrap();
        let file = demo::package(&village, &own, Vec::new()).unwrap().sealed.bytes;
        let (area, as_of) = (village.area(), demo::as_of());
        let facts = Arc::new(CountyFacts::of(own.records()));
        assert_ne!(facts.digest(), CountyFacts::default().digest());

        let mut told_first = Desk::new(as_of, []);
        told_first.score_by(Arc::clone(&facts));
        told_first.open(0, &file, None).unwrap();
        let expected = told_first.take(0).unwrap().unwrap();
        assert_eq!(expected.len(), 1);
        assert_eq!(expected[0].added, village.changes().len());

        let mut told_last = Desk::new(as_of, []);
        told_last.open(0, &file, None).unwrap();
        assert!(told_last.take(0).unwrap().is_none());
        told_last.score_by(Arc::clone(&facts));
        assert_eq!(told_last.take(0).unwrap().unwrap(), expected);

        let mut told_otherwise = Desk::new(as_of, [area]);
        told_otherwise.score_by(Arc::default());
        told_otherwise.open(0, &file, None).unwrap();
        assert_eq!(
            told_otherwise.incoming(0, area).unwrap(),
            encode(area, village.changes())
        );
        told_otherwise.compare(0, []).unwrap();
        told_otherwise.score_by(Arc::clone(&facts));
        assert_eq!(told_otherwise.take(0).unwrap().unwrap(), expected);

        let mut never_compared = Desk::new(as_of, [area]);
        never_compared.score_by(facts);
        never_compared.open(0, &file, None).unwrap();
        assert_eq!(never_compared.take(0).unwrap().unwrap(), expected);
    }

    #[test]
    fn the_county_is_scored_by_what_it_brings() {
        let own = demo::county(1).next().unwrap();
        let file = demo::package(&own, &own, Vec::new()).unwrap().sealed.bytes;
        let mut desk = Desk::new(demo::as_of(), []);
        desk.open(3, &file, None).unwrap();
        let facts = desk.facts_of(3, own.area()).unwrap();
        assert_eq!(*facts, CountyFacts::of(own.records()));
        let apart = desk.kept.remove(&3).unwrap().remove(&own.area());
        let Some(Kept::Ready(ready)) = apart else {
            panic!("it was compared with nothing")
        };
        assert_eq!(ready.taken.summary.basis, Basis::new(demo::as_of(), &facts));
    }
}
