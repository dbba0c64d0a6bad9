//! 履职: what somebody owes, and how much of it is done.
use crate::model::{DivisionCode, OfficialId};
use leptos::prelude::*;
/// x
#[component]
pub fn DutiesPage(area: DivisionCode, official: Option<OfficialId>) -> impl IntoView {
    let _ = (area, official);
}
