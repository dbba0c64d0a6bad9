//! 基本信息: the household's own fields, as the national register has them.

use super::open::OpenHousehold;
use crate::model::Kind;
use crate::ui::pages::record::RecordFields;
use leptos::prelude::*;

/// The household's own fields.
#[component]
pub fn Register() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    view! { <RecordFields kind=Kind::Household id=open.id.0 /> }
}
