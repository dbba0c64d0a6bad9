//! The conflicts that a package would bring.

use super::conflicts::{ConflictWords, ValueWords, in_words};
use crate::ui::components::{Disclosure, Mark};
use crate::ui::text::handover;
use crate::workspace::Incoming;
use leptos::prelude::*;

/// How many conflicts are listed; the others are counted.
const LISTED: usize = 50;

/// Both values of every conflict; nothing when there is none.
pub fn conflict_list(incoming: &Incoming, t: handover::Texts) -> Option<AnyView> {
    let count = incoming.preview.conflicts();
    let areas = incoming.preview.areas.iter();
    let all = areas.flat_map(|area| {
        let records = incoming
            .contested
            .get(&area.area)
            .map(|partition| partition.records());
        area.conflicts
            .iter()
            .filter_map(move |conflict| Some((conflict, records?)))
    });
    let lines: Vec<ConflictWords> = all
        .take(LISTED)
        .map(|(conflict, records)| in_words(conflict, records, t))
        .collect();
    let more = count.saturating_sub(lines.len());
    (count > 0).then(|| {
        let lines = lines
            .into_iter()
            .map(|line| conflict_view(line, t))
            .collect_view();
        view! {
            <Disclosure summary=t.conflicts_title(count) open=true>
                <ul class="conflicts">{lines}</ul>
                {(more > 0).then(|| view! { <p class="hint">{t.more_conflicts(more)}</p> })}
            </Disclosure>
        }
        .into_any()
    })
}

fn conflict_view(words: ConflictWords, t: handover::Texts) -> impl IntoView {
    let value = move |value: ValueWords| {
        let stands = if value.stands {
            t.conflict_stands()
        } else {
            t.conflict_kept()
        };
        view! {
            <li class:conflict-stands=value.stands>
                <strong>{value.value}</strong>
                <span class="hint">{value.who}</span>
                <span class="badge">{stands}</span>
            </li>
        }
    };
    view! {
        <li class="conflict">
            <span><span class="conflict-mark" aria-hidden="true">{Mark::Conflict.shape()}</span> {words.what}</span>
            <ul class="conflict-values">{words.values.into_iter().map(value).collect_view()}</ul>
        </li>
    }
}
