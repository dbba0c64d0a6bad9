//! Whether a move may be made.

use super::flow::{day_value, field_of};
use super::{Flow, Held, Look, Mark, Refusal, State, flows_of};
use crate::model::{Date, HouseholdStatusEvent, Id, Kind, Label, Records, Value};

/// Why a record cannot come from one state to another, seen as it is after the move; none when it can. `today` is the latest
/// day on which anything can have happened.
pub fn refuse(
    flow: &'static Flow,
    from: Option<&'static State>,
    to: &'static State,
    after: &Look<'_>,
    today: Date,
) -> Option<Refusal> {
    if from.is_some_and(|from| from.id == to.id) {
        return None;
    }
    if !flow.next(from).any(|state| state.id == to.id) {
        return Some(out_of_order(flow, from, to));
    }
    let unmet = to.needs.iter().find_map(|need| after.unmet(need));
    unmet.or_else(|| wrong_day(flow, from, to, after, today))
}

fn out_of_order(flow: &'static Flow, from: Option<&'static State>, to: &'static State) -> Refusal {
    match (first_step(flow, from, to), from) {
        (Some(first), _) => Refusal::Skips(flow.name(first)),
        (None, Some(from)) => Refusal::NoWay(flow.name(from), flow.name(to)),
        (None, None) => Refusal::NotFirst(flow.name(to)),
    }
}

/// The first of the states on the shortest way.
fn first_step(flow: &'static Flow, from: Option<&'static State>, to: &State) -> Option<&'static State> {
    let mut reached: Vec<(&State, &State)> = flow.next(from).map(|state| (state, state)).collect();
    let mut at = 0;
    while let Some((state, first)) = reached.get(at).copied() {
        if state.id == to.id {
            return Some(first);
        }
        for next in flow.next(Some(state)) {
            if !reached.iter().any(|(known, _)| known.id == next.id) {
                reached.push((next, first));
            }
        }
        at += 1;
    }
    None
}

/// A day that is not known, lies in the future, or before that of an earlier step.
fn wrong_day(
    flow: &'static Flow,
    from: Option<&State>,
    to: &'static State,
    after: &Look<'_>,
    today: Date,
) -> Option<Refusal> {
    let field = to.date()?;
    let label = |field: &str| field_of(flow.kind, field).map_or(Label::new("", ""), |def| def.label);
    let Some(day) = after.date(field) else {
        // What begins a record has its own form for that.
        return from.map(|_| Refusal::Empty(label(field)));
    };
    if day > today {
        return Some(Refusal::InFuture);
    }
    let earlier = flow.states[..flow.place(to)].iter().filter_map(State::date);
    let dated = earlier.filter_map(|field| Some((after.date(field)?, field)));
    let (latest, of) = dated.max()?;
    (latest > day).then(|| Refusal::TooEarly(label(of), latest))
}

/// What a move to a state sets: the state, its mark, and nothing any more where later steps were marked.
pub fn move_sets(flow: &'static Flow, to: &'static State, day: Date) -> Vec<(usize, Value)> {
    let mut sets: Vec<(&str, Value)> = Vec::new();
    if let Held::Code(field) = flow.held {
        sets.push((field, to.id.into()));
        let later = flow.states[flow.place(to) + 1..].iter();
        sets.extend(later.filter_map(State::date).map(|field| (field, Value::Null)));
    }
    match to.mark {
        Mark::Date(field) => sets.push((field, day_value(day))),
        Mark::Yes(field) => sets.push((field, true.into())),
        Mark::None | Mark::AnyYes(_) | Mark::Rows(_) => {}
    }
    sets.extend(to.affirms.iter().map(|field| (*field, true.into())));
    let placed = sets.into_iter();
    placed
        .filter_map(|(field, value)| Some((flow.kind.def().position(field)?, value)))
        .collect()
}

/// The first of some records that was moved against the rules, seen before and after; none when all moves may be made.
pub fn first_refusal(
    before: &Records,
    after: &Records,
    records: impl IntoIterator<Item = (Kind, Id)>,
    today: Date,
) -> Option<Refusal> {
    records.into_iter().find_map(|(kind, id)| {
        let was = Look::at(before, kind, id);
        let is = Look {
            day: Some(day_of_new_event(before, after, id).unwrap_or(today)),
            ..Look::at(after, kind, id)
        };
        flows_of(kind).find_map(|flow| refusal_of(flow, &was, &is, today))
    })
}

fn refusal_of(flow: &'static Flow, was: &Look<'_>, is: &Look<'_>, today: Date) -> Option<Refusal> {
    let (from, to) = (flow.stands(was), flow.stands(is));
    match (flow.held, to) {
        (Held::Marks, Some(to)) => {
            let place = flow.place(to);
            let undone = |state: &&State| was.reached(state) && !is.reached(state);
            if flow.states[..place].iter().any(|state| undone(&state)) {
                return Some(Refusal::LaterStands(flow.name(to)));
            }
            // Taking back the last mark is putting a mistake right.
            let is_back = from.is_some_and(|from| place < flow.place(from));
            (!is_back).then(|| refuse(flow, from, to, is, today)).flatten()
        }
        (Held::Code(field), None) => {
            let emptied = is.get(field).is_null() && !was.get(field).is_null();
            emptied.then_some(Refusal::Blank)
        }
        (Held::Code(_), Some(to)) => refuse(flow, from, to, is, today),
        (Held::Marks, None) => None,
    }
}

/// The day of the status event that a household's move in the register came with.
fn day_of_new_event(before: &Records, after: &Records, household: Id) -> Option<Date> {
    let of_household = |event: &&HouseholdStatusEvent| event.household_id.is_some_and(|id| id.0 == household);
    let events = after.status_events.iter().filter(of_household);
    let new = events.filter(|event| before.status_events.get(event.id).is_none());
    new.filter_map(|event| event.date).max()
}
