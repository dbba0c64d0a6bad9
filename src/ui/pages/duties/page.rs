//! What an area's offices owe in the running month, quarter and year, and what is overdue.

use super::card::{Books, DutyCard};
use super::late::LateTable;
use super::model::{Below, Board, Line, has_below};
use super::words;
use crate::indicators::{Owed, WorkDays, owed};
use crate::model::{Date, DivisionCode, Kind, Level, Official, OfficialId};
use crate::ui::components::{
    Cell, Column, DataTable, EmptyState, IconName, LinkButton, Notice, PageHead, TableRow,
};
use crate::ui::pages::areas::AreaSwitch;
use crate::ui::route::{Query, Route, go};
use crate::ui::text::{duties, format};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// Everything that the page is made of.
#[derive(Clone)]
struct Made {
    board: Arc<Board>,
    officials: Arc<Vec<(OfficialId, String)>>,
    books: Books,
    calendar: bool,
    today: Date,
}

/// The duties of an area, or of one of its officials.
#[component]
pub fn DutiesPage(
    /// The area.
    area: DivisionCode,
    /// The official; all of the area's offices when there is none.
    official: Option<OfficialId>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = duties::texts();
    let made = made(workspace, area, official);
    let sentence = Signal::derive(move || {
        made.with(|made| match made {
            None => t.loading().to_owned(),
            Some(made) => words::sentence(&made.board.standing(), made.today, area, t),
        })
    });
    let body = move || made.get().map(|made| view! { <Body area made /> });
    let who = move || {
        let officials = made.with(|made| made.as_ref().map(|made| Arc::clone(&made.officials)))?;
        (!officials.is_empty()).then(|| view! { <WhoSwitch area official officials /> })
    };
    view! {
        <div class="page">
            <PageHead title=t.title_of(&format::area(area)) sentence />
            <div class="board-tools">
                <AreaSwitch area to=|code| Route::Duties(code, None) />
                {who}
            </div>
            {body}
        </div>
    }
}

fn made(workspace: Workspace, area: DivisionCode, official: Option<OfficialId>) -> Memo<Option<Made>> {
    let (registers, county) = (workspace.registers_within(area), workspace.county_records());
    let (facts, as_of) = (workspace.facts(), workspace.as_of());
    Memo::new_with_compare(
        move |_| {
            let (parts, county) = (registers.get()?, county.get());
            let (facts, today) = (facts.get(), as_of.get());
            let records = parts.iter().map(|(code, records)| (*code, &**records));
            let all = owed(records, &facts, today);
            let days = county.as_deref().map_or_else(WorkDays::default, WorkDays::of);
            let of = |code: DivisionCode| parts.iter().find(|(part, _)| *part == code);
            let own = of(area).map(|(_, records)| Arc::clone(records));
            let person = official.and_then(|id| own.as_ref()?.officials.get(id).cloned());
            let board = Board::of(area, &all, person.as_ref(), &days, today);
            let officials = own
                .as_deref()
                .map(|own| with_duties(own.officials.iter(), &all, area));
            let county = county.filter(|_| area.level() != Level::County);
            let books = parts.iter().map(|(_, records)| Arc::clone(records)).chain(county);
            Some(Made {
                board: Arc::new(board),
                officials: Arc::new(officials.unwrap_or_default()),
                books: Arc::new(books.collect()),
                calendar: days.knows(today.year()),
                today,
            })
        },
        |_, _| true,
    )
}

/// The officials of an area who have duties of their own, by name.
fn with_duties<'a>(
    officials: impl Iterator<Item = &'a Official>,
    all: &[Owed],
    area: DivisionCode,
) -> Vec<(OfficialId, String)> {
    let own: Vec<&Owed> = all.iter().filter(|one| one.area == area).collect();
    let has = |official: &&Official| own.iter().any(|one| one.is_of(official));
    let mut named: Vec<(OfficialId, String)> = officials
        .filter(has)
        .map(|official| (official.id, official.name.clone().unwrap_or_default()))
        .collect();
    named.sort_by(|a, b| a.1.cmp(&b.1));
    named
}

