//! The first page by the level of whoever works here.

use super::office::OfficeHome;
use super::village::VillageHome;
use crate::model::Level;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// What is open today in a village, the overview in an office.
#[component]
pub fn HomePage() -> impl IntoView {
    let profile = expect_context::<Workspace>().profile().get_untracked();
    profile.map(|profile| match profile.level() {
        Level::Village => view! { <VillageHome area=profile.area /> }.into_any(),
        Level::Township | Level::County => view! { <OfficeHome area=profile.area /> }.into_any(),
    })
}
