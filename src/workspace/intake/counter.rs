//! Counters: where packages are opened and lie until they are written, on the page or at a helper beside it.

use super::desk::{Desk, Taken};
use super::words::{self, Answer, Ask, Message};
use crate::exchange::{AreaPreview, Checksum, Cover, Finding, ForeignDigest, Quarantined, Seal};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::decode;
use crate::keys::KeyError;
use crate::model::{Date, DivisionCode};
use crate::platform::files::FileBytes;
use crate::storage::StoredPartition;
use crate::workspace::keyring::Checked;
use crate::workspace::{CommandError, Later, Workspace};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Files that a helper has at a time: one to work on, and one whose digest the browser computes meanwhile, where it does that
/// beside other work.
const LANES: usize = 2;

/// A helper, as the page sees it.
pub trait Channel {
    /// Asks a helper, and gives it a file as the last part; none when the helper is lost.
    fn ask<'a>(&'a self, message: Message, file: Option<&'a FileBytes>) -> Later<'a, Option<Message>>;
}

/// Where a package lies between its reading and its writing.
pub(super) enum Counter {
    Here(RefCell<Desk>),
    There(Rc<dyn Channel>),
}

/// What was found in a file, its areas with conflicts with their changes.
pub(super) struct Found {
    pub cover: Cover,
    pub findings: Vec<Finding>,
    pub quarantined: Vec<Quarantined>,
    pub signed: Option<Checked>,
    pub areas: Vec<(AreaPreview, Option<Partition>)>,
}

impl Counter {
    pub fn lanes(&self) -> usize {
        match self {
            Self::Here(_) => 1,
            Self::There(_) => LANES,
        }
    }

    /// Tells it that packages will come, to be scored for that day, and by what the county has entered unless one of them
    /// brings that; and of which areas the device has something.
    pub async fn begin(&self, as_of: Date, stored: &[DivisionCode], facts: Option<&Arc<CountyFacts>>) {
        // The page's own desk was made for it.
        if let Self::There(channel) = self {
            let words = Ask::Begin {
                as_of: as_of.to_string(),
                stored: stored.iter().map(ToString::to_string).collect(),
                facts: facts.map(|facts| facts.to_kept()),
            };
            // A helper that cannot be told is lost, and its files are opened here.
            let _told_or_lost = ask(&**channel, &words, Vec::new(), None).await;
        }
    }

    /// Has it score from now on by what the county will have entered with the packages that come with the others.
    pub async fn score_by(&self, facts: &Arc<CountyFacts>) {
        match self {
            Self::Here(desk) => desk.borrow_mut().score_by(Arc::clone(facts)),
            Self::There(channel) => {
                let words = Ask::Score {
                    facts: facts.to_kept(),
                };
                let _told_or_lost = ask(&**channel, &words, Vec::new(), None).await;
            }
        }
    }

    /// What the county will have entered with a package of it that lies here.
    pub async fn facts_of(&self, place: usize, county: DivisionCode) -> Option<Arc<CountyFacts>> {
        match self {
            Self::Here(desk) => desk.borrow().facts_of(place, county),
            Self::There(channel) => {
                let county = county.to_string();
                let told = ask(&**channel, &Ask::Facts { place, county }, Vec::new(), None).await;
                let (Answer::Facts { facts: Some(facts) }, _) = told? else {
                    return None;
                };
                Some(Arc::new(CountyFacts::from_kept(&facts)?))
            }
        }
    }

    /// The changes that a package which lies here has of an area, in stored form.
    pub async fn incoming(&self, place: usize, area: DivisionCode) -> Option<Vec<u8>> {
        match self {
            Self::Here(desk) => desk.borrow().incoming(place, area),
            Self::There(channel) => {
                let area = area.to_string();
                let (_, parts) = ask(&**channel, &Ask::Incoming { place, area }, Vec::new(), None).await?;
                parts.into_iter().next()
            }
        }
    }

