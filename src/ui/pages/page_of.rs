//! The page that the address names.

use super::home::HomePage;
use super::more::MorePage;
use crate::ui::components::{EmptyState, IconName, LinkButton};
use crate::ui::route::{Route, use_route};
use crate::ui::text::shell;
use leptos::prelude::*;

/// The page of the route. It is built anew when the address changes, except where a page follows the address itself.
#[component]
pub fn PageOf() -> impl IntoView {
    let route = use_route();
    let page = Memo::new(move |_| place(route.get()));
    move || match page.get() {
        Route::Home => view! { <HomePage /> }.into_any(),
        Route::More => view! { <MorePage /> }.into_any(),
        Route::NotFound(_) => view! { <NotFound /> }.into_any(),
        _ => view! { <Coming /> }.into_any(),
    }
}

/// The page that stands for a route: who works here has been said, so the start is home.
fn place(route: Route) -> Route {
    match route {
        Route::Start => Route::Home,
        other => other,
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

#[component]
fn Coming() -> impl IntoView {
    let t = shell::texts();
    view! {
        <div class="page">
            <EmptyState icon=IconName::File sentence=t.page_coming()>
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
        assert_eq!(place(Route::Start), Route::Home);
        assert_eq!(place(Route::HandOver), Route::HandOver);
    }
}
