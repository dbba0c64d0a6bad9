//! The two languages of the interface.

use crate::model::Label;
use crate::platform::preferences::Preference;
use leptos::prelude::*;

/// A language of the interface; Chinese comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 简体中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// Both languages in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The name of a definition in this language.
    pub const fn pick(self, label: Label) -> &'static str {
        match self {
            Self::Zh => label.zh,
            Self::En => label.en,
        }
    }

    /// The language's own name for itself, as the switch shows it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// The language tag of HTML.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of that tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

/// Puts the language into the context, as the device's preference says or else Chinese.
pub fn provide_language() -> RwSignal<Language> {
    let preferred = Preference::Language
        .read::<String>()
        .and_then(|tag| Language::from_tag(&tag));
    let signal = RwSignal::new(preferred.unwrap_or_default());
    provide_context(signal);
    signal
}

/// The signal of the language; only the app's root and the language switch need it.
pub fn use_language() -> RwSignal<Language> {
    use_context().unwrap_or_else(|| RwSignal::new(Language::default()))
}

/// The language of the interface; call it in a component's body, where the context is at hand.
pub fn language() -> Language {
    use_context::<RwSignal<Language>>().map_or_else(Language::default, |signal| signal.get_untracked())
}
