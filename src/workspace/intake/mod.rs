//! Packages in: several files are opened, compared, merged and scored side by side, by helpers beside the page where the
//! browser gives them, and by the page itself where it doesn't. Nothing is written here.

mod desk;
mod words;

pub use desk::{Taken, ready};
pub use words::{Helper, Message};

use super::keyring::{Checked, KnownKeys, SignedBy};
use super::{CommandError, JournalSize, Later, Workspace, reading};
use crate::exchange::{
    self, AreaPreview, Checksum, Cover, Finding, ForeignDigest, Preview, Quarantined, Seal,
};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::journal::codec::decode;
use crate::keys::KeyError;
use crate::model::{Date, DivisionCode};
use crate::plan::divisions;
use crate::platform::files::FileBytes;
use crate::storage::StoredPartition;
use desk::Desk;
use futures::future::{join_all, try_join, try_join_all};
use leptos::prelude::GetUntracked;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use words::{Answer, Ask};

/// Fewer files than that are quicker done than helpers are called.
pub const WORTH_HELP: usize = 4;

/// Files that a helper has at a time: one to work on, and one whose digest the browser computes.
const LANES: usize = 2;

/// Packages that are fetched from a helper in one go.
const AN_ARMFUL: usize = 32;

/// Steps in which progress is shown at most: each has the page drawn again beside the helpers.
const STEPS: usize = 10;

/// A file by its name, and where it stood among those that were chosen.
type Numbered = (usize, (String, FileBytes));

/// How far from a file's end its scope is looked for.
const SCOPE_WITHIN: usize = 400;

/// A helper, as the page sees it.
pub trait Channel {
    /// Asks a helper, and gives it a file as the last part; none when the helper is lost.
    fn ask<'a>(&'a self, message: Message, file: Option<&'a FileBytes>) -> Later<'a, Option<Message>>;
}

/// Where a package lies between its reading and its writing.
enum Counter {
    Here(RefCell<Desk>),
    There(Rc<dyn Channel>),
}

/// The counters at which files are taken in.
pub struct Intake {
    counters: Vec<Rc<Counter>>,
    here: Rc<Counter>,
}

/// A package that was read and found sound.
pub struct Incoming {
    /// What it says about itself.
    pub cover: Cover,
    /// What is worth knowing about it.
    pub findings: Vec<Finding>,
    /// Changes of it that cannot be read and would be set aside.
    pub quarantined: Vec<Quarantined>,
    /// Who signed it.
    pub signed_by: SignedBy,
    /// What taking it in would change.
    pub preview: Preview,
    /// What it holds of the areas with conflicts.
    pub contested: BTreeMap<DivisionCode, Partition>,
    place: usize,
    counter: Rc<Counter>,
    compared_with: BTreeMap<DivisionCode, JournalSize>,
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming")
            .field("cover", &self.cover)
            .finish_non_exhaustive()
    }
}

/// One file that somebody chose to take in.
#[derive(Debug)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// What it holds and what it would change, or why it is refused.
    pub outcome: Result<Incoming, KeyError>,
}

impl Intake {
    /// Counters: helpers, as many as the browser has processors, or the page alone.
    pub(super) fn new(helpers: Vec<Rc<dyn Channel>>, facts: Arc<CountyFacts>, as_of: Date) -> Self {
        let here = Rc::new(Counter::Here(RefCell::new(Desk::new(facts, as_of))));
        let mut counters: Vec<Rc<Counter>> = helpers
            .into_iter()
            .map(|one| Rc::new(Counter::There(one)))
            .collect();
        if counters.is_empty() {
            counters.push(Rc::clone(&here));
        }
        Self { counters, here }
    }

