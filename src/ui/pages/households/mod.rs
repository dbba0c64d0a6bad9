//! The households of an area, and beside them (on a tablet: instead of them) the one that is open.

mod filter;
mod filters;
pub mod line;
mod lines_of_area;
mod list;
mod new_household;
mod rows;

use crate::model::{DivisionCode, HouseholdId};
use crate::ui::components::{EmptyState, IconName};
use crate::ui::pages::household::HouseholdPage;
use crate::ui::route::{Query, Route, use_route};
use crate::ui::text::households;
use leptos::prelude::*;
use list::HouseholdList;
use new_household::NewHouseholdForm;

pub use lines_of_area::{Lines, lines_of};
pub use rows::{standing, tone};

/// What stands beside the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Nothing,
    New(DivisionCode),
    Household(DivisionCode, HouseholdId),
}

/// The page of the routes [`Route::Households`], [`Route::NewHousehold`] and [`Route::Household`]. It stays while one goes
/// from household to household, so that the list keeps its place.
#[component]
pub fn HouseholdsPage() -> impl IntoView {
    let t = households::texts();
    let route = use_route();
    let list =
        Memo::new(move |before: Option<&Option<Listed>>| listed(&route.get(), before.cloned().flatten()));
    let area = Memo::new(move |_| list.with(|list| list.as_ref().map(|(area, _)| *area)));
    let query = Signal::derive(move || {
        list.with(|list| list.as_ref().map(|(_, query)| query.clone()).unwrap_or_default())
    });
    let beside = Memo::new(move |_| route.with(beside));
    let record = move || match beside.get() {
        Beside::Nothing => {
            view! { <EmptyState icon=IconName::People sentence=t.choose_household() /> }.into_any()
        }
        Beside::New(area) => view! { <NewHouseholdForm area /> }.into_any(),
        Beside::Household(area, id) => view! { <HouseholdPage area id back=list /> }.into_any(),
    };
    view! {
        <div class="split" class:split-has-record=move || beside.get() != Beside::Nothing>
            <div class="split-list">{move || area.get().map(|area| view! { <HouseholdList area query /> })}</div>
            <div class="split-record" tabindex="-1">{record}</div>
        </div>
    }
}

/// The area and the filters of a list.
pub type Listed = (DivisionCode, Query);

/// The list that a route shows; while a household of it is open, the one that was shown before.
fn listed(route: &Route, before: Option<Listed>) -> Option<Listed> {
    match route {
        Route::Households(area, query) => Some((*area, query.clone())),
        Route::Household(area, ..) | Route::NewHousehold(area) => {
            let kept = before.filter(|(list, _)| area.within(*list));
            Some(kept.unwrap_or_else(|| (*area, Query::default())))
        }
        _ => before,
    }
}

fn beside(route: &Route) -> Beside {
    match route {
        Route::Household(area, id, ..) => Beside::Household(*area, *id),
        Route::NewHousehold(area) => Beside::New(*area),
        _ => Beside::Nothing,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_open_household_leaves_the_list_as_it_was() {
        let list = listed(&Route::parse("#/households/530427?q=zs"), None);
        let open = Route::parse("#/household/530427203200/h1");
        assert_eq!(listed(&open, list.clone()), list);
        assert_eq!(
            beside(&open),
            Beside::Household(
                DivisionCode::new("530427203200").unwrap(),
                HouseholdId::new("h1").unwrap()
            )
        );
    }

    #[test]
    fn a_household_of_another_area_brings_its_own_list() {
        let list = listed(&Route::parse("#/households/530427203201"), None);
        let open = Route::parse("#/household/530427203200/h1");
        assert_eq!(listed(&open, list).unwrap().0.as_str(), "530427203200");
    }
}
