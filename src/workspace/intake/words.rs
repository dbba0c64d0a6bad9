//! What a page and its helpers say to each other: a few words in JSON and parts in bytes.

use super::desk::{Desk, Opened, Taken};
use crate::exchange::{AreaPreview, Cover, Finding, FindingCode, ForeignDigest, KindPreview, Quarantined};
use crate::indicators;
use crate::indicators::{CountyFacts, KeptFacts};
use crate::model::{Date, DivisionCode, Kind};
use crate::storage::StoredPartition;
use crate::workspace::Summary;
use crate::workspace::keyring::Checked;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Words and the bytes that belong to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// What is asked or answered.
    pub words: String,
    /// Files and journals, in the order that the words name them.
    pub parts: Vec<Vec<u8>>,
}

/// What a page asks.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    /// Open the file in the one part.
    Open { place: usize },
    /// Compare with these areas: each with the number of its blobs among the parts, the snapshot first.
    Compare {
        place: usize,
        stored: Vec<(String, usize)>,
    },
    /// Packages will come, to be scored for that day, and by what the county has entered unless one of them brings that; the
    /// device has something of these areas.
    Begin {
        as_of: String,
        stored: Vec<String>,
        facts: Option<KeptFacts>,
    },
    /// From now on score by what the county has entered.
    Score { facts: KeptFacts },
    /// What will the county have entered with a package of it?
    Facts { place: usize, county: String },
    /// The changes that a package has of an area.
    Incoming { place: usize, area: String },
    /// Give packages away, ready to be stored.
    Take { places: Vec<usize> },
}

/// What a helper answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// The file is refused; whoever asked finds out why.
    Refused,
    /// It is opened; of each area with conflicts its changes are in a part.
    Opened {
        cover: String,
        findings: Vec<(String, String, String)>,
        quarantined: Vec<Quarantined>,
        signed: Option<Checked>,
        areas: Vec<AreaWords>,
    },
    /// It is compared; parts as before.
    Compared { areas: Vec<AreaWords> },
    /// What was said is known now.
    Noted,
    /// What the county will have entered, if the package says anything of it.
    Facts { facts: Option<KeptFacts> },
    /// The changes are in the one part; there is none if the package has none.
    Incoming,
    /// Of each package its areas with how many changes were new; two parts for each area: journal and summary.
    Taken { packages: Vec<Vec<(String, usize)>> },
}

/// An area's preview without its conflicts, which are found anew from the changes where there are some.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct AreaWords {
    pub area: String,
    pub first: bool,
    pub changes: usize,
    pub conflicts: usize,
    pub kinds: Vec<(String, KindPreview)>,
}

/// What a helper works with; nothing before it has been told to begin.
#[derive(Default)]
pub struct Helper {
    desk: Option<Desk>,
}

impl Helper {
    /// Answers a message; none when it cannot be understood. A file's digest may come from elsewhere.
    pub fn answer(&mut self, message: &Message, digest: Option<&ForeignDigest>) -> Option<Message> {
        let ask = serde_json::from_str(&message.words).ok()?;
        let (answer, parts) = match (ask, &mut self.desk) {
            (Ask::Begin { as_of, stored, facts }, desk) => {
                let stored = stored.iter().filter_map(|area| DivisionCode::new(area));
                let mut begun = Desk::new(Date::parse(&as_of)?, stored);
                if let Some(facts) = facts {
                    begun.score_by(Arc::new(CountyFacts::from_kept(&facts)?));
                }
                *desk = Some(begun);
                (Answer::Noted, Vec::new())
            }
            (ask, Some(desk)) => answer_at(desk, ask, &message.parts, digest)?,
            (_, None) => return None,
        };
        Some(Message {
            words: serde_json::to_string(&answer).ok()?,
            parts,
        })
    }
}

fn answer_at(
    desk: &mut Desk,
    ask: Ask,
    parts: &[Vec<u8>],
    digest: Option<&ForeignDigest>,
) -> Option<(Answer, Vec<Vec<u8>>)> {
    Some(match ask {
        Ask::Begin { .. } => return None,
        Ask::Open { place } => match desk.open(place, parts.first()?, digest) {
            Err(_) => (Answer::Refused, Vec::new()),
            Ok(opened) => {
                let parts = contested(desk, place, &opened.areas);
                (opened_in_words(opened), parts)
            }
        },
        Ask::Compare { place, stored } => {
            let areas = desk.compare(place, stored_in(stored, parts)?).ok()?;
            let parts = contested(desk, place, &areas);
            let areas = areas.into_iter().map(AreaWords::of).collect();
            (Answer::Compared { areas }, parts)
        }
        Ask::Score { facts } => {
            desk.score_by(Arc::new(CountyFacts::from_kept(&facts)?));
            (Answer::Noted, Vec::new())
        }
        Ask::Facts { place, county } => {
            let facts = desk.facts_of(place, DivisionCode::new(&county)?);
            let facts = facts.map(|facts| facts.to_kept());
            (Answer::Facts { facts }, Vec::new())
        }
        Ask::Incoming { place, area } => {
            let changes = desk.incoming(place, DivisionCode::new(&area)?);
            (Answer::Incoming, changes.into_iter().collect())
        }
        Ask::Take { places } => {
            let (mut packages, mut parts) = (Vec::new(), Vec::new());
            for place in places {
                let areas = desk.take(place).ok()??;
                packages.push(
                    areas
                        .iter()
                        .map(|one| (one.area.to_string(), one.added))
                        .collect(),
                );
                parts.extend(
                    areas
                        .into_iter()
                        .flat_map(|one| [one.journal, one.summary.to_bytes()]),
                );
            }
            (Answer::Taken { packages }, parts)
        }
    })
}

