//! Reading packages from files, and merging them.

use super::args::Inputs;
use super::failure::Failure;
use super::keys::Keys;
use crate::exchange::{
    Cover, Finding, Held, Package, PackageError, Profile, Received, ScoreRow, apply, open,
};
use crate::journal::Partition;
use crate::keys::{KeyError, verify};
use crate::model::{Date, DivisionCode, Records};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a file turned out to be.
pub(super) type Opened = Result<(Package, Vec<Finding>), KeyError>;

/// The files that were named, with every `.json` of a folder in its place, in the order of names.
pub(super) fn expand(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if path.is_dir() {
            let fail = |error| Failure::Read(path.clone(), error);
            let entries: Result<Vec<_>, _> = std::fs::read_dir(path).map_err(fail)?.collect();
            let inside = entries.map_err(fail)?.into_iter().map(|entry| entry.path());
            let mut inside: Vec<PathBuf> = inside.filter(|file| is_package_name(file)).collect();
            if inside.is_empty() {
                return Err(Failure::NoPackages(path.clone()));
            }
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn is_package_name(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    // A key card of a colleague often lies beside the packages.
    name.is_some_and(|name| {
        (name.ends_with(".json") || name.ends_with(".json.age")) && !name.ends_with("-keycard.json")
    })
}

/// Opens a file: unsealed, read, and its signature checked.
fn open_with(keys: &Keys, bytes: &[u8]) -> Opened {
    let (package, findings) = open(&keys.unseal(bytes)?, None)?;
    match package.signed.as_ref().map(verify) {
        // Another suite's signature is not wrong; it cannot be told.
        None | Some(Ok(_) | Err(KeyError::UnknownSuite(_))) => Ok((package, findings)),
        Some(Err(error)) => Err(error),
    }
}

/// Reads files on every core, and gives what `then` makes of each, in the order of the files.
pub(super) fn read_each<T: Send>(
    (files, keys): (&[PathBuf], &Keys),
    then: impl Fn(&Path, Opened) -> T + Sync,
) -> Result<Vec<T>, Failure> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((place, file)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|n| Some((n, files.get(n)?)))
        {
            let bytes = std::fs::read(file).map_err(|error| Failure::Read(file.clone(), error));
            done.push((place, bytes.map(|bytes| then(file, open_with(keys, &bytes)))));
        }
        done
    };
    let threads = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(files.len());
    let mut all: Vec<(usize, Result<T, Failure>)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            match other.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, outcome)| outcome).collect()
}

/// What several packages come to, whatever their order.
pub(super) struct Together {
    /// The merged areas.
    pub partitions: BTreeMap<DivisionCode, Partition>,
    /// The tallies of summaries, of areas whose records are not here.
    pub summaries: Vec<ScoreRow>,
    /// The smallest area that holds every package's scope.
    pub scope: DivisionCode,
    /// The latest day of the packages.
    pub as_of: Date,
    /// The first package of a newer minor version, by the order of names.
    pub newer: Option<(PathBuf, crate::exchange::SchemaVersion)>,
    /// The packages, as a receipt names them.
    pub received: Vec<Received>,
}

/// The packages of files, in the order of the files; the first that cannot be read stops everything.
pub(super) fn read_packages(named: &Inputs) -> Result<Vec<(PathBuf, Package)>, Failure> {
    let files = expand(&named.files)?;
    let keys = Keys::load(named.key.as_deref())?;
    let opened = read_each((&files, &keys), |file, opened| {
        opened
            .map(|(package, _)| (file.to_owned(), package))
            .map_err(|error| Failure::Key(file.to_owned(), error))
    })?;
    opened.into_iter().collect()
}

/// Reads and merges packages; the first that cannot be read stops everything.
pub(super) fn read_together(named: &Inputs) -> Result<Together, Failure> {
    together(read_packages(named)?)
}

