//! 基本信息: the household's own fields, as the national register has them.

use super::open::OpenHousehold;
use crate::model::Kind;
use crate::ui::pages::record::{RecordFields, RecordFindings};
use leptos::prelude::*;

/// The household's own fields.
#[component]
pub fn Register() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    view! {
        <RecordFindings record=(Kind::Household, open.id.0) />
        <RecordFields kind=Kind::Household id=open.id.0 />
    }
}
