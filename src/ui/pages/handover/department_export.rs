//! A package for a department.

use crate::plan::Body;
use crate::ui::components::{Button, Disclosure, IconName};
use crate::ui::text::handover;
use leptos::prelude::*;

/// Chooses a department and writes what it may see.
#[component]
pub fn DepartmentExport(
    /// Writes the package.
    export: Callback<Body>,
    /// Whether one is being written.
    #[prop(into)]
    busy: Signal<bool>,
) -> impl IntoView {
    let t = handover::texts();
    let chosen = RwSignal::new(Body::PovertyOffice);
    let option = move |body: Body| {
        view! { <option value=body.id()>{t.0.pick(body.label())}</option> }
    };
    let options = Body::ALL
        .iter()
        .copied()
        .filter(|body| !body.is_group())
        .map(option)
        .collect_view();
    let choose = move |id: String| {
        if let Some(body) = Body::with_id(&id) {
            chosen.set(body);
        }
    };
    let write = Callback::new(move |()| export.run(chosen.get_untracked()));
    view! {
        <Disclosure summary=t.department_title()>
            <p class="hint">{t.department_explained()}</p>
            <div class="row">
                <label class="field-label">
                    <span>{t.department_choose()}</span>
                    <select class="input input-select" on:change=move |event| choose(event_target_value(&event))>{options}</select>
                </label>
                <Button icon=IconName::Download disabled=busy on_click=write>{t.export_department()}</Button>
            </div>
        </Disclosure>
    }
}
