//! The frame around every page: where one is, what is saved, the ways on.

mod as_of;
mod as_of_choice;
mod auto_lock;
mod backup_reminder;
mod banners;
mod frame;
mod header;
mod keeping;
mod lock_button;
mod navigation;
mod notices;
mod save_mark;
mod switches;
mod toast;

use crate::model::{DivisionCode, Level};
use crate::ui::components::Mark;
use crate::ui::text::shell as words;
use banners::Banners;
use header::Header;
use leptos::{ev, prelude::*};
use navigation::Navigation;
use toast::Toast;
use wasm_bindgen::JsCast;

pub use as_of_choice::AsOfChoice;
pub use auto_lock::lock_now;
pub use frame::Frame;
pub use notices::Working;
pub use switches::{LanguageSwitch, ThemeSwitch};

/// Whose app this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The area of the device.
    pub area: DivisionCode,
    /// Its name in the language of the interface.
    pub name: String,
    /// Whether its people are invented.
    pub demo: bool,
}

impl Place {
    /// The level of the area.
    pub fn level(&self) -> Level {
        self.area.level()
    }
}

/// The frame with a page in it. Before the first run there is no place, and so no ways on.
#[component]
pub fn Shell(
    /// Whose app this is.
    place: Option<Place>,
    /// Where the last change is between finger and disk.
    #[prop(into)]
    mark: Signal<Mark>,
    /// The mark's words, such as the minute of saving.
    #[prop(into)]
    mark_words: Signal<String>,
    /// Whether another window holds the pen.
    #[prop(into)]
    read_only: Signal<bool>,
    /// What stands in the header before the switches.
    #[prop(optional, into)]
    tools: ViewFnOnce,
    /// Lines under the header that come and go.
    #[prop(optional, into)]
    notices: ViewFnOnce,
    /// The page.
    children: Children,
) -> impl IntoView {
    let t = words::texts();
    let alone = place.is_none();
    let demo = place.as_ref().is_some_and(|place| place.demo);
    // The address holds the route, so the link to the content must not change it.
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        focus_main();
    };
    view! {
        <div class="shell" class:shell-alone=alone>
            <a class="skip-link" href="#main" on:click=skip>{t.skip_to_content()}</a>
            <header class="shell-header">
                <Header place=place.clone() mark mark_words tools />
                <Banners demo read_only />
                {notices.run()}
            </header>
            {place.map(|place| view! { <Navigation place /> })}
            <main class="shell-main" id="main" tabindex="-1">{children()}</main>
            <Toast />
        </div>
    }
}

fn focus_main() {
    let main = document().get_element_by_id("main");
    if let Some(main) = main.and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _is_focusable = main.focus();
    }
}
