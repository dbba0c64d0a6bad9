//! Receipts for those below.

use crate::model::DivisionCode;
use crate::platform::files;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, Card, IconName, Notice, NoticeKind};
use crate::ui::text::{errors, format, handover, keys};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Writes a receipt for an area below that has sent something.
#[component]
pub fn ReceiptsCard(
    /// The device's own area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = handover::texts();
    let received = workspace.received();
    let senders = Memo::new(move |_| {
        received.with(|received| {
            let below = received
                .keys()
                .filter(|sender| **sender != area && sender.within(area));
            below.copied().collect::<BTreeSet<DivisionCode>>()
        })
    });
    let sealing = RwSignal::new(true);
    let write = move |scope: DivisionCode| {
        leptos::task::spawn_local(async move {
            let to = sealing.get_untracked().then_some(scope);
            let written = async {
                let file = workspace.receipt(scope).await?;
                workspace.seal_if_known(file, to).await
            };
            let words = match written.await {
                Err(error) => errors::command(&error, t.0),
                Ok(file) => match files::download(&file.name, file.mime(), &file.bytes) {
                    Ok(()) => t.receipt_written(&file.name),
                    Err(error) => errors::file(&error, t.0),
                },
            };
            announcer.say(words);
        });
    };
    let buttons = move || {
        let one = |sender: DivisionCode| {
            view! { <Button icon=IconName::Download on_click=move |()| write(sender)>{format::area(sender)}</Button> }
        };
        senders.get().into_iter().map(one).collect_view()
    };
    let none = move || {
        senders
            .with(BTreeSet::is_empty)
            .then(|| view! { <Notice kind=NoticeKind::Info><p>{t.receipt_nobody()}</p></Notice> })
    };
    view! {
        <Card title=t.receipt_title()>
            <p>{t.receipt_explained()}</p>
            {none}
            <label class="row">
                <input type="checkbox" class="checkbox" prop:checked=sealing on:change=move |event| sealing.set(event_target_checked(&event)) />
                <span>{keys::Texts(t.0).seal_receipts()}</span>
            </label>
            <div class="button-row">{buttons}</div>
        </Card>
    }
}
