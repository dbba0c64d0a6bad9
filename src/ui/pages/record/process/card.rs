//! The card of a process: one sentence, the steps side by side, what the next one still needs, and the way back.

use super::form::StepForm;
use super::step::StepCell;
use super::steps::{Standing, Step, Waiting, steps, waiting};
use crate::journal::{FieldKey, RecordKey};
use crate::model::processes::{Flow, Need, State, flows_of};
use crate::ui::components::{Button, ButtonKind, Card, Dialog, IconName, LinkButton};
use crate::ui::pages::record::{BoundField, OpenRecord, entry_day};
use crate::ui::route::{Query, Route};
use crate::ui::text::processes;
use leptos::prelude::*;

/// A card for every process that the record holds.
#[component]
pub fn ProcessCards(
    /// The record.
    record: RecordKey,
) -> impl IntoView {
    flows_of(record.0)
        .map(|flow| view! { <ProcessCard record flow /> })
        .collect_view()
}

/// The card of one process.
#[component]
pub fn ProcessCard(
    /// The record.
    record: RecordKey,
    /// The process as records of the kind hold it.
    flow: &'static Flow,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = processes::Texts(open.language);
    let day = entry_day(open.workspace);
    let all = Memo::new(move |_| {
        let read = open.read(|records| {
            let history = |field: &str| {
                let place = record.0.def().position(field).unwrap_or_default() as u16;
                open.workspace
                    .history(open.area, record.0, record.1, &FieldKey::Known(place))
            };
            steps(flow, records, record, day, history)
        });
        read.unwrap_or_default()
    });
    let waits = Memo::new(move |_| {
        open.read(|records| waiting(flow, records, record, day))
            .unwrap_or_default()
    });
    let chosen = RwSignal::new(None::<&'static str>);
    let asking = RwSignal::new(false);
    let choose = Callback::new(move |state: &'static str| {
        chosen.set(Some(state));
        asking.set(true);
    });
    let cell = move |step: Step| view! { <StepCell flow step choose /> };
    let needs = move || {
        (!open.locked.get()).then(|| {
            let waiting = waits.get().into_iter();
            waiting
                .map(|waiting| view! { <Needs record flow waiting /> })
                .collect_view()
        })
    };
    let form = move || {
        let state: &'static State = flow.state(chosen.get()?)?;
        Some(view! { <StepForm record flow state asking /> })
    };
    let title = Signal::derive(move || {
        let state = chosen.get().and_then(|state| flow.state(state));
        state.map_or(String::new(), |state| t.go_on(t.0.pick(flow.name(state))))
    });
    let source = flow.process().map(|process| {
        let lines: Vec<String> = process.lines.iter().map(ToString::to_string).collect();
        t.plan_lines(process.id, &lines.join(t.or()))
    });
    view! {
        <Card title=t.0.pick(flow.label) action=move || view! { <TakeBack record flow all /> }>
            <p>{move || all.with(|all| sentence(flow, all, t))} " " <span class="quiet">{source}</span></p>
            <ol class="process">{move || all.get().into_iter().map(cell).collect_view()}</ol>
            {needs}
        </Card>
        <Dialog open=asking title>{form}</Dialog>
    }
}

/// Where it stands, since when.
fn sentence(flow: &Flow, steps: &[Step], t: processes::Texts) -> String {
    let Some(step) = steps.iter().find(|step| step.standing == Standing::Here) else {
        return t.stands_nowhere().to_owned();
    };
    let state = t.0.pick(flow.name(step.state));
    match step.day {
        Some(day) => t.stands_since(state, day),
        None => t.stands(state),
    }
}

/// What a state that can be next still needs, each where it can be filled in.
#[component]
fn Needs(record: RecordKey, flow: &'static Flow, waiting: Waiting) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = processes::Texts(open.language);
    let (kind, id) = record;
    let name = t.0.pick(flow.name(waiting.state));
    let editor = move |need: &'static Need| match need {
        Need::Rows(rows) => {
            let fields = rows.def().fields.iter();
            let about = fields
                .clone()
                .find(|def| def.is_subject() && def.target() == Some(kind));
            let query = Query::default().with(about.map_or("", |def| def.id), id.as_str());
            let to = Route::NewRecord(open.area, *rows, query);
            let label = t.add_record(t.0.pick(rows.def().label));
            view! { <LinkButton to icon=IconName::Plus>{label}</LinkButton> }.into_any()
        }
        Need::Rule(_, label) => view! { <p>{t.0.pick(*label)}</p> }.into_any(),
        Need::Filled(field) | Need::Yes(field) | Need::OneOf(field, _) => {
            let place = kind.def().position(field);
            place
                .map(|place| view! { <BoundField kind id place /> })
                .into_any()
        }
    };
    view! {
        <div class="process-needs">
            <p class="quiet">{t.still_needs(name)}</p>
            <div class="columns">{waiting.needs.into_iter().map(editor).collect_view()}</div>
        </div>
    }
}

/// The way back of a step that was recorded by mistake.
#[component]
fn TakeBack(record: RecordKey, flow: &'static Flow, all: Memo<Vec<Step>>) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = processes::Texts(open.language);
    let asking = RwSignal::new(false);
    let may = Memo::new(move |_| {
        let moved = all.with(|all| {
            let here = all.iter().find(|step| step.standing == Standing::Here);
            here.is_some_and(|step| step.who.is_some())
                && all.iter().any(|step| step.standing == Standing::Passed)
        });
        moved && !open.locked.get()
    });
    let back = Callback::new(move |()| {
        let workspace = open.workspace;
        let command = async move { workspace.take_back(open.area, record, flow).await };
        open.run(command, t.taken_back(), move |_| asking.set(false));
    });
    let button = move || {
        may.get().then(|| {
            view! {
                <Button kind=ButtonKind::Quiet on_click=move |()| asking.set(true)>{t.take_back()}</Button>
            }
        })
    };
    view! {
        {button}
        <Dialog open=asking title=Signal::stored(t.take_back_question().to_owned())>
            <p>{t.take_back_explained()}</p>
            <div class="button-row"><Button kind=ButtonKind::Primary on_click=back>{t.take_back()}</Button></div>
        </Dialog>
    }
}