/// Chooses whose duties are shown.
#[component]
fn WhoSwitch(
    area: DivisionCode,
    official: Option<OfficialId>,
    officials: Arc<Vec<(OfficialId, String)>>,
) -> impl IntoView {
    let t = duties::texts();
    let chosen = move |event: web_sys::Event| {
        go(&Route::Duties(
            area,
            OfficialId::new(&event_target_value(&event)).ok(),
        ));
    };
    let option = move |(id, name): &(OfficialId, String)| {
        view! { <option value=id.to_string() prop:selected=official == Some(*id)>{name.clone()}</option> }
    };
    view! {
        <label class="area-switch">
            <span>{t.who()}</span>
            <select class="input input-select" on:change=chosen>
                <option value="" prop:selected=official.is_none()>{t.everyone()}</option>
                {officials.iter().map(option).collect_view()}
            </select>
        </label>
    }
}

#[component]
fn Body(area: DivisionCode, made: Made) -> impl IntoView {
    let t = duties::texts();
    let Made {
        board, books, today, ..
    } = made;
    let empty = board.running.is_empty() && board.late.is_empty() && board.kept.is_empty();
    let nothing = empty
        .then(|| view! { <EmptyState icon=IconName::Visit sentence=t.nothing_owed(&format::area(area)) /> });
    let section = |title: &'static str, lines: &[Line]| {
        let cards: Vec<_> = lines
            .iter()
            .map(|line| view! { <DutyCard line=line.clone() books=Arc::clone(&books) today /> })
            .collect();
        (!cards.is_empty()).then(|| view! { <h2>{title}</h2><div class="duties">{cards}</div> })
    };
    view! {
        {(!made.calendar).then(|| view! { <NoCalendar area today /> })}
        {nothing}
        {section(t.running(), &board.running)}
        {section(t.kept_here(), &board.kept)}
        <LateTable late=board.late.clone() books=Arc::clone(&books) today />
        {(has_below(area) && !board.below.is_empty()).then(|| view! { <BelowTable below=board.below.clone() /> })}
    }
}

/// Says that days are counted by the calendar, and where the county enters the working days.
#[component]
fn NoCalendar(area: DivisionCode, today: Date) -> impl IntoView {
    let t = duties::texts();
    let to = Route::Records(area, Kind::Holiday, Query::default());
    let county = area.level() == Level::County;
    view! {
        <Notice>
            <p>{t.no_calendar(today.year())}</p>
            {county.then(|| view! { <LinkButton to>{t.enter_calendar()}</LinkButton> })}
        </Notice>
    }
}

/// How the areas right below stand.
#[component]
fn BelowTable(below: Vec<Below>) -> impl IntoView {
    let t = duties::texts();
    let columns = vec![
        Column::words(t.area_column()),
        Column::numbers(t.done_column()),
        Column::numbers(t.late_column()),
        Column::numbers(t.unclear_column()),
    ];
    let number = |count: usize| Cell::number(i64::try_from(count).ok());
    let row = |row: Below| {
        let here = row.owed + row.late + row.unclear > 0;
        let done = (row.done as i64, format!("{}/{}", row.done, row.owed));
        TableRow {
            href: Some(Route::Duties(row.area, None).href()),
            cells: match here {
                true => vec![
                    Cell::words(format::area(row.area)),
                    Cell::measured(Some(done)),
                    number(row.late),
                    number(row.unclear),
                ],
                false => vec![
                    Cell::words(format::area(row.area)),
                    Cell::unknown(),
                    Cell::unknown(),
                    Cell::unknown(),
                ],
            },
            strong: false,
        }
    };
    let rows: Vec<TableRow> = below.into_iter().map(row).collect();
    view! {
        <h2>{t.below()}</h2>
        <DataTable caption=t.below() columns rows=Signal::stored(rows) />
    }
}
