//! The targets of a chapter that this version keeps no records for.

use super::words;
use crate::plan::Target;
use crate::ui::components::{Cell, Column, DataTable, Disclosure, TableRow};
use crate::ui::text::targets;
use leptos::prelude::*;

/// A folded list of targets with what the plan wants, so that nothing of the plan is out of sight.
#[component]
pub fn OtherTargets(
    /// The targets.
    targets: Vec<&'static Target>,
) -> impl IntoView {
    let t = targets::texts();
    let columns = vec![
        Column::words(t.column_name()),
        Column::words(t.over_whom()),
        Column::numbers(t.plan_says()),
        Column::words(t.column_deadline()),
    ];
    let summary = t.other_targets(targets.len());
    let rows: Vec<TableRow> = targets.into_iter().map(|target| row(target, t)).collect();
    view! {
        <Disclosure summary=summary.clone()>
            <DataTable caption=summary columns rows />
        </Disclosure>
    }
}

fn row(target: &Target, t: targets::Texts) -> TableRow {
    let line = target.lines.first().copied().unwrap_or_default();
    let name = format!("{} {}", target.id, t.0.pick(target.label));
    TableRow {
        href: None,
        cells: vec![
            Cell::words(format!("{name} · {}", t.line(u32::from(line)))),
            Cell::words(t.0.pick(target.scope.label())),
            Cell::words(words::plan_goal(target, t)),
            Cell::words(words::deadline(target.deadline, target.deadline.last_day(), t)),
        ],
        strong: false,
    }
}
