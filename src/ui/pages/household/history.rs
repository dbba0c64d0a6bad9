//! 修改记录: every change of the household's records.

use super::open::OpenHousehold;
use crate::model::keys_ever_of;
use crate::ui::pages::record::Changes;
use leptos::prelude::*;

/// The changes of the household's records, newest first.
#[component]
pub fn History() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let keys = Memo::new(move |_| {
        open.read(|records| keys_ever_of(records, open.id))
            .unwrap_or_default()
    });
    view! { <Changes keys /> }
}
