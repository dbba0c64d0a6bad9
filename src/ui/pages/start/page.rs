//! The first run's page: one question at a time.

use super::area_question::AreaQuestion;
use super::level_question::LevelQuestion;
use super::name_question::NameQuestion;
use super::opening::Opening;
use super::step::Step;
use super::welcome::Welcome;
use crate::ui::components::{Button, ButtonKind, IconName, Mark, Notice, NoticeKind};
use crate::ui::pages::RestoreLater;
use crate::ui::shell::Shell;
use crate::ui::text::{errors, start};
use leptos::prelude::*;

/// The page.
#[component]
pub fn StartPage() -> impl IntoView {
    let step = RwSignal::new(Step::Welcome);
    let opening = Opening::new();
    let question = move || match step.get() {
        Step::Welcome => view! { <Welcome step opening /> }.into_any(),
        Step::Restore => view! { <Restore step /> }.into_any(),
        Step::Level => view! { <LevelQuestion step /> }.into_any(),
        Step::Area(level, township) => view! { <AreaQuestion step level township /> }.into_any(),
        Step::Name(area) => view! { <NameQuestion step area opening /> }.into_any(),
    };
    view! {
        <Shell place=None mark=Mark::None mark_words=String::new() read_only=false>
            <NotOpened opening />
            {question}
        </Shell>
    }
}

/// A backup instead of the questions.
#[component]
fn Restore(step: RwSignal<Step>) -> impl IntoView {
    let t = start::texts();
    let back = move |()| step.set(Step::Welcome);
    view! {
        <div class="page page-narrow question">
            <div><Button kind=ButtonKind::Quiet icon=IconName::Back on_click=back>{t.back()}</Button></div>
        </div>
        <RestoreLater trace=None />
    }
}

/// Why the register could not be opened.
#[component]
fn NotOpened(opening: Opening) -> impl IntoView {
    let t = start::texts();
    move || {
        opening.error().map(|error| {
            view! {
                <div class="page page-narrow">
                    <Notice kind=NoticeKind::Error><p>{errors::command(&error, t.0)}</p></Notice>
                </div>
            }
        })
    }
}
