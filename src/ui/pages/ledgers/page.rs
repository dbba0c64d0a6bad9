//! One table of a ledger: what it comes to, its rows, what rests on it.

use super::foot::{foot, sentence};
use super::lines::Lines;
use super::source::made_of;
use super::tools::{Export, Filters};
use crate::indicators::figure;
use crate::ledgers::{Ledger, Sheet, Source};
use crate::model::{DivisionCode, Kind, Level};
use crate::search::Index;
use crate::ui::components::{
    Button, ButtonKind, Cell, Column, DataTable, EmptyState, IconName, LinkButton, PageHead, SearchBox,
    SectionLink, Sections, TableRow,
};
use crate::ui::pages::areas::AreaSwitch;
use crate::ui::pages::register::stands_right;
use crate::ui::route::{Query, Route, replace};
use crate::ui::text::{format, ledgers};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows are built at once.
const ROWS: usize = 100;

/// A table of a ledger at an area.
#[component]
pub fn LedgerPage(
    /// The ledger.
    ledger: &'static Ledger,
    /// Its table.
    sheet: &'static Sheet,
    /// The area.
    area: DivisionCode,
    /// The search and the filters.
    query: Signal<Query>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = ledgers::texts();
    let lines = made_of(workspace, area, move |scope| {
        Arc::new(Lines::of(sheet, scope, t.0))
    });
    let found = found(lines, query);
    let said = Signal::derive(move || {
        let narrowed = query.with(|query| *query != Query::default());
        lines.with(|lines| match lines {
            None => t.loading().to_owned(),
            Some(lines) => found.with(|found| sentence(lines, found, narrowed, area, t)),
        })
    });
    let whole = RwSignal::new(false);
    let print = move |()| {
        whole.set(true);
        request_animation_frame(crate::platform::print::print);
    };
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Quiet on_click=print>{t.print()}</Button>
            <Export sheet area lines found />
        }
    };
    let put = Callback::new(move |query: Query| replace(&Route::Ledger(sheet.id.to_owned(), area, query)));
    let title = format!("{} · {}", t.0.pick(ledger.label), format::area(area));
    let as_of = workspace.as_of();
    view! {
        <div class="page page-fill ledger">
            <a class="back-link" href=Route::Ledgers.href()>{t.back()}</a>
            <PageHead title=title sentence=said actions />
            <p class="quiet">
                {format!("{} {} · {} · ", ledger.id, t.quoted(ledger.quote), t.plan_line(usize::from(ledger.line)))}
                {move || t.as_of(as_of.get())}
                <ShownBy ledger area />
            </p>
            <Tables ledger sheet area />
            <div class="ledger-tools">
                <AreaSwitch area to=move |code| Route::Ledger(sheet.id.to_owned(), code, Query::default()) />
                <SearchBox
                    value=Signal::derive(move || query.with(|query| query.get("q").unwrap_or_default().to_owned()))
                    on_search=move |text: String| put.run(query.get_untracked().with("q", &text))
                    hint=t.search_hint()
                />
                <Filters sheet query put />
            </div>
            <Body sheet area lines found put whole />
        </div>
    }
}

/// The tables of the ledger as links, where it has several.
#[component]
fn Tables(ledger: &'static Ledger, sheet: &'static Sheet, area: DivisionCode) -> impl IntoView {
    let t = ledgers::texts();
    let link = |other: &'static Sheet| SectionLink {
        href: Route::Ledger(other.id.to_owned(), area, Query::default()).href(),
        label: t.0.pick(other.label).to_owned(),
        current: other.id == sheet.id,
        open: false,
    };
    let links: Vec<SectionLink> = ledger.sheets.iter().map(link).collect();
    (links.len() > 1).then(|| view! { <Sections label=t.tables() links=Signal::stored(links) /> })
}

