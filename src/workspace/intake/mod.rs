//! Packages in: several files are opened, compared, merged and scored side by side, by helpers beside the page where the
//! browser gives them, and by the page itself where it doesn't. Nothing is written here.

mod counter;
mod desk;
mod words;

pub use counter::Channel;
pub use desk::{Taken, ready};
pub use words::{Helper, Message};

use super::keyring::{KnownKeys, SignedBy};
use super::{CommandError, JournalSize, Workspace, reading};
use crate::exchange::{self, Cover, Finding, Preview, Quarantined};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::keys::KeyError;
use crate::model::DivisionCode;
use crate::plan::divisions;
use crate::platform::files::FileBytes;
use counter::{Counter, Found};
use desk::Desk;
use futures::future::{FutureExt as _, LocalBoxFuture, Shared, join_all, try_join_all};
use leptos::prelude::GetUntracked;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Fewer files than that are quicker done than helpers are called.
pub const WORTH_HELP: usize = 4;

/// Packages that are fetched from a helper in one go.
const AN_ARMFUL: usize = 32;

/// Progress is shown so often: each time the page is drawn again, beside the helpers and on their processors.
const STEP_MILLIS: u64 = 200;

/// A file by its name, and where it stood among those that were chosen.
type Numbered = (usize, (String, FileBytes));

/// How far from a file's end its scope is looked for.
const SCOPE_WITHIN: usize = 400;

/// Who takes files in: the helpers that were called, or the page alone.
pub struct Intake {
    helpers: Vec<Rc<dyn Channel>>,
}

/// The counters at which files are taken in.
struct Counters {
    /// Where files go first: the helpers, or the page alone.
    first: Vec<Rc<Counter>>,
    /// The page, which opens what helpers refuse.
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
    /// Where it stood among the chosen files.
    pub(super) place: usize,
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
    pub(super) fn new(helpers: Vec<Rc<dyn Channel>>) -> Self {
        Self { helpers }
    }

    /// Opens files; each stands where it was among them. The county's own comes first, because the others are scored by what
    /// it brings; whoever is free begins with the others meanwhile.
    pub(super) async fn open(
        self,
        workspace: &Workspace,
        files: Vec<(String, FileBytes)>,
        known: &KnownKeys,
    ) -> Result<Vec<ImportFile>, CommandError> {
        let of = files.len();
        let as_of = workspace.as_of().get_untracked();
        let stored = workspace.engine().stored();
        let opened: RefCell<BTreeMap<usize, ImportFile>> = RefCell::default();
        let next_step = Cell::new(0);
        let numbered = files.into_iter().enumerate();
        let (county, others): (Vec<_>, Vec<_>) =
            numbered.partition(|(_, (_, bytes))| is_of_the_county(bytes));
        let places: Vec<usize> = county.iter().map(|(place, _)| *place).collect();
        let missing = Cell::new(places.len());
        let facts = places.is_empty().then(|| workspace.facts().get_untracked());
        let mut desk = Desk::new(as_of, stored.iter().copied());
        facts.iter().for_each(|facts| desk.score_by(Arc::clone(facts)));
        let counters = Counters::new(self.helpers, desk);
        let one = async |counter: &Rc<Counter>, (place, (name, bytes)): Numbered| {
            let now = workspace.engine().surroundings.running();
            if now >= next_step.get() {
                next_step.set(now + STEP_MILLIS);
                workspace.show_progress(opened.borrow().len(), of);
            }
            let outcome = counters.open_one((workspace, known), counter, place, bytes).await?;
            opened.borrow_mut().insert(place, ImportFile { name, outcome });
            workspace.engine().surroundings.breathe().await;
            Ok::<(), CommandError>(())
        };
        let queue = RefCell::new(county.into_iter().chain(largest_first(others)));
        let lane = async |counter: &Rc<Counter>| {
            loop {
                let next = queue.borrow_mut().next();
                let Some(file) = next else {
                    return Ok::<(), CommandError>(());
                };
                let is_of_the_county = places.contains(&file.0);
                one(counter, file).await?;
                if is_of_the_county && missing.replace(missing.get() - 1) == 1 {
                    let lie = packages_at(&opened.borrow(), &places);
                    let facts = facts_with(workspace, lie).await?;
                    counters.score_by(&facts).await;
                }
            }
        };
        let work = async |counter: &Rc<Counter>| {
            counter.begin(as_of, &stored, facts.as_ref()).await;
            try_join_all((0..counter.lanes()).map(|_| lane(counter))).await
        };
        try_join_all(counters.first.iter().map(work)).await?;
        Ok(opened.into_inner().into_values().collect())
    }
}

