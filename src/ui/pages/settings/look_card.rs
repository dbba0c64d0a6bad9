//! Language and colours.

use crate::ui::components::Card;
use crate::ui::shell::{LanguageSwitch, ThemeSwitch};
use crate::ui::text::settings;
use leptos::prelude::*;

/// The two switches of the frame, with what they are for.
#[component]
pub fn LookCard() -> impl IntoView {
    let t = settings::texts();
    view! {
        <Card title=t.look()>
            <div class="row spread"><span>{t.language()}</span><LanguageSwitch /></div>
            <div class="row spread"><span>{t.theme()}</span><ThemeSwitch /></div>
            <p class="hint">{t.theme_explained()}</p>
        </Card>
    }
}