    /// Opens files; each stands where it was among them. The county's own is opened by the page while helpers begin with the
    /// others, which are scored by it; without helpers it comes first.
    pub(super) async fn open(
        &self,
        workspace: &Workspace,
        files: Vec<(String, FileBytes)>,
        known: &KnownKeys,
    ) -> Result<Vec<ImportFile>, CommandError> {
        let of = files.len();
        let opened: RefCell<BTreeMap<usize, ImportFile>> = RefCell::default();
        let one = async |counter: &Rc<Counter>, place: usize, (name, bytes): (String, FileBytes)| {
            let done = opened.borrow().len();
            if done.is_multiple_of(of.div_ceil(STEPS).max(1)) {
                workspace.show_progress(done, of);
            }
            let outcome = self.open_one((workspace, known), counter, place, bytes).await?;
            opened.borrow_mut().insert(place, ImportFile { name, outcome });
            workspace.engine().surroundings.breathe().await;
            Ok::<(), CommandError>(())
        };
        let numbered = files.into_iter().enumerate();
        let (first, others): (Vec<_>, Vec<_>) = numbered.partition(|(_, (_, bytes))| is_of_the_county(bytes));
        let stored = workspace.engine().stored();
        self.here.begin(&stored).await;
        let county = async {
            let mut places = Vec::new();
            for (place, file) in first {
                one(&self.here, place, file).await?;
                places.push(place);
            }
            let facts = self.facts_with(workspace, &places).await?;
            let as_of = workspace.as_of().get_untracked();
            self.here.score_by(&facts, as_of).await;
            join_all(
                self.counters
                    .iter()
                    .map(|counter| counter.score_by(&facts, as_of)),
            )
            .await;
            Ok::<(), CommandError>(())
        };
        let queue = RefCell::new(largest_first(others).into_iter());
        let lane = async |counter: &Rc<Counter>| {
            loop {
                let next = queue.borrow_mut().next();
                let Some((place, file)) = next else {
                    return Ok::<(), CommandError>(());
                };
                one(counter, place, file).await?;
            }
        };
        let work = async |counter: &Rc<Counter>| {
            counter.begin(&stored).await;
            try_join_all((0..counter.lanes()).map(|_| lane(counter))).await
        };
        let others = try_join_all(self.counters.iter().map(work));
        if self.has_helpers() {
            try_join(county, others).await?;
        } else {
            county.await?;
            others.await?;
        }
        Ok(opened.into_inner().into_values().collect())
    }

    fn has_helpers(&self) -> bool {
        self.counters
            .iter()
            .any(|counter| !Rc::ptr_eq(counter, &self.here))
    }

    /// What the county has entered, with its own packages that lie on the page's counter.
    async fn facts_with(
        &self,
        workspace: &Workspace,
        packages: &[usize],
    ) -> Result<Arc<CountyFacts>, CommandError> {
        let Counter::Here(desk) = &*self.here else {
            return Ok(workspace.facts().get_untracked());
        };
        let county = reading::county();
        let sound = packages
            .iter()
            .filter_map(|place| Some((*place, desk.borrow().incoming(*place, county)?)));
        let sound: Vec<(usize, Vec<u8>)> = sound.collect();
        if let [(place, _)] = &sound[..]
            && let Some(facts) = desk.borrow().facts_of(*place, county)
        {
            return Ok(facts);
        }
        let packages: Vec<Vec<u8>> = sound.into_iter().map(|(_, changes)| changes).collect();
        workspace.facts_with(&packages).await
    }

    async fn open_one(
        &self,
        (workspace, known): (&Workspace, &KnownKeys),
        counter: &Rc<Counter>,
        place: usize,
        bytes: FileBytes,
    ) -> Result<Result<Incoming, KeyError>, CommandError> {
        let mut counter = Rc::clone(counter);
        let mut opened = counter.open(workspace, place, &bytes).await;
        if opened.is_none() {
            // Refused or lost: the page itself finds out why, or does it.
            counter = Rc::clone(&self.here);
            let again = bytes.again().await.map_err(|_| CommandError::HelperLost)?;
            opened = counter.open(workspace, place, &again.into()).await;
        }
        drop(bytes);
        let Found {
            cover,
            findings,
            quarantined,
            signed,
            mut areas,
        } = match opened {
            Some(Ok(opened)) => opened,
            Some(Err(error)) => return Ok(Err(error)),
            None => return Err(CommandError::HelperLost),
        };
        let signed_by = known.signed_by(signed.as_ref(), cover.head.scope.code);
        let known: Vec<DivisionCode> = areas
            .iter()
            .map(|(preview, _)| preview.area)
            .filter(|area| workspace.engine().is_stored(*area))
            .collect();
        let sizes = workspace.sizes_of(&known);
        if !known.is_empty() {
            let stored = workspace.engine().database()?.load(known.clone()).await?;
            let stored = known
                .into_iter()
                .zip(stored.into_iter().map(Option::unwrap_or_default));
            areas = counter.compare(place, stored.collect()).await?;
        }
        let (mut preview, mut contested) = (Preview::default(), BTreeMap::new());
        for (mut area, changes) in areas {
            if let Some(incoming) = changes {
                workspace.engine().ensure(area.area).await?;
                let found = |own: &Partition| exchange::preview_area(Some(own), &incoming).conflicts;
                area.conflicts = workspace.engine().partition(area.area, found).unwrap_or_default();
                contested.insert(area.area, incoming);
            }
            preview.areas.push(area);
        }
        Ok(Ok(Incoming {
            cover,
            findings,
            quarantined,
            signed_by,
            preview,
            contested,
            place,
            counter,
            compared_with: sizes,
        }))
    }
}

