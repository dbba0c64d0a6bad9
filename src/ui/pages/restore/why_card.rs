//! How data can be gone.

use crate::platform::edition::is_single_file;
use crate::ui::components::Card;
use crate::ui::text::restore;
use leptos::prelude::*;

/// What may have happened, so that a person can look for it.
#[component]
pub fn WhyCard() -> impl IntoView {
    let t = restore::texts();
    let moved = is_single_file().then(|| view! { <li>{t.why_moved()}</li> });
    view! {
        <Card title=t.why_title()>
            <ul class="bullets">
                <li>{t.why_cleared()}</li>
                <li>{t.why_evicted()}</li>
                {moved}
            </ul>
        </Card>
    }
}
