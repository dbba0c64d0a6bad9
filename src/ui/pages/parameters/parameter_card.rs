//! One parameter with its years and what it decides.

use super::{SlotEditor, decides::Decides, slots};
use crate::model::Records;
use crate::plan::Parameter;
use crate::ui::text::parameters;
use leptos::prelude::*;
use std::sync::Arc;

/// A parameter.
#[component]
pub fn ParameterCard(
    /// The parameter.
    parameter: &'static Parameter,
    /// The county's records.
    records: Signal<Option<Arc<Records>>>,
    /// Whether it may only be read.
    locked: Signal<bool>,
) -> impl IntoView {
    let t = parameters::texts();
    let slots = slots::slots(parameter)
        .into_iter()
        .map(|item| view! { <SlotEditor item records locked /> })
        .collect_view();
    view! {
        <section class="parameter">
            <h3>{t.0.pick(parameter.label)}</h3>
            <Decides parameter />
            {slots}
        </section>
    }
}
