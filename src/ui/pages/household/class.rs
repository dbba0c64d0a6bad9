//! 分类施策 (P-13): development where a member can work, protection where none can; the app proposes, a person decides.

use super::decision::Decision;
use super::exit_ready::link;
use super::open::OpenHousehold;
use super::steps::because;
use crate::indicators::household_class;
use crate::model::{Code, LabourCapacity, SupportNature, Value};
use crate::ui::components::{Card, Status, StatusView};
use crate::ui::route::{Route, Section};
use crate::ui::text::{format, household, households};
use leptos::prelude::*;

/// The card of the kind of help.
#[component]
pub fn Class() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let found = Memo::new(move |_| open.look(|view, _| household_class(view)));
    let answer = move || {
        found.get().map(|found| match found {
            Ok(nature) => {
                let words = format::code(SupportNature::LIST, nature.id(), open.language);
                view! { <StatusView status=Status::Info words /> }
            }
            Err(_) => view! { <StatusView status=Status::Unknown words=t.assurance_unknown().to_owned() /> },
        })
    };
    let why = move || match found.get()? {
        Ok(_) => Some(view! { <p class="row">{members(open)} {to_members(open)}</p> }.into_any()),
        Err(reason) => {
            let words = because(reason, open.language);
            Some(view! { <p class="row"><span>{words}</span> {link(reason, open)}</p> }.into_any())
        }
    };
    let proposed = Signal::derive(move || match found.get() {
        Some(Ok(nature)) => Value::from(nature.id()),
        _ => Value::Null,
    });
    view! {
        <Card title=t.kind_of_help() action=move || view! { {answer} }>
            <p class="quiet">{t.class_rule()}</p>
            {why}
            <Decision field="class_decided" proposed />
        </Card>
    }
}

/// The members with what they can do.
fn members(open: OpenHousehold) -> String {
    let list = households::Texts(open.language);
    let all = open.look(|view, _| {
        let one = |(_, member): &(u32, crate::indicators::Member<'_>)| {
            let name = member.person.and_then(|person| person.name.clone());
            let labour = member.year.and_then(|year| year.labour.as_ref());
            let labour = labour.map(|labour| format::code(LabourCapacity::LIST, labour.id(), open.language));
            let name = name.unwrap_or_else(|| list.unnamed().to_owned());
            match labour {
                Some(labour) => household::Texts(open.language).field_because(&name, &labour),
                None => name,
            }
        };
        view.members.iter().map(one).collect::<Vec<_>>().join(" · ")
    });
    all.unwrap_or_default()
}

fn to_members(open: OpenHousehold) -> impl IntoView {
    let t = household::Texts(open.language);
    let href = Route::Household(open.area, open.id, Section::Members, None).href();
    view! { <a href=href>{t.members()}</a> }
}
