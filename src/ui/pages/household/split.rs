//! 分户: who leaves, under whom, and from when.

use super::open::OpenHousehold;
use crate::model::{Date, HouseholdMembership, Kind, PersonId};
use crate::ui::components::{Button, ButtonKind, Dialog, Notice, NoticeKind};
use crate::ui::pages::record::{Draft, DraftField};
use crate::ui::route::{Route, Section, go};
use crate::ui::text::{household, households};
use crate::workspace::NewSplit;
use leptos::prelude::*;
use std::collections::BTreeSet;

const KIND: Kind = Kind::HouseholdStatusEvent;

/// The button and its dialog; there is none for a household that one person is.
#[component]
pub fn SplitHousehold(
    /// The members now.
    members: Memo<Vec<(HouseholdMembership, String)>>,
) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let asking = RwSignal::new(false);
    let button = move || {
        view! {
            <Button kind=ButtonKind::Secondary disabled=open.locked on_click=move |()| asking.set(true)>
                {t.split()}
            </Button>
        }
    };
    view! {
        {move || members.with(|members| members.len() > 1).then(button)}
        <Dialog open=asking title=Signal::derive(move || t.split().to_owned())>
            <Form members asking />
        </Dialog>
    }
}

#[component]
fn Form(members: Memo<Vec<(HouseholdMembership, String)>>, asking: RwSignal<bool>) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let draft = Draft::default().begin(KIND, "date", open.day().to_string().into());
    let leaving = RwSignal::new(BTreeSet::<PersonId>::new());
    let head = RwSignal::new(None::<PersonId>);
    let wrong = RwSignal::new(false);
    let toggle = move |person: PersonId| {
        leaving.update(|leaving| {
            if !leaving.remove(&person) {
                leaving.insert(person);
            }
        });
        let chosen = leaving.with_untracked(|leaving| {
            let stays = |head: &PersonId| leaving.contains(head);
            head.get_untracked()
                .filter(stays)
                .or_else(|| leaving.first().copied())
        });
        head.set(chosen);
    };
    let lines = move || {
        let line = |(row, name): (HouseholdMembership, String)| {
            Some(view! { <Member person=row.person_id? name leaving head toggle=Callback::new(toggle) /> })
        };
        members.get().into_iter().filter_map(line).collect_view()
    };
    let split = move |()| {
        let who: Vec<PersonId> = leaving.with_untracked(|leaving| leaving.iter().copied().collect());
        let stays = members.with_untracked(|members| members.len() > who.len());
        let needed = head.get_untracked().zip(draft.typed::<Date>(KIND, "date"));
        let Some((head, day)) = needed.filter(|_| stays) else {
            return wrong.set(true);
        };
        let new = NewSplit {
            leaving: who,
            head,
            day,
        };
        let workspace = open.workspace;
        let command = async move { workspace.split_household(open.area, open.id, new).await };
        open.run(command, t.split_done(), move |new| {
            asking.set(false);
            go(&Route::Household(open.area, new, Section::Members, None));
        });
    };
    view! {
        <p>{t.split_explained()}</p>
        {move || wrong.get().then(|| view! { <Notice kind=NoticeKind::Error><p>{t.split_needed()}</p></Notice> })}
        <fieldset class="field">
            <legend>{t.split_who()}</legend>
            <div class="stack">{lines}</div>
        </fieldset>
        <DraftField draft kind=KIND field="date" />
        <div class="button-row"><Button kind=ButtonKind::Primary on_click=split>{t.split_record()}</Button></div>
    }
}

/// A member: whether one leaves, and whether the new household is under this one.
#[component]
fn Member(
    person: PersonId,
    name: String,
    leaving: RwSignal<BTreeSet<PersonId>>,
    head: RwSignal<Option<PersonId>>,
    toggle: Callback<PersonId>,
) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let leaves = move || leaving.with(|leaving| leaving.contains(&person));
    let is_head = move || head.get() == Some(person);
    let name = match name.is_empty() {
        true => households::Texts(open.language).unnamed().to_owned(),
        false => name,
    };
    let under = move || {
        view! {
            <label class="check">
                <input type="radio" name="split-head" prop:checked=is_head on:change=move |_| head.set(Some(person)) />
                <span>{t.split_head()}</span>
            </label>
        }
    };
    view! {
        <div class="row spread">
            <label class="check">
                <input type="checkbox" prop:checked=leaves on:change=move |_| toggle.run(person) />
                <span>{name}</span>
            </label>
            {move || leaves().then(under)}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;

    #[test]
    fn the_form_asks_for_a_field_of_the_event() {
        assert!(KIND.def().position("date").is_some());
    }
}
