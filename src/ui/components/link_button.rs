//! Links that look like buttons.

use super::{ButtonKind, Icon, IconName};
use crate::ui::route::Route;
use leptos::prelude::*;

/// A link to another place of the app, as large as a button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    to: Route,
    /// How it looks.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=to.href()>
            {icon.map(|name| view! { <Icon name /> })}
            <span>{children()}</span>
        </a>
    }
}
