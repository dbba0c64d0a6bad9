//! What must be seen on every page: invented data, and a window that may not write.

use crate::ui::components::Mark;
use crate::ui::text::shell as words;
use leptos::prelude::*;

/// The lines under the header.
#[component]
pub fn Banners(
    /// Whether the data are invented.
    demo: bool,
    /// Whether another window holds the pen.
    read_only: Signal<bool>,
) -> impl IntoView {
    let t = words::texts();
    let invented = demo.then(|| {
        view! {
            <div class="shell-banner shell-demo">
                <strong>{t.demo_banner()}</strong>
                <span>{t.demo_explained()}</span>
            </div>
        }
    });
    let locked = move || {
        read_only.get().then(|| {
            view! {
                <div class="shell-banner shell-read-only" role="status">
                    <span aria-hidden="true">{Mark::Locked.shape()}</span>
                    <strong>{t.read_only_banner()}</strong>
                </div>
            }
        })
    };
    view! { {invented} {locked} }
}
