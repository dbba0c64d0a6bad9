//! The day that figures are for, always in sight and one tap away.

use crate::model::Date;
use crate::ui::announce::use_announcer;
use crate::ui::components::{AsOfPicker, Dialog};
use crate::ui::text::{errors, shell};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The button in the header that shows the day and opens the choice.
#[component]
pub fn AsOf() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = shell::texts();
    let announcer = use_announcer();
    let open = RwSignal::new(false);
    let day = workspace.as_of();
    let choose = move |day: Date| {
        open.set(false);
        leptos::task::spawn_local(async move {
            if let Err(error) = workspace.set_as_of(day).await {
                announcer.say(errors::command(&error, t.0));
            }
        });
    };
    view! {
        <button type="button" class="switch as-of" id="as-of" title=t.choose_as_of() on:click=move |_| open.set(true)>
            {move || t.as_of(day.get())}
        </button>
        <Dialog open title=t.choose_as_of()>
            <p>{t.as_of_explained()}</p>
            <AsOfPicker day on_choose=choose />
        </Dialog>
    }
}