impl Incoming {
    /// The areas that it has changes of.
    pub fn areas(&self) -> impl Iterator<Item = DivisionCode> + '_ {
        self.preview.areas.iter().map(|area| area.area)
    }

    /// Whether an area is still as it was when the package was compared with it.
    pub(super) fn was_compared_with(&self, area: DivisionCode, size: Option<JournalSize>) -> bool {
        self.compared_with.get(&area).copied() == size
    }
}

/// What was found in a file, its areas with conflicts with their changes.
struct Found {
    cover: Cover,
    findings: Vec<Finding>,
    quarantined: Vec<Quarantined>,
    signed: Option<Checked>,
    areas: Vec<(AreaPreview, Option<Partition>)>,
}

impl Counter {
    fn lanes(&self) -> usize {
        match self {
            Self::Here(_) => 1,
            Self::There(_) => LANES,
        }
    }

    /// Tells it of which areas the device has something.
    async fn begin(&self, stored: &[DivisionCode]) {
        match self {
            Self::Here(desk) => desk.borrow_mut().has_stored(stored.iter().copied()),
            Self::There(channel) => {
                let stored = stored.iter().map(ToString::to_string).collect();
                // A helper that cannot be told is lost, and its files are opened here.
                let _told_or_lost = ask(&**channel, &Ask::Begin { stored }, Vec::new(), None).await;
            }
        }
    }

    /// Has it score so from now on: for that day, by what the county will have entered with the packages that come with the others.
    async fn score_by(&self, facts: &Arc<CountyFacts>, as_of: Date) {
        match self {
            Self::Here(desk) => desk.borrow_mut().score_by(Arc::clone(facts), as_of),
            Self::There(channel) => {
                let words = Ask::Score {
                    as_of: as_of.to_string(),
                    facts: facts.to_kept(),
                };
                let _told_or_lost = ask(&**channel, &words, Vec::new(), None).await;
            }
        }
    }

    /// Opens a file; none when a helper refuses it or is lost.
    async fn open(
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

    async fn compare(
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
    async fn take(&self, places: Vec<usize>) -> Result<Vec<Vec<Taken>>, CommandError> {
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

/// Takes packages off their counters, each with what it gives. They come in armfuls, so that the next is put together while
/// one is looked at.
pub(super) async fn take(incoming: Vec<Incoming>) -> Result<Vec<(Incoming, Vec<Taken>)>, CommandError> {
    let mut counters: Vec<(Rc<Counter>, Vec<usize>)> = Vec::new();
    for (number, one) in incoming.iter().enumerate() {
        let own = counters
            .iter_mut()
            .find(|(counter, _)| Rc::ptr_eq(counter, &one.counter));
        match own {
            Some((_, numbers)) => numbers.push(number),
            None => counters.push((Rc::clone(&one.counter), vec![number])),
        }
    }
    let armfuls = counters
        .iter()
        .flat_map(|(counter, numbers)| numbers.chunks(AN_ARMFUL).map(move |some| (counter, some)));
    let fetched = armfuls.map(async |(counter, numbers)| {
        let places = numbers.iter().map(|number| incoming[*number].place).collect();
        let packages = counter.take(places).await?;
        Ok::<_, CommandError>(numbers.iter().copied().zip(packages).collect::<Vec<_>>())
    });
    let fetched = try_join_all(fetched).await?;
    let mut by_number: BTreeMap<usize, Vec<Taken>> = fetched.into_iter().flatten().collect();
    let incoming = incoming.into_iter().enumerate();
    Ok(incoming
        .map(|(number, one)| (one, by_number.remove(&number).unwrap_or_default()))
        .collect())
}

/// Whether a file seems to be the county's own package: the scope stands near the end of what this program writes.
fn is_of_the_county(bytes: &FileBytes) -> bool {
    let tail = bytes.last(SCOPE_WITHIN);
    let scope = format!("\"scope\":{{\"code\":\"{}\"", divisions::COUNTY);
    memchr::memmem::find(&tail, scope.as_bytes()).is_some()
}

/// So that no helper has a long way to go when the others are done.
fn largest_first(mut files: Vec<Numbered>) -> Vec<Numbered> {
    files.sort_by_key(|(_, (_, bytes))| std::cmp::Reverse(bytes.len()));
    files
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
