//! The passphrase at the first run.

use crate::ui::components::{NewPassphrase, NewTyped, Notice, NoticeKind};
use crate::ui::text::lock;
use leptos::prelude::*;

/// Two fields that may be left empty, unless this edition demands a passphrase.
#[component]
pub fn FirstPassphrase(
    /// What is typed.
    typed: NewTyped,
    /// Whether there must be one.
    demanded: bool,
) -> impl IntoView {
    let t = lock::texts();
    let title = match demanded {
        true => t.first_run_demanded(),
        false => t.first_run_title(),
    };
    let below = move || match (demanded, typed.is_empty()) {
        (false, true) => view! { <p class="hint">{t.first_run_later()}</p> }.into_any(),
        _ => view! { <Notice kind=NoticeKind::Warning><p>{t.not_recoverable()}</p></Notice> }.into_any(),
    };
    view! {
        <section class="card stack" id="start-passphrase" data-demanded=demanded.to_string()>
            <h2>{title}</h2>
            <p class="hint">{t.first_run_why()}</p>
            <NewPassphrase typed />
            {below}
        </section>
    }
}
