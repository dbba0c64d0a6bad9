//! Real households, or the demo.

use super::demo_card::DemoCard;
use super::opening::Opening;
use super::step::Step;
use super::used_before::UsedBefore;
use crate::ui::components::{Card, PageHead};
use crate::ui::text::start;
use leptos::prelude::*;

/// The two ways on.
#[component]
pub fn Welcome(
    /// Where the first run has come to.
    step: RwSignal<Step>,
    /// Opens the demo.
    opening: Opening,
) -> impl IntoView {
    let t = start::texts();
    view! {
        <div class="page welcome">
            <PageHead title=t.welcome() sentence=Signal::derive(move || t.welcome_sentence().to_owned()) />
            <div class="welcome-ways">
                <Card title=t.real_title()>
                    <p>{t.real_text()}</p>
                    <button
                        type="button"
                        class="button button-primary"
                        id="start-real"
                        disabled=move || opening.is_busy()
                        on:click=move |_| step.set(Step::Level)
                    >
                        {t.real_begin()}
                    </button>
                </Card>
                <DemoCard opening />
            </div>
            <UsedBefore step />
        </div>
    }
}
