//! Adding a record to the household: a button, and a dialog that asks for the least.

use super::open::OpenHousehold;
use crate::model::Kind;
use crate::ui::components::{Button, ButtonKind, Dialog, IconName, Notice, NoticeKind};
use crate::ui::pages::record::{Draft, DraftField};
use leptos::prelude::*;

/// What the dialog asks and does.
#[derive(Clone, Copy)]
pub struct NewRecord {
    /// The words of the button and the heading.
    pub title: &'static str,
    /// The words of the button that adds it.
    pub record: &'static str,
    /// What to say when something needed is empty.
    pub needed: &'static str,
    /// The fields that are asked.
    pub fields: &'static [(Kind, &'static str)],
    /// The draft to begin with.
    pub begin: Callback<(), Draft>,
    /// Takes the draft; false when something needed is empty. It sets the signal to false when it is done.
    pub take: Callback<(Draft, RwSignal<bool>), bool>,
}

/// The button and its dialog.
#[component]
pub fn AddRecord(
    /// What is asked and done.
    new: NewRecord,
) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let asking = RwSignal::new(false);
    view! {
        <Button kind=ButtonKind::Primary icon=IconName::Plus disabled=open.locked on_click=move |()| asking.set(true)>
            {new.title}
        </Button>
        <Dialog open=asking title=Signal::derive(move || new.title.to_owned())>
            <Form new asking />
        </Dialog>
    }
}

#[component]
fn Form(new: NewRecord, asking: RwSignal<bool>) -> impl IntoView {
    let draft = new.begin.run(());
    let wrong = RwSignal::new(false);
    let take = move |()| wrong.set(!new.take.run((draft, asking)));
    view! {
        {move || wrong.get().then(|| view! { <Notice kind=NoticeKind::Error><p>{new.needed}</p></Notice> })}
        {new.fields.iter().map(|(kind, field)| view! { <DraftField draft kind=*kind field /> }).collect_view()}
        <div class="button-row"><Button kind=ButtonKind::Primary on_click=take>{new.record}</Button></div>
    }
}
