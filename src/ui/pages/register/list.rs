//! The records of one kind: what the list says, its search, its filters, its table.

use super::columns::{columns, filters};
use super::lines::{Line, cell, lets_through, lines, scope_of, sentence, stands_right};
use super::state_counts::StateCounts;
use crate::model::{CodeDef, CodeList, DivisionCode, Kind, Level, Owner, naming_field};
use crate::search::Index;
use crate::ui::components::{
    Button, ButtonKind, Cell, Chip, Column, DataTable, EmptyState, FilterChips, IconName, LinkButton,
    PageHead, SearchBox, TableRow,
};
use crate::ui::pages::record::may_write;
use crate::ui::route::{Query, Route, replace};
use crate::ui::text::{format, register};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows are built at once.
const ROWS: usize = 100;

/// What the list has to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    Reading,
    Nothing,
    OnlyDeleted,
    NoneFound,
    Rows,
}

/// The records of a kind in an area.
#[component]
pub fn RecordList(
    /// The area: a village, or an office's whole area.
    area: DivisionCode,
    /// The kind.
    kind: Kind,
    /// The filters.
    query: Signal<Query>,
) -> impl IntoView {
    let t = register::texts();
    let places = StoredValue::new(columns(kind));
    let scope = scope_of(kind, area);
    let all = lines_of(expect_context::<Workspace>(), scope, kind, places);
    let found = found(all, kind, query);
    let shows = Memo::new(move |_| {
        let some = found.with(|found| !found.is_empty());
        let standing = query.with(|query| *query == Query::default());
        all.with(|all| match all {
            None => Shows::Reading,
            _ if some => Shows::Rows,
            Some(all) if all.is_empty() => Shows::Nothing,
            Some(_) if standing => Shows::OnlyDeleted,
            Some(_) => Shows::NoneFound,
        })
    });
    let said = Signal::derive(move || {
        let narrowed = query.with(|query| *query != Query::default());
        all.with(|all| match all {
            None => t.loading().to_owned(),
            Some(all) if narrowed => t.found(found.with(|found| found.len()), all.len()),
            Some(all) => {
                let there = all.iter().filter(|line| !line.deleted);
                places.with_value(|places| sentence(kind, places, there, scope, t.0))
            }
        })
    });
    let put = Callback::new(move |query: Query| replace(&Route::Records(area, kind, query)));
    let whole = RwSignal::new(false);
    let body = move || match shows.get() {
        Shows::Reading => ().into_any(),
        Shows::Nothing | Shows::OnlyDeleted => view! { <Nothing area=scope kind /> }.into_any(),
        Shows::NoneFound => view! {
            <EmptyState icon=IconName::Search sentence=t.none_found()>
                <Button on_click=move |()| put.run(Query::default())>{t.show_all()}</Button>
            </EmptyState>
        }
        .into_any(),
        Shows::Rows => view! { <Rows area=scope kind places all found whole /> }.into_any(),
    };
    // An empty list has nothing to search.
    let empty = Memo::new(move |_| shows.get() == Shows::Nothing);
    let narrowing = move || {
        (!empty.get()).then(|| {
            view! {
                <SearchBox
                    value=Signal::derive(move || query.with(|query| query.get("q").unwrap_or_default().to_owned()))
                    on_search=move |text: String| put.run(query.get_untracked().with("q", &text))
                    hint=t.search_hint()
                />
                <Filters kind all query put />
            }
        })
    };
    let print = move |()| {
        whole.set(true);
        request_animation_frame(|| {
            let _only_refuses_without_a_page = window().print();
        });
    };
    let actions = move || {
        view! {
            {move || (!empty.get()).then(|| view! {
                <Button kind=ButtonKind::Quiet on_click=print>{t.print()}</Button>
                <Add area=scope kind />
            })}
        }
    };
    view! {
        <div class="page page-fill">
            <a class="back-link" href=Route::Register(area).href()>{t.title()}</a>
            <PageHead title=t.0.pick(kind.def().label).to_owned() sentence=said actions />
            <StateCounts area=scope kind query />
            {narrowing}
            {body}
        </div>
    }
}

