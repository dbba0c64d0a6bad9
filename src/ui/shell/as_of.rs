//! The day that figures are for, always in sight and one tap away.

use super::AsOfChoice;
use crate::ui::components::Dialog;
use crate::ui::first_frame::after_first_frame;
use crate::ui::text::{shell, widgets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The button in the header that shows the day and opens the choice.
#[component]
pub fn AsOf() -> impl IntoView {
    let t = shell::texts();
    let title = widgets::Texts(t.0).day_of_figures();
    let open = RwSignal::new(false);
    let day = expect_context::<Workspace>().as_of();
    let seen = after_first_frame();
    let choice = move || {
        seen.get().then(|| {
            view! {
                <Dialog open title>
                    <p>{t.as_of_explained()}</p>
                    <AsOfChoice on_chosen=move |()| open.set(false) />
                </Dialog>
            }
        })
    };
    view! {
        <button type="button" class="switch" id="as-of" title=title on:click=move |_| open.set(true)>
            {move || t.as_of(day.get())}
        </button>
        {choice}
    }
}
