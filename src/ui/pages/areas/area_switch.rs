//! Chooses another area for the same page.

use super::reports::{Choices, choices};
use crate::model::{DivisionCode, Level};
use crate::ui::first_frame::after_first_frame;
use crate::ui::route::{Route, go};
use crate::ui::text::{format, targets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// A pick-list of the areas that this device answers for; a village has none to choose.
#[component]
pub fn AreaSwitch(
    /// The area shown.
    area: DivisionCode,
    /// The page of another area.
    #[prop(into)]
    to: Callback<DivisionCode, Route>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let own = workspace.profile().get_untracked().map(|profile| profile.area);
    let own = own.filter(|own| own.level() != Level::Village);
    let chosen = move |event: web_sys::Event| {
        if let Some(code) = DivisionCode::new(&event_target_value(&event)) {
            go(&to.run(code));
        }
    };
    let option = move |code: DivisionCode| {
        view! { <option value=code.to_string() prop:selected=code == area>{format::area(code)}</option> }
    };
    let group = move |group: Choices| {
        let options = group.areas.into_iter().map(option).collect_view();
        match group.of {
            None => options.into_any(),
            Some(of) => view! { <optgroup label=format::area(of)>{options}</optgroup> }.into_any(),
        }
    };
    own.map(|own| {
        // A county has more than a hundred: they wait until the page is there.
        let seen = after_first_frame();
        let options = move || match seen.get() {
            true => choices(own).into_iter().map(group).collect_view().into_any(),
            false => option(area).into_any(),
        };
        view! {
            <label class="area-switch">
                <span>{t.choose_area()}</span>
                <select class="input input-select" on:change=chosen>{options}</select>
            </label>
        }
    })
}
