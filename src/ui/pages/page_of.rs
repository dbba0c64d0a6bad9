//! The page that the address names.

use super::areas::{AreaPage, AreasPage};
use super::checks::ChecksPage;
use super::handover::HandOverPage;
use super::help::HelpPage;
use super::home::HomePage;
use super::households::HouseholdsPage;
use super::more::MorePage;
use super::parameters::ParametersPage;
use super::register::RegisterPage;
use super::safekeeping::SafekeepingPage;
use super::settings::SettingsPage;
use super::targets::{ExplainPage, TargetsPage};
use crate::ui::components::{EmptyState, IconName, LinkButton};
use crate::ui::route::{Query, Route, use_route};
use crate::ui::text::shell;
use leptos::prelude::*;

/// The page of the route. It is built anew when the address changes, except where a page follows the address itself.
#[component]
pub fn PageOf() -> impl IntoView {
    let route = use_route();
    let page = Memo::new(move |_| route.with(page_of));
    move || match page.get() {
        Page::Register => view! { <RegisterPage /> }.into_any(),
        Page::Households => view! { <HouseholdsPage /> }.into_any(),
        Page::Of(route) => view_of(route),
    }
}

/// What is built anew as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Page {
    /// The list and the household beside it follow the address themselves.
    Households,
    /// The register's lists and records follow the address themselves.
    Register,
    /// A page of its own.
    Of(Route),
}

/// The page that stands for a route. Who works here has been said, so the start is home.
fn page_of(route: &Route) -> Page {
    match route {
        Route::Households(..) | Route::NewHousehold(_) | Route::Household(..) => Page::Households,
        Route::Register(_) | Route::Records(..) | Route::NewRecord(..) | Route::Record(..) => Page::Register,
        Route::Start => Page::Of(Route::Home),
        Route::Targets(area, _) => Page::Of(Route::Targets(*area, Query::default())),
        other => Page::Of(other.clone()),
    }
}

fn view_of(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <HomePage /> }.into_any(),
        Route::Targets(area, _) => view! { <TargetsPage area /> }.into_any(),
        Route::Target(figure_id, area, query) => view! { <ExplainPage figure_id area query /> }.into_any(),
        Route::HandOver => view! { <HandOverPage /> }.into_any(),
        Route::Areas(query) => view! { <AreasPage scope=None query /> }.into_any(),
        Route::Area(area, query) => view! { <AreaPage area query /> }.into_any(),
        Route::Checks(area) => view! { <ChecksPage area /> }.into_any(),
        Route::Parameters => view! { <ParametersPage /> }.into_any(),
        Route::Safekeeping => view! { <SafekeepingPage /> }.into_any(),
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::Help => view! { <HelpPage /> }.into_any(),
        Route::More => view! { <MorePage /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn NotFound() -> impl IntoView {
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
