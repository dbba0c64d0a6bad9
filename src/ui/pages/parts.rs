//! The pages that are not in the program's first module. The first screens are: home, the scoreboard and the start.
//!
//! A new page belongs to the part of the pages that it is opened together with. What a part needs of texts, forms and
//! commands comes with it by itself.

use super::areas::{AreaPage, AreasPage};
use super::checklist::ChecklistPage;
use super::checks::ChecksPage;
use super::duties::DutiesPage;
use super::handover::HandOverPage;
use super::help::HelpPage;
use super::households::HouseholdsPage;
use super::keys::KeysPage;
use super::ledgers::LedgersPage;
use super::page_of::{NotFound, Page};
use super::parameters::ParametersPage;
use super::register::RegisterPage;
use super::restore::RestorePage;
use super::safekeeping::SafekeepingPage;
use super::settings::SettingsPage;
use super::targets::ExplainPage;
use crate::platform::part::{Part, part};
use crate::ui::route::Route;
use leptos::prelude::*;

/// Pages that come together, entered with the one to show.
pub type Pages = Part<fn(Page) -> AnyView>;

/// The part that a page is in, unless it is among the first.
pub fn part_of(page: &Page) -> Option<&'static Pages> {
    match page {
        Page::Households | Page::Register | Page::Of(Route::Checks(_) | Route::Checklist(_)) => {
            Some(&RECORDS)
        }
        Page::Ledgers | Page::Of(Route::Duties(..)) => Some(&LEDGERS),
        Page::Restore(_) | Page::Of(Route::HandOver | Route::Safekeeping | Route::Keys) => Some(&HAND_OVER),
        Page::Of(
            Route::Target(..)
            | Route::Areas(_)
            | Route::Area(..)
            | Route::Parameters
            | Route::Settings
            | Route::Help,
        ) => Some(&OVERVIEW),
        Page::Of(_) => None,
    }
}

part! {
    /// Where records are found, entered and checked.
    static RECORDS: fn(Page) -> AnyView = records(records);
}

fn records(page: Page) -> AnyView {
    match page {
        Page::Households => view! { <HouseholdsPage /> }.into_any(),
        Page::Register => view! { <RegisterPage /> }.into_any(),
        Page::Of(Route::Checks(area)) => view! { <ChecksPage area /> }.into_any(),
        Page::Of(Route::Checklist(area)) => view! { <ChecklistPage area /> }.into_any(),
        Page::Of(_) | Page::Ledgers | Page::Restore(_) => view! { <NotFound /> }.into_any(),
    }
}

part! {
    /// What the records come to: the plan's ledgers, and who owes what.
    static LEDGERS: fn(Page) -> AnyView = ledgers(ledgers);
}

fn ledgers(page: Page) -> AnyView {
    match page {
        Page::Ledgers => view! { <LedgersPage /> }.into_any(),
        Page::Of(Route::Duties(area, official)) => view! { <DutiesPage area official /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}

part! {
    /// Packages in and out, and what keeps the register safe; helpers have the same part.
    static HAND_OVER: fn(Page) -> AnyView = packages(hand_over);
}

fn hand_over(page: Page) -> AnyView {
    match page {
        Page::Restore(trace) => view! { <RestorePage trace /> }.into_any(),
        Page::Of(Route::Safekeeping) => view! { <SafekeepingPage /> }.into_any(),
        Page::Of(Route::Keys) => view! { <KeysPage /> }.into_any(),
        _ => view! { <HandOverPage /> }.into_any(),
    }
}

part! {
    /// Figures explained and compared, what the county sets, settings and help.
    static OVERVIEW: fn(Page) -> AnyView = overview(overview);
}

fn overview(page: Page) -> AnyView {
    match page {
        Page::Of(Route::Target(figure_id, area, query)) => {
            view! { <ExplainPage figure_id area query /> }.into_any()
        }
        Page::Of(Route::Areas(query)) => view! { <AreasPage scope=None query /> }.into_any(),
        Page::Of(Route::Area(area, query)) => view! { <AreaPage area query /> }.into_any(),
        Page::Of(Route::Parameters) => view! { <ParametersPage /> }.into_any(),
        Page::Of(Route::Settings) => view! { <SettingsPage /> }.into_any(),
        Page::Of(Route::Help) => view! { <HelpPage /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}
