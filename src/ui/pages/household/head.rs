//! The first lines of the page: who it is, and the answer to "what is left to do".

use super::open::OpenHousehold;
use crate::indicators::{Assurance, Clarity, Finding};
use crate::model::{Code, Household};
use crate::ui::components::{Badge, PageHead};
use crate::ui::pages::households::{line::Standing, standing, tone};
use crate::ui::text::{format, household, households};
use leptos::prelude::*;

/// The name of the head, the standing, and one sentence.
#[component]
pub fn Head() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let list = households::Texts(open.language);
    let title = Signal::derive(move || {
        let name = open.read(|records| {
            records
                .households
                .get(open.id)
                .and_then(|row| row.head_name.clone())
        });
        name.flatten().unwrap_or_else(|| list.unnamed().to_owned())
    });
    let sentence = Signal::derive(move || match open.steps.with(Vec::len) {
        0 => t.sentence_done().to_owned(),
        left => t.sentence_open(left),
    });
    let badges = move || {
        open.look(|view, context| {
            let own = Standing::of(view.register);
            let assured = Assurance::OF_THE_PLAN
                .iter()
                .filter(|one| one.check(view, context) == Finding::Yes)
                .count();
            let clear = Clarity::ALL
                .iter()
                .filter(|one| one.check(view, context) == Finding::Yes)
                .count();
            let (attribute, persons) = (attribute(view.household, open), view.heads().count);
            let village = (!open.is_kept_here()).then(|| view! { <Badge>{format::area(open.area)}</Badge> });
            view! {
                {village}
                <Badge tone=tone(own)>{standing(list, own)}</Badge>
                {attribute.map(|attribute| view! { <Badge>{attribute}</Badge> })}
                <Badge>{list.persons(persons)}</Badge>
                {own.is_registered().then(|| view! {
                    <Badge>{t.assured_of(assured, Assurance::OF_THE_PLAN.len())}</Badge>
                    <Badge>{t.clear_of(clear, Clarity::ALL.len())}</Badge>
                })}
            }
        })
    };
    view! {
        <PageHead title sentence />
        <div class="row">{badges}</div>
    }
}

fn attribute(household: &Household, open: OpenHousehold) -> Option<String> {
    let attribute = household.attribute.as_ref()?;
    Some(format::code(
        <crate::model::HouseholdAttribute as Code>::LIST,
        attribute.id(),
        open.language,
    ))
}
