//! What this is.

use crate::ui::components::{Card, Fact, Facts};
use crate::ui::text::settings;
use leptos::prelude::*;

/// The version, and what the app is for.
#[component]
pub fn AboutCard() -> impl IntoView {
    let t = settings::texts();
    let facts = vec![Fact::new(t.version(), Some(env!("CARGO_PKG_VERSION")))];
    view! { <Card title=t.about()><p>{t.about_text()}</p><Facts facts /></Card> }
}
