//! One member: identity, the year, the time in the household, and leaving it.

use super::matching::Matching;
use super::open::OpenHousehold;
use crate::model::{Date, HouseholdMembership, Kind, MemberChange, PersonId, PersonYearId};
use crate::ui::components::{Button, ButtonKind, Dialog, Notice, NoticeKind};
use crate::ui::pages::record::{Draft, DraftField, RecordFields, RecordFindings};
use crate::ui::route::{Route, Section};
use crate::ui::text::{household, households};
use leptos::prelude::*;

/// Every field of a member.
#[component]
pub fn MemberPage(
    /// The person.
    person: PersonId,
) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let year = Memo::new(move |_| open.year());
    let back = Route::Household(open.area, open.id, Section::Members, None).href();
    let name = move || {
        let name = open.read(|records| records.persons.get(person).and_then(|person| person.name.clone()));
        name.flatten()
            .unwrap_or_else(|| households::Texts(open.language).unnamed().to_owned())
    };
    let membership = Memo::new(move |_| {
        open.read(|records| own_membership(records.memberships.iter(), open, person))
            .flatten()
    });
    let stay =
        move || {
            membership.with(|membership| membership.as_ref().map(|row| row.id)).map(|id| {
            view! { <h3>{t.membership()}</h3> <RecordFields kind=Kind::HouseholdMembership id=id.0 /> }
        })
        };
    view! {
        <p><a href=back>{t.members()}</a></p>
        <div class="row spread"><h2>{name}</h2><Leave membership /></div>
        <RecordFindings record=(Kind::Person, person.0) />
        <h3>{t.identity()}</h3>
        <RecordFields kind=Kind::Person id=person.0 />
        <h3>{move || t.year_of(year.get())}</h3>
        <Matching person />
        {move || view! { <RecordFields kind=Kind::PersonYear id=PersonYearId::of(person, year.get()).0 /> }}
        {stay}
    }
}

/// The way out of the household, while the member is in it.
#[component]
fn Leave(membership: Memo<Option<HouseholdMembership>>) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let asking = RwSignal::new(false);
    let is_open = move || membership.with(|row| row.as_ref().is_some_and(|row| row.end.is_none()));
    let button = move || {
        view! { <Button disabled=open.locked on_click=move |()| asking.set(true)>{t.left_household()}</Button> }
    };
    view! {
        {move || is_open().then(button)}
        <Dialog open=asking title=Signal::derive(move || t.left_household().to_owned())>
            <LeaveForm membership asking />
        </Dialog>
    }
}

#[component]
fn LeaveForm(membership: Memo<Option<HouseholdMembership>>, asking: RwSignal<bool>) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let kind = Kind::HouseholdMembership;
    let draft = Draft::default().begin(kind, "end", open.day().to_string().into());
    let wrong = RwSignal::new(false);
    let leave = move |()| {
        let needed = draft
            .typed::<Date>(kind, "end")
            .zip(draft.typed::<MemberChange>(kind, "change_out"));
        let id = membership.with_untracked(|row| row.as_ref().map(|row| row.id));
        let Some(((day, why), id)) = needed.zip(id) else {
            return wrong.set(true);
        };
        let workspace = open.workspace;
        let command = async move { workspace.end_membership(open.area, id, day, why).await };
        open.run(command, t.recorded(), move |()| asking.set(false));
    };
    view! {
        <p>{t.left_explained()}</p>
        {move || wrong.get().then(|| view! { <Notice kind=NoticeKind::Error><p>{t.leaving_needed()}</p></Notice> })}
        <DraftField draft kind field="end" />
        <DraftField draft kind field="change_out" />
        <div class="button-row"><Button kind=ButtonKind::Primary on_click=leave>{t.record_leaving()}</Button></div>
    }
}

/// The person's latest time in the household.
fn own_membership<'a>(
    all: impl Iterator<Item = &'a HouseholdMembership>,
    open: OpenHousehold,
    person: PersonId,
) -> Option<HouseholdMembership> {
    let own = all.filter(|row| row.household_id == Some(open.id) && row.person_id == Some(person));
    own.max_by_key(|row| row.start).cloned()
}
