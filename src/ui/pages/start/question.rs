//! The frame of a question: its number, its words, the way back.

use super::step::Step;
use crate::ui::components::{Button, ButtonKind, IconName};
use crate::ui::text::start;
use leptos::{html, prelude::*};

/// How many questions there are.
const QUESTIONS: usize = 3;

/// A question with its answers as children. The focus goes to its words, so that keyboards and screen readers start there.
#[component]
pub fn Question(
    /// Where the first run has come to.
    step: RwSignal<Step>,
    /// The question.
    #[prop(into)]
    words: String,
    /// The answers.
    children: Children,
) -> impl IntoView {
    let t = start::texts();
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            let _is_focusable = heading.focus();
        }
    });
    let number = step.get_untracked().number();
    let back = move |()| {
        if let Some(before) = step.get_untracked().before() {
            step.set(before);
        }
    };
    view! {
        <div class="page page-narrow question">
            <div><Button kind=ButtonKind::Quiet icon=IconName::Back on_click=back>{t.back()}</Button></div>
            <header>
                {number.map(|number| view! { <p class="question-number">{t.step(number, QUESTIONS)}</p> })}
                <h1 tabindex="-1" node_ref=heading>{words}</h1>
            </header>
            {children()}
        </div>
    }
}
