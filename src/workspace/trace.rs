//! What a device remembers of its register beside the store. A store that was cleared, or that belongs to the place where a
//! file lay before, looks like one that was never used; the trace tells them apart.

use super::{Edition, Workspace};
use crate::model::DivisionCode;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the store of real records held when it was written last: no names, for whoever opens the browser can read this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    area: String,
    /// When something was saved last, in milliseconds since 1970.
    pub at: u64,
    /// How many changes the store held.
    pub changes: usize,
}

impl Trace {
    /// A trace of an area.
    pub fn new(area: DivisionCode, at: u64, changes: usize) -> Self {
        Self {
            area: area.to_string(),
            at,
            changes,
        }
    }

    /// Whose register it was.
    pub fn area(&self) -> Option<DivisionCode> {
        DivisionCode::new(&self.area)
    }
}

impl Workspace {
    /// Remembers what the store holds, if it has changed since.
    pub(super) fn leave_trace(&self) {
        let engine = self.engine();
        let Ok(profile) = engine.profile() else { return };
        if !engine.writer.get() || profile.edition == Edition::Demo {
            return;
        }
        let changes = self.state.summaries.with_untracked(|all| {
            let here = all.values().filter(|summary| !summary.told);
            here.map(|summary| summary.changes).sum()
        });
        let trace = Trace::new(profile.area, engine.surroundings.now(), changes);
        let same = |before: &Trace| before.area == trace.area && before.changes == trace.changes;
        if changes > 0 && !engine.surroundings.trace().as_ref().is_some_and(same) {
            engine.surroundings.leave_trace(Some(&trace));
        }
    }

    /// Begins anew on a device whose data are gone: from now on it is one that was never used.
    pub fn start_anew(&self) {
        let surroundings = &self.engine().surroundings;
        surroundings.leave_trace(None);
        surroundings.remember_edition(None);
        self.state.phase.set(super::Phase::FirstRun);
    }
}
