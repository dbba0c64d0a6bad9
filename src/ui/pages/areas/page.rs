//! What the areas below have handed up, and how they compare.

use super::reports::{self, AreaReport, Known};
use super::{AreaPath, CompareCard, ReportsCard};
use crate::model::{DivisionCode, Level};
use crate::ui::components::{EmptyState, IconName, LinkButton, PageHead};
use crate::ui::route::{Query, Route};
use crate::ui::shell::AsOfChoice;
use crate::ui::text::{areas, format};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The areas right below one; without one, below the device's own.
#[component]
pub fn AreasPage(
    /// The area, unless it is the device's own.
    scope: Option<DivisionCode>,
    /// What the page is narrowed to.
    query: Query,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let own = workspace.profile().get_untracked().map(|profile| profile.area);
    let scope = scope.or(own).filter(|scope| scope.level() != Level::Village);
    match scope {
        Some(scope) => view! { <Below scope query /> }.into_any(),
        None => {
            let t = areas::texts();
            view! { <div class="page"><EmptyState icon=IconName::Inbox sentence=t.no_areas_below() /></div> }
                .into_any()
        }
    }
}

#[component]
fn Below(scope: DivisionCode, query: Query) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = areas::texts();
    let (scores, summaries, received) = (workspace.scores(), workspace.summaries(), workspace.received());
    let read = move |of: &dyn Fn(Known<'_>) -> Vec<AreaReport>| {
        let (scores, summaries, received) = (scores.get(), summaries.get(), received.get());
        of(Known {
            scores: &scores,
            summaries: &summaries,
            received: &received,
        })
    };
    let rows = Memo::new(move |_| read(&|known| reports::reports(scope, known)));
    let whole = Memo::new(move |_| read(&|known| vec![reports::report(scope, known)]));
    let sentence = Signal::derive(move || {
        whole.with(|whole| whole.first().map(|one| sentence(one, t)).unwrap_or_default())
    });
    let actions = move || {
        view! { <LinkButton to=Route::HandOver icon=IconName::Upload>{t.go_import()}</LinkButton> }
    };
    let title = if Some(scope) == workspace.profile().get_untracked().map(|profile| profile.area) {
        t.title().to_owned()
    } else {
        format::area(scope)
    };
    view! {
        <div class="page">
            <AreaPath area=scope />
            <PageHead title sentence actions />
            <AsOfChoice />
            <ReportsCard rows only_missing=query.has("missing") />
            <CompareCard scope figure=query.get("figure").map(str::to_owned) />
        </div>
    }
}

fn sentence(whole: &AreaReport, t: areas::Texts) -> String {
    match whole.of - whole.reported {
        0 => t.all_reported(whole.of),
        missing if missing == whole.of => t.none_reported(whole.of),
        missing => t.some_reported(whole.reported, whole.of, missing),
    }
}
