//! The root: contexts, the frame, and the page that the address names.

use crate::ui::announce::provide_announcer;
use crate::ui::pages::areas::{AreaPage, AreasPage};
use crate::ui::pages::handover::HandOverPage;
use crate::ui::pages::help::HelpPage;
use crate::ui::pages::parameters::ParametersPage;
use crate::ui::pages::settings::SettingsPage;
use crate::ui::pages::targets::{ExplainPage, TargetsPage};
use crate::ui::route::{Route, provide_route, use_route};
use crate::ui::text::{Language, provide_language};
use crate::ui::theme::provide_theme;
use crate::workspace::{Browser, Workspace};
use leptos::prelude::*;
use std::rc::Rc;

/// The app. It is built anew when the language changes, which is rare; so no text needs to watch the language.
#[component]
pub fn App() -> impl IntoView {
    let workspace = Workspace::new(Rc::new(Browser::default()));
    provide_context(workspace);
    leptos::task::spawn_local(async move { workspace.start().await });
    provide_theme();
    provide_route();
    provide_announcer();
    let language = provide_language();
    Effect::new(move || tell_language(language.get()));
    move || {
        language.track();
        view! { <Page /> }
    }
}

/// The page of the route.
#[component]
fn Page() -> impl IntoView {
    let route = use_route();
    move || match route.get() {
        #[cfg(debug_assertions)]
        Route::Gallery => view! { <crate::ui::gallery::Gallery /> }.into_any(),
        Route::Targets(area, _) => view! { <TargetsPage area /> }.into_any(),
        Route::Target(figure_id, area, query) => view! { <ExplainPage figure_id area query /> }.into_any(),
        Route::HandOver => view! { <HandOverPage /> }.into_any(),
        Route::Areas(query) => view! { <AreasPage scope=None query /> }.into_any(),
        Route::Area(area, query) => view! { <AreaPage area query /> }.into_any(),
        Route::Parameters => view! { <ParametersPage /> }.into_any(),
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::Help => view! { <HelpPage /> }.into_any(),
        _ => ().into_any(),
    }
}

/// Tells the browser the language, for hyphenation, fonts and screen readers.
fn tell_language(language: Language) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _only_refuses_bad_names = root.set_attribute("lang", language.tag());
}