    /// Opens a file; none when a helper refuses it or is lost.
    pub async fn open(
        &self,
        workspace: &Workspace,
        place: usize,
        bytes: &FileBytes,
    ) -> Option<Result<Found, KeyError>> {
        match self {
            Self::Here(desk) => {
                let bytes = bytes.to_vec();
                let digest = digest_of(workspace, &bytes).await;
                let opened = desk.borrow_mut().open(place, &bytes, digest.as_ref());
                Some(opened.map(|opened| {
                    let areas = with_changes(&desk.borrow(), place, opened.areas);
                    Found {
                        cover: opened.cover,
                        findings: opened.findings,
                        quarantined: opened.quarantined,
                        signed: opened.signed,
                        areas,
                    }
                }))
            }
            Self::There(channel) => {
                let (answer, parts) = ask(&**channel, &Ask::Open { place }, Vec::new(), Some(bytes)).await?;
                let Answer::Opened {
                    cover,
                    findings,
                    quarantined,
                    signed,
                    areas,
                } = answer
                else {
                    return None;
                };
                let (cover, findings) = words::opened(&cover, findings)?;
                Some(Ok(Found {
                    cover,
                    findings,
                    quarantined,
                    signed,
                    areas: from_words(areas, parts)?,
                }))
            }
        }
    }

    pub async fn compare(
        &self,
        place: usize,
        stored: Vec<(DivisionCode, StoredPartition)>,
    ) -> Result<Vec<(AreaPreview, Option<Partition>)>, CommandError> {
        match self {
            Self::Here(desk) => {
                let areas = desk.borrow_mut().compare(place, stored)?;
                Ok(with_changes(&desk.borrow(), place, areas))
            }
            Self::There(channel) => {
                let (words, parts) = words::to_parts(&stored);
                let compared = ask(&**channel, &Ask::Compare { place, stored: words }, parts, None).await;
                let Some((Answer::Compared { areas }, parts)) = compared else {
                    return Err(CommandError::HelperLost);
                };
                from_words(areas, parts).ok_or(CommandError::HelperLost)
            }
        }
    }

    /// Takes packages off it, in the order of those places.
    pub async fn take(&self, places: Vec<usize>) -> Result<Vec<Vec<Taken>>, CommandError> {
        match self {
            Self::Here(desk) => {
                let take = |place| desk.borrow_mut().take(place)?.ok_or(CommandError::HelperLost);
                places.into_iter().map(take).collect()
            }
            Self::There(channel) => {
                let count = places.len();
                let answer = ask(&**channel, &Ask::Take { places }, Vec::new(), None).await;
                let Some((Answer::Taken { packages }, parts)) = answer else {
                    return Err(CommandError::HelperLost);
                };
                let taken = words::taken(packages, parts).filter(|taken| taken.len() == count);
                taken.ok_or(CommandError::HelperLost)
            }
        }
    }
}

async fn ask(
    channel: &dyn Channel,
    words: &Ask,
    parts: Vec<Vec<u8>>,
    file: Option<&FileBytes>,
) -> Option<(Answer, Vec<Vec<u8>>)> {
    let words = serde_json::to_string(words).ok()?;
    let answer = channel.ask(Message { words, parts }, file).await?;
    Some((serde_json::from_str(&answer.words).ok()?, answer.parts))
}

fn with_changes(desk: &Desk, place: usize, areas: Vec<AreaPreview>) -> Vec<(AreaPreview, Option<Partition>)> {
    let one = |area: AreaPreview| {
        let incoming = || {
            let changes = decode(&desk.incoming(place, area.area)?, area.area).ok()?;
            Some(Partition::of(area.area, changes))
        };
        let contested = (!area.conflicts.is_empty()).then(incoming).flatten();
        (area, contested)
    };
    areas.into_iter().map(one).collect()
}

fn from_words(
    areas: Vec<words::AreaWords>,
    parts: Vec<Vec<u8>>,
) -> Option<Vec<(AreaPreview, Option<Partition>)>> {
    let mut parts = parts.into_iter();
    let one = |words: words::AreaWords| {
        let contested = words.conflicts > 0;
        let area = words.preview()?;
        let changes = contested.then(|| parts.next());
        let changes = match changes {
            Some(part) => Some(Partition::of(area.area, decode(&part?, area.area).ok()?)),
            None => None,
        };
        Some((area, changes))
    };
    areas.into_iter().map(one).collect()
}

/// The browser's digest of a package, which the reader then need not compute.
async fn digest_of(workspace: &Workspace, bytes: &[u8]) -> Option<ForeignDigest> {
    let seal = Seal::find(bytes)?;
    let digest = workspace.engine().surroundings.sha256(&seal.pieces(bytes));
    let checksum = Checksum::from_bytes(digest.await?);
    Some(ForeignDigest { seal, checksum })
}
