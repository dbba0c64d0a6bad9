//! The page: one village's findings by rule, or every village below an office with its number of findings.

use super::model;
use super::{RuleCard, VillagesTable};
use crate::model::{DivisionCode, Level};
use crate::ui::components::{EmptyState, IconName, LinkButton, PageHead};
use crate::ui::route::Route;
use crate::ui::shell::AsOfChoice;
use crate::ui::text::{checks, format};
use crate::workspace::{Access, Workspace};
use leptos::prelude::*;

/// Findings of an area.
#[component]
pub fn ChecksPage(
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    match area.level() {
        Level::Village => view! { <VillageChecks area /> }.into_any(),
        Level::Township | Level::County => view! { <VillagesTable area /> }.into_any(),
    }
}

/// The way to what is asked beside the rules.
#[component]
pub fn ToChecklist(
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    let label = crate::ui::text::shell::texts().checklist();
    view! { <LinkButton to=Route::Checklist(area) icon=IconName::Table>{label}</LinkButton> }
}

#[component]
fn VillageChecks(area: DivisionCode) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = checks::texts();
    let records = workspace.records(area);
    let (facts, as_of) = (workspace.facts(), workspace.as_of());
    let made = move |_: Option<&Option<Vec<model::RuleFindings>>>| {
        let records = records.get()?;
        Some(model::findings(area, &records, &facts.get(), as_of.get()))
    };
    let rules = Memo::new_with_compare(made, |_, _| true);
    let sentence = Signal::derive(move || {
        rules.with(|rules| match rules {
            None => t.reading().to_owned(),
            Some(rules) => {
                let count = model::sum(rules);
                if count.all() == 0 {
                    t.nothing(&format::area(area))
                } else {
                    t.found(count.all(), count.errors)
                }
            }
        })
    });
    let profile = workspace.profile();
    let own = move || profile.with(|profile| profile.as_ref().is_some_and(|profile| profile.area == area));
    let locked = Signal::derive(move || !own() || workspace.access().get() == Access::Reader);
    let body = move || {
        let rules = rules.get()?;
        if rules.is_empty() {
            let sentence = t.nothing(&format::area(area));
            return Some(view! { <EmptyState icon=IconName::Search sentence /> }.into_any());
        }
        let cards = rules
            .into_iter()
            .map(|findings| view! { <RuleCard area findings locked /> });
        Some(cards.collect_view().into_any())
    };
    view! {
        <div class="page">
            <PageHead title=t.title_of(&format::area(area)) sentence actions=move || view! { <ToChecklist area /> } />
            <div class="board-tools"><AsOfChoice /></div>
            <div class="stack">{body}</div>
        </div>
    }
}