/// Merges packages. A delta is refused unless what it builds on is among them.
pub(super) fn together(packages: Vec<(PathBuf, Package)>) -> Result<Together, Failure> {
    let mut bases: Vec<(PathBuf, Vec<Held>)> = Vec::new();
    let mut together: Option<Together> = None;
    for (file, package) in packages {
        let head = &package.head;
        if !head.base.is_empty() {
            bases.push((file.clone(), head.base.clone()));
        }
        let sum = together.get_or_insert_with(|| Together {
            partitions: BTreeMap::new(),
            summaries: Vec::new(),
            scope: head.scope.code,
            as_of: head.as_of,
            newer: None,
            received: Vec::new(),
        });
        sum.take_in(&file, package);
    }
    let mut together = together.ok_or_else(|| Failure::NoPackages(PathBuf::new()))?;
    for (file, base) in bases {
        together
            .must_hold(&base)
            .map_err(|error| Failure::Refused(file, error))?;
    }
    together.keep_needed_summaries();
    Ok(together)
}

impl Together {
    /// The smallest area that holds everything and another area.
    pub(super) fn scope_with(&self, area: DivisionCode) -> DivisionCode {
        common(self.scope, area)
    }

    /// Refuses what builds on changes that are not here.
    fn must_hold(&self, base: &[Held]) -> Result<(), PackageError> {
        for row in base {
            let empty = Partition::new(row.area);
            let here = self.partitions.get(&row.area).unwrap_or(&empty);
            if let Some(missing) = Held::lacking(base, here) {
                return Err(PackageError::BaseMissing {
                    area: missing.area.to_string(),
                    newest: missing.newest.to_string(),
                });
            }
        }
        Ok(())
    }

    /// Forgets what became known after the end of that day.
    pub(super) fn as_known_on(&mut self, day: Option<Date>) {
        let Some(day) = day else { return };
        let end = day.plus_days(1).start_in_china() - 1;
        self.partitions.values_mut().for_each(|one| *one = one.as_of(end));
    }

    fn take_in(&mut self, file: &Path, package: Package) {
        self.received.push(Received::of(&Cover::of(&package)));
        let head = package.head;
        self.scope = common(self.scope, head.scope.code);
        self.as_of = self.as_of.max(head.as_of);
        if head.schema > crate::exchange::SchemaVersion::CURRENT && self.newer.is_none() {
            self.newer = Some((file.to_owned(), head.schema));
        }
        for (area, incoming) in package.partitions {
            let merged = apply(self.partitions.remove(&area), incoming).0;
            self.partitions.insert(area, merged);
        }
        if head.profile == Profile::Summary {
            self.summaries.extend(package.rows);
        }
    }

    /// A tally counts only where no record is at hand; of two, the later stands.
    fn keep_needed_summaries(&mut self) {
        let partitions = &self.partitions;
        self.summaries
            .retain(|row| !partitions.keys().any(|area| area.within(row.area)));
        let order = |a: &ScoreRow, b: &ScoreRow| a.order(b).then_with(|| a.status.cmp(&b.status));
        self.summaries
            .sort_by(|a, b| order(a, b).then_with(|| (a.num, a.den).cmp(&(b.num, b.den))));
        self.summaries.reverse();
        self.summaries
            .dedup_by(|a, b| a.area == b.area && a.indicator == b.indicator && a.as_of == b.as_of);
        self.summaries.reverse();
    }

    /// The folded state of every area, for scoring.
    pub(super) fn records(&self) -> BTreeMap<DivisionCode, &Records> {
        self.partitions
            .iter()
            .map(|(area, partition)| (*area, partition.records()))
            .collect()
    }
}

/// This machine's time, in milliseconds since 1970.
pub(super) fn now() -> Result<u64, Failure> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let millis = since.map_err(|_| Failure::Clock)?.as_millis();
    u64::try_from(millis).map_err(|_| Failure::Clock)
}

/// The smallest area that holds both.
fn common(mut one: DivisionCode, other: DivisionCode) -> DivisionCode {
    while !other.within(one) {
        match one.parent() {
            Some(parent) => one = parent,
            None => return one,
        }
    }
    one
}
