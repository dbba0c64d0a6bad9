//! Something folded away.

use leptos::prelude::*;

/// Folded content under a line that opens it.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>{summary}</summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}

/// Folded content that is made when somebody opens it for the first time, so that a page may have hundreds of such lines.
#[component]
pub fn Unfolding(
    /// The line.
    #[prop(into)]
    summary: Signal<String>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let wanted = RwSignal::new(false);
    // A tap comes before the line opens, so that nothing is seen to grow; the other tells of whatever else opens it.
    let want = move || {
        if !wanted.get_untracked() {
            wanted.set(true);
        }
    };
    view! {
        <details class="disclosure" on:toggle=move |_| want()>
            <summary on:click=move |_| want()>{summary}</summary>
            <div class="disclosure-body">{move || wanted.get().then(|| children())}</div>
        </details>
    }
}
