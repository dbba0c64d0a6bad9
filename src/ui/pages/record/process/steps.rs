//! The steps of a process as one record stands in them. Pure.

use crate::journal::{HistoryEntry, RecordKey};
use crate::model::processes::{Flow, Held, Look, Refusal, State, move_sets, refuse};
use crate::model::{Date, Id, Records, Value};

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// The state.
    pub state: &'static State,
    /// How the record stands to it.
    pub standing: Standing,
    /// The day on which it was reached.
    pub day: Option<Date>,
    /// Who recorded it.
    pub who: Option<Id>,
    /// Whether the record may move there.
    pub may: May,
}

/// How a record stands to a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has been there.
    Passed,
    /// It is there.
    Here,
    /// It has not come there.
    Ahead,
}

/// Whether a record may move to a state.
#[derive(Clone, Debug, PartialEq)]
pub enum May {
    /// Nobody asks: it is there, or was.
    Stay,
    /// It may.
    Move,
    /// It may not, and why.
    Not(Refusal),
    /// It comes there by something else that is entered.
    ByItself,
}

/// Whether two lists of steps look the same.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        let parts = |step: &Self| (step.state.id, step.standing, step.day, step.who, step.may.clone());
        parts(self) == parts(other)
    }
}

/// The steps of a record. `history` gives the values that a field had.
pub fn steps(
    flow: &'static Flow,
    records: &Records,
    (kind, id): RecordKey,
    day: Date,
    history: impl Fn(&str) -> Vec<HistoryEntry>,
) -> Vec<Step> {
    let look = Look::at(records, kind, id);
    let current = flow.stands(&look);
    let moves = match flow.held {
        Held::Code(field) => history(field),
        Held::Marks => Vec::new(),
    };
    let of_state = |state: &'static State| {
        let entry = reached_by(flow, state, &moves, &history);
        let here = current.is_some_and(|current| current.id == state.id);
        let standing = if here {
            Standing::Here
        } else if was_there(flow, state, current, &look, entry.is_some()) {
            Standing::Passed
        } else {
            Standing::Ahead
        };
        let shown = standing != Standing::Ahead;
        let told = state.date().and_then(|field| look.date(field));
        let noted = entry.as_ref().map(|entry| Date::in_china(entry.stamp.millis()));
        Step {
            state,
            standing,
            day: told.or(noted).filter(|_| shown),
            who: entry.map(|entry| entry.author).filter(|_| shown),
            may: may(flow, current, state, standing, &look, day),
        }
    };
    flow.states.iter().map(of_state).collect()
}

/// The change by which a state was reached last.
fn reached_by(
    flow: &Flow,
    state: &State,
    moves: &[HistoryEntry],
    history: &impl Fn(&str) -> Vec<HistoryEntry>,
) -> Option<HistoryEntry> {
    use crate::model::processes::Mark;
    match (flow.held, state.mark) {
        (Held::Code(_), _) => {
            let mut to_it = moves.iter().rev();
            to_it
                .find(|entry| entry.value.as_text() == Some(state.id))
                .cloned()
        }
        (Held::Marks, Mark::Date(field) | Mark::Yes(field)) => history(field).pop(),
        (Held::Marks, _) => None,
    }
}

fn was_there(
    flow: &'static Flow,
    state: &State,
    current: Option<&'static State>,
    look: &Look<'_>,
    moved: bool,
) -> bool {
    let Some(current) = current else { return false };
    match flow.held {
        Held::Marks => flow.place(state) < flow.place(current) && look.reached(state),
        Held::Code(_) => moved || state.date().is_some_and(|field| !look.get(field).is_null()),
    }
}

fn may(
    flow: &'static Flow,
    current: Option<&'static State>,
    state: &'static State,
    standing: Standing,
    look: &Look<'_>,
    day: Date,
) -> May {
    let is_next = flow.next(current).any(|next| next.id == state.id);
    if standing == Standing::Here || (standing == Standing::Passed && !is_next) {
        return May::Stay;
    }
    let sets: Vec<(usize, Value)> = move_sets(flow, state, day);
    let after = Look {
        set: &sets,
        day: Some(day),
        ..*look
    };
    match refuse(flow, current, state, &after, day) {
        // The day is chosen with the step.
        None | Some(Refusal::TooEarly(..) | Refusal::InFuture) if state.is_said() => May::Move,
        None | Some(Refusal::TooEarly(..) | Refusal::InFuture) => May::ByItself,
        Some(refusal) => May::Not(refusal),
    }
}

