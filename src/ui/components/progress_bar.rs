//! How much of something is done or known.

use leptos::prelude::*;

/// A bar of `done` of `whole` with the words beside it.
#[component]
pub fn ProgressBar(
    /// What is measured, for those who don't see the bar.
    #[prop(into)]
    label: String,
    /// How much is done.
    #[prop(into)]
    done: Signal<i64>,
    /// The whole; zero shows an empty bar.
    #[prop(into)]
    whole: Signal<i64>,
) -> impl IntoView {
    view! {
        <progress
            class="progress"
            aria-label=label
            max=move || whole.get().max(1).to_string()
            prop:value=move || done.get().to_string()
        />
    }
}
