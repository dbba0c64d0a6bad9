//! An office's page: what it answers itself, the schools, and the answers of its villages by requirement and by village.

use super::asked::Asked;
use super::model::{Line, Tally, by_item, lines, schools, tally};
use super::village::OwnAnswers;
use crate::model::{ChecklistAnswerId, ChecklistItem, DivisionCode, Kind, Level, OrgUnit, Owner};
use crate::ui::components::{Card, Cell, Column, DataTable, PageHead, TableRow};
use crate::ui::pages::areas::AreaSwitch;
use crate::ui::pages::record::OpenRecord;
use crate::ui::route::Route;
use crate::ui::shell::AsOfChoice;
use crate::ui::text::{checklist, format};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The checklist of a township or of the county.
#[component]
pub fn OfficeChecklist(
    /// The office's area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = checklist::texts();
    let records = workspace.records_within(area);
    let (facts, as_of) = (workspace.facts(), workspace.as_of());
    let villages = Memo::new(move |_| {
        let (records, facts, day) = (records.get()?, facts.get(), as_of.get());
        let all = records.iter();
        let answered = all.map(|(village, records)| (*village, lines(*village, records, &facts, day)));
        Some(answered.collect::<Vec<(DivisionCode, Vec<Line>)>>())
    });
    let sentence = Signal::derive(move || {
        villages.with(|villages| match villages {
            None => t.reading().to_owned(),
            Some(villages) => {
                let open = villages.iter().filter(|(_, lines)| tally(lines).unknown > 0);
                t.villages(villages.len(), open.count())
            }
        })
    });
    let own = (!matches!(area.level(), Level::Village)).then(|| view! { <OwnAnswers area /> });
    let county = (area.level() == Level::County).then(|| view! { <Schools area /> });
    view! {
        <div class="page">
            <PageHead title=t.title_of(&format::area(area)) sentence />
            <div class="board-tools">
                <AreaSwitch area to=Route::Checklist />
                <AsOfChoice />
            </div>
            {own}
            {county}
            <ByItem villages />
            <ByVillage villages />
        </div>
    }
}

type Villages = Memo<Option<Vec<(DivisionCode, Vec<Line>)>>>;

/// Which requirements are met in how many villages.
#[component]
fn ByItem(villages: Villages) -> impl IntoView {
    let t = checklist::texts();
    let rows = Signal::derive(move || {
        villages.with(|villages| {
            let lines = villages.iter().flatten().map(|(_, lines)| lines.as_slice());
            let items = by_item(lines).into_iter();
            items
                .map(|(item, tally)| row(Cell::words(t.item(&item)), tally, None))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Card title=t.by_item()><DataTable caption=t.by_item() columns=columns(t.column_item(), t) rows /></Card>
    }
}

/// How far each village has come.
#[component]
fn ByVillage(villages: Villages) -> impl IntoView {
    let t = checklist::texts();
    let rows = Signal::derive(move || {
        let mut counted: Vec<(DivisionCode, Tally)> = villages.with(|villages| {
            let all = villages.iter().flatten();
            all.map(|(village, lines)| (*village, tally(lines))).collect()
        });
        counted.sort_by_key(|(village, tally)| {
            let worst = std::cmp::Reverse((tally.no, tally.unknown));
            (worst, *village)
        });
        let row = |(village, tally): (DivisionCode, Tally)| {
            let href = Route::Checklist(village).href();
            row(Cell::words(format::area(village)), tally, Some(href))
        };
        counted.into_iter().map(row).collect::<Vec<_>>()
    });
    view! {
        <Card title=t.by_village()><DataTable caption=t.by_village() columns=columns(t.column_village(), t) rows /></Card>
    }
}

fn columns(first: &'static str, t: checklist::Texts) -> Vec<Column> {
    vec![
        Column::words(first),
        Column::numbers(t.done()),
        Column::numbers(t.not_done()),
        Column::numbers(t.not_known()),
    ]
}

fn row(name: Cell, tally: Tally, href: Option<String>) -> TableRow {
    let number = |count: usize| Cell::number(Some(i64::try_from(count).unwrap_or(i64::MAX)));
    TableRow {
        cells: vec![name, number(tally.yes), number(tally.no), number(tally.unknown)],
        href,
        strong: false,
    }
}

/// one answer a school of the county's list of units.
#[component]
fn Schools(area: DivisionCode) -> impl IntoView {
    let answers = |records: &crate::model::Records| {
        let rows = records.checklist_answers.iter();
        rows.map(|row| (Kind::ChecklistAnswer, row.id.into()))
            .collect::<BTreeSet<_>>()
    };
    let open = OpenRecord::of(area, Owner::Maker, answers);
    provide_context(open);
    let t = checklist::texts();
    let item = ChecklistItem::SchoolNetwork;
    let all = Memo::new(move |_| open.read(schools).unwrap_or_default());
    let title = t.item(&item);
    let item = StoredValue::new(item);
    let school = move |unit: OrgUnit| {
        let year = open.workspace.as_of().get().year();
        let (item, subject) = (item.get_value(), unit.id.0);
        let id = ChecklistAnswerId::of(&item, subject, year);
        view! { <h3>{unit.name.unwrap_or_default()}</h3> <Asked area item id subject /> }
    };
    let body = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="quiet">{t.no_schools()}</p> }.into_any();
        }
        all.into_iter().map(school).collect_view().into_any()
    };
    view! { <Card title>{body}</Card> }
}
