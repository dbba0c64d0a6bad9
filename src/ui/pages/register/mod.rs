//! 登记: every kind of record of an area, as lists and forms that the field tables make.

mod about;
mod attachments;
mod columns;
mod lines;
mod list;
mod new_page;
mod record_page;
mod state_counts;
mod topics;

use crate::model::{DivisionCode, Id, Kind};
use crate::ui::route::{Query, Route, use_route};
use leptos::prelude::*;
use list::RecordList;
use new_page::NewRecordPage;
use record_page::RecordPage;
use topics::TopicsPage;

pub use about::RecordsAbout;
pub use attachments::Attachments;
pub use lines::{cell, route_of, stands_right};

/// What of the register is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Screen {
    Topics(DivisionCode),
    List(DivisionCode, Kind),
    New(DivisionCode, Kind, Query),
    Record(DivisionCode, Kind, Id),
    Elsewhere,
}

/// The page of the register's routes. It follows the address, so that a filter does not build the list anew.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let route = use_route();
    let screen = Memo::new(move |_| route.with(screen_of));
    // The list that a record was opened from, so that the way back finds it as it was.
    let list = Memo::new(move |before: Option<&Option<Route>>| {
        route.with(|route| match route {
            Route::Records(..) => Some(route.clone()),
            _ => before.cloned().flatten(),
        })
    });
    let query = Signal::derive(move || {
        route.with(|route| match route {
            Route::Records(_, _, query) => query.clone(),
            _ => Query::default(),
        })
    });
    let back = move |area: DivisionCode, kind: Kind| {
        let own =
            |route: &Route| matches!(route, Route::Records(list, of, _) if *of == kind && area.within(*list));
        let kept = list.get_untracked().filter(own);
        kept.unwrap_or_else(|| Route::Records(area, kind, Query::default()))
    };
    move || match screen.get() {
        Screen::Topics(area) => view! { <TopicsPage area /> }.into_any(),
        Screen::List(area, kind) => view! { <RecordList area kind query /> }.into_any(),
        Screen::New(area, kind, given) => {
            view! { <NewRecordPage area kind given back=back(area, kind) /> }.into_any()
        }
        Screen::Record(area, kind, id) => {
            view! { <RecordPage area record=(kind, id) back=back(area, kind) /> }.into_any()
        }
        Screen::Elsewhere => ().into_any(),
    }
}

fn screen_of(route: &Route) -> Screen {
    match route {
        Route::Register(area) => Screen::Topics(*area),
        Route::Records(area, kind, _) => Screen::List(*area, *kind),
        Route::NewRecord(area, kind, given) => Screen::New(*area, *kind, given.clone()),
        Route::Record(area, kind, id) => Screen::Record(*area, *kind, *id),
        _ => Screen::Elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_keeps_the_list_and_another_kind_does_not() {
        let of = |hash: &str| screen_of(&Route::parse(hash));
        let list = of("#/register/530427203200/visit");
        assert_eq!(list, of("#/register/530427203200/visit?q=zs"));
        assert_ne!(list, of("#/register/530427203200/meeting"));
    }
}