/// The states that can be next and still need something, with the needs that are not met.
pub fn waiting(flow: &'static Flow, records: &Records, (kind, id): RecordKey, day: Date) -> Vec<Waiting> {
    let look = Look {
        day: Some(day),
        ..Look::at(records, kind, id)
    };
    let current = flow.stands(&look);
    let wants = |state: &'static State| {
        let unmet = state.needs.iter().filter(|need| look.unmet(need).is_some());
        let needs: Vec<&'static crate::model::processes::Need> = unmet.collect();
        (!needs.is_empty()).then_some(Waiting { state, needs })
    };
    flow.next(current).filter_map(wants).collect()
}

/// A state that can be next, and what it still needs.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The state.
    pub state: &'static State,
    /// What is not met.
    pub needs: Vec<&'static crate::model::processes::Need>,
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&&crate::model::processes::Need, &&crate::model::processes::Need)| {
            std::ptr::eq(*one, *other)
        };
        self.state.id == other.state.id
            && self.needs.len() == other.needs.len()
            && self.needs.iter().zip(&other.needs).all(same)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::journal::{DeviceId, Stamp};
    use crate::model::processes::flows_of;
    use crate::model::{DangerousHouse, HouseGrade, HouseWorkState, Kind, RebuildMode};

    const DAY: Date = Date::of::<2018, 6, 1>();

    fn house(state: HouseWorkState) -> Records {
        let mut records = Records::default();
        let row = &mut records.dangerous_houses.row_mut(id("d1")).record;
        *row = DangerousHouse {
            grade: Some(HouseGrade::C),
            mode: Some(RebuildMode::Reinforce),
            state: Some(state),
            appraised_on: Some(DAY),
            ..row.clone()
        };
        records
    }

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn flow() -> &'static Flow {
        flows_of(Kind::DangerousHouse).next().unwrap()
    }

    fn steps_of(records: &Records) -> Vec<Step> {
        let entry = |value: &str, minute: u64| HistoryEntry {
            stamp: Stamp::new(1_543_363_200_000 + minute * 60_000, 0, DeviceId::from_chance(1)),
            author: id("o1"),
            value: value.into(),
        };
        let history = move |field: &str| match field {
            "state" => vec![entry("to_appraise", 0), entry("appraised", 1)],
            _ => Vec::new(),
        };
        steps(flow(), records, (Kind::DangerousHouse, id("d1")), DAY, history)
    }

    #[test]
    fn the_steps_say_where_it_stands_since_when_and_by_whom() {
        let steps = steps_of(&house(HouseWorkState::Appraised));
        let standings: Vec<Standing> = steps.iter().map(|step| step.standing).collect();
        assert_eq!(
            standings[..3],
            [Standing::Passed, Standing::Here, Standing::Ahead]
        );
        assert_eq!(
            steps[0].day,
            Some(Date::of::<2018, 11, 28>()),
            "the day it was recorded"
        );
        assert_eq!(steps[1].day, Some(DAY), "the day it was");
        assert_eq!((steps[1].who, steps[2].who), (Some(id("o1")), None));
    }

    #[test]
    fn the_next_step_may_be_taken_and_a_later_one_says_what_comes_first() {
        let steps = steps_of(&house(HouseWorkState::Appraised));
        assert_eq!((&steps[0].may, &steps[1].may), (&May::Stay, &May::Stay));
        assert_eq!(steps[2].may, May::Move);
        let first = flow().name(steps[2].state);
        assert_eq!(steps[6].may, May::Not(Refusal::Skips(first)));
    }

    #[test]
    fn what_the_next_step_needs_waits_with_its_field() {
        let mut records = house(HouseWorkState::Appraised);
        records.dangerous_houses.row_mut(id("d1")).record.mode = None;
        let waiting = waiting(flow(), &records, (Kind::DangerousHouse, id("d1")), DAY);
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0].needs[0].field(), Some("mode"));
        assert!(matches!(steps_of(&records)[2].may, May::Not(Refusal::Empty(_))));
    }

    #[test]
    fn a_step_that_comes_by_itself_has_no_button() {
        let flow = flows_of(Kind::Relocation).next().unwrap();
        let mut records = Records::default();
        let row = &mut records.relocations.row_mut(id("r1")).record;
        (row.housed_on, row.keys_on, row.moved_in_on) = (Some(DAY), Some(DAY), Some(DAY));
        let steps = steps(flow, &records, (Kind::Relocation, id("r1")), DAY, |_| Vec::new());
        assert_eq!(steps[3].standing, Standing::Here);
        assert_eq!(steps[4].may, May::ByItself);
    }
}
