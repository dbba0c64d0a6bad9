//! Moves of records through their processes, as changes: the state, its day and what was said about it; and taking the last
//! one back.

use super::{Batch, NewStep, intentions};
use crate::journal::{FieldKey, Partition, RecordKey};
use crate::model::processes::{Diary, Flow, Held, Look, Mark, State, first_refusal, move_sets};
use crate::model::*;

/// Moves a record to a state: the fields that the move sets, and a row of the diary when something is said about it.
pub fn move_on(
    batch: &mut Batch<'_>,
    (kind, id): RecordKey,
    flow: &'static Flow,
    to: &'static State,
    step: NewStep,
    by: &str,
) {
    if let Some(event) = event_of(batch.partition().records(), id, flow, to) {
        return intentions::change_status(batch, id.into(), event, step.date, step.note);
    }
    let records = batch.partition().records();
    let mut sets = move_sets(flow, to, step.date);
    sets.retain(|(place, value)| records.get(kind, id, *place) != *value);
    if !sets.is_empty() {
        batch.set_all((kind, id), sets);
    }
    if let (Some(diary), Some(note)) = (flow.diary, step.note) {
        write_down(batch, ((kind, id), to), diary, (step.date, note), by);
    }
}

fn write_down(
    batch: &mut Batch<'_>,
    ((kind, id), to): (RecordKey, &State),
    diary: Diary,
    (day, note): (Date, String),
    by: &str,
) {
    let fields = diary.kind.def().fields.iter().enumerate();
    let value = |(place, def): (usize, &FieldDef)| {
        let value = if def.is_subject() && def.target() == Some(kind) {
            Value::from(id.as_str())
        } else if def.id == diary.date {
            day.to_value()
        } else if def.id == diary.text {
            note.clone().into()
        } else if def.id == diary.who {
            by.into()
        } else if def.id == diary.state {
            to.id.into()
        } else {
            return None;
        };
        Some((place, value))
    };
    let row = (diary.kind, batch.fresh_id());
    batch.set_all(row, fields.filter_map(value).collect());
}

/// The status event by which a household comes to a standing in the register; none for other records, and where policies end.
fn event_of(records: &Records, id: Id, flow: &Flow, to: &State) -> Option<StatusEventKind> {
    if flow.kind != Kind::Household {
        return None;
    }
    let household = records.households.get(id);
    let is_new = household.is_none_or(|household| household.first_identified.is_none());
    Some(match PovertyStatus::from_id(to.id) {
        PovertyStatus::NotExited if is_new => StatusEventKind::Identified,
        PovertyStatus::NotExited => StatusEventKind::ReIdentified,
        PovertyStatus::ExitedWithPolicy => StatusEventKind::Exited,
        PovertyStatus::Returned => StatusEventKind::Returned,
        PovertyStatus::NotRegistered => StatusEventKind::Deregistered,
        PovertyStatus::ExitedWithoutPolicy | PovertyStatus::Unrecognised(_) => return None,
    })
}

/// What taking back the last move of a record sets: the values that the move replaced. None when nothing was moved, or when
/// it was the record's first state.
pub fn before_last_move(
    partition: &Partition,
    (kind, id): RecordKey,
    flow: &'static Flow,
) -> Option<Vec<(usize, Value)>> {
    let current = flow.stands(&Look::at(partition.records(), kind, id))?;
    let field = match (flow.held, current.mark) {
        (Held::Code(field), _) | (Held::Marks, Mark::Date(field) | Mark::Yes(field)) => field,
        (Held::Marks, _) => return None,
    };
    let moved = FieldKey::Known(kind.def().position(field)? as u16);
    let last = partition
        .changes_of(kind, id)
        .rev()
        .find(|change| change.set.iter().any(|write| write.field == moved))?;
    let ours = own_places(flow, current);
    let mut sets = Vec::new();
    for write in &last.set {
        let FieldKey::Known(place) = write.field else {
            continue;
        };
        let place = usize::from(place);
        if !ours.contains(&place) {
            continue;
        }
        let history = partition.history(kind, id, &write.field);
        let before = history.iter().rev().find(|entry| entry.stamp < last.stamp);
        let value = before.map(|entry| entry.value.clone()).unwrap_or_default();
        if write.field == moved && matches!(flow.held, Held::Code(_)) && value.is_null() {
            return None;
        }
        sets.push((place, value));
    }
    Some(sets)
}

/// The places of the fields that moves set; a household's years of exit and of falling back come with its standing.
fn own_places(flow: &'static Flow, current: &State) -> Vec<usize> {
    let held = match flow.held {
        Held::Code(field) => Some(field),
        Held::Marks => None,
    };
    let years = ["exit_year", "returned_year"].into_iter();
    let years = years.filter(|_| flow.kind == Kind::Household);
    let marks = flow.states.iter().filter_map(|state| match state.mark {
        Mark::Date(field) | Mark::Yes(field) => Some(field),
        Mark::None | Mark::AnyYes(_) | Mark::Rows(_) => None,
    });
    let fields = held.into_iter().chain(marks).chain(years);
    let all = fields.chain(current.affirms.iter().copied());
    all.filter_map(|field| flow.kind.def().position(field)).collect()
}

/// Takes the last move of a record back, as the correction of a mistake. Says whether there was one.
pub fn take_back(batch: &mut Batch<'_>, record: RecordKey, flow: &'static Flow) -> bool {
    let Some(sets) = before_last_move(batch.partition(), record, flow) else {
        return false;
    };
    if record.0 == Kind::Household
        && let Some(event) = last_event(batch.partition().records(), record.1)
    {
        batch.delete((Kind::HouseholdStatusEvent, event), true);
    }
    batch.set_all(record, sets);
    true
}

fn last_event(records: &Records, household: Id) -> Option<Id> {
    let events = records.status_events.iter();
    let own = events.filter(|event| event.household_id.is_some_and(|id| id.0 == household));
    own.max_by_key(|event| (event.date, event.id))
        .map(|event| event.id.0)
}

/// Why changes to an area's records may not be made: the first move among them that breaks the rules of its process.
pub fn refusal_of(
    partition: &Partition,
    changes: &[crate::journal::Change],
    today: Date,
) -> Option<processes::Refusal> {
    let moved: Vec<RecordKey> = changes
        .iter()
        .filter_map(crate::journal::Change::record)
        .filter(|(kind, _)| processes::flows_of(*kind).next().is_some())
        .collect();
    if moved.is_empty() {
        return None;
    }
    first_refusal(
        partition.records(),
        &partition.records_after(changes),
        moved,
        today,
    )
}
