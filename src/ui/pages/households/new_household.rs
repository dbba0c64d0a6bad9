//! Adding a household: the head and what decides about it; the rest can wait.

use crate::model::{Date, DivisionCode, Household, Kind, Record, Value};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Notice, NoticeKind, PageHead};
use crate::ui::pages::record::entry_day;
use crate::ui::pages::record::{Draft, DraftField, person_of};
use crate::ui::route::{Route, go};
use crate::ui::text::{errors, household, households, language};
use crate::workspace::{NewHousehold, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The fields of the head.
const HEAD: [&str; 4] = ["name", "id_number", "ethnic", "phone"];

/// The fields of the household.
const HOUSEHOLD: [&str; 4] = ["registered", "attribute", "main_cause", "group_name"];

/// A short form; what follows from the identity number is not asked.
#[component]
pub fn NewHouseholdForm(
    /// The village.
    area: DivisionCode,
) -> impl IntoView {
    let language = language();
    let (t, of_one) = (households::Texts(language), household::Texts(language));
    let (workspace, announcer) = (expect_context::<Workspace>(), use_announcer());
    let draft = Draft::default();
    let wrong = RwSignal::new(None::<String>);
    let create = move |()| match new_household(draft, entry_day(workspace)) {
        None => wrong.set(Some(t.name_needed().to_owned())),
        Some(new) => spawn_local(async move {
            match workspace.add_household(area, new).await {
                Ok(id) => go(&Route::household(area, id)),
                Err(error) => announcer.say(errors::command(&error, language)),
            }
        }),
    };
    let hint = move |field: &str| {
        if field == "id_number" {
            of_one.birth_from_number()
        } else {
            ""
        }
    };
    let head = HEAD.map(|field| view! { <DraftField draft kind=Kind::Person field hint=hint(field) /> });
    let own = HOUSEHOLD.map(|field| view! { <DraftField draft kind=Kind::Household field /> });
    view! {
        <div class="page page-narrow">
            <PageHead title=t.new_title().to_owned() sentence=Signal::derive(move || t.new_sentence().to_owned()) />
            <div class="card">
                {head.into_iter().collect_view()}
                {own.into_iter().collect_view()}
            </div>
            {move || wrong.get().map(|wrong| view! { <Notice kind=NoticeKind::Error><p>{wrong}</p></Notice> })}
            <div class="button-row">
                <Button kind=ButtonKind::Primary on_click=create>{t.create()}</Button>
                <a class="button" href=Route::Households(area, Default::default()).href()>{of_one.back_to_list()}</a>
            </div>
        </div>
    }
}

/// The household of the draft; none without the head's name.
fn new_household(draft: Draft, since: Date) -> Option<NewHousehold> {
    let mut own = Household::default();
    for (place, field) in Household::DEF.fields.iter().enumerate() {
        let value = untrack(|| draft.value(Kind::Household, field.id));
        if value != Value::Null {
            own.set(place, &value).ok()?;
        }
    }
    let head = person_of(draft)?;
    Some(NewHousehold {
        head,
        registered: own.registered,
        group_name: own.group_name,
        attribute: own.attribute,
        main_cause: own.main_cause,
        since: Some(since),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Person;

    #[test]
    fn every_field_of_the_form_is_a_field_of_its_record() {
        assert!(HEAD.iter().all(|field| Person::DEF.position(field).is_some()));
        assert!(
            HOUSEHOLD
                .iter()
                .all(|field| Household::DEF.position(field).is_some())
        );
    }
}
