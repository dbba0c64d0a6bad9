//! The sections of a record, as links.

use leptos::prelude::*;

/// A link to a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionLink {
    /// Its address.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Whether it is the one shown.
    pub current: bool,
    /// Whether something in it waits to be done.
    pub open: bool,
}

/// A line of links to sections, which scrolls sideways where it is too long.
#[component]
pub fn Sections(
    /// What the sections belong to, for those who don't see them.
    #[prop(into)]
    label: String,
    /// The links.
    #[prop(into)]
    links: Signal<Vec<SectionLink>>,
) -> impl IntoView {
    let link = |link: SectionLink| {
        let dot = link
            .open
            .then(|| view! { <span class="section-open" aria-hidden="true"></span> });
        view! { <a href=link.href aria-current=link.current.then_some("page")>{link.label}{dot}</a> }
    };
    view! {
        <nav class="sections" aria-label=label>
            {move || links.get().into_iter().map(link).collect_view()}
        </nav>
    }
}
