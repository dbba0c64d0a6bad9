//! A record of the household on a line of its own, and its own page with every field.

use super::open::OpenHousehold;
use super::record_fields::RecordFields;
use crate::journal::RecordKey;
use crate::ui::components::{Button, ButtonKind, Dialog, Icon, IconName};
use crate::ui::route::{Route, Section, go};
use crate::ui::text::household;
use leptos::prelude::*;

/// A line that opens a record.
#[component]
pub fn RecordLine(
    /// Where it leads.
    href: String,
    /// The first line.
    title: String,
    /// The second line.
    #[prop(optional, into)]
    detail: String,
) -> impl IntoView {
    view! {
        <li>
            <a class="step" href=href>
                <span class="list-row-words">
                    <span class="list-row-name">{title}</span>
                    <span class="list-row-detail">{detail}</span>
                </span>
                <Icon name=IconName::Forward />
            </a>
        </li>
    }
}

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
