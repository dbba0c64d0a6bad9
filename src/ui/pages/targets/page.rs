//! The scoreboard of an area.

use super::board::{self, ChapterLines};
use super::{BoardTable, OtherTargets, words};
use crate::model::DivisionCode;
use crate::ui::components::{Card, EmptyState, IconName, LinkButton, Notice, NoticeKind, PageHead};
use crate::ui::first_frame::after_first_frame;
use crate::ui::pages::areas::AreaSwitch;
use crate::ui::route::{Query, Route};
use crate::ui::shell::AsOfChoice;
use crate::ui::text::{format, targets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Chapters that fill the screen; the others are drawn once these are seen.
const FIRST_CHAPTERS: usize = 1;

/// Figures of a chapter that fill the screen.
const FIRST_LINES: usize = 12;

/// Every figure of an area by chapter of the plan.
#[component]
pub fn TargetsPage(
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let card = workspace.scorecard(area);
    let as_of = workspace.as_of();
    let made = move |_: Option<&Option<Vec<ChapterLines>>>| {
        card.with(|card| card.as_ref().map(|card| board::chapters(card, as_of.get())))
    };
    let chapters = Memo::new_with_compare(made, |_, _| true);
    let sentence = Signal::derive(move || {
        chapters.with(|chapters| match chapters {
            Some(chapters) => {
                let standing = board::standing(chapters.iter().flat_map(|chapter| &chapter.lines));
                words::sentence(&standing, as_of.get(), t)
            }
            None => t.nothing_here().to_owned(),
        })
    });
    let missing = Signal::derive(move || card.with(|card| card.as_ref().map_or(0, |card| card.missing)));
    let seen = after_first_frame();
    let body = move || match chapters.get() {
        Some(mut chapters) => {
            let rest = chapters.split_off(FIRST_CHAPTERS.min(chapters.len()));
            let cards = move |chapters: Vec<ChapterLines>| {
                let cards = chapters
                    .into_iter()
                    .map(|chapter| view! { <ChapterCard area chapter seen /> });
                cards.collect_view().into_any()
            };
            let rest = move || seen.get().then(|| cards(rest.clone()));
            view! { {cards(chapters)} {rest} }.into_any()
        }
        None => view! {
            <EmptyState icon=IconName::Target sentence=t.no_data(&format::area(area))>
                <LinkButton to=Route::HandOver icon=IconName::Upload>{t.go_import()}</LinkButton>
            </EmptyState>
        }
        .into_any(),
    };
    let sources = RwSignal::new(false);
    let title = t.title_of(&format::area(area));
    view! {
        <div class="page">
            <PageHead title sentence />
            <div class="board-tools">
                <AreaSwitch area to=|code| Route::Targets(code, Query::default()) />
                <AsOfChoice />
            </div>
            <MissingVillages area missing />
            <div class="stack" class:board-with-sources=sources aria-busy=move || (!seen.get()).to_string()>
                <SourcesSwitch on=sources />
                {body}
            </div>
        </div>
    }
}

#[component]
fn ChapterCard(area: DivisionCode, chapter: ChapterLines, seen: ReadSignal<bool>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let title = t.0.pick(chapter.chapter.label());
    let as_of = workspace.as_of().get_untracked();
    let mut lines = chapter.lines;
    let table = (!lines.is_empty()).then(move || {
        let rest = lines.split_off(FIRST_LINES.min(lines.len()));
        view! { <BoardTable caption=title area as_of lines rest seen /> }
    });
    let others = chapter.others;
    let others = (!others.is_empty()).then_some(move || {
        seen.get()
            .then(|| view! { <OtherTargets targets=others.clone() /> })
    });
    view! { <Card title>{table} {others}</Card> }
}

/// What the figures leave out.
#[component]
fn MissingVillages(area: DivisionCode, missing: Signal<i64>) -> impl IntoView {
    let t = targets::texts();
    move || {
        let count = missing.get();
        (count > 0).then(|| {
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{t.villages_missing(count)}</p>
                    <LinkButton to=Route::Area(area, Query::default().with("missing", "1"))>{t.who_is_missing()}</LinkButton>
                </Notice>
            }
        })
    }
}

/// Shows under each figure where in the plan its goal stands; the style sheet does the rest.
#[component]
fn SourcesSwitch(on: RwSignal<bool>) -> impl IntoView {
    let t = targets::texts();
    view! {
        <label class="check board-sources">
            <input type="checkbox" prop:checked=on on:change=move |event| on.set(event_target_checked(&event)) />
            <span>{t.show_sources()}</span>
        </label>
    }
}
