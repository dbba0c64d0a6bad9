//! The question before an import that would take much away.

use crate::exchange::Loss;
use crate::ui::components::{Disclosure, Notice, NoticeKind};
use crate::ui::text::{format, handover};
use leptos::prelude::*;

/// Who would be lost, by name, and the box to tick before the import can go on.
#[component]
pub fn LossGuard(
    /// What would be lost.
    losses: Vec<Loss>,
    /// Whether a person has agreed.
    agreed: RwSignal<bool>,
) -> impl IntoView {
    let t = handover::texts();
    let lines = losses
        .into_iter()
        .map(|loss| {
            let words = t.loss_line(&format::area(loss.area), loss.removed, loss.blanked);
            let names = loss.names.join(t.list());
            let count = loss.names.len();
            view! {
                <li>{words}<Disclosure summary=t.loss_names(count) open=true><p>{names}</p></Disclosure></li>
            }
        })
        .collect_view();
    view! {
        <Notice kind=NoticeKind::Warning>
            <p><strong>{t.loss_title()}</strong></p>
            <ul class="hints">{lines}</ul>
            <label class="row">
                <input type="checkbox" class="checkbox" prop:checked=agreed on:change=move |event| agreed.set(event_target_checked(&event)) />
                <span>{t.loss_agree()}</span>
            </label>
        </Notice>
    }
}
