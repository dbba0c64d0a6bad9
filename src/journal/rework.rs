//! Putting records right that stand twice or in the wrong place, without losing what was told of them: merging two records
//! into one, taking a step back, and moving records to another area.
//!
//! Merging and stepping back are changes like any other. A move tells the history again in the other area, change by change
//! with its own stamps and authors, and takes the records out of sight where they were.

use super::{Change, Clock, FieldKey, Partition, RecordKey, Stamp};
use crate::model::{DivisionCode, FieldType, Id, Kind, NaturalKey, Records, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Fields of a record by their place, with values.
type Fields = Vec<(usize, Value)>;

/// One step of a rework.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Sets fields of a record.
    Set(RecordKey, Fields),
    /// Sets or lifts the tombstone.
    Delete(RecordKey, bool),
}

impl Partition {
    /// Makes the changes of some steps; the partition stays as it is until they are durable and merged.
    pub fn carry_out(&self, clock: &mut Clock, now: u64, author: Id, steps: Vec<Step>) -> Vec<Change> {
        self.begin_go(clock);
        let one = |step| match step {
            Step::Set(key, fields) => self.change(clock, now, author, key, fields),
            Step::Delete(key, deleted) => self.delete(clock, now, author, key, deleted),
        };
        steps.into_iter().map(one).collect()
    }
}

/// The steps that make one record of two: whatever pointed to `gone` points to `kept`, yearly and other keyed records of
/// `gone` become those of `kept`, what `kept` does not know it takes from `gone`, and `gone` is deleted. A value that both
/// have stays as `kept` has it; the other is in the history.
pub fn merge_into(records: &Records, kind: Kind, kept: Id, gone: Id) -> Vec<Step> {
    let mut steps = Vec::new();
    fill_in(records, (kind, gone), (kind, kept), &BTreeMap::new(), &mut steps);
    for other in Kind::ALL {
        let pointing = references_to(*other, kind);
        if pointing.is_empty() {
            continue;
        }
        let mut found: Vec<(Id, BTreeMap<usize, Value>)> = Vec::new();
        records.for_each(*other, |row| {
            let points = |place: &&usize| row.get(**place).as_text() == Some(gone.as_str());
            let moved = pointing
                .iter()
                .filter(points)
                .map(|place| (*place, kept.as_str().into()));
            let moved: BTreeMap<usize, Value> = moved.collect();
            if !moved.is_empty() {
                found.push((row.id, moved));
            }
        });
        for (id, moved) in found {
            match other
                .natural_key()
                .and_then(|key| keyed_anew(records, (*other, id), key, &moved))
            {
                Some(target) => {
                    fill_in(records, (*other, id), (*other, target), &moved, &mut steps);
                    steps.push(Step::Delete((*other, id), true));
                }
                None => steps.push(Step::Set((*other, id), moved.into_iter().collect())),
            }
        }
    }
    steps.push(Step::Delete((kind, gone), true));
    steps
}

/// The fields of a kind that point to records of another.
fn references_to(kind: Kind, target: Kind) -> Vec<usize> {
    let points = |ty: &FieldType| matches!(ty, FieldType::Reference(named) if *named == target.def().id);
    let fields = kind.def().fields.iter().enumerate();
    fields
        .filter(|(_, field)| points(&field.ty))
        .map(|(place, _)| place)
        .collect()
}

/// The identifier that a record with a natural key has once its references point elsewhere; none when it keeps its own.
fn keyed_anew(
    records: &Records,
    (kind, id): RecordKey,
    key: NaturalKey,
    moved: &BTreeMap<usize, Value>,
) -> Option<Id> {
    let value = |field: &str| match kind.def().position(field) {
        Some(place) => moved
            .get(&place)
            .cloned()
            .unwrap_or_else(|| records.get(kind, id, place)),
        None => Value::Null,
    };
    key.id(value).filter(|target| *target != id)
}

/// Fills what one record does not know with what another knows.
fn fill_in(
    records: &Records,
    from: RecordKey,
    to: RecordKey,
    moved: &BTreeMap<usize, Value>,
    steps: &mut Vec<Step>,
) {
    let kind = from.0;
    let known = records.contains(kind, to.1);
    let wanted = |place: usize| {
        let has = records.get(kind, to.1, place);
        let told = moved.get(&place).cloned();
        let value = told.unwrap_or_else(|| records.get(kind, from.1, place));
        (has.is_null() || !known)
            .then_some(value)
            .filter(|value| !value.is_null() && *value != has)
    };
    let fields: Fields = (0..kind.def().fields.len())
        .filter_map(|place| Some((place, wanted(place)?)))
        .collect();
    if !known {
        steps.push(Step::Delete(to, false));
    }
    if !fields.is_empty() {
        steps.push(Step::Set(to, fields));
    }
}

/// The changes that were made in one go with the one of that stamp, oldest first: a device gives them stamps in a row, and
/// pauses between two goes.
pub fn made_together(partition: &Partition, with: Stamp) -> Vec<&Change> {
    let of_device: Vec<&Change> = partition
        .changes()
        .iter()
        .filter(|change| change.stamp.device() == with.device())
        .collect();
    let Some(middle) = of_device.iter().position(|change| change.stamp == with) else {
        return Vec::new();
    };
    let in_a_row = |pair: &[&Change]| {
        pair[1].stamp.raw_time() == pair[0].stamp.raw_time() + 1 && pair[0].author == pair[1].author
    };
    let before = of_device[..=middle]
        .windows(2)
        .rev()
        .take_while(|pair| in_a_row(pair))
        .count();
    let after = of_device[middle..]
        .windows(2)
        .take_while(|pair| in_a_row(pair))
        .count();
    of_device[middle - before..=middle + after].to_vec()
}

