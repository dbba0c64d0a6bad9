//! One round of files: who opens which, in what order, and what the page does with what was found.

use super::counter::{Channel, Counter, Found};
use super::desk::Desk;
use super::{ImportFile, Incoming, Intake};
use crate::exchange::{self, Preview};
use crate::indicators::CountyFacts;
use crate::journal::Partition;
use crate::keys::KeyError;
use crate::model::DivisionCode;
use crate::plan::divisions;
use crate::platform::files::FileBytes;
use crate::workspace::keyring::KnownKeys;
use crate::workspace::{CommandError, Workspace, reading};
use futures::future::{join_all, try_join_all};
use leptos::prelude::GetUntracked;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Progress is shown so often: each time the page is drawn again, beside the helpers and on their processors.
const STEP_MILLIS: u64 = 200;

/// How far from a file's end its scope is looked for.
const SCOPE_WITHIN: usize = 400;

/// A file by its name, and where it stood among those that were chosen.
type Numbered = (usize, (String, FileBytes));

impl Intake {
    /// Opens files; each stands where it was among them. The county's own comes first, because the others are scored by what
    /// it brings; whoever is free begins with the others meanwhile.
    pub(in crate::workspace) async fn open(
        self,
        workspace: &Workspace,
        files: Vec<(String, FileBytes)>,
        known: &KnownKeys,
    ) -> Result<Vec<ImportFile>, CommandError> {
        let of = files.len();
        let (county, others): (Vec<_>, Vec<_>) = files
            .into_iter()
            .enumerate()
            .partition(|(_, (_, bytes))| is_of_the_county(bytes));
        let as_of = workspace.as_of().get_untracked();
        let stored = workspace.engine().stored();
        let facts = county.is_empty().then(|| workspace.facts().get_untracked());
        let mut desk = Desk::new(as_of, stored.iter().copied());
        facts.iter().for_each(|facts| desk.score_by(Arc::clone(facts)));
        let round = Round {
            workspace,
            known,
            counters: Counters::new(self.helpers, desk),
            of,
            of_the_county: county.iter().map(|(place, _)| *place).collect(),
            opened: RefCell::default(),
            next_step: Cell::new(0),
        };
        let queue = RefCell::new(county.into_iter().chain(largest_first(others)));
        let lane = async |counter: &Rc<Counter>| {
            loop {
                let next = queue.borrow_mut().next();
                match next {
                    Some(file) => round.take_in(counter, file).await?,
                    None => return Ok::<(), CommandError>(()),
                }
            }
        };
        let work = async |counter: &Rc<Counter>| {
            counter.begin(as_of, &stored, facts.as_ref()).await;
            try_join_all((0..counter.lanes()).map(|_| lane(counter))).await
        };
        try_join_all(round.counters.first.iter().map(work)).await?;
        Ok(round.opened.into_inner().into_values().collect())
    }
}

/// Files that come in together.
struct Round<'a> {
    workspace: &'a Workspace,
    known: &'a KnownKeys,
    counters: Counters,
    /// How many files.
    of: usize,
    /// The places of the county's own packages among them.
    of_the_county: Vec<usize>,
    /// What has been opened, by its place.
    opened: RefCell<BTreeMap<usize, ImportFile>>,
    /// When progress is shown next.
    next_step: Cell<u64>,
}

impl Round<'_> {
    async fn take_in(
        &self,
        counter: &Rc<Counter>,
        (place, (name, bytes)): Numbered,
    ) -> Result<(), CommandError> {
        let surroundings = &self.workspace.engine().surroundings;
        let now = surroundings.running();
        if now >= self.next_step.get() {
            self.next_step.set(now + STEP_MILLIS);
            self.workspace.show_progress(self.opened.borrow().len(), self.of);
        }
        let outcome = self.open_one(counter, place, bytes).await?;
        self.opened
            .borrow_mut()
            .insert(place, ImportFile { name, outcome });
        if self.of_the_county.contains(&place)
            && let Some(packages) = self.packages_of_the_county()
        {
            let facts = facts_with(self.workspace, packages).await?;
            self.counters.score_by(&facts).await;
        }
        surroundings.breathe().await;
        Ok(())
    }

    /// Where the sound ones of the county's own packages lie; none until all of them have been opened.
    fn packages_of_the_county(&self) -> Option<Vec<(usize, Rc<Counter>)>> {
        let opened = self.opened.borrow();
        let places = self.of_the_county.iter();
        let all: Vec<_> = places
            .map(|place| Some((*place, opened.get(place)?)))
            .collect::<Option<_>>()?;
        let sound = |(place, file): (usize, &ImportFile)| {
            let incoming = file.outcome.as_ref().ok()?;
            Some((place, Rc::clone(incoming.counter.as_ref()?)))
        };
        Some(all.into_iter().filter_map(sound).collect())
    }

    async fn open_one(
        &self,
        counter: &Rc<Counter>,
        place: usize,
        bytes: FileBytes,
    ) -> Result<Result<Incoming, KeyError>, CommandError> {
        let (workspace, mut counter) = (self.workspace, Rc::clone(counter));
        let mut opened = counter.open(workspace, place, &bytes).await;
        if opened.is_none() {
            // Refused or lost: the page itself finds out why, or does it.
            counter = Rc::clone(&self.counters.here);
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
        let signed_by = self.known.signed_by(signed.as_ref(), cover.head.scope.code);
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
            counter: Some(counter),
            compared_with: sizes,
        }))
    }
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

/// The counters at which files are taken in.
struct Counters {
    /// Where files go first: the helpers, or the page alone.
    first: Vec<Rc<Counter>>,
    /// The page, which opens what helpers refuse.
    here: Rc<Counter>,
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