/// Where the sound ones of some packages lie.
fn packages_at(opened: &BTreeMap<usize, ImportFile>, places: &[usize]) -> Vec<(usize, Rc<Counter>)> {
    let sound = places
        .iter()
        .filter_map(|place| Some((*place, opened.get(place)?.outcome.as_ref().ok()?)));
    sound
        .map(|(place, incoming)| (place, Rc::clone(&incoming.counter)))
        .collect()
}

/// What the county has entered, with its own packages.
async fn facts_with(
    workspace: &Workspace,
    packages: Vec<(usize, Rc<Counter>)>,
) -> Result<Arc<CountyFacts>, CommandError> {
    let county = reading::county();
    if let [(place, counter)] = &packages[..]
        && let Some(facts) = counter.facts_of(*place, county).await
    {
        return Ok(facts);
    }
    let mut changes = Vec::with_capacity(packages.len());
    for (place, counter) in packages {
        changes.extend(counter.incoming(place, county).await);
    }
    workspace.facts_with(&changes).await
}

impl Counters {
    fn new(helpers: Vec<Rc<dyn Channel>>, desk: Desk) -> Self {
        let here = Rc::new(Counter::Here(RefCell::new(desk)));
        let helpers = helpers.into_iter().map(|one| Rc::new(Counter::There(one)));
        let mut first: Vec<Rc<Counter>> = helpers.collect();
        if first.is_empty() {
            first.push(Rc::clone(&here));
        }
        Self { first, here }
    }

    /// Has all of them score so.
    async fn score_by(&self, facts: &Arc<CountyFacts>) {
        let beside = self.first.iter().filter(|one| !Rc::ptr_eq(one, &self.here));
        let all = beside.chain([&self.here]);
        join_all(all.map(|counter| counter.score_by(facts))).await;
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

/// What packages give, by the place of the file.
pub(super) type Packages = BTreeMap<usize, Vec<Taken>>;

/// Packages on their way from their counters to the page. It is begun while a person looks at the preview, so that nobody
/// waits for it afterwards.
#[derive(Clone)]
pub struct Fetching(Shared<LocalBoxFuture<'static, Fetched>>);

/// What has come; whoever is first takes it.
type Fetched = Rc<RefCell<Result<Packages, CommandError>>>;

impl Fetching {
    /// Has packages come. They come in armfuls, so that the next is put together while one is looked at.
    pub(super) fn of<'a>(incoming: impl IntoIterator<Item = &'a Incoming>) -> Self {
        let mut counters: Vec<(Rc<Counter>, Vec<usize>)> = Vec::new();
        for one in incoming {
            let own = counters
                .iter_mut()
                .find(|(counter, _)| Rc::ptr_eq(counter, &one.counter));
            match own {
                Some((_, places)) => places.push(one.place),
                None => counters.push((Rc::clone(&one.counter), vec![one.place])),
            }
        }
        let fetch = async move {
            let armfuls = counters
                .iter()
                .flat_map(|(counter, places)| places.chunks(AN_ARMFUL).map(move |some| (counter, some)));
            let fetched = armfuls.map(async |(counter, places)| {
                let packages = counter.take(places.to_vec()).await?;
                Ok::<_, CommandError>(places.iter().copied().zip(packages).collect::<Vec<_>>())
            });
            let fetched = try_join_all(fetched).await;
            let fetched = fetched.map(|armfuls| armfuls.into_iter().flatten().collect());
            Rc::new(RefCell::new(fetched))
        };
        Self(fetch.boxed_local().shared())
    }

    /// Waits until they are here and leaves them for whoever takes them.
    pub(super) async fn come(self) {
        self.0.await;
    }

    /// The packages, once they are here.
    pub(super) async fn packages(self) -> Result<Packages, CommandError> {
        self.0.await.replace(Ok(Packages::new()))
    }
}

impl std::fmt::Debug for Fetching {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fetching")
    }
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
