//! The choice of the day that figures are for, wherever it stands.

use crate::model::Date;
use crate::ui::announce::use_announcer;
use crate::ui::components::AsOfPicker;
use crate::ui::text::{errors, language};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The picker; the figures follow, and the line under the header says how far they have come.
#[component]
pub fn AsOfChoice(
    /// A day was chosen.
    #[prop(optional, into)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let (language, announcer) = (language(), use_announcer());
    let choose = move |day: Date| {
        if let Some(on_chosen) = on_chosen {
            on_chosen.run(());
        }
        leptos::task::spawn_local(async move {
            if let Err(error) = workspace.set_as_of(day).await {
                announcer.say(errors::command(&error, language));
            }
        });
    };
    view! { <AsOfPicker day=workspace.as_of() on_choose=choose /> }
}
