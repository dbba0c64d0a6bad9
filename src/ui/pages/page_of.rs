//! The page that the address names.

use super::areas::{AreaPage, AreasPage};
use super::handover::HandOverPage;
use super::help::HelpPage;
use super::home::HomePage;
use super::households::HouseholdsPage;
use super::more::MorePage;
use super::parameters::ParametersPage;
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
    let page = Memo::new(move |_| shown(route.get()));
    move || match page.get() {
        Shown::Households => view! { <HouseholdsPage /> }.into_any(),
        Shown::Page(route) => page_of(route),
    }
}

fn page_of(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <HomePage /> }.into_any(),
        Route::Targets(area, _) => view! { <TargetsPage area /> }.into_any(),
        Route::Target(figure_id, area, query) => view! { <ExplainPage figure_id area query /> }.into_any(),
        Route::HandOver => view! { <HandOverPage /> }.into_any(),
        Route::Areas(query) => view! { <AreasPage scope=None query /> }.into_any(),
        Route::Area(area, query) => view! { <AreaPage area query /> }.into_any(),
        Route::Parameters => view! { <ParametersPage /> }.into_any(),
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::Help => view! { <HelpPage /> }.into_any(),
        Route::More => view! { <MorePage /> }.into_any(),
        Route::NotFound(_) => view! { <NotFound /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}

/// What a route shows.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    /// The households of an area and one of them, which follow the address themselves.
    Households,
    /// A page that is built anew for its route.
    Page(Route),
}

/// What stands for a route. Who works here has been said, so the start is home.
fn shown(route: Route) -> Shown {
    match route {
        Route::NewHousehold(_) | Route::Household(..) | Route::Households(..) => Shown::Households,
        Route::Start => Shown::Page(Route::Home),
        Route::Targets(area, _) => Shown::Page(Route::Targets(area, Query::default())),
        other => Shown::Page(other),
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
        assert_eq!(shown(Route::Start), Shown::Page(Route::Home));
        assert_eq!(shown(Route::HandOver), Shown::Page(Route::HandOver));
    }
}
