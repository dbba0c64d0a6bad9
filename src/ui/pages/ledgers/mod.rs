//! 台账: the plan's ledgers, made from the register.

mod foot;
mod lines;
mod list;
mod page;
mod source;
mod tools;

use crate::model::DivisionCode;
use crate::ui::components::{EmptyState, IconName};
use crate::ui::route::{Query, Route, use_route};
use crate::ui::text::ledgers;
use leptos::prelude::*;
use list::LedgerList;
use page::LedgerPage;

/// Which ledger is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Screen {
    List,
    One(String, DivisionCode),
    Elsewhere,
}

/// The page of the ledgers' routes. It follows the address, so that a filter does not build the table anew.
#[component]
pub fn LedgersPage() -> impl IntoView {
    let route = use_route();
    let screen = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Ledgers => Screen::List,
            Route::Ledger(id, area, _) => Screen::One(id.clone(), *area),
            _ => Screen::Elsewhere,
        })
    });
    let query = Signal::derive(move || {
        route.with(|route| match route {
            Route::Ledger(_, _, query) => query.clone(),
            _ => Query::default(),
        })
    });
    move || match screen.get() {
        Screen::List => view! { <LedgerList /> }.into_any(),
        Screen::One(id, area) => match crate::ledgers::sheet(&id) {
            Some((ledger, sheet)) => view! { <LedgerPage ledger sheet area query /> }.into_any(),
            None => {
                let sentence = ledgers::texts().none_such();
                view! { <div class="page"><EmptyState icon=IconName::Table sentence /></div> }.into_any()
            }
        },
        Screen::Elsewhere => ().into_any(),
    }
}
