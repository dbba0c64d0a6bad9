//! What a step is recorded with: its day, and what was done.

use crate::journal::RecordKey;
use crate::model::processes::{Flow, Look, Need, State};
use crate::model::{Date, FieldDef, Kind, Value};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind, Fact, Facts, FieldEditor, Notice, NoticeKind};
use crate::ui::pages::record::{OpenRecord, entry_day};
use crate::ui::text::{errors, format, processes};
use crate::workspace::NewStep;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form of a step.
#[component]
pub fn StepForm(
    /// The record.
    record: RecordKey,
    /// The process.
    flow: &'static Flow,
    /// The state that is recorded.
    state: &'static State,
    /// Whether the form is open.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let announcer = use_announcer();
    let t = processes::Texts(open.language);
    let told = untrack(|| open.read(|records| Look::at(records, record.0, record.1).date(state.date()?)));
    let first = told.flatten().unwrap_or_else(|| entry_day(open.workspace));
    let day = RwSignal::new(Value::from(first.to_string()));
    let note = RwSignal::new(Value::Null);
    let wrong = RwSignal::new(None::<String>);
    let take = Callback::new(move |()| {
        let Some(date) = day.with_untracked(|day| Date::parse(day.as_text()?)) else {
            return wrong.set(Some(t.day_needed().to_owned()));
        };
        let said = note.with_untracked(|note| note.as_text().map(str::to_owned));
        let step = NewStep { date, note: said };
        let workspace = open.workspace;
        spawn_local(async move {
            match workspace.move_on(open.area, record, flow, state, step).await {
                Ok(()) => {
                    announcer.say(t.recorded());
                    asking.set(false);
                }
                Err(error) => wrong.set(Some(errors::command(&error, t.0))),
            }
        });
    });
    let asked = asked(flow, state);
    let day_field = asked.day.map(|def| {
        view! { <FieldEditor def value=day on_change=move |value| day.set(value) /> }
    });
    let note_field = asked.note.map(|def| {
        view! { <FieldEditor def value=note on_change=move |value| note.set(value) /> }
    });
    let rests_on = Signal::derive(move || evidence(open, record, state));
    let evidence = move || {
        (!rests_on.with(Vec::is_empty))
            .then(|| view! { <p class="quiet">{t.evidence()}</p> <Facts facts=rests_on /> })
    };
    view! {
        {move || wrong.get().map(|why| view! { <Notice kind=NoticeKind::Error><p>{why}</p></Notice> })}
        {day_field}
        {note_field}
        {evidence}
        <div class="button-row"><Button kind=ButtonKind::Primary on_click=take>{t.record_step()}</Button></div>
    }
}

/// What is asked for a step: the fields that take it, if there are any.
struct Asked {
    day: Option<&'static FieldDef>,
    note: Option<&'static FieldDef>,
}

fn asked(flow: &'static Flow, state: &'static State) -> Asked {
    let field = |kind: Kind, id: &str| kind.def().fields.iter().find(|def| def.id == id);
    let event = Some((Kind::HouseholdStatusEvent, "date", "reason_text"));
    let diary = flow.diary.map(|diary| (diary.kind, diary.date, diary.text));
    let beside = diary.or(event.filter(|_| flow.kind == Kind::Household));
    let own = state.date().and_then(|id| field(flow.kind, id));
    Asked {
        day: own.or(beside.and_then(|(kind, date, _)| field(kind, date))),
        note: beside.and_then(|(kind, _, text)| field(kind, text)),
    }
}

/// The fields that the step needs, with what they hold.
fn evidence(open: OpenRecord, (kind, id): RecordKey, state: &'static State) -> Vec<Fact> {
    let fact = |field: &'static str| {
        let place = kind.def().position(field)?;
        let def = &kind.def().fields[place];
        let value = open.read(|records| records.get(kind, id, place))?;
        let shown = format::field_value(def, &value, open.language);
        Some(Fact::new(open.language.pick(def.label), shown))
    };
    state
        .needs
        .iter()
        .filter_map(Need::field)
        .filter_map(fact)
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::processes::flows_of;

    fn asked_at(kind: Kind, state: &str) -> (Option<&'static str>, Option<&'static str>) {
        let flow = flows_of(kind).next().unwrap();
        let asked = asked(flow, flow.state(state).unwrap());
        (asked.day.map(|def| def.id), asked.note.map(|def| def.id))
    }

    #[test]
    fn a_step_asks_for_the_day_where_something_keeps_it() {
        assert_eq!(
            asked_at(Kind::DangerousHouse, "accepted"),
            (Some("accepted"), None)
        );
        assert_eq!(asked_at(Kind::DangerousHouse, "to_rebuild"), (None, None));
        assert_eq!(asked_at(Kind::Issue, "fixing"), (Some("date"), Some("text")));
        assert_eq!(asked_at(Kind::Issue, "closed"), (Some("closed_on"), Some("text")));
        assert_eq!(
            asked_at(Kind::Household, "returned"),
            (Some("date"), Some("reason_text"))
        );
    }
}
