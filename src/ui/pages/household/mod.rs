//! One household: what is known of it, what is left to do, and every field, each saving by itself.

mod ask;
mod assurances;
mod clarities;
mod class;
mod decision;
mod exit_ready;
mod findings;
mod head;
mod helpers;
mod history;
mod income;
mod matching;
mod measures;
mod member_form;
mod members;
mod new_record;
mod open;
mod overview;
mod processes;
mod record_card;
mod records;
mod register;
mod resettle;
mod split;
mod status_change;
mod steps;
mod visits;
mod year;

use crate::model::{DivisionCode, HouseholdId};
use crate::ui::components::{EmptyState, IconName, SectionLink, Sections};
use crate::ui::pages::households::Listed;
use crate::ui::pages::record::provide_references;
use crate::ui::route::{Route, Section, use_route};
use crate::ui::text::household;
use head::Head;
use leptos::prelude::*;
use open::OpenHousehold;

/// The page of one household. It stays while one goes from section to section.
#[component]
pub fn HouseholdPage(
    /// The village whose record it is.
    area: DivisionCode,
    /// The household.
    id: HouseholdId,
    /// The list it was opened from.
    back: Memo<Option<Listed>>,
) -> impl IntoView {
    let t = household::texts();
    let open = OpenHousehold::of(area, id);
    provide_context(open);
    provide_context(open.record());
    provide_references(area, None);
    let there = Memo::new(move |_| {
        open.records.with(|records| {
            records
                .as_ref()
                .map(|records| records.households.get(id).is_some())
        })
    });
    let list = move || {
        back.get()
            .map(|(area, query)| Route::Households(area, query).href())
    };
    let body = move || match there.get() {
        None => view! { <p role="status">{t.loading()}</p> }.into_any(),
        Some(false) => view! { <EmptyState icon=IconName::People sentence=t.gone() /> }.into_any(),
        Some(true) => view! { <Head /> <SectionLinks /> <SectionBody /> }.into_any(),
    };
    view! {
        <article class="page">
            <a class="split-back" href=list>{t.back_to_list()}</a>
            {body}
        </article>
    }
}

/// The sections as links; a dot marks those where something waits.
#[component]
fn SectionLinks() -> impl IntoView {
    let t = household::texts();
    let open = expect_context::<OpenHousehold>();
    let section = current_section();
    let links = move || {
        let waiting = open.waiting();
        let link = |own: Section| SectionLink {
            href: Route::Household(open.area, open.id, own, None).href(),
            label: t.section(own).to_owned(),
            current: section.get() == own,
            open: waiting.contains(&own),
        };
        Section::ALL.map(link).to_vec()
    };
    view! { <Sections label=t.sections() links=Signal::derive(links) /> }
}

/// The section that the address names.
#[component]
fn SectionBody() -> impl IntoView {
    let section = current_section();
    move || match section.get() {
        Section::Overview => view! { <overview::Overview /> }.into_any(),
        Section::Register => view! { <register::Register /> }.into_any(),
        Section::Members => view! { <members::Members /> }.into_any(),
        Section::Year => view! { <year::YearFacts /> }.into_any(),
        Section::Income => view! { <income::Income /> }.into_any(),
        Section::Assurances => view! { <assurances::Assurances /> }.into_any(),
        Section::Clarities => view! { <clarities::Clarities /> }.into_any(),
        Section::Measures => view! { <measures::Measures /> }.into_any(),
        Section::Helpers => view! { <helpers::Helpers /> }.into_any(),
        Section::Visits => view! { <visits::Visits /> }.into_any(),
        Section::Records => view! { <records::OtherRecords /> }.into_any(),
        Section::History => view! { <history::History /> }.into_any(),
    }
}

fn current_section() -> Memo<Section> {
    let route = use_route();
    Memo::new(move |before: Option<&Section>| {
        route.with(|route| match route {
            Route::Household(_, _, section, _) => *section,
            _ => before.copied().unwrap_or(Section::Overview),
        })
    })
}
