//! The first lines of a page: what it is, and the answer to its question as a sentence.

use leptos::prelude::*;

/// The heading of a page, the sentence with the number in it, and what can be done here.
#[component]
pub fn PageHead(
    /// The page's name.
    #[prop(into)]
    title: Signal<String>,
    /// The answer in one sentence.
    #[prop(optional, into)]
    sentence: Option<Signal<String>>,
    /// Buttons at its right.
    #[prop(optional, into)]
    actions: ViewFnOnce,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-head-words">
                <h1>{title}</h1>
                {sentence.map(|sentence| view! { <p class="lead">{sentence}</p> })}
            </div>
            <div class="button-row">{actions.run()}</div>
        </header>
    }
}