/// What a table shows: its rows, or what to do about there being none.
#[component]
fn Body(
    sheet: &'static Sheet,
    area: DivisionCode,
    lines: Memo<Option<Arc<Lines>>>,
    found: Memo<Arc<Vec<usize>>>,
    put: Callback<Query>,
    whole: RwSignal<bool>,
) -> impl IntoView {
    let t = ledgers::texts();
    let all = Memo::new(move |_| lines.with(|lines| lines.as_ref().map(|lines| lines.table.rows.len())));
    let none_found = Memo::new(move |_| found.with(|found| found.is_empty()));
    let name = t.0.pick(sheet.label);
    move || match (all.get(), none_found.get()) {
        (None, _) => ().into_any(),
        (Some(0), _) => {
            let kind = sheet.kind();
            let to = Route::Records(area, kind, Query::default());
            let sentence = t.nothing(&format::area(area), name);
            let listed = matches!(sheet.rows, Source::Records(_)) && kind != Kind::Household;
            view! {
                <EmptyState icon=IconName::Table sentence>
                    {listed.then(|| view! { <LinkButton to>{t.open_register(t.0.pick(kind.def().label))}</LinkButton> })}
                </EmptyState>
            }
            .into_any()
        }
        (Some(_), true) => view! {
            <EmptyState icon=IconName::Search sentence=t.none_found()>
                <Button on_click=move |()| put.run(Query::default())>{t.show_all()}</Button>
            </EmptyState>
        }
        .into_any(),
        (Some(_), false) => view! { <Rows sheet area lines found whole /> }.into_any(),
    }
}

/// The rows that were found, with what they come to.
#[component]
fn Rows(
    sheet: &'static Sheet,
    area: DivisionCode,
    lines: Memo<Option<Arc<Lines>>>,
    found: Memo<Arc<Vec<usize>>>,
    whole: RwSignal<bool>,
) -> impl IntoView {
    let t = ledgers::texts();
    let several = area.level() != Level::Village;
    let own = |head: crate::ledgers::Head| {
        let label = t.0.pick(head.label);
        if stands_right(head.def) {
            Column::numbers(label)
        } else {
            Column::words(label)
        }
    };
    let mut columns: Vec<Column> = sheet.heads().into_iter().map(own).collect();
    let by_area = matches!(sheet.rows, Source::Years(..));
    if several || by_area {
        let place = if by_area { 0 } else { 1.min(columns.len()) };
        columns.insert(place, Column::words(t.area_column()));
    }
    let rows = Memo::new_with_compare(
        move |_| {
            lines.with(|lines| {
                let Some(lines) = lines else { return Vec::new() };
                found.with(|found| {
                    found
                        .iter()
                        .map(|place| lines.row(*place, several))
                        .collect::<Vec<TableRow>>()
                })
            })
        },
        |_, _| true,
    );
    let foot = Signal::derive(move || {
        lines.with(|lines| match lines {
            None => Vec::<Cell>::new(),
            Some(lines) => found.with(|found| foot(lines, found, several, t)),
        })
    });
    view! { <DataTable caption=t.0.pick(sheet.label) columns rows at_first=ROWS whole foot /> }
}

/// The figures that rest on the same records.
#[component]
fn ShownBy(ledger: &'static Ledger, area: DivisionCode) -> impl IntoView {
    let t = ledgers::texts();
    let link = |id: &&'static str| {
        let at = figure(id)?;
        let to = Route::Target(at.figure.id.to_owned(), area, Query::default());
        Some(view! { <a href=to.href()>{t.0.pick(at.indicator.label)}</a>" " })
    };
    let links: Vec<_> = ledger.indicators.iter().filter_map(link).collect();
    view! { <span class="ledger-shown-by">" · "{t.shown_by()}{links}</span> }
}

/// The places of the rows that answer the search and the filters, in the ledger's order.
fn found(lines: Memo<Option<Arc<Lines>>>, query: Signal<Query>) -> Memo<Arc<Vec<usize>>> {
    let index = Memo::new_with_compare(
        move |_| lines.with(|lines| Arc::new(Index::new(lines.iter().flat_map(|lines| lines.entries())))),
        |_, _| true,
    );
    Memo::new_with_compare(
        move |_| {
            let query = query.get();
            let mut answers = index.with(|index| index.find(query.get("q").unwrap_or_default()));
            answers.sort_unstable();
            lines.with(|lines| {
                let through = |lines: &Arc<Lines>| {
                    answers.retain(|place| lines.lets_through(*place, &query));
                    answers
                };
                Arc::new(lines.as_ref().map(through).unwrap_or_default())
            })
        },
        |_, _| true,
    )
}
