//! The page of a record that a section of the household lists.

use super::open::OpenHousehold;
use crate::journal::RecordKey;
use crate::ui::components::{Button, ButtonKind, Dialog};
use crate::ui::pages::record::{RecordFields, RecordFindings};
use crate::ui::route::{Route, Section, go};
use crate::ui::text::household;
use leptos::prelude::*;

/// A record's own page: its fields, and the way to delete it.
#[component]
pub fn RecordPage(
    /// The record.
    record: RecordKey,
    /// The section that lists it.
    section: Section,
) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let asking = RwSignal::new(false);
    let list = Route::Household(open.area, open.id, section, None);
    let back = list.href();
    let remove = Callback::new(move |()| {
        let (workspace, list) = (
            open.workspace,
            Route::Household(open.area, open.id, section, None),
        );
        let command = async move { workspace.delete(open.area, record).await };
        open.run(command, t.removed(), move |()| go(&list));
    });
    let (kind, id) = record;
    view! {
        <p><a href=back>{t.section(section)}</a></p>
        <RecordFindings record />
        <RecordFields kind id />
        <div class="button-row">
            <Button kind=ButtonKind::Danger disabled=open.locked on_click=move |()| asking.set(true)>{t.remove()}</Button>
        </div>
        <Dialog open=asking title=Signal::derive(move || t.remove_question().to_owned())>
            <p>{t.remove_explained()}</p>
            <div class="button-row"><Button kind=ButtonKind::Danger on_click=remove>{t.remove()}</Button></div>
        </Dialog>
    }
}
