//! For whoever expected to find data here.

use super::step::Step;
use crate::platform::edition::is_single_file;
use crate::ui::components::{Button, Card};
use crate::ui::text::restore;
use leptos::prelude::*;

/// How data can seem gone, and the way back from a backup.
#[component]
pub fn UsedBefore(
    /// Where the first run has come to.
    step: RwSignal<Step>,
) -> impl IntoView {
    let t = restore::texts();
    let words = if is_single_file() {
        t.used_before_file()
    } else {
        t.used_before()
    };
    view! {
        <Card title=t.used_before_title()>
            <p>{words}</p>
            <div class="button-row">
                <Button on_click=move |()| step.set(Step::Restore)>{t.title()}</Button>
            </div>
        </Card>
    }
}
