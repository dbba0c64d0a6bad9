//! What the office above asks, and the village's answers.

use crate::model::{DivisionCode, Id, Kind, Question, QuestionId};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Card};
use crate::ui::route::Route;
use crate::ui::text::{errors, handover};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The open questions of a village's records; nothing is shown when there is none.
#[component]
pub fn QuestionsCard(
    /// The village.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = handover::texts();
    let records = workspace.records(area);
    let open = Memo::new(move |_| {
        let is_open = |question: &&Question| question.settled != Some(true) && question.answer.is_none();
        records.with(|records| {
            let all = records
                .as_ref()
                .map(|records| records.questions.iter().filter(is_open).cloned());
            all.map(|all| all.collect::<Vec<Question>>()).unwrap_or_default()
        })
    });
    move || {
        let questions = open.get();
        (!questions.is_empty()).then(|| {
            let sum = t.questions_open(questions.len());
            let lines = questions
                .into_iter()
                .map(|question| question_line(area, question, t))
                .collect_view();
            view! {
                <Card title=t.questions_title()>
                    <p class="lead">{sum}</p>
                    <p class="hint">{t.questions_explained()}</p>
                    <ul class="plain-list stack">{lines}</ul>
                </Card>
            }
        })
    }
}

fn question_line(area: DivisionCode, question: Question, t: handover::Texts) -> impl IntoView + use<> {
    let text = question.text.clone().unwrap_or_default();
    let by = question.asked_by.clone().unwrap_or_default();
    let to = place_of(area, &question);
    let id = question.id;
    let place = to.map(|to| view! { <a href=to.href()>{t.question_go()}</a> });
    view! {
        <li>
            <p><strong>{text}</strong></p>
            <p class="hint">{t.question_from(&by)} " " {place}</p>
            <Answer area id />
        </li>
    }
}

/// The record that a question is about.
fn place_of(area: DivisionCode, question: &Question) -> Option<Route> {
    let kind = Kind::from_id(question.record_kind.as_deref()?)?;
    let id = Id::new(question.record_id.as_deref()?).ok()?;
    Some(match kind {
        Kind::Household => Route::household(area, id.into()),
        kind => Route::Record(area, kind, id),
    })
}

/// A line for the answer; whoever has put the record right says so too.
#[component]
fn Answer(area: DivisionCode, id: QuestionId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let announcer = use_announcer();
    let t = handover::texts();
    let note = RwSignal::new(String::new());
    let field = format!("answer-{id}");
    let answer = move |words: String| {
        leptos::task::spawn_local(async move {
            match workspace.answer(area, id, words).await {
                Ok(()) => announcer.say(t.question_answered()),
                Err(error) => announcer.say(errors::command(&error, t.0)),
            }
        });
    };
    let say = Callback::new(move |()| {
        let words = note.get_untracked().trim().to_owned();
        match words.is_empty() {
            true => announcer.say(t.question_needs_words()),
            false => answer(words),
        }
    });
    let corrected = Callback::new(move |()| answer(t.question_corrected().to_owned()));
    view! {
        <div class="check-accept">
            <label class="field-label" for=field.clone()>{t.question_answer()}</label>
            <input class="input" id=field prop:value=note on:input=move |event| note.set(event_target_value(&event)) />
            <div class="row">
                <Button kind=ButtonKind::Primary on_click=say>{t.question_send()}</Button>
                <Button kind=ButtonKind::Quiet on_click=corrected>{t.question_corrected()}</Button>
            </div>
        </div>
    }
}
