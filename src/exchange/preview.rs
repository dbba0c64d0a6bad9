//! What taking in a package would do, before anything is written.

use super::state::{Telling, record_json};
use super::{Disclosure, Package};
use crate::journal::{Conflict, Merged, Partition, RecordKey};
use crate::model::{DivisionCode, Id, Kind, Records, Value};
use std::collections::BTreeMap;

/// How many names a preview gives of each group.
pub const NAMES_SHOWN: usize = 5;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindPreview {
    /// Records that were not there, or had been deleted here.
    pub new: RecordGroup,
    /// Records whose fields change.
    pub changed: RecordGroup,
    /// Records that are deleted.
    pub removed: RecordGroup,
    /// Records with a new conflict; they are counted among the others too.
    pub conflicting: RecordGroup,
    /// Records of the package that are here already, just so.
    pub unchanged: usize,
}

/// Records and the names of the first few, where the kind has names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordGroup {
    /// How many.
    pub count: usize,
    /// Names of households and persons, at most [`NAMES_SHOWN`].
    pub names: Vec<String>,
}

impl RecordGroup {
    fn add(&mut self, name: Option<String>) {
        self.count += 1;
        if self.names.len() < NAMES_SHOWN {
            self.names.extend(name);
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

/// Merges what came in into what is there; the same law as everywhere, so the order of packages does not matter.
pub fn apply(current: Option<Partition>, incoming: Partition) -> (Partition, Merged) {
    match current.filter(|partition| !partition.changes().is_empty()) {
        None => {
            let keys = incoming.changes().iter();
            let touched = keys
                .filter_map(|c| c.kind.known().map(|kind| (kind, c.id)))
                .collect();
            let added = incoming.changes().len();
            (incoming, Merged { added, touched })
        }
        Some(mut partition) => {
            let merged = partition.merge(incoming.into_changes());
            (partition, merged)
        }
    }
}

fn preview_area(current: Option<&Partition>, incoming: &Partition) -> AreaPreview {
    let current = current.filter(|partition| !partition.changes().is_empty());
    let nothing = Partition::new(incoming.area());
    let before = current.unwrap_or(&nothing);
    let changes = before.unknown_of(incoming.changes());
    let merged;
    let after = match (current, changes) {
        (_, 0) => before,
        (None, _) => incoming,
        (Some(current), _) => {
            merged = apply(Some(current.clone()), incoming.clone()).0;
            &merged
        }
    };
    let mut area = AreaPreview {
        area: incoming.area(),
        first: current.is_none(),
        changes,
        kinds: BTreeMap::new(),
        conflicts: Vec::new(),
    };
    if changes > 0 {
        let known = before.conflicts();
        area.conflicts = after
            .conflicts()
            .into_iter()
            .filter(|conflict| !known.contains(conflict))
            .collect();
    }
    for kind in Kind::ALL {
        let group = compare_kind(
            *kind,
            before.records(),
            after.records(),
            incoming.records(),
            &area.conflicts,
        );
        if group != KindPreview::default() {
            area.kinds.insert(*kind, group);
        }
    }
    area
}

fn compare_kind(
    kind: Kind,
    before: &Records,
    after: &Records,
    incoming: &Records,
    conflicts: &[Conflict],
) -> KindPreview {
    let mut preview = KindPreview::default();
    incoming.for_each_row(kind, |row| {
        let key = (kind, row.id);
        let name = || name_of(after, key).or_else(|| name_of(before, key));
        match (before.contains(kind, row.id), after.contains(kind, row.id)) {
            (false, true) => preview.new.add(name()),
            (true, false) => preview.removed.add(name()),
            (false, false) => return,
            (true, true) if state_of(before, key) != state_of(after, key) => preview.changed.add(name()),
            (true, true) => preview.unchanged += 1,
        }
        if conflicts.iter().any(|conflict| conflict.record == key) {
            preview.conflicting.add(name());
        }
    });
    preview
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

/// The name that people know a record by: a person's own, a household's head's; none where there is neither.
pub fn name_of(records: &Records, (kind, id): RecordKey) -> Option<String> {
    let household = |id: Id| records.households.row(id)?.record.head_name.clone();
    match kind {
        Kind::Household => household(id),
        Kind::Person => records.persons.row(id)?.record.name.clone(),
        _ => {
            let place = kind.def().position("household_id")?;
            match records.get(kind, id, place) {
                Value::Text(text) => household(text.parse().ok()?),
                _ => None,
            }
        }
    }
}
