//! A parameter's value in one year, with its source and whether somebody has verified it.

use super::slots::{self, Slot};
use super::{ValueInput, words};
use crate::model::{OfficialId, PolicyParameter, Records, Value};
use crate::ui::announce::use_announcer;
use crate::ui::components::inputs::{TextInput, TriInput};
use crate::ui::components::{Disclosure, Field, FieldIds, Mark, MarkView};
use crate::ui::text::{errors, parameters};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// Folded under a line with the value; every field saves by itself.
#[component]
pub fn SlotEditor(
    /// The parameter and the year.
    item: Slot,
    /// The county's records.
    records: Signal<Option<Arc<Records>>>,
    /// Whether it may only be read.
    locked: Signal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = parameters::texts();
    let announcer = use_announcer();
    let mark = RwSignal::new(Mark::None);
    let record = Signal::derive(move || records.with(|records| item.record(records.as_deref())));
    let line = Signal::derive(move || {
        let state = records.with(|records| item.state(records.as_deref()));
        words::line(&item, state, t)
    });
    let save = Callback::new(move |parameter: PolicyParameter| {
        mark.set(Mark::Saving);
        leptos::task::spawn_local(async move {
            match workspace.set_parameter(parameter).await {
                Ok(()) => mark.set(Mark::Saved),
                Err(error) => {
                    mark.set(Mark::Unsaved);
                    announcer.say(errors::command(&error, t.0));
                }
            }
        });
    });
    let by = workspace
        .profile()
        .get_untracked()
        .map(|profile| OfficialId(profile.official));
    view! {
        <Disclosure summary=line>
            <ValueInput item record save locked />
            <SourceField record save locked />
            <VerifiedField record save locked by=by.unwrap_or_default() />
            <MarkView mark />
        </Disclosure>
    }
}

#[component]
fn SourceField(
    record: Signal<PolicyParameter>,
    save: Callback<PolicyParameter>,
    locked: Signal<bool>,
) -> impl IntoView {
    let t = parameters::texts();
    let ids = FieldIds::fresh();
    let value = Signal::derive(move || {
        record.with(|record| record.source_text.clone().map_or(Value::Null, Value::from))
    });
    let changed = move |value: Value| {
        let source = value.as_text().map(str::to_owned);
        save.run(slots::with_source(record.get_untracked(), source));
    };
    view! {
        <Field ids label=t.source() hint=t.source_hint()>
            <TextInput ids value on_change=changed locked />
        </Field>
    }
}

#[component]
fn VerifiedField(
    record: Signal<PolicyParameter>,
    save: Callback<PolicyParameter>,
    locked: Signal<bool>,
    by: OfficialId,
) -> impl IntoView {
    let t = parameters::texts();
    let ids = FieldIds::fresh();
    let value =
        Signal::derive(move || record.with(|record| record.verified.map_or(Value::Null, Value::from)));
    let ready = Signal::derive(move || record.with(slots::can_be_verified));
    let locked = Signal::derive(move || locked.get() || !ready.get());
    let changed = move |value: Value| {
        let verified = match value {
            Value::Bool(verified) => Some(verified),
            _ => None,
        };
        save.run(slots::with_verified(record.get_untracked(), verified, by));
    };
    let why_not = move || (!ready.get()).then(|| view! { <p class="hint">{t.verified_needs_value()}</p> });
    view! {
        <Field ids label=t.verified() hint=t.verified_hint() group=true>
            <TriInput ids value on_change=changed locked />
            {why_not}
        </Field>
    }
}
