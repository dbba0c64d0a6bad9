//! The day that figures are for.

use crate::ui::components::Card;
use crate::ui::shell::AsOfChoice;
use crate::ui::text::settings;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The picker, with what the day decides.
#[component]
pub fn DayCard() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = settings::texts();
    let as_of = workspace.as_of();
    view! {
        <Card title=t.day()>
            <p>{move || t.day_explained(as_of.get())}</p>
            <AsOfChoice />
        </Card>
    }
}
