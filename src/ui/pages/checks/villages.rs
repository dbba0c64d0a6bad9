//! The villages of an office, each with how much is to be looked at.

use super::ToChecklist;
use super::model::{self, Count};
use crate::model::DivisionCode;
use crate::ui::components::{Card, Cell, Column, DataTable, EmptyState, IconName, PageHead, TableRow};
use crate::ui::pages::areas::AreaSwitch;
use crate::ui::route::Route;
use crate::ui::shell::AsOfChoice;
use crate::ui::text::{checks, format};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// A table of villages, the most findings that must be put right first.
#[component]
pub fn VillagesTable(
    /// The office's area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = checks::texts();
    let records = workspace.records_within(area);
    let (facts, as_of) = (workspace.facts(), workspace.as_of());
    let made = move |_: Option<&Option<Vec<(DivisionCode, Count)>>>| {
        let (records, facts, day) = (records.get()?, facts.get(), as_of.get());
        let counted = records
            .iter()
            .map(|(village, records)| (*village, model::count(*village, records, &facts, day)));
        let mut counts: Vec<(DivisionCode, Count)> = counted.filter(|(_, count)| count.all() > 0).collect();
        counts.sort_by_key(|(village, count)| (-count.errors, -count.warnings, *village));
        Some(counts)
    };
    let counts = Memo::new_with_compare(made, |_, _| true);
    let sentence = Signal::derive(move || {
        counts.with(|counts| match counts {
            None => t.reading().to_owned(),
            Some(counts) if counts.is_empty() => t.all_clear().to_owned(),
            Some(counts) => {
                let open = counts.iter().map(|(_, count)| count.all()).sum();
                t.villages(i64::try_from(counts.len()).unwrap_or(i64::MAX), open)
            }
        })
    });
    let rows = Signal::derive(move || {
        let counts = counts.get().unwrap_or_default();
        counts
            .into_iter()
            .map(|(village, count)| row(village, count))
            .collect::<Vec<_>>()
    });
    let columns = move || {
        vec![
            Column::words(t.column_area()),
            Column::numbers(t.column_must()),
            Column::numbers(t.column_should()),
            Column::numbers(t.column_known()),
        ]
    };
    let body = move || {
        if counts.with(|counts| counts.as_ref().is_some_and(Vec::is_empty)) {
            return view! { <EmptyState icon=IconName::Search sentence=t.all_clear() /> }.into_any();
        }
        view! { <Card title=t.title()><DataTable caption=t.title() columns=columns() rows /></Card> }
            .into_any()
    };
    view! {
        <div class="page">
            <PageHead title=t.title_of(&format::area(area)) sentence actions=move || view! { <ToChecklist area /> } />
            <div class="board-tools">
                <AreaSwitch area to=Route::Checks />
                <AsOfChoice />
            </div>
            {body}
        </div>
    }
}

fn row(village: DivisionCode, count: Count) -> TableRow {
    let number = |number: i64| Cell::number(Some(number));
    TableRow {
        cells: vec![
            Cell::words(format::area(village)),
            number(count.errors),
            number(count.warnings),
            number(count.infos),
        ],
        href: Some(Route::Checks(village).href()),
        strong: false,
    }
}
