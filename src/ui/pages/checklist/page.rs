//! The page of an area's checklist, by its level.

use super::office::OfficeChecklist;
use super::village::OwnAnswers;
use crate::model::{DivisionCode, Level};
use leptos::prelude::*;

/// The checklist of an area.
#[component]
pub fn ChecklistPage(
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    match area.level() {
        Level::Village => view! { <div class="page"><OwnAnswers area titled=true /></div> }.into_any(),
        Level::Township | Level::County => view! { <OfficeChecklist area /> }.into_any(),
    }
}
