//! Areas compared by one figure.

use super::reports::below;
use super::{CompareTable, FigureSelect, compare};
use crate::indicators::{FigureAt, figure, figures};
use crate::model::DivisionCode;
use crate::ui::components::Card;
use crate::ui::pages::targets::words;
use crate::ui::text::{areas, targets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// A pick-list of figures, and the areas below by the chosen one.
#[component]
pub fn CompareCard(
    /// The area whose parts are compared.
    scope: DivisionCode,
    /// The figure chosen at first, by its id.
    figure: Option<String>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = areas::texts();
    let chosen = RwSignal::new(first_figure(figure.as_deref()));
    let (scores, summaries) = (workspace.scores(), workspace.summaries());
    let rows = Signal::derive(move || {
        let here = summaries.with(|all| all.keys().copied().collect::<Vec<_>>());
        chosen
            .get()
            .map(|at| scores.with(|scores| compare::compare(below(scope, here), at, scores)))
            .unwrap_or_default()
    });
    let table = move || chosen.get().map(|at| view! { <CompareTable at rows /> });
    view! {
        <Card title=t.compare()>
            <FigureSelect chosen />
            <GoalLine chosen />
            {table}
        </Card>
    }
}

/// The figure of that id, or the first that has a goal.
fn first_figure(id: Option<&str>) -> Option<FigureAt> {
    id.and_then(figure)
        .or_else(|| figures().find(|at| at.figure.goal.is_some()))
}

#[component]
fn GoalLine(chosen: RwSignal<Option<FigureAt>>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = areas::texts();
    let words = targets::Texts(t.0);
    let line = move || {
        let at = chosen.get()?;
        let goal = at.figure.goal?;
        let due = words::goal_deadline(&goal, workspace.as_of().get(), words);
        Some(t.goal_is(&words::goal(at, words)?, &due))
    };
    let line = move || line().unwrap_or_else(|| words.no_goal().to_owned());
    view! { <p class="hint">{line} " " {t.sorted_worst_first()}</p> }
}
