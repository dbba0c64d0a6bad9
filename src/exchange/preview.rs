//! What taking in a package would do, before anything is written.

use super::state::{Telling, record_json};
use super::{Disclosure, Package};
use crate::journal::{Change, Conflict, Partition, RecordKey};
use crate::model::{DivisionCode, Id, Kind, Records, Value};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many names a preview shows of each group.
pub const NAMES_SHOWN: usize = 5;

/// How many names it keeps of what would be lost, which a person is asked about by name.
pub const NAMES_OF_LOST: usize = 200;

/// What a package would do to each of its areas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The areas that the package has changes of, in the order of their codes.
    pub areas: Vec<AreaPreview>,
}

/// What a package would do to one area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaPreview {
    /// The area.
    pub area: DivisionCode,
    /// Whether nothing of the area was on this device before.
    pub first: bool,
    /// Changes that were not known before.
    pub changes: usize,
    /// What happens to records, by kind; kinds without a record are left out.
    pub kinds: BTreeMap<Kind, KindPreview>,
    /// Conflicts that would come up, in the order of records.
    pub conflicts: Vec<Conflict>,
}

/// What a package would do to the records of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindPreview {
    /// Records that were not there, or had been deleted here.
    pub new: RecordGroup,
    /// Records whose fields change.
    pub changed: RecordGroup,
    /// Records that are deleted.
    pub removed: RecordGroup,
    /// Records of which some value becomes unknown; they are counted among the changed ones too.
    #[serde(default)]
    pub blanked: RecordGroup,
    /// Records with a new conflict; they are counted among the others too.
    pub conflicting: RecordGroup,
    /// Records of the package that are here already, just so.
    pub unchanged: usize,
}

/// Records and the names of the first few, where the kind has names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordGroup {
    /// How many.
    pub count: usize,
    /// Names of households and persons, at most [`NAMES_SHOWN`]; of what would be lost, [`NAMES_OF_LOST`].
    pub names: Vec<String>,
}

impl RecordGroup {
    fn add(&mut self, name: &dyn Fn() -> Option<String>) {
        self.add_up_to(NAMES_SHOWN, name);
    }

    fn add_up_to(&mut self, most: usize, name: &dyn Fn() -> Option<String>) {
        self.count += 1;
        if self.names.len() < most {
            self.names.extend(name());
        }
    }
}

impl Preview {
    /// Whether the package tells nothing new.
    pub fn is_unchanged(&self) -> bool {
        self.areas.iter().all(|area| area.changes == 0)
    }

    /// The conflicts that would come up, over all areas.
    pub fn conflicts(&self) -> usize {
        self.areas.iter().map(|area| area.conflicts.len()).sum()
    }
}

/// What taking in a package would do; `current` gives what is on this device. Nothing is changed.
pub fn preview<'a>(current: impl Fn(DivisionCode) -> Option<&'a Partition>, package: &Package) -> Preview {
    let areas = package.partitions.values();
    Preview {
        areas: areas
            .map(|incoming| preview_area(current(incoming.area()), incoming))
            .collect(),
    }
}

/// Merges what came in into what is there and says how many changes were new; the same law as everywhere, so the order of
/// packages does not matter.
pub fn apply(current: Option<Partition>, incoming: Partition) -> (Partition, usize) {
    match current.filter(|partition| !partition.changes().is_empty()) {
        None => {
            let added = incoming.changes().len();
            (incoming, added)
        }
        Some(mut partition) => {
            let added = partition.merge(incoming.into_changes());
            (partition, added)
        }
    }
}

/// What one area's changes would do to what is on this device.
pub fn preview_area(current: Option<&Partition>, incoming: &Partition) -> AreaPreview {
    let current = current.filter(|partition| !partition.changes().is_empty());
    let mut area = AreaPreview {
        area: incoming.area(),
        first: current.is_none(),
        changes: 0,
        kinds: BTreeMap::new(),
        conflicts: Vec::new(),
    };
    match current {
        None => {
            area.changes = incoming.changes().len();
            area.conflicts = incoming.conflicts();
            area.count_as_new(incoming.records());
        }
        Some(before) => {
            let news: Vec<&Change> = before.news_of(incoming.changes()).collect();
            let touched: FxHashSet<RecordKey> = news.iter().filter_map(|change| change.record()).collect();
            let touches = |change: &&Change| change.record().is_some_and(|record| touched.contains(&record));
            // What the news don't touch stays as it is, so that only the rest is folded anew.
            let own = before.changes().iter().filter(touches).cloned();
            let mut after = Partition::of(incoming.area(), own.collect());
            let known = after.conflicts();
            area.changes = after.merge(news.iter().copied().cloned());
            let fresh = |conflict: &Conflict| !known.contains(conflict);
            area.conflicts = after.conflicts().into_iter().filter(fresh).collect();
            area.compare(before, &after, incoming, |record| touched.contains(record));
        }
    }
    area
}

