//! The colours: three sets of tokens in `style/tokens.css`, chosen by an attribute of the root element.

use crate::platform::preferences::Preference;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark as the system says.
    #[default]
    Auto,
    /// Dark text on white.
    Light,
    /// Light text on near black.
    Dark,
    /// Black and white with heavy lines, for a tablet in the open.
    Sunlight,
}

impl Theme {
    /// Every theme in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Sunlight];

    /// Its name in the attribute and the preference.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Sunlight => "sunlight",
        }
    }

    /// The theme of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// Puts the preferred theme into the context and onto the root element, and follows the system while it is [`Theme::Auto`].
pub fn provide_theme() {
    let preferred = Preference::Theme
        .read::<String>()
        .and_then(|id| Theme::from_id(&id))
        .unwrap_or_default();
    let signal = RwSignal::new(preferred);
    show(preferred);
    follow_system(signal);
    provide_context(signal);
}

/// The theme's signal.
pub fn use_theme() -> RwSignal<Theme> {
    use_context().unwrap_or_else(|| RwSignal::new(Theme::default()))
}

/// Changes the theme and keeps it as the device's preference.
pub fn choose_theme(signal: RwSignal<Theme>, theme: Theme) {
    show(theme);
    let _forgotten_at_worst = Preference::Theme.write(&theme.id());
    signal.set(theme);
}

fn show(theme: Theme) {
    let colours = match theme {
        Theme::Auto if system_is_dark().is_some_and(|query| query.matches()) => Theme::Dark,
        Theme::Auto => Theme::Light,
        chosen => chosen,
    };
    let Some(root) = document().document_element() else {
        return;
    };
    let _only_refuses_bad_names = root.set_attribute("data-theme", colours.id());
}

fn system_is_dark() -> Option<web_sys::MediaQueryList> {
    window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
}

fn follow_system(signal: RwSignal<Theme>) {
    let Some(query) = system_is_dark() else { return };
    let changed = Closure::<dyn FnMut()>::new(move || show(signal.get_untracked()));
    query.set_onchange(Some(changed.as_ref().unchecked_ref()));
    // The app listens as long as the page lives.
    changed.forget();
}
