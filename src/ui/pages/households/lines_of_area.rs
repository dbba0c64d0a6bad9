//! The lines of an area, village by village; an edit makes only its own village's anew.

use super::line::{Line, lines};
use crate::indicators::CountyFacts;
use crate::model::{Date, DivisionCode, Records};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Lines that are shared with whoever shows them.
pub type Lines = Arc<Vec<Line>>;

/// What a village's lines were made of, and the lines.
struct Made {
    records: Arc<Records>,
    facts: Arc<CountyFacts>,
    as_of: Date,
    lines: Lines,
}

/// The lines of an area; none while records are being read.
pub fn lines_of(workspace: Workspace, area: DivisionCode) -> Memo<Option<Lines>> {
    let (records, facts, as_of) = (
        workspace.records_within(area),
        workspace.facts(),
        workspace.as_of(),
    );
    let made = StoredValue::new(BTreeMap::<DivisionCode, Made>::new());
    Memo::new_with_compare(
        move |_| {
            let (villages, facts, as_of) = (records.get()?, facts.get(), as_of.get());
            let parts = villages.iter().map(|(village, records)| {
                made.try_update_value(|made| of_village(made, *village, records, &facts, as_of))
                    .unwrap_or_default()
            });
            Some(joined(parts.collect()))
        },
        |_, _| true,
    )
}

fn of_village(
    made: &mut BTreeMap<DivisionCode, Made>,
    village: DivisionCode,
    records: &Arc<Records>,
    facts: &Arc<CountyFacts>,
    as_of: Date,
) -> Lines {
    if let Some(made) = made.get(&village)
        && Arc::ptr_eq(&made.records, records)
        && Arc::ptr_eq(&made.facts, facts)
        && made.as_of == as_of
    {
        return Arc::clone(&made.lines);
    }
    let fresh = Arc::new(lines(village, records, facts, as_of));
    let lines = Arc::clone(&fresh);
    made.insert(
        village,
        Made {
            records: Arc::clone(records),
            facts: Arc::clone(facts),
            as_of,
            lines: fresh,
        },
    );
    lines
}

/// One village's lines are shared as they are; those of several are put together.
fn joined(mut parts: Vec<Lines>) -> Lines {
    match parts.len() {
        1 => parts.remove(0),
        _ => Arc::new(parts.iter().flat_map(|part| part.iter().cloned()).collect()),
    }
}
