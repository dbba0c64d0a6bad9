//! What is open today in a village.

use super::conflict_card::ConflictCard;
use super::hand_over_card::HandOverCard;
use super::household_card::HouseholdCard;
use super::model::{Open, VillageToday};
use super::words;
use crate::journal::Conflict;
use crate::model::DivisionCode;
use crate::ui::components::{ButtonKind, EmptyState, IconName, LinkButton, PageHead};
use crate::ui::pages::households::line::Line;
use crate::ui::pages::households::lines_of;
use crate::ui::route::{Query, Route, Section};
use crate::ui::text::home;
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// The village's first page.
#[component]
pub fn VillageHome(
    /// The village.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = home::texts();
    let lines = lines_of(workspace, area);
    let today = Memo::new(move |_| lines.with(|lines| lines.as_ref().map(|lines| VillageToday::of(lines))));
    let conflicts = conflicts_of(workspace, area);
    let sentence = Signal::derive(move || {
        today.with(|today| match today {
            None => t.loading().to_owned(),
            Some(today) if today.households == 0 => t.empty_sentence().to_owned(),
            Some(today) => words::village(&open(workspace, today, conflicts), t),
        })
    });
    let empty = Memo::new(move |_| today.with(|today| today.as_ref().map(|today| today.households == 0)));
    let body = move || match empty.get() {
        None => ().into_any(),
        Some(true) => view! { <NoHouseholds area /> }.into_any(),
        Some(false) => view! { <ToDo area today conflicts /> }.into_any(),
    };
    let actions = move || move || (empty.get() == Some(false)).then(|| view! { <Shortcuts area /> });
    view! {
        <div class="page">
            <PageHead title=t.title_village() sentence actions />
            {body}
        </div>
    }
}

/// The open conflicts of the village, looked for again whenever its records change.
fn conflicts_of(workspace: Workspace, area: DivisionCode) -> Memo<Arc<Vec<Conflict>>> {
    let records = workspace.records(area);
    Memo::new(move |_| {
        records.track();
        Arc::new(workspace.conflicts(area))
    })
}

fn open(workspace: Workspace, today: &VillageToday, conflicts: Memo<Arc<Vec<Conflict>>>) -> Open {
    Open {
        registered: today.registered,
        unvisited: today.unvisited.len(),
        incomplete: today.incomplete.len(),
        conflicts: conflicts.with(|conflicts| conflicts.len()),
        pending: workspace.handover().with(|handover| handover.pending),
    }
}

/// The cards of what waits.
#[component]
fn ToDo(
    area: DivisionCode,
    today: Memo<Option<VillageToday>>,
    conflicts: Memo<Arc<Vec<Conflict>>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = home::texts();
    let as_of = workspace.as_of();
    let list = move |of: fn(&VillageToday) -> &Vec<Line>| {
        Signal::derive(move || today.with(|today| today.as_ref().map(of).cloned().unwrap_or_default()))
    };
    let all = |filter: &str| Route::Households(area, Query::default().with(filter, "1"));
    view! {
        <div class="home-cards">
            <ConflictCard area records=workspace.records(area) conflicts />
            <HouseholdCard
                title=Signal::derive(move || t.unvisited_title(as_of.get().quarter()))
                hint=t.unvisited_hint()
                none=t.unvisited_none()
                lines=list(|today| &today.unvisited)
                all=all("unvisited")
                to=move |line: Line| Route::Household(area, line.id, Section::Visits, None)
            />
            <HouseholdCard
                title=t.incomplete_title()
                hint=t.incomplete_hint()
                none=t.incomplete_none()
                lines=list(|today| &today.incomplete)
                all=all("incomplete")
                to=move |line: Line| Route::household(area, line.id)
            />
            <HandOverCard level=area.level() />
        </div>
    }
}

/// What is done most often.
#[component]
fn Shortcuts(area: DivisionCode) -> impl IntoView {
    let t = home::texts();
    let unvisited = Route::Households(area, Query::default().with("unvisited", "1"));
    view! {
        <LinkButton to=unvisited kind=ButtonKind::Primary icon=IconName::Visit>{t.add_visit()}</LinkButton>
        <LinkButton to=Route::NewHousehold(area) icon=IconName::Plus>{t.add_household()}</LinkButton>
        <LinkButton to=Route::Checklist(area) icon=IconName::Table>{t.checklist()}</LinkButton>
    }
}

/// The two ways to the first household.
#[component]
fn NoHouseholds(area: DivisionCode) -> impl IntoView {
    let t = home::texts();
    view! {
        <EmptyState icon=IconName::People sentence=t.empty_next()>
            <LinkButton to=Route::NewHousehold(area) kind=ButtonKind::Primary icon=IconName::Plus>{t.add_household()}</LinkButton>
            <LinkButton to=Route::HandOver icon=IconName::Upload>{t.import()}</LinkButton>
        </EmptyState>
    }
}
