//! A chapter's figures as a table.

use super::board::Line;
use super::words;
use crate::model::{Date, DivisionCode};
use crate::ui::components::StatusView;
use crate::ui::route::{Query, Route};
use crate::ui::text::{targets, widgets};
use leptos::prelude::*;

/// Figures with goal, actual, gap and status; each number opens the subjects behind it.
#[component]
pub fn BoardTable(
    /// What the table shows, for those who don't see it.
    #[prop(into)]
    caption: String,
    /// The area.
    area: DivisionCode,
    /// The day of the figures.
    as_of: Date,
    /// The figures that are drawn at once.
    lines: Vec<Line>,
    /// The figures that follow,
    rest: Vec<Line>,
    /// once the page has been on the screen.
    seen: ReadSignal<bool>,
) -> impl IntoView {
    let t = targets::texts();
    let label = caption.clone();
    let rows = move |lines: Vec<Line>| {
        let rows = lines
            .into_iter()
            .map(|line| view! { <BoardRow area as_of line /> });
        rows.collect_view()
    };
    let first = rows(lines);
    let rest = (!rest.is_empty()).then_some(move || seen.get().then(|| rows(rest.clone())));
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=label>
            <table class="table board">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t.column_name()}</th>
                        <th scope="col" class="number">{t.column_goal()}</th>
                        <th scope="col" class="number">{t.column_actual()}</th>
                        <th scope="col" class="number">{t.column_gap()}</th>
                        <th scope="col">{t.column_status()}</th>
                    </tr>
                </thead>
                <tbody>{first} {rest}</tbody>
            </table>
        </div>
    }
}

#[component]
fn BoardRow(area: DivisionCode, as_of: Date, line: Line) -> impl IntoView {
    let t = targets::texts();
    let href = Route::Target(line.at.figure.id.to_owned(), area, Query::default()).href();
    let goal = line.at.figure.goal;
    let due = goal.map(|goal| words::goal_deadline(&goal, as_of, t));
    let source = goal.map(|goal| words::source(&goal, t));
    let unstated = goal.is_some_and(|goal| !goal.deadline().is_stated());
    view! {
        <tr data-figure=line.at.figure.id data-status=line.status.id()>
            <th scope="row">
                <a href=href.clone()>{words::name(line.at, t)}</a>
                {due.map(|due| view! { <span class="board-detail" class:board-unstated=unstated>{due}</span> })}
                {source.map(|source| view! { <span class="board-detail board-source">{source}</span> })}
            </th>
            <td class="number" data-label=t.column_goal()>{words::goal(line.at, t).unwrap_or_else(|| t.dash().to_owned())}</td>
            <td class="number" data-label=t.column_actual()>
                <a class="board-value" href=href>{value_view(line, t)}</a>
                <span class="board-detail">{words::known(&line, t)}</span>
            </td>
            <td class="number" data-label=t.column_gap()>{words::gap(&line, t).unwrap_or_else(|| t.dash().to_owned())}</td>
            <td data-label=t.column_status()><StatusView status=words::shown(line.status) /></td>
        </tr>
    }
}

fn value_view(line: Line, t: targets::Texts) -> AnyView {
    match words::value(line.at, line.tally, t) {
        Some(value) => view! { <span>{value}</span> }.into_any(),
        None => view! { <span class="unknown">{widgets::Texts(t.0).unknown()}</span> }.into_any(),
    }
}
