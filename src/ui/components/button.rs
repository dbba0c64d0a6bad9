//! Buttons.

use super::{Icon, IconName};
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing this screen is for.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Beside text, without a frame.
    Quiet,
    /// What cannot be taken back easily.
    Danger,
}

impl ButtonKind {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button that does something here; what goes elsewhere is a [`LinkButton`](super::LinkButton).
#[component]
pub fn Button(
    /// What happens.
    #[prop(into)]
    on_click: Callback<()>,
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// Whether it cannot be used now; say nearby why.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" class=kind.class() disabled=disabled on:click=move |_| on_click.run(())>
            {icon.map(|name| view! { <Icon name /> })}
            <span>{children()}</span>
        </button>
    }
}
