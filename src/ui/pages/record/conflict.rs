//! Two values that were set without knowing of each other, and the choice between them.

use super::OpenRecord;
use crate::journal::{Conflict, Tip};
use crate::model::{FieldDef, Id, OfficialId};
use crate::ui::text::{fields, format, household};
use leptos::prelude::*;

/// Every open value of a field with who entered it and when; a tap settles the conflict.
#[component]
pub fn ConflictView(
    /// The conflict.
    conflict: Conflict,
    /// The field.
    def: &'static FieldDef,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let last = conflict.tips.len().saturating_sub(1);
    let tips = conflict.tips.clone().into_iter().enumerate();
    let conflict = StoredValue::new(conflict);
    let settle = move |value| {
        let conflict = conflict.get_value();
        let workspace = open.workspace;
        open.run(
            async move { workspace.settle(open.area, &conflict, value).await },
            t.recorded(),
            |()| (),
        );
    };
    let choice = move |(place, tip): (usize, Tip)| {
        let shown = format::field_value(def, &tip.value, open.language)
            .unwrap_or_else(|| fields::Texts(open.language).not_filled().to_owned());
        let by = t.conflict_by(
            &author(open, tip.author),
            &format::moment(tip.stamp.millis(), open.language),
        );
        let value = tip.value;
        view! {
            <li class="conflict-value">
                <span><strong>{shown}</strong>" "<span class="field-hint">{by}</span></span>
                <button type="button" class="button" disabled=open.locked on:click=move |_| settle(value.clone())>
                    {if place == last { t.keep_current() } else { t.keep_this() }}
                </button>
            </li>
        }
    };
    view! {
        <div class="conflict" role="group">
            <p>{t.conflict_question()}</p>
            <ul>{tips.map(choice).collect_view()}</ul>
        </div>
    }
}

/// The name of who made a change.
pub fn author(open: OpenRecord, author: Id) -> String {
    let t = household::Texts(open.language);
    let name = untrack(|| {
        open.read(|records| {
            records
                .officials
                .get(OfficialId(author))
                .and_then(|official| official.name.clone())
        })
    });
    name.flatten().unwrap_or_else(|| t.unknown_author().to_owned())
}
