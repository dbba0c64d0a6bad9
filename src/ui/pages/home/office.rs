//! The overview of a township or of the county.

use super::hand_over_card::HandOverCard;
use super::model::Overview;
use super::silent_card::SilentCard;
use super::standing_stats::StandingStats;
use super::weakest_card::WeakestCard;
use super::words;
use crate::model::DivisionCode;
use crate::ui::components::{ButtonKind, EmptyState, IconName, LinkButton, PageHead};
use crate::ui::route::Route;
use crate::ui::text::home;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The office's first page.
#[component]
pub fn OfficeHome(
    /// The township or the county.
    area: DivisionCode,
) -> impl IntoView {
    let t = home::texts();
    let scores = expect_context::<Workspace>().scores();
    let overview = Memo::new(move |_| scores.with(|scores| Overview::of(area, scores)));
    let sentence = Signal::derive(move || overview.with(|overview| words::office(overview, t)));
    let empty = Memo::new(move |_| overview.with(|overview| overview.reported == 0));
    let body = move || {
        if empty.get() {
            view! {
                <EmptyState icon=IconName::Inbox sentence=t.office_next()>
                    <LinkButton to=Route::HandOver kind=ButtonKind::Primary icon=IconName::Upload>{t.import()}</LinkButton>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <StandingStats area overview />
                <div class="home-cards">
                    <WeakestCard area />
                    <SilentCard area />
                    <HandOverCard level=area.level() />
                </div>
            }
            .into_any()
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title_office() sentence actions=move || view! {
                <LinkButton to=Route::Checklist(area) icon=IconName::Table>{t.checklist()}</LinkButton>
            } />
            {body}
        </div>
    }
}
