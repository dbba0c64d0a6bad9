//! A big number and what it counts.

use leptos::prelude::*;

/// A number with the words under it; as a link it opens what it counts.
#[component]
pub fn Stat(
    /// The number with its unit; none is unknown and looks unfinished.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// What it counts.
    #[prop(into)]
    words: Signal<String>,
    /// A smaller second line, such as how much is known.
    #[prop(optional, into)]
    detail: Option<Signal<String>>,
    /// Where the number leads.
    #[prop(optional, into)]
    href: Option<String>,
) -> impl IntoView {
    let number = move || match value.get() {
        Some(value) => view! { <span class="stat-number">{value}</span> }.into_any(),
        None => view! { <span class="stat-number stat-unknown">"?"</span> }.into_any(),
    };
    let body = view! {
        {number}
        <span class="stat-words">{words}</span>
        {detail.map(|detail| view! { <span class="stat-detail">{detail}</span> })}
    };
    match href {
        Some(href) => view! { <a class="stat stat-link" href=href>{body}</a> }.into_any(),
        None => view! { <div class="stat">{body}</div> }.into_any(),
    }
}