/// Pick-lists of codes, and the deleted records.
#[component]
fn Filters(
    kind: Kind,
    all: Memo<Option<Arc<Vec<Line>>>>,
    query: Signal<Query>,
    put: Callback<Query>,
) -> impl IntoView {
    let t = register::texts();
    let chips = Memo::new(move |_| {
        let deleted = all.with(|all| {
            let all = all.iter().flat_map(|all| all.iter());
            all.filter(|line| line.deleted).count()
        });
        let asked = query.with(|query| query.has("deleted"));
        (deleted > 0 || asked)
            .then(|| Chip {
                id: "deleted",
                label: t.deleted().to_owned(),
                count: Some(deleted),
            })
            .into_iter()
            .collect::<Vec<_>>()
    });
    let toggle = move |filter: &'static str| {
        let now = query.get_untracked();
        let value = if now.has(filter) { "" } else { "1" };
        put.run(now.with(filter, value));
    };
    let select = move |(place, list): (usize, &'static CodeList)| {
        let def = &kind.def().fields[place];
        let chosen = move || query.with(|query| query.get(def.id).unwrap_or_default().to_owned());
        let option = move |code: &'static CodeDef| {
            view! { <option value=code.id prop:selected=move || chosen() == code.id>{t.0.pick(code.label)}</option> }
        };
        let choose = move |event: web_sys::Event| {
            put.run(query.get_untracked().with(def.id, &event_target_value(&event)));
        };
        view! {
            <select class="chip" aria-label=t.0.pick(def.label) on:change=choose>
                <option value="" prop:selected=move || chosen().is_empty()>{t.all_of(t.0.pick(def.label))}</option>
                {list.values.iter().map(option).collect_view()}
            </select>
        }
    };
    view! {
        <div class="row">
            {filters(kind).into_iter().map(select).collect_view()}
            <FilterChips chips is_on=move |filter| query.with(|query| query.has(filter)) on_toggle=toggle />
        </div>
    }
}

/// The table of what was found.
#[component]
fn Rows(
    area: DivisionCode,
    kind: Kind,
    places: StoredValue<Vec<usize>>,
    all: Memo<Option<Arc<Vec<Line>>>>,
    found: Memo<Arc<Vec<usize>>>,
    whole: RwSignal<bool>,
) -> impl IntoView {
    let t = register::texts();
    let several = area.level() != Level::Village;
    let name = Column::words(naming_field(kind).map_or(t.name_column(), |def| t.0.pick(def.label)));
    let village = several.then(|| Column::words(t.area_column()));
    let columns = places.with_value(|places| {
        let own = places.iter().map(|place| {
            let def = &kind.def().fields[*place];
            let label = t.0.pick(def.label);
            if stands_right(def) {
                Column::numbers(label)
            } else {
                Column::words(label)
            }
        });
        [name].into_iter().chain(village).chain(own).collect::<Vec<_>>()
    });
    let rows = Memo::new_with_compare(
        move |_| {
            places.with_value(|places| {
                all.with(|all| {
                    let all = all.as_deref().map(Vec::as_slice).unwrap_or_default();
                    found.with(|found| {
                        let found = found.iter().filter_map(|place| all.get(*place));
                        found
                            .map(|line| row(kind, places, line, several, t))
                            .collect::<Vec<_>>()
                    })
                })
            })
        },
        |_, _| true,
    );
    view! { <DataTable caption=t.0.pick(kind.def().label) columns rows at_first=ROWS whole /> }
}

fn row(kind: Kind, places: &[usize], line: &Line, several: bool, t: register::Texts) -> TableRow {
    let label = t.0.pick(kind.def().label);
    let name = line.name.clone().unwrap_or_else(|| t.unnamed(label));
    let village = several.then(|| Cell::words(format::area(line.area)));
    let own = places.iter().zip(&line.values).zip(&line.shown);
    let own = own.map(|((place, value), shown)| cell(&kind.def().fields[*place], value, shown.as_ref()));
    TableRow {
        href: Some(line.route.href()),
        cells: [Cell::words(name)]
            .into_iter()
            .chain(village)
            .chain(own)
            .collect(),
        strong: false,
    }
}