impl AreaPreview {
    /// Counts the records of an area of which nothing was here: whatever is not deleted is new.
    fn count_as_new(&mut self, records: &Records) {
        for kind in Kind::ALL {
            let mut group = KindPreview::default();
            records.for_each(*kind, |row| {
                let key = (*kind, row.id);
                let name = || name_of(records, key);
                group.new.add(&name);
                if self.is_contested(key) {
                    group.conflicting.add(&name);
                }
            });
            self.note(*kind, group);
        }
    }

    fn is_contested(&self, record: RecordKey) -> bool {
        self.conflicts.iter().any(|conflict| conflict.record == record)
    }

    fn note(&mut self, kind: Kind, group: KindPreview) {
        if group != KindPreview::default() {
            self.kinds.insert(kind, group);
        }
    }

    /// Groups the records of a package by what happens to them: only touched ones can differ, and `after` need hold no
    /// others.
    fn compare(
        &mut self,
        before: &Partition,
        after: &Partition,
        incoming: &Partition,
        touched: impl Fn(&RecordKey) -> bool,
    ) {
        let (before, after) = (before.records(), after.records());
        for kind in Kind::ALL {
            let mut group = KindPreview::default();
            incoming.records().for_each_row(*kind, |row| {
                let key = (*kind, row.id);
                let name = || name_among(&[after, before], key);
                let was = before.contains(*kind, row.id);
                let is = if touched(&key) {
                    after.contains(*kind, row.id)
                } else {
                    was
                };
                match (was, is) {
                    (false, true) => group.new.add(&name),
                    (true, false) => group.removed.add_up_to(NAMES_OF_LOST, &name),
                    (false, false) => return,
                    (true, true) if touched(&key) && state_of(before, key) != state_of(after, key) => {
                        group.changed.add(&name);
                        if loses_a_value(before, after, key) {
                            group.blanked.add_up_to(NAMES_OF_LOST, &name);
                        }
                    }
                    (true, true) => group.unchanged += 1,
                }
                if self.is_contested(key) {
                    group.conflicting.add(&name);
                }
            });
            self.note(*kind, group);
        }
    }
}

/// Whether a field that was known is known no more.
fn loses_a_value(before: &Records, after: &Records, (kind, id): RecordKey) -> bool {
    let is_null = |records: &Records, place| records.get(kind, id, place).is_null();
    (0..kind.def().fields.len()).any(|place| !is_null(before, place) && is_null(after, place))
}

fn state_of(records: &Records, (kind, id): RecordKey) -> Option<Vec<u8>> {
    let telling = Telling {
        disclosure: Disclosure::EVERYTHING,
        tombstones: true,
    };
    let mut json = Vec::new();
    records.with_row(kind, id, |row| record_json(&mut json, &row, telling))?;
    Some(json)
}

/// The name that people know a record by: its person's, its household's head's; none where there is neither.
pub fn name_of(records: &Records, record: RecordKey) -> Option<String> {
    name_among(&[records], record)
}

/// The same where a record may be in one state and its household in another; the first that knows it tells.
fn name_among(states: &[&Records], (kind, id): RecordKey) -> Option<String> {
    let household = |id: Id| {
        states
            .iter()
            .find_map(|records| records.households.row(id)?.record.head_name.clone())
    };
    let person = |id: Id| {
        states
            .iter()
            .find_map(|records| records.persons.row(id)?.record.name.clone())
    };
    match kind {
        Kind::Household => household(id),
        Kind::Person => person(id),
        _ => {
            let named = |field: &str| {
                let place = kind.def().position(field)?;
                states
                    .iter()
                    .find_map(|records| match records.get(kind, id, place) {
                        Value::Text(text) => text.parse().ok(),
                        _ => None,
                    })
            };
            let of_person = named("person_id").and_then(person);
            of_person.or_else(|| household(named("household_id")?))
        }
    }
}
