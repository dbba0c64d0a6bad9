//! A village as its offices see it: what has arrived, and where it is weak.

use super::AreaPath;
use super::reports::{self, AreaReport, Known};
use crate::indicators::{Status, figures};
use crate::model::DivisionCode;
use crate::ui::components::{
    Card, Cell, Column, DataTable, EmptyState, Fact, Facts, IconName, LinkButton, PageHead, TableRow,
};
use crate::ui::pages::targets::{board, words};
use crate::ui::route::{Query, Route};
use crate::ui::shell::AsOfChoice;
use crate::ui::text::{areas, format, targets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The page of a village.
#[component]
pub fn VillagePage(
    /// The village.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = areas::texts();
    let (scores, summaries, received) = (workspace.scores(), workspace.summaries(), workspace.received());
    let report = Memo::new(move |_| {
        let (scores, summaries, received) = (scores.get(), summaries.get(), received.get());
        let known = Known {
            scores: &scores,
            summaries: &summaries,
            received: &received,
        };
        reports::report(area, known)
    });
    let sentence = Signal::derive(move || report.with(|report| sentence(report, t)));
    let facts = Signal::derive(move || report.with(|report| facts(report, t)));
    let actions = move || {
        view! {
            <LinkButton to=Route::Households(area, Query::default()) icon=IconName::People>{t.open_households()}</LinkButton>
            <LinkButton to=Route::Register(area) icon=IconName::Ledger>{t.open_register()}</LinkButton>
            <LinkButton to=Route::Targets(area, Query::default()) icon=IconName::Target>{t.open_targets()}</LinkButton>
        }
    };
    view! {
        <div class="page">
            <AreaPath area />
            <PageHead title=format::area(area) sentence actions />
            <AsOfChoice />
            <Card title=t.reports()><Facts facts /></Card>
            <WeakPoints area />
        </div>
    }
}

/// The figures that are missed or lack data.
#[component]
fn WeakPoints(area: DivisionCode) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = areas::texts();
    let card = workspace.scorecard(area);
    let rows = Signal::derive(move || {
        let as_of = workspace.as_of().get();
        let words = targets::Texts(t.0);
        let lines = |card: &crate::indicators::Scorecard| {
            let lines = figures().map(|at| board::line(card, at, as_of));
            lines
                .filter(is_weak)
                .map(|line| weak_row(area, &line, words))
                .collect::<Vec<_>>()
        };
        card.with(|card| card.as_ref().map(lines).unwrap_or_default())
    });
    let empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let body = move || {
        let words = targets::Texts(t.0);
        if empty.get() {
            return view! { <EmptyState icon=IconName::Target sentence=t.no_weak_points() /> }.into_any();
        }
        let columns = vec![
            Column::words(words.column_name()),
            Column::numbers(words.column_goal()),
            Column::numbers(words.column_actual()),
            Column::numbers(words.column_gap()),
            Column::words(words.column_status()),
        ];
        view! { <DataTable caption=t.weak_points() columns rows /> }.into_any()
    };
    view! { <Card title=t.weak_points()>{body}</Card> }
}

fn is_weak(line: &board::Line) -> bool {
    matches!(line.status, Status::NotMet | Status::Unknown)
}

fn weak_row(area: DivisionCode, line: &board::Line, t: targets::Texts) -> TableRow {
    let words = |text: Option<String>| Cell::words(text.unwrap_or_else(|| t.dash().to_owned()));
    let value = words::value(line.at, line.tally, t);
    TableRow {
        href: Some(Route::Target(line.at.figure.id.to_owned(), area, Query::default()).href()),
        cells: vec![
            Cell::words(words::name(line.at, t)),
            words(words::goal(line.at, t)),
            value.map_or_else(Cell::unknown, Cell::words),
            words(words::gap(line, t)),
            Cell::status(words::shown(line.status)),
        ],
        strong: false,
    }
}

fn sentence(report: &AreaReport, t: areas::Texts) -> String {
    let area = format::area(report.area);
    if report.is_missing() {
        return t.village_missing(&area);
    }
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    t.village_reported(&area, number(report.households), number(report.persons))
}

fn facts(report: &AreaReport, t: areas::Texts) -> Vec<Fact> {
    let Some(receipt) = &report.receipt else {
        let words = if report.is_missing() {
            t.not_reported()
        } else {
            t.on_this_device()
        };
        return vec![Fact::new(t.column_reported(), Some(words))];
    };
    let number = i64::try_from(receipt.sequence).unwrap_or(i64::MAX);
    let from = Some(receipt.author.clone()).filter(|author| !author.is_empty());
    vec![
        Fact::new(t.column_reported(), Some(t.last_package(receipt.as_of, number))),
        Fact::new(t.column_received(), Some(format::moment(receipt.at, t.0))),
        Fact::new(
            t.column_author(),
            from.or_else(|| Some(format::area(receipt.scope))),
        ),
    ]
}
