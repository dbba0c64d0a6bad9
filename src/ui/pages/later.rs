//! A page whose code comes when it is first opened.

use crate::platform::part::Part;
use crate::ui::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::ui::text::{errors, phases};
use leptos::prelude::*;

/// Where the code of a page is.
enum Code<P> {
    Coming,
    Here(fn(P) -> AnyView),
    Lost,
}

impl<P> Clone for Code<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Code<P> {}

/// The page, at once if its part is here.
#[component]
pub fn LaterPage<P: Clone + Send + 'static>(
    /// The part that the page is in.
    part: &'static Part<fn(P) -> AnyView>,
    /// The page.
    page: P,
) -> impl IntoView {
    let code = RwSignal::new(part.here().map_or(Code::<P>::Coming, Code::Here));
    let fetch = move || {
        code.set(Code::Coming);
        leptos::task::spawn_local(async move {
            let entry = part.entry().await;
            // Whoever has gone on meanwhile waits for nothing any more.
            let _is_gone = code.try_set(entry.map_or(Code::Lost, Code::Here));
        });
    };
    if part.here().is_none() {
        fetch();
    }
    move || match code.get() {
        Code::Coming => view! { <Coming /> }.into_any(),
        Code::Here(view) => view(page.clone()),
        Code::Lost => view! { <Lost on_again=fetch /> }.into_any(),
    }
}

/// Shown only if it takes long: the style sheet waits before it is seen.
#[component]
fn Coming() -> impl IntoView {
    let t = phases::texts();
    view! { <p class="page page-coming" role="status" aria-busy="true">{t.page_coming()}</p> }
}

#[component]
fn Lost(on_again: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    let t = phases::texts();
    let reload = |()| {
        let _only_refuses_without_a_page = window().location().reload();
    };
    view! {
        <div class="page">
            <Notice kind=NoticeKind::Error><p>{errors::Texts(t.0).part_lost()}</p></Notice>
            <div class="button-row">
                <Button kind=ButtonKind::Primary on_click=move |()| on_again()>{t.try_again()}</Button>
                <Button on_click=reload>{t.reload()}</Button>
            </div>
        </div>
    }
}
