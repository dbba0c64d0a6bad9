//! The list of a figure's subjects: by group, searched, each with its reason.

use super::subjects::{self, Group, SubjectRow};
use crate::indicators::FigureAt;
use crate::model::DivisionCode;
use crate::ui::components::{Chip, EmptyState, FilterChips, IconName, SearchBox, VirtualList};
use crate::ui::text::targets;
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// The subjects of a figure in an area. They are read when the list is opened.
#[component]
pub fn SubjectList(
    /// The figure.
    at: FigureAt,
    /// The area.
    area: DivisionCode,
    /// The group shown first, by its name in addresses; otherwise the first with anybody in it.
    first: Option<String>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let explained = workspace.explain(at, area);
    let rows = Memo::new(move |_| {
        explained.with(|list| {
            list.as_ref()
                .map(|list| Arc::new(subjects::rows(at, area, list, t)))
        })
    });
    let chosen = RwSignal::new(first.as_deref().and_then(Group::from_id));
    let ready = Memo::new(move |_| rows.with(Option::is_some));
    let loading = move || view! { <p class="loading" role="status">{t.loading()}</p> }.into_any();
    move || {
        if ready.get() {
            let rows = Signal::derive(move || rows.get().unwrap_or_default());
            view! { <Subjects at rows chosen /> }.into_any()
        } else {
            loading()
        }
    }
}

#[component]
fn Subjects(
    at: FigureAt,
    rows: Signal<Arc<Vec<SubjectRow>>>,
    chosen: RwSignal<Option<Group>>,
) -> impl IntoView {
    let t = targets::texts();
    let search = RwSignal::new(String::new());
    let group = Memo::new(move |_| {
        let first = || rows.with(|rows| subjects::first_group(at, rows));
        chosen.get().unwrap_or_else(first)
    });
    let places = Memo::new(move |_| {
        rows.with(|rows| search.with(|search| subjects::found(rows, group.get(), search)))
    });
    let chips = Signal::derive(move || {
        rows.with(|rows| {
            let count = subjects::counts(rows);
            let chip = |group: Group| Chip {
                id: group.id(),
                label: group.label(at, t).to_owned(),
                count: Some(count(group)),
            };
            Group::of_figure(at).map(chip).to_vec()
        })
    });
    let unknown = move || {
        (group.get() == Group::Unknown).then(|| view! { <p class="hint">{t.group_explained_unknown()}</p> })
    };
    let empty = move || {
        places.with(Vec::is_empty).then(|| {
            let sentence = if search.with(String::is_empty) {
                t.nobody_in_group()
            } else {
                t.nobody_found()
            };
            view! { <EmptyState icon=IconName::Search sentence /> }
        })
    };
    view! {
        <div class="stack-tight">
            <FilterChips
                chips
                is_on=move |id: &'static str| group.get().id() == id
                on_toggle=move |id: &'static str| chosen.set(Group::from_id(id))
            />
            <SearchBox value=search on_search=move |text| search.set(text) />
            {unknown}
        </div>
        {empty}
        <SubjectRows rows places />
    }
}

#[component]
fn SubjectRows(rows: Signal<Arc<Vec<SubjectRow>>>, places: Memo<Vec<usize>>) -> impl IntoView {
    let t = targets::texts();
    let at = move |place: usize| {
        let row = places.with(|places| places.get(place).copied());
        row.and_then(|row| rows.with(|rows| rows.get(row).cloned()))
    };
    let row = move |place: usize| at(place).map(row_view).into_any();
    view! {
        <VirtualList
            label=t.who_counts()
            count=Signal::derive(move || places.with(Vec::len))
            key=move |place: usize| at(place).map(|row| row.key).unwrap_or_default()
            href=move |place: usize| at(place).map(|row| row.href).unwrap_or_default()
            row
            current=|_: usize| false
        />
    }
}

fn row_view(row: SubjectRow) -> impl IntoView {
    view! {
        <span class="list-row-words">
            <span class="list-row-name">{row.name}</span>
            <span class="list-row-detail">{row.detail}</span>
        </span>
        {row.weight.map(|weight| view! { <span class="list-row-weight">{weight}</span> })}
    }
}
