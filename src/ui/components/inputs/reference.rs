//! A record that a field points to, chosen by its name.

use crate::model::Value;
use crate::search::{Entry, Index};
use crate::ui::components::{Dialog, FieldIds, Icon, IconName, SearchBox};
use crate::ui::text::fields;
use leptos::prelude::*;
use std::sync::Arc;

/// So many answers are shown; whoever looks for another types more of its name.
const SHOWN: usize = 60;

/// A record that can be chosen.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Its identifier, which is what is stored.
    pub id: Arc<str>,
    /// What people call it.
    pub name: String,
    /// What tells it from others of its name.
    pub detail: String,
    /// What finds it.
    pub entry: Entry,
}

/// Where the records to choose from come from: a page puts it into the context, because inputs know no data.
#[derive(Clone, Copy)]
pub struct References {
    /// Every record of the kind of that name.
    pub all: Callback<&'static str, Vec<Reference>>,
    /// The name of one of them.
    pub name: Callback<(&'static str, Arc<str>), Option<String>>,
}

/// A button with the name of what is chosen, and a dialog to choose another.
#[component]
pub fn ReferenceInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The kind of the records.
    target: &'static str,
    /// What the field is called, for the heading of the dialog.
    label: String,
    /// The value.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value.
    #[prop(into)]
    on_change: Callback<Value>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let t = fields::texts();
    let references = use_context::<References>();
    let choosing = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let id: Arc<str> = value.with(|value| value.as_text().map(Arc::from))?;
        let name = references.and_then(|references| references.name.run((target, Arc::clone(&id))));
        Some(name.unwrap_or_else(|| t.not_here(&id)))
    });
    let words = move || shown.get().unwrap_or_else(|| t.choose().to_owned());
    let clear = move || {
        (shown.with(Option::is_some) && !locked.get()).then(|| {
            view! {
                <button type="button" class="button button-quiet button-icon" aria-label=t.clear_choice()
                    on:click=move |_| on_change.run(Value::Null)>
                    <Icon name=IconName::Close />
                </button>
            }
        })
    };
    let chosen = Callback::new(move |id: Arc<str>| {
        choosing.set(false);
        on_change.run(Value::from(&*id));
    });
    view! {
        <div class="reference">
            <button
                type="button"
                class="button reference-button"
                class:unknown=move || shown.with(Option::is_none)
                id=ids.input()
                aria-labelledby=format!("{} {}", ids.label(), ids.input())
                aria-describedby=ids.described_by()
                aria-haspopup="dialog"
                disabled=locked
                on:click=move |_| choosing.set(true)
            >
                <span>{words}</span>
                <Icon name=IconName::Down />
            </button>
            {clear}
        </div>
        <Dialog open=choosing title=Signal::stored(label)>
            <Choices references target chosen />
        </Dialog>
    }
}

/// The search and its answers.
#[component]
pub fn Choices(
    references: Option<References>,
    target: &'static str,
    chosen: Callback<Arc<str>>,
) -> impl IntoView {
    let t = fields::texts();
    let all = untrack(|| {
        references
            .map(|references| references.all.run(target))
            .unwrap_or_default()
    });
    let index = StoredValue::new(Index::new(all.iter().map(|one| one.entry.clone())));
    let total = all.len();
    let all = StoredValue::new(all);
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| typed.with(|typed| index.with_value(|index| index.find(typed))));
    let answer = move |place: usize| {
        all.with_value(|all| {
            let one = all.get(place)?;
            let (id, name, detail) = (Arc::clone(&one.id), one.name.clone(), one.detail.clone());
            Some(view! {
                <li><button type="button" class="choice" on:click=move |_| chosen.run(Arc::clone(&id))>
                    <span class="choice-words">
                        <span class="choice-name">{name}</span>
                        <span class="choice-detail">{detail}</span>
                    </span>
                </button></li>
            })
        })
    };
    let answers = move || {
        let found = found.get();
        let left = found.len().saturating_sub(SHOWN);
        let more = (left > 0).then(|| view! { <p class="field-hint">{t.more_answers(left)}</p> });
        let none = found.is_empty().then(|| {
            view! { <p>{if total == 0 { t.nothing_to_choose() } else { t.nothing_found() }}</p> }
        });
        view! {
            <ul class="choices reference-choices">{found.into_iter().take(SHOWN).map(answer).collect_view()}</ul>
            {none}
            {more}
        }
    };
    view! {
        <SearchBox value=typed on_search=move |text| typed.set(text) hint=t.search_choice() />
        {answers}
    }
}
