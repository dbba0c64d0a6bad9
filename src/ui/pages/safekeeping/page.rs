//! The page.

use super::{AsideCard, CheckCard, ClosingCard, ImportsCard, PastCard, TwiceCard};
use crate::model::{DivisionCode, Level};
use crate::ui::components::PageHead;
use crate::ui::text::safekeeping;
use crate::workspace::{SelfCheck, Workspace};
use leptos::prelude::*;

/// What keeps the register safe, the self-check first.
#[component]
pub fn SafekeepingPage() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = safekeeping::texts();
    let found = RwSignal::new(None::<SelfCheck>);
    let sentence = Signal::derive(move || found.with(|found| sentence(found.as_ref(), t)));
    let profile = workspace.profile().get_untracked();
    let own = profile.map(|profile| {
        let office = profile.level() != Level::Village;
        view! {
            {office.then(|| view! { <ClosingCard /> })}
            <TwiceCard />
            <PastCard villages=villages_here(workspace) />
        }
    });
    view! {
        <div class="page page-narrow">
            <PageHead title=t.title() sentence />
            <CheckCard found />
            <ImportsCard />
            <AsideCard />
            {own}
        </div>
    }
}

/// The villages whose records are on this device.
fn villages_here(workspace: Workspace) -> Vec<DivisionCode> {
    let summaries = workspace.summaries().get_untracked();
    let here = summaries.values().filter(|summary| !summary.told);
    here.map(|summary| summary.area)
        .filter(|area| area.level() == Level::Village)
        .collect()
}

fn sentence(found: Option<&SelfCheck>, t: safekeeping::Texts) -> String {
    match found {
        None => t.sentence_unchecked().to_owned(),
        Some(found) if found.is_well() => t.sentence_well(found.areas),
        Some(found) => t.sentence_amiss(found.problems()),
    }
}
