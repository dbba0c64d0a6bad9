//! Moves of the household in the register: those that were recorded, and a new one.

use super::open::OpenHousehold;
use crate::model::{Code, Date, HouseholdStatusEvent, Kind, StatusEventKind};
use crate::ui::components::{Button, ButtonKind, Card, Dialog, Notice, NoticeKind};
use crate::ui::pages::record::{Draft, DraftField};
use crate::ui::text::{format, household};
use leptos::prelude::*;

const FIELDS: [&str; 3] = ["kind", "date", "reason_text"];

/// The changes of status, newest first, and the way to add one.
#[component]
pub fn StatusChanges() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let asking = RwSignal::new(false);
    let action = move || {
        view! { <Button disabled=open.locked on_click=move |()| asking.set(true)>{t.change_status()}</Button> }
    };
    let line = move |event: HouseholdStatusEvent| {
        view! { <li class="record-line">{words(&event, open)}</li> }
    };
    let lines = move || {
        let events = events(open);
        let none = events
            .is_empty()
            .then(|| view! { <p class="field-hint">{t.nothing_here()}</p> });
        view! { {none} <ul class="record-list">{events.into_iter().map(line).collect_view()}</ul> }
    };
    view! {
        <Card title=t.status_since() action>
            {lines}
        </Card>
        <Dialog open=asking title=Signal::derive(move || t.change_status().to_owned())>
            <ChangeForm asking />
        </Dialog>
    }
}

/// What changed, when and why.
#[component]
fn ChangeForm(asking: RwSignal<bool>) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let kind = Kind::HouseholdStatusEvent;
    let draft = Draft::default().begin(kind, "date", open.day().to_string().into());
    let wrong = RwSignal::new(false);
    let record = move |()| {
        let change = draft
            .typed::<StatusEventKind>(kind, "kind")
            .zip(draft.typed::<Date>(kind, "date"));
        let Some((change, day)) = change else {
            return wrong.set(true);
        };
        let (workspace, reason) = (open.workspace, draft.typed::<String>(kind, "reason_text"));
        let command = async move {
            workspace
                .change_status(open.area, open.id, change, day, reason)
                .await
        };
        open.run(command, t.recorded(), move |()| asking.set(false));
    };
    view! {
        <p>{t.status_change_explained()}</p>
        {move || wrong.get().then(|| view! { <Notice kind=NoticeKind::Error><p>{t.change_needed()}</p></Notice> })}
        {FIELDS.map(|field| view! { <DraftField draft kind field /> }).into_iter().collect_view()}
        <div class="button-row"><Button kind=ButtonKind::Primary on_click=record>{t.record_change()}</Button></div>
    }
}

fn events(open: OpenHousehold) -> Vec<HouseholdStatusEvent> {
    let mut events = open
        .read(|records| {
            let own = records
                .status_events
                .iter()
                .filter(|event| event.household_id == Some(open.id));
            own.cloned().collect::<Vec<_>>()
        })
        .unwrap_or_default();
    events.sort_by_key(|event| std::cmp::Reverse(event.date));
    events
}

fn words(event: &HouseholdStatusEvent, open: OpenHousehold) -> String {
    let date = event.date.map(|date| format::date(date, open.language));
    let kind = event
        .kind
        .as_ref()
        .map(|kind| format::code(StatusEventKind::LIST, kind.id(), open.language));
    [date, kind, event.reason_text.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Record;

    #[test]
    fn the_form_asks_for_fields_of_the_event() {
        assert!(
            FIELDS
                .iter()
                .all(|field| HouseholdStatusEvent::DEF.position(field).is_some())
        );
    }
}
