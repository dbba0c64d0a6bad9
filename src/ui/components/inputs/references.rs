//! Several records that a field points to, each chosen by its name.

use super::reference::{Choices, References};
use crate::model::Value;
use crate::ui::components::{Button, Dialog, FieldIds, Icon, IconName};
use crate::ui::text::fields;
use leptos::prelude::*;
use std::sync::Arc;

/// A line with the name of each one that is chosen, and a dialog to choose one more.
#[component]
pub fn ReferencesInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The kind of the records.
    target: &'static str,
    /// What the field is called, for the heading of the dialog.
    label: String,
    /// The value.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value; none at all is unknown.
    #[prop(into)]
    on_change: Callback<Value>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let t = fields::texts();
    let references = use_context::<References>();
    let choosing = RwSignal::new(false);
    let chosen = Memo::new(move |_| value.with(ids_of));
    let name = move |id: &Arc<str>| {
        let name = references.and_then(|references| references.name.run((target, Arc::clone(id))));
        name.unwrap_or_else(|| t.not_here(id))
    };
    let line = move |(place, id): (usize, Arc<str>)| {
        let words = name(&id);
        let without = move |_| on_change.run(chosen.with_untracked(|all| without(all, place)));
        view! {
            <li class="reference">
                <span>{words}</span>
                {(!locked.get()).then(|| view! {
                    <button type="button" class="button button-quiet button-icon" aria-label=t.remove_line(place + 1) on:click=without>
                        <Icon name=IconName::Close />
                    </button>
                })}
            </li>
        }
    };
    let add = Callback::new(move |id: Arc<str>| {
        choosing.set(false);
        on_change.run(chosen.with_untracked(|all| with(all, id)));
    });
    view! {
        <ul class="lines" aria-labelledby=ids.label()>
            {move || chosen.get().into_iter().enumerate().map(line).collect_view()}
        </ul>
        {move || (!locked.get()).then(|| view! {
            <Button on_click=move |()| choosing.set(true)>{t.add_line()}</Button>
        })}
        <Dialog open=choosing title=Signal::stored(label)>
            <Choices references target chosen=add />
        </Dialog>
    }
}

fn ids_of(value: &Value) -> Vec<Arc<str>> {
    match value {
        Value::List(items) => items.iter().filter_map(Value::as_text).map(Arc::from).collect(),
        _ => Vec::new(),
    }
}

fn with(all: &[Arc<str>], id: Arc<str>) -> Value {
    let new = (!all.contains(&id)).then_some(id);
    value_of(all.iter().cloned().chain(new))
}

fn without(all: &[Arc<str>], place: usize) -> Value {
    let kept = all.iter().enumerate().filter(|(at, _)| *at != place);
    value_of(kept.map(|(_, id)| Arc::clone(id)))
}

fn value_of(ids: impl Iterator<Item = Arc<str>>) -> Value {
    let ids: Vec<Value> = ids.map(|id| Value::from(&*id)).collect();
    if ids.is_empty() {
        Value::Null
    } else {
        Value::List(ids.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_chosen_once_and_none_left_is_unknown() {
        let one = with(&[], "530427203200".into());
        let all = ids_of(&one);
        assert_eq!(with(&all, "530427203200".into()), one);
        assert_eq!(ids_of(&with(&all, "530427203201".into())).len(), 2);
        assert_eq!(without(&all, 0), Value::Null);
    }
}
