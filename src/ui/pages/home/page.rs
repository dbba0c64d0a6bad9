//! The first page.

use crate::model::Level;
use crate::ui::components::PageHead;
use crate::ui::text::home;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// What is open today in a village, the overview in an office.
#[component]
pub fn HomePage() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = home::texts();
    let summaries = workspace.summaries();
    let office = workspace
        .profile()
        .get_untracked()
        .is_some_and(|profile| profile.level() != Level::Village);
    let title = if office {
        t.title_office()
    } else {
        t.title_village()
    };
    let sentence = Signal::derive(move || {
        match summaries.with(|all| all.values().map(|summary| summary.households).sum()) {
            0 => t.nothing_yet().to_owned(),
            count => t.households_here(count),
        }
    });
    view! { <div class="page"><PageHead title sentence /></div> }
}
