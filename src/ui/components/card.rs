//! A frame around things that belong together.

use leptos::prelude::*;

/// A part of a page with a heading of the second level.
#[component]
pub fn Card(
    /// The heading; empty for none.
    #[prop(optional, into)]
    title: String,
    /// What stands at the heading's right, such as a button.
    #[prop(optional, into)]
    action: ViewFnOnce,
    /// The content.
    children: Children,
) -> impl IntoView {
    let head = (!title.is_empty()).then(|| {
        view! {
            <header class="card-head">
                <h2>{title}</h2>
                {action.run()}
            </header>
        }
    });
    view! { <section class="card">{head} {children()}</section> }
}
