//! Taking back what was changed in one go: a mistaken entry, a merge, a split.

use super::OpenRecord;
use crate::journal::Stamp;
use crate::ui::components::{Button, ButtonKind, Dialog};
use crate::ui::text::household;
use leptos::prelude::*;

/// The button beside a change, and the question before it is taken back.
#[component]
pub fn StepBack(
    /// The change.
    stamp: Stamp,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let asking = RwSignal::new(false);
    view! {
        <div class="button-row">
            <Button kind=ButtonKind::Quiet disabled=open.locked on_click=move |()| asking.set(true)>{t.step_back()}</Button>
        </div>
        <Dialog open=asking title=Signal::derive(move || t.step_back_question().to_owned())>
            <Question stamp asking />
        </Dialog>
    }
}

#[component]
fn Question(stamp: Stamp, asking: RwSignal<bool>) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let records = open.workspace.records_made_with(open.area, stamp);
    let back = move |()| {
        let workspace = open.workspace;
        let command = async move { workspace.step_back(open.area, stamp).await };
        open.run(command, t.stepped_back(), move |()| asking.set(false));
    };
    view! {
        <p>{t.step_back_explained(records)}</p>
        <div class="button-row"><Button kind=ButtonKind::Danger on_click=back>{t.step_back_sure()}</Button></div>
    }
}
