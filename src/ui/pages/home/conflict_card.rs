//! Conflicts that wait for a decision; nothing when there are none.

use super::conflict_place::place_of;
use crate::journal::Conflict;
use crate::model::{DivisionCode, Records};
use crate::ui::components::{Card, Mark};
use crate::ui::pages::handover::conflicts::in_words;
use crate::ui::route::Route;
use crate::ui::text::{handover, home};
use leptos::prelude::*;
use std::sync::Arc;

/// How many conflicts the card shows; the others are counted.
const SHOWN: usize = 6;

/// The card.
#[component]
pub fn ConflictCard(
    /// The village.
    area: DivisionCode,
    /// Its records.
    records: Signal<Option<Arc<Records>>>,
    /// Its open conflicts.
    conflicts: Memo<Arc<Vec<Conflict>>>,
) -> impl IntoView {
    let t = home::texts();
    move || {
        let (all, records) = (conflicts.get(), records.get()?);
        if all.is_empty() {
            return None;
        }
        let rows: Vec<_> = all
            .iter()
            .take(SHOWN)
            .map(|conflict| row(area, conflict, &records, t))
            .collect();
        let more = all.len().saturating_sub(SHOWN);
        Some(view! {
            <Card title=t.conflicts_title()>
                <p class="hint">{t.conflicts_hint()}</p>
                <ul class="home-list">{rows}</ul>
                {(more > 0).then(|| view! { <p class="hint">{t.more_conflicts(more)}</p> })}
            </Card>
        })
    }
}

fn row(area: DivisionCode, conflict: &Conflict, records: &Records, t: home::Texts) -> AnyView {
    let words = in_words(conflict, records, handover::Texts(t.0));
    let values: Vec<String> = words.values.into_iter().map(|value| value.value).collect();
    let body = view! {
        <span class="list-row-words">
            <span class="list-row-name">{words.what}</span>
            <span class="list-row-detail">{values.join(" / ")}</span>
        </span>
        <span class="mark mark-conflict" aria-hidden="true">{Mark::Conflict.shape()}</span>
    };
    match place_of(conflict.record, records) {
        Some((household, section)) => {
            let to = Route::Household(area, household, section, None).href();
            view! { <li><a class="list-row home-row" href=to>{body}</a></li> }.into_any()
        }
        None => view! { <li class="list-row home-row">{body}</li> }.into_any(),
    }
}