/// The steps that take back what was made in one go with the change of that stamp: every field that still has the value it
/// was given then gets back the one it had before. What somebody has changed since stays.
pub fn step_back(partition: &Partition, with: Stamp) -> Vec<Step> {
    let together = made_together(partition, with);
    let Some(first) = together.first().map(|change| change.stamp) else {
        return Vec::new();
    };
    let touched: BTreeSet<RecordKey> = together.iter().filter_map(|change| change.record()).collect();
    let earlier = |change: &&Change| {
        change.stamp < first && change.record().is_some_and(|record| touched.contains(&record))
    };
    let before = Partition::of(
        partition.area(),
        partition.changes().iter().filter(earlier).cloned().collect(),
    );
    let now = partition.records();
    let mut steps = Vec::new();
    for change in together {
        let Some((kind, id)) = change.record() else {
            continue;
        };
        let mut fields = Fields::new();
        for write in &change.set {
            match write.field {
                FieldKey::Known(place) => {
                    let place = usize::from(place);
                    let was = before.records().get(kind, id, place);
                    let is_so = now.with_row(kind, id, |row| row.get(place)) == Some(write.value.clone());
                    if is_so && was != write.value {
                        fields.push((place, was));
                    }
                }
                FieldKey::Deleted if write.value == Value::Bool(true) => {
                    steps.push(Step::Delete((kind, id), false));
                }
                FieldKey::Deleted | FieldKey::Unknown(_) => {}
            }
        }
        let is_new = !before.records().contains(kind, id) && now.contains(kind, id);
        if is_new && !change.set.iter().any(|write| write.field == FieldKey::Deleted) {
            steps.push(Step::Delete((kind, id), true));
        } else if !fields.is_empty() {
            steps.push(Step::Set((kind, id), fields));
        }
    }
    steps
}

/// A household with its members and whatever points to it or to them, and to nobody who stays.
pub fn household_and_kin(records: &Records, household: Id) -> BTreeSet<RecordKey> {
    let mut kin = BTreeSet::from([(Kind::Household, household)]);
    let members = records
        .memberships
        .iter()
        .filter(|one| one.household_id.map(Id::from) == Some(household));
    for person in members.filter_map(|one| one.person_id) {
        // Who belongs to another household of the village too stays, with what is told of them.
        let mut others = records
            .memberships
            .iter()
            .filter(|one| one.person_id == Some(person));
        if others.all(|one| one.household_id.map(Id::from) == Some(household)) {
            kin.insert((Kind::Person, person.into()));
        }
    }
    // What points to kin is kin: years and events, their rows, and what those have.
    loop {
        let before = kin.len();
        for kind in Kind::ALL {
            let pointing: Vec<(usize, Kind)> = [Kind::Household, Kind::Person]
                .into_iter()
                .chain(kin.iter().map(|(kind, _)| *kind).collect::<BTreeSet<_>>())
                .flat_map(|target| {
                    references_to(*kind, target)
                        .into_iter()
                        .map(move |place| (place, target))
                })
                .collect();
            if pointing.is_empty() || matches!(kind, Kind::Household | Kind::Person) {
                continue;
            }
            let mut found = Vec::new();
            records.for_each(*kind, |row| {
                let to_kin = |(place, target): &(usize, Kind)| {
                    let id = row.get(*place).as_text().and_then(|text| Id::new(text).ok());
                    id.is_some_and(|id| kin.contains(&(*target, id)))
                };
                if pointing.iter().any(to_kin) {
                    found.push((*kind, row.id));
                }
            });
            kin.extend(found);
        }
        if kin.len() == before {
            return kin;
        }
    }
}

/// The history of records, told again in another area.
pub fn retold(partition: &Partition, records: &BTreeSet<RecordKey>, area: DivisionCode) -> Vec<Change> {
    let moves = |change: &&Change| change.record().is_some_and(|record| records.contains(&record));
    let again = |change: &Change| Change {
        area,
        ..change.clone()
    };
    partition.changes().iter().filter(moves).map(again).collect()
}

/// The steps after a move: where the records were they go out of sight.
pub fn out_of_sight(records: &BTreeSet<RecordKey>) -> Vec<Step> {
    records.iter().map(|key| Step::Delete(*key, true)).collect()
}

/// The steps after a move: where the household is now, it says so; what had been put out of sight there is seen again.
pub fn settled_in(records: &BTreeSet<RecordKey>, area: DivisionCode) -> Vec<Step> {
    let Some(village) = Kind::Household.def().position("village_code") else {
        return Vec::new();
    };
    let one = |key: &RecordKey| match key.0 {
        Kind::Household => vec![
            Step::Delete(*key, false),
            Step::Set(*key, vec![(village, area.as_str().into())]),
        ],
        _ => vec![Step::Delete(*key, false)],
    };
    records.iter().flat_map(one).collect()
}
