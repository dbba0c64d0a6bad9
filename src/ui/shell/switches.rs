//! The switches of language and colours.

use crate::platform::preferences::Preference;
use crate::ui::text::{Language, shell as words, use_language};
use crate::ui::theme::{Theme, choose_theme, use_theme};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const LANGUAGE_SWITCH: &str = "language-switch";

/// Changes between the two languages; it names the other one in its own words.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let signal = use_language();
    let other = match signal.get_untracked() {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let switch = move |_| {
        let _forgotten_at_worst = Preference::Language.write(&other.tag());
        signal.set(other);
        // The page is built anew in the other language; the focus goes back to the switch.
        request_animation_frame(|| focus(LANGUAGE_SWITCH));
    };
    view! {
        <button type="button" class="switch" id=LANGUAGE_SWITCH lang=other.tag() on:click=switch>{other.own_name()}</button>
    }
}

/// Chooses the colours.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let t = words::texts();
    let theme = use_theme();
    let name = move |theme: Theme| match theme {
        Theme::Auto => t.theme_auto(),
        Theme::Light => t.theme_light(),
        Theme::Dark => t.theme_dark(),
        Theme::Sunlight => t.theme_sunlight(),
    };
    let option = move |own: Theme| view! { <option value=own.id() prop:selected=move || theme.get() == own>{name(own)}</option> };
    let chosen = move |event: web_sys::Event| {
        if let Some(chosen) = Theme::from_id(&event_target_value(&event)) {
            choose_theme(theme, chosen);
        }
    };
    view! {
        <select class="switch" aria-label=t.switch_theme() on:change=chosen>{Theme::ALL.map(option).into_iter().collect_view()}</select>
    }
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _is_focusable = element.focus();
    }
}
