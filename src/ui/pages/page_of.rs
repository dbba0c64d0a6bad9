//! The page that the address names.

use super::home::HomePage;
use super::later::LaterPage;
use super::more::MorePage;
use super::parts::part_of;
use super::targets::TargetsPage;
use crate::ui::components::{EmptyState, IconName, LinkButton};
use crate::ui::route::{Query, Route, use_route};
use crate::ui::text::shell;
use crate::workspace::Trace;
use leptos::prelude::*;

/// The page of the route. It is built anew when the address changes, except where a page follows the address itself.
#[component]
pub fn PageOf() -> impl IntoView {
    let route = use_route();
    let page = Memo::new(move |_| route.with(page_of));
    move || {
        let page = page.get();
        match part_of(&page) {
            Some(part) => view! { <LaterPage part page /> }.into_any(),
            None => first_page(page),
        }
    }
}

/// The page that restores a backup, which is in a part like the pages of an open register.
#[component]
pub fn RestoreLater(
    /// What the device remembers of its data.
    trace: Option<Trace>,
) -> impl IntoView {
    let page = Page::Restore(trace);
    part_of(&page).map(|part| view! { <LaterPage part page /> })
}

/// What is built anew as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The list and the household beside it follow the address themselves.
    Households,
    /// The ledgers follow the address themselves.
    Ledgers,
    /// The register's lists and records follow the address themselves.
    Register,
    /// Back from a backup, with what the device remembers of its data; no address leads there.
    Restore(Option<Trace>),
    /// A page of its own.
    Of(Route),
}

/// The page that stands for a route. Who works here has been said, so the start is home.
fn page_of(route: &Route) -> Page {
    match route {
        Route::Households(..) | Route::NewHousehold(_) | Route::Household(..) => Page::Households,
        Route::Register(_) | Route::Records(..) | Route::NewRecord(..) | Route::Record(..) => Page::Register,
        Route::Ledgers | Route::Ledger(..) => Page::Ledgers,
        Route::Start => Page::Of(Route::Home),
        Route::Targets(area, _) => Page::Of(Route::Targets(*area, Query::default())),
        other => Page::Of(other.clone()),
    }
}

/// The pages that people see first are in the first module.
fn first_page(page: Page) -> AnyView {
    match page {
        Page::Of(Route::Home) => view! { <HomePage /> }.into_any(),
        Page::Of(Route::Targets(area, _)) => view! { <TargetsPage area /> }.into_any(),
        Page::Of(Route::More) => view! { <MorePage /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}

/// When the address names no page.
#[component]
pub fn NotFound() -> impl IntoView {
    let t = shell::texts();
    view! {
        <div class="page">
            <EmptyState icon=IconName::Search sentence=t.not_found()>
                <LinkButton to=Route::Home>{t.go_home()}</LinkButton>
            </EmptyState>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_is_home_once_somebody_works_here() {
        assert_eq!(page_of(&Route::Start), Page::Of(Route::Home));
        assert_eq!(page_of(&Route::HandOver), Page::Of(Route::HandOver));
    }

    #[test]
    fn going_from_household_to_household_keeps_the_page() {
        let list = page_of(&Route::parse("#/households/530427203200?q=zs"));
        let household = page_of(&Route::parse("#/household/530427203200/h1/income"));
        assert_eq!(list, household);
    }
}
