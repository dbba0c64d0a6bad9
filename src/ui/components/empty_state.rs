//! What a list shows when there is nothing in it: what would be here, and the next step.

use super::{Icon, IconName};
use leptos::prelude::*;

/// An empty place with a sentence and, as children, the next step.
#[component]
pub fn EmptyState(
    /// What would be here.
    icon: IconName,
    /// The sentence.
    #[prop(into)]
    sentence: String,
    /// The next step, such as a button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <Icon name=icon />
            <p>{sentence}</p>
            {children.map(|children| view! { <div class="button-row">{children()}</div> })}
        </div>
    }
}
