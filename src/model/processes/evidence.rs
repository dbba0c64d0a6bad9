//! Whether the state of a record is borne out by what the record says: what merged records are looked at by.

use super::{Flow, Held, Look, State};
use crate::model::Date;

/// What does not fit the state of a record; each names the field where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// A step that was passed does not have what it needs.
    Unsupported {
        /// Where it is shown.
        field: &'static str,
        /// The state that was passed.
        state: &'static str,
    },
    /// The day of a step lies before that of an earlier one.
    Backwards {
        /// The later step's day.
        field: &'static str,
        /// The earlier step's day.
        before: Date,
    },
    /// The day of a later step is there, and the state is an earlier one.
    Behind {
        /// The state's own field.
        field: &'static str,
        /// The state that the day tells.
        state: &'static str,
    },
}

/// What does not fit the state of a record.
pub fn lacks(flow: &'static Flow, look: &Look<'_>) -> Vec<Lack> {
    let Some(current) = flow.stands(look) else {
        return Vec::new();
    };
    let passed = passed(flow, current);
    // The first gap tells; those after it are seen when it is closed.
    let gap = passed.iter().find_map(|state| unsupported(flow, state, look));
    let mut found: Vec<Lack> = gap.into_iter().collect();
    found.extend(backwards(&passed, look));
    found.extend(behind(flow, current, look));
    found
}

/// The states that were passed for certain, the current one last: back to where the way begins or comes from several sides.
fn passed(flow: &'static Flow, current: &'static State) -> Vec<&'static State> {
    let mut passed = vec![current];
    let mut at = current;
    while let ([only], false) = (at.after, at.begins) {
        match flow.state(only) {
            Some(before) if !passed.iter().any(|state| state.id == before.id) => {
                passed.push(before);
                at = before;
            }
            _ => break,
        }
    }
    passed.reverse();
    passed
}

fn unsupported(flow: &Flow, state: &'static State, look: &Look<'_>) -> Option<Lack> {
    let shown_at = |field: Option<&'static str>| {
        let held = match flow.held {
            Held::Code(held) => Some(held),
            Held::Marks => state.date(),
        };
        field.or(held).unwrap_or_default()
    };
    let field = if look.reached(state) {
        let need = state.needs.iter().find(|need| look.unmet(need).is_some())?;
        shown_at(need.field())
    } else {
        shown_at(state.date())
    };
    Some(Lack::Unsupported {
        field,
        state: state.id,
    })
}

fn backwards(passed: &[&'static State], look: &Look<'_>) -> Vec<Lack> {
    let dated = passed
        .iter()
        .filter_map(|state| Some((state.date()?, look.date(state.date()?)?)));
    let mut latest: Option<Date> = None;
    let mut found = Vec::new();
    for (field, day) in dated {
        match latest.filter(|latest| *latest > day) {
            Some(before) => found.push(Lack::Backwards { field, before }),
            None => latest = Some(day),
        }
    }
    found
}

/// Marks are never behind themselves.
fn behind(flow: &'static Flow, current: &State, look: &Look<'_>) -> Option<Lack> {
    let Held::Code(field) = flow.held else {
        return None;
    };
    let later = flow.states[flow.place(current) + 1..].iter().rev();
    let mut told = later.filter(|state| state.date().is_some_and(|field| !look.get(field).is_null()));
    told.next().map(|state| Lack::Behind {
        field,
        state: state.id,
    })
}
