//! One answer to a question: a wide button with room for a finger.

use crate::ui::components::{Icon, IconName};
use leptos::prelude::*;

/// The answer.
#[component]
pub fn ChoiceRow(
    /// The id of the button, for tests and scripts.
    id: String,
    /// Its words.
    #[prop(into)]
    name: String,
    /// A second line.
    #[prop(default = None)]
    detail: Option<String>,
    /// It was chosen.
    #[prop(into)]
    on_choose: Callback<()>,
    /// Whether it cannot be chosen now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="choice" id=id disabled=disabled on:click=move |_| on_choose.run(())>
                <span class="choice-words">
                    <span class="choice-name">{name}</span>
                    {detail.map(|detail| view! { <span class="choice-detail">{detail}</span> })}
                </span>
                <Icon name=IconName::Forward />
            </button>
        </li>
    }
}