/// The changes of every area with conflicts.
fn contested(desk: &Desk, place: usize, areas: &[AreaPreview]) -> Vec<Vec<u8>> {
    let contested = areas.iter().filter(|area| !area.conflicts.is_empty());
    let changes = contested.filter_map(|area| desk.incoming(place, area.area));
    changes.collect()
}

fn opened_in_words(opened: Opened) -> Answer {
    let findings = opened
        .findings
        .into_iter()
        .map(|f| (f.code.id().to_owned(), f.path, f.detail));
    Answer::Opened {
        cover: opened.cover.to_json(),
        findings: findings.collect(),
        quarantined: opened.quarantined,
        signed: opened.signed,
        areas: opened.areas.into_iter().map(AreaWords::of).collect(),
    }
}

impl AreaWords {
    fn of(preview: AreaPreview) -> Self {
        let kinds = preview.kinds.into_iter();
        Self {
            area: preview.area.to_string(),
            first: preview.first,
            changes: preview.changes,
            conflicts: preview.conflicts.len(),
            kinds: kinds
                .map(|(kind, groups)| (kind.def().id.to_owned(), groups))
                .collect(),
        }
    }

    /// The preview, its conflicts left to be found.
    pub(super) fn preview(self) -> Option<AreaPreview> {
        let kinds = self.kinds.into_iter();
        Some(AreaPreview {
            area: DivisionCode::new(&self.area)?,
            first: self.first,
            changes: self.changes,
            kinds: kinds
                .filter_map(|(kind, groups)| Some((Kind::from_id(&kind)?, groups)))
                .collect(),
            conflicts: Vec::new(),
        })
    }
}

/// The cover and findings of an opened file.
pub(super) fn opened(cover: &str, findings: Vec<(String, String, String)>) -> Option<(Cover, Vec<Finding>)> {
    let finding = |(code, path, detail): (String, String, String)| {
        Some(Finding::new(FindingCode::of_reading(&code)?, path, detail))
    };
    let findings = findings.into_iter().filter_map(finding).collect();
    Some((Cover::from_json(cover).ok()?, findings))
}

/// Stored partitions with their words; the parts of one after those of the other.
pub(super) fn to_parts(stored: &[(DivisionCode, StoredPartition)]) -> (Vec<(String, usize)>, Vec<Vec<u8>>) {
    let words = stored
        .iter()
        .map(|(area, one)| (area.to_string(), 1 + one.tail.len()));
    let parts = stored
        .iter()
        .flat_map(|(_, one)| std::iter::once(&one.snapshot).chain(&one.tail).cloned());
    (words.collect(), parts.collect())
}

fn stored_in(words: Vec<(String, usize)>, parts: &[Vec<u8>]) -> Option<Vec<(DivisionCode, StoredPartition)>> {
    let mut parts = parts.iter().cloned();
    let one = |(area, blobs): (String, usize)| {
        let mut own = parts.by_ref().take(blobs);
        let snapshot = own.next()?;
        Some((
            DivisionCode::new(&area)?,
            StoredPartition {
                snapshot,
                tail: own.collect(),
            },
        ))
    };
    words.into_iter().map(one).collect()
}

/// Packages whose areas are ready to be stored.
pub(super) fn taken(packages: Vec<Vec<(String, usize)>>, parts: Vec<Vec<u8>>) -> Option<Vec<Vec<Taken>>> {
    let mut parts = parts.into_iter();
    let mut one = |(area, added): (String, usize)| {
        let area = DivisionCode::new(&area)?;
        let (journal, summary) = (parts.next()?, parts.next()?);
        Some(Taken {
            area,
            added,
            journal,
            summary: Summary::from_bytes(area, &summary, indicators::unreported)?,
        })
    };
    let mut package = |areas: Vec<(String, usize)>| areas.into_iter().map(&mut one).collect();
    packages.into_iter().map(&mut package).collect()
}
