//! The subjects behind one number.

use super::{FigureFacts, SubjectList, words};
use crate::indicators::{FigureAt, figure};
use crate::model::DivisionCode;
use crate::ui::components::{EmptyState, IconName, LinkButton, PageHead};
use crate::ui::pages::areas::AreaSwitch;
use crate::ui::route::{Query, Route};
use crate::ui::text::{format, targets, widgets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The page of a figure of an area.
#[component]
pub fn ExplainPage(
    /// The figure's id, from the address.
    figure_id: String,
    /// The area.
    area: DivisionCode,
    /// What the list is narrowed to.
    query: Query,
) -> impl IntoView {
    let t = targets::texts();
    match figure(&figure_id) {
        Some(at) => view! { <FigurePage at area query /> }.into_any(),
        None => view! {
            <div class="page">
                <EmptyState icon=IconName::Target sentence=t.no_such_figure()>
                    <LinkButton to=Route::Targets(area, Query::default())>{t.back_to_board()}</LinkButton>
                </EmptyState>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn FigurePage(at: FigureAt, area: DivisionCode, query: Query) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let card = workspace.scorecard(area);
    let sentence = Signal::derive(move || {
        let value = card.with(|card| card.as_ref().and_then(|card| words::value(at, card.tally(at), t)));
        let value = value.unwrap_or_else(|| widgets::Texts(t.0).unknown().to_owned());
        let area = format::area(area);
        match words::goal(at, t) {
            Some(goal) => t.explain_sentence(&area, &value, &goal),
            None => t.explain_no_goal(&area, &value),
        }
    });
    let to = move |code| Route::Target(at.figure.id.to_owned(), code, Query::default());
    let back = Route::Targets(area, Query::default());
    view! {
        <div class="page page-fill">
            <PageHead
                title=words::name(at, t)
                sentence
                actions=move || view! { <LinkButton to=back.clone() icon=IconName::Back>{t.back_to_board()}</LinkButton> }
            />
            <div class="board-tools"><AreaSwitch area to /></div>
            <FigureFacts at area />
            <SubjectList at area first=query.get("group").map(str::to_owned) />
        </div>
    }
}
