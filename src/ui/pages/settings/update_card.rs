//! New versions, started only when a person agrees.

use crate::platform::update;
use crate::ui::components::{Button, ButtonKind, Card};
use crate::ui::text::settings;
use leptos::prelude::*;

/// Whether a new version waits, and the button that starts it.
#[component]
pub fn UpdateCard() -> impl IntoView {
    let t = settings::texts();
    let body = if update::is_waiting() {
        let start = |()| {
            let _a_version_that_went_away_is_found_again = update::start();
        };
        view! {
            <p>{t.update_waiting()}</p>
            <div class="button-row"><Button kind=ButtonKind::Primary on_click=start>{t.update_now()}</Button></div>
        }
        .into_any()
    } else {
        view! { <p>{t.update_none()}</p> }.into_any()
    };
    view! { <Card title=t.update()>{body}</Card> }
}