/// The way to a further record, for those who make such records here.
#[component]
fn Add(area: DivisionCode, kind: Kind) -> impl IntoView {
    let t = register::texts();
    let workspace = expect_context::<Workspace>();
    move || {
        let to = begins_at(workspace, area, kind)?;
        Some(view! { <LinkButton to kind=ButtonKind::Primary icon=IconName::Plus>{t.add()}</LinkButton> })
    }
}

/// Where a record of the kind is begun; none where it cannot be.
fn begins_at(workspace: Workspace, area: DivisionCode, kind: Kind) -> Option<Route> {
    if !may_write(workspace, area, kind.def().owner) {
        return None;
    }
    match kind {
        Kind::Household => Some(Route::NewHousehold(area)),
        _ => kind
            .is_begun_at(area.level())
            .then(|| Route::NewRecord(area, kind, Query::default())),
    }
}

/// What an empty list says: the next step, or whom to wait for.
#[component]
fn Nothing(area: DivisionCode, kind: Kind) -> impl IntoView {
    let t = register::texts();
    let workspace = expect_context::<Workspace>();
    let label = t.0.pick(kind.def().label);
    move || {
        if let Some(to) = begins_at(workspace, area, kind) {
            return view! {
                <EmptyState icon=IconName::Ledger sentence=t.nothing_yet_add(label)>
                    <LinkButton to kind=ButtonKind::Primary icon=IconName::Plus>{t.add_kind(label)}</LinkButton>
                </EmptyState>
            }
            .into_any();
        }
        let mine = may_write(workspace, area, kind.def().owner);
        let why = match kind.def().owner {
            _ if mine && kind.topic() == Kind::Household.topic() => t.on_households_page(),
            _ if !kind.is_begun_by_form() && kind.topic() != Kind::Household.topic() => t.made_by_app(),
            Owner::Township => t.township_keeps(),
            Owner::County => t.county_keeps(),
            Owner::Village | Owner::Maker => t.village_keeps(),
        };
        let sentence = t.nothing_yet(label, why);
        let households = mine && kind.topic() == Kind::Household.topic();
        view! {
            <EmptyState icon=IconName::Ledger sentence>
                {households.then(|| view! { <LinkButton to=Route::Households(area, Query::default())>{t.open_households()}</LinkButton> })}
            </EmptyState>
        }
        .into_any()
    }
}

/// Every record of the kind in an area; none while they are being read.
fn lines_of(
    workspace: Workspace,
    area: DivisionCode,
    kind: Kind,
    places: StoredValue<Vec<usize>>,
) -> Memo<Option<Arc<Vec<Line>>>> {
    let (registers, county) = (workspace.registers_within(area), workspace.county_records());
    let language = crate::ui::text::language();
    Memo::new_with_compare(
        move |_| {
            let (parts, county) = (registers.get()?, county.get());
            let made = places.with_value(|places| lines(kind, places, &parts, county.as_deref(), language));
            Some(Arc::new(made))
        },
        |_, _| true,
    )
}

/// The places of the lines that answer the search and the filters, the best answer first.
fn found(all: Memo<Option<Arc<Vec<Line>>>>, kind: Kind, query: Signal<Query>) -> Memo<Arc<Vec<usize>>> {
    let index = Memo::new_with_compare(
        move |_| {
            let entries = |all: &Option<Arc<Vec<Line>>>| {
                Arc::new(Index::new(all.iter().flat_map(|all| all.iter()).map(Line::entry)))
            };
            all.with(entries)
        },
        |_, _| true,
    );
    Memo::new_with_compare(
        move |_| {
            let query = query.get();
            let answers = index.with(|index| index.find(query.get("q").unwrap_or_default()));
            let filters = filters(kind);
            let through = |all: &Arc<Vec<Line>>| {
                let fits = |place: &usize| {
                    all.get(*place)
                        .is_some_and(|line| lets_through(&query, kind, &filters, line))
                };
                answers.into_iter().filter(fits).collect::<Vec<_>>()
            };
            Arc::new(all.with(|all| all.as_ref().map(through).unwrap_or_default()))
        },
        |_, _| true,
    )
}
