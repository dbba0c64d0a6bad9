//! Small labels.

use leptos::prelude::*;

/// How a badge looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A plain fact.
    #[default]
    Plain,
    /// Belongs to the accent: chosen, current.
    Accent,
    /// Wants to be looked at.
    Attention,
    /// Not known; looks unfinished.
    Unknown,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "badge",
            Self::Accent => "badge badge-accent",
            Self::Attention => "badge badge-attention",
            Self::Unknown => "badge badge-unknown",
        }
    }
}

/// A word in a small frame, such as 低保户.
#[component]
pub fn Badge(
    /// How it looks.
    #[prop(optional)]
    tone: Tone,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! { <span class=tone.class()>{children()}</span> }
}
