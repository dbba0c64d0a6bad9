//! One field of one record, bound to the register: it saves by itself and says so.

use super::OpenRecord;
use super::conflict::ConflictView;
use super::findings::FieldFindings;
use crate::journal::FieldKey;
use crate::model::{Id, Kind, Value};
use crate::ui::announce::use_announcer;
use crate::ui::components::{FieldEditor, Mark};
use crate::ui::text::errors;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The editor of a field; two values in conflict stand under it until one is chosen.
#[component]
pub fn BoundField(
    /// The record's kind.
    kind: Kind,
    /// The record.
    id: Id,
    /// The field's place in the kind's table.
    place: usize,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let announcer = use_announcer();
    let def = &kind.def().fields[place];
    let value = Memo::new(move |_| {
        open.read(|records| records.get(kind, id, place))
            .unwrap_or_default()
    });
    let work = RwSignal::new(Mark::None);
    let conflict = Memo::new(move |_| {
        let here = |field: &FieldKey| matches!(field, FieldKey::Known(at) if usize::from(*at) == place);
        open.conflicts.with(|all| {
            all.iter()
                .find(|one| one.record == (kind, id) && here(&one.field))
                .cloned()
        })
    });
    let mark = Signal::derive(move || {
        if conflict.with(Option::is_some) {
            Mark::Conflict
        } else {
            work.get()
        }
    });
    let save = move |new: Value| {
        work.set(Mark::Saving);
        spawn_local(async move {
            let outcome = open.workspace.set_field(open.area, (kind, id), place, new).await;
            let done = if outcome.is_ok() {
                Mark::Saved
            } else {
                Mark::Unsaved
            };
            let _the_page_may_be_left = work.try_set(done);
            if let Err(error) = outcome {
                announcer.say(errors::command(&error, open.language));
            }
        });
    };
    let below = move || {
        view! {
            {move || conflict.get().map(|conflict| view! { <ConflictView conflict def /> })}
            <FieldFindings kind id field=def.id />
        }
    };
    view! { <FieldEditor def value on_change=save mark locked=open.locked hint below /> }
}
