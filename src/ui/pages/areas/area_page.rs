//! One area: its parts, or a village.

use super::{AreasPage, VillagePage};
use crate::model::{DivisionCode, Level};
use crate::ui::route::Query;
use leptos::prelude::*;

/// The page of an area by its level.
#[component]
pub fn AreaPage(
    /// The area.
    area: DivisionCode,
    /// What the page is narrowed to.
    query: Query,
) -> impl IntoView {
    match area.level() {
        Level::Village => view! { <VillagePage area /> }.into_any(),
        Level::Township | Level::County => view! { <AreasPage scope=Some(area) query /> }.into_any(),
    }
}
