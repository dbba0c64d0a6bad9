//! What hangs on a parameter.

use super::words;
use crate::plan::Parameter;
use crate::ui::text::parameters;
use leptos::prelude::*;

/// The indicators and targets that a parameter decides, or those of later versions by their ids.
#[component]
pub fn Decides(
    /// The parameter.
    parameter: &'static Parameter,
) -> impl IntoView {
    let t = parameters::texts();
    let names = words::decides(parameter, t);
    let sentence = if names.is_empty() {
        t.decides_later(&parameter.indicators.join(t.list()))
    } else {
        t.decides(&names.join(t.list()))
    };
    view! { <p class="hint">{sentence}</p> }
}
