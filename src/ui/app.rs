//! The root: contexts, and the screen that the state of the register asks for.

use crate::ui::announce::provide_announcer;
use crate::ui::pages::start::StartPage;
use crate::ui::phase::{BeforePassphrase, Failed, Gone, Starting};
use crate::ui::route::provide_route;
use crate::ui::shell::Frame;
use crate::ui::text::{Language, provide_language};
use crate::ui::theme::provide_theme;
use crate::workspace::{Browser, Phase, Workspace};
use leptos::prelude::*;
use std::rc::Rc;

/// The app. It is built anew when the language changes, which is rare; so no text needs to watch the language.
#[component]
pub fn App() -> impl IntoView {
    let workspace = Workspace::new(Rc::new(Browser::new()));
    provide_context(workspace);
    leptos::task::spawn_local(async move { workspace.start().await });
    provide_theme();
    provide_route();
    provide_announcer();
    let language = provide_language();
    Effect::new(move || tell_language(language.get()));
    move || {
        language.track();
        view! { <Screen /> }
    }
}

/// The screen of the phase; the gallery of components needs no register.
#[component]
fn Screen() -> impl IntoView {
    let phase = expect_context::<Workspace>().phase();
    #[cfg(debug_assertions)]
    let gallery = {
        let route = crate::ui::route::use_route();
        Memo::new(move |_| route.with(|route| *route == crate::ui::route::Route::Gallery))
    };
    move || {
        #[cfg(debug_assertions)]
        if gallery.get() {
            return view! { <crate::ui::gallery::Gallery /> }.into_any();
        }
        match phase.get() {
            Phase::Starting => view! { <Starting /> }.into_any(),
            Phase::FirstRun => view! { <StartPage /> }.into_any(),
            Phase::Failed(error) => view! { <Failed error /> }.into_any(),
            phase @ (Phase::Locked | Phase::PassphraseNeeded) => {
                view! { <BeforePassphrase phase /> }.into_any()
            }
            Phase::Gone(trace) => view! { <Gone trace /> }.into_any(),
            Phase::Ready => view! { <Frame /> }.into_any(),
        }
    }
}

/// Tells the browser the language, for hyphenation, fonts and screen readers.
fn tell_language(language: Language) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _only_refuses_bad_names = root.set_attribute("lang", language.tag());
}
