//! A requirement that somebody answers: yes, no or not known, the day, and what it rests on.

use super::village::record_of;
use crate::model::{ChecklistAnswerId, ChecklistItem, Code, DivisionCode, Id, Kind, Value};
use crate::ui::components::FieldEditor;
use crate::ui::pages::record::{BoundField, OpenRecord, entry_day};
use crate::ui::text::checklist;
use leptos::prelude::*;

/// The answer's fields; the record is begun with the first answer, and with its day.
#[component]
pub fn Asked(
    /// The area whose office answers.
    area: DivisionCode,
    /// The requirement.
    item: ChecklistItem,
    /// The answer's record, which need not be there yet.
    id: ChecklistAnswerId,
    /// The area or school that is asked about.
    subject: Id,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = checklist::texts();
    let (kind, record) = record_of(id);
    let place = move |field: &str| kind.def().position(field).unwrap_or_default();
    let [answer_at, date_at, evidence_at] = ["answer", "date", "evidence"].map(place);
    let answer = Memo::new(move |_| {
        open.read(|records| records.get(kind, record, answer_at))
            .unwrap_or_default()
    });
    let there = Memo::new(move |_| {
        open.read(|records| records.contains(kind, record))
            .unwrap_or_default()
    });
    let of_area = subject == area.id();
    let save = move |value: Value| {
        let workspace = open.workspace;
        if there.get_untracked() {
            let command = async move { workspace.set_field(area, (kind, record), answer_at, value).await };
            return open.run(command, t.saved(), |()| ());
        }
        let about = if of_area { "division_code" } else { "unit_id" };
        let year = open.workspace.as_of().get_untracked().year();
        let values = vec![
            (place("item"), Value::from(item.id())),
            (place("year"), Value::Int(i64::from(year.0))),
            (place(about), Value::from(subject.as_str())),
            (answer_at, value),
            (date_at, Value::from(entry_day(workspace).to_string())),
        ];
        let command = async move { workspace.begin_record(area, kind, values).await };
        open.run(command, t.saved(), |_| ());
    };
    let beside = move || {
        there.get().then(|| {
            view! {
                <BoundField kind id=record place=date_at />
                <BoundField kind id=record place=evidence_at />
            }
        })
    };
    view! {
        <div class="columns">
            <FieldEditor def=&Kind::ChecklistAnswer.def().fields[answer_at] value=answer on_change=save locked=open.locked />
            {beside}
        </div>
    }
}
