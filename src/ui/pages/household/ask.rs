//! What an office asks about a household, and what the village answered.

use super::open::OpenHousehold;
use crate::model::{Kind, Question};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Card};
use crate::ui::text::{errors, household};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// A line to ask the village, for offices above it, and the questions so far.
#[component]
pub fn Ask() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let workspace = expect_context::<Workspace>();
    let t = household::Texts(open.language);
    let about = open.id.to_string();
    let questions = Memo::new(move |_| {
        let mine = |question: &&Question| question.record_id.as_deref() == Some(&*about);
        open.read(|records| {
            records
                .questions
                .iter()
                .filter(mine)
                .cloned()
                .collect::<Vec<Question>>()
        })
        .unwrap_or_default()
    });
    let form = workspace.may_ask(open.area).then(|| view! { <AskForm /> });
    let is_office = form.is_some();
    let list = move || {
        let line = |question: Question| {
            let answer = match question.answer {
                Some(answer) => t.question_answered(&answer),
                None => t.question_waits().to_owned(),
            };
            view! { <li><p>{question.text}</p><p class="hint">{answer}</p></li> }
        };
        view! { <ul class="plain-list">{questions.get().into_iter().map(line).collect_view()}</ul> }
    };
    is_office.then(|| view! { <Card title=t.questions()>{list}{form}</Card> })
}

#[component]
fn AskForm() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = household::Texts(open.language);
    let text = RwSignal::new(String::new());
    let ask = Callback::new(move |()| {
        let words = text.get_untracked().trim().to_owned();
        if words.is_empty() {
            return;
        }
        leptos::task::spawn_local(async move {
            let about = (Kind::Household, open.id.into());
            match workspace.ask(open.area, about, None, words).await {
                Ok(_) => {
                    text.set(String::new());
                    announcer.say(t.question_asked());
                }
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    });
    view! {
        <div class="check-accept">
            <label class="field-label" for="ask-village">{t.question_ask()}</label>
            <input class="input" id="ask-village" prop:value=text on:input=move |event| text.set(event_target_value(&event)) />
            <div class="row"><Button kind=ButtonKind::Primary on_click=ask>{t.question_send()}</Button></div>
        </div>
    }
}
