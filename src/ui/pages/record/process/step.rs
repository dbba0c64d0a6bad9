//! One step of a process.

use super::steps::{May, Standing, Step};
use crate::model::processes::Flow;
use crate::ui::components::{Button, FieldIds};
use crate::ui::pages::record::{OpenRecord, author};
use crate::ui::text::{format, processes};
use leptos::prelude::*;

/// The state with its day and who recorded it; a button where it may be next, greyed with the reason where it may not.
#[component]
pub fn StepCell(
    /// The process.
    flow: &'static Flow,
    /// The step.
    step: Step,
    /// The state was chosen.
    choose: Callback<&'static str>,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = processes::Texts(open.language);
    let name = t.0.pick(flow.name(step.state));
    let (class, shape, word) = match step.standing {
        Standing::Passed => ("process-step process-passed", "✓", t.passed()),
        Standing::Here => ("process-step process-here", "●", t.here()),
        Standing::Ahead => ("process-step", "○", ""),
    };
    let current = (step.standing == Standing::Here).then_some("step");
    let day = step.day.map(|day| format::date(day, t.0));
    let who = step.who.map(|who| t.by(&author(open, who)));
    let id = step.state.id;
    let reason = FieldIds::fresh();
    let (button, why) = match step.may {
        May::Stay | May::ByItself => (None, None),
        May::Move => {
            let button = view! {
                <Button disabled=open.locked on_click=move |()| choose.run(id)>{t.go_on(name)}</Button>
            };
            (Some(button.into_any()), None)
        }
        May::Not(refusal) => {
            let button = view! {
                <button type="button" class="button" disabled aria-describedby=reason.hint()>{t.go_on(name)}</button>
            };
            (Some(button.into_any()), Some(processes::refusal(&refusal, t)))
        }
    };
    view! {
        <li class=class aria-current=current>
            <p class="process-name">
                <span class="process-shape" aria-hidden="true">{shape}</span>
                {name}
                <span class="visually-hidden">{word}</span>
            </p>
            {day.map(|day| view! { <p class="process-told">{day}</p> })}
            {who.map(|who| view! { <p class="process-told">{who}</p> })}
            {button}
            {why.map(|why| view! { <p class="process-told" id=reason.hint()>{why}</p> })}
        </li>
    }
}
