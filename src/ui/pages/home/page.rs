//! The first page by the level of whoever works here.

use super::office::OfficeHome;
use super::village::VillageHome;
use crate::model::{DivisionCode, Level};
use crate::platform::part::part;
use crate::ui::pages::later::LaterPage;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// What is open today in a village, the overview in an office.
#[component]
pub fn HomePage() -> impl IntoView {
    let profile = expect_context::<Workspace>().profile().get_untracked();
    profile.map(|profile| match profile.level() {
        Level::Village => view! { <LaterPage part=&VILLAGE page=profile.area /> }.into_any(),
        Level::Township | Level::County => view! { <OfficeHome area=profile.area /> }.into_any(),
    })
}

part! {
    /// The village's first page looks into its records; opening has fetched what does.
    static VILLAGE: fn(DivisionCode) -> AnyView = work(village);
}

fn village(area: DivisionCode) -> AnyView {
    view! { <VillageHome area /> }.into_any()
}
