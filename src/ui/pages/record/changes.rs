//! 修改记录: who changed what and when; what was deleted can be brought back.

use super::OpenRecord;
use super::change_lines::{ChangeLine, line};
use super::conflict::author;
use super::provenance::{Ways, ways_of, words};
use super::step_back::StepBack;
use crate::journal::RecordKey;
use crate::ui::components::{Button, Disclosure};
use crate::ui::text::{format, household};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// So many changes are shown at once; the earlier ones are folded.
const SHOWN: usize = 40;

/// The changes of some records, newest first.
#[component]
pub fn Changes(
    /// The records, deleted ones too.
    #[prop(into)]
    keys: Signal<BTreeSet<RecordKey>>,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let lines = Memo::new(move |_| {
        open.records.track();
        let changes = keys.with(|keys| open.workspace.changes_of(open.area, keys));
        changes
            .iter()
            .map(|change| line(change, open.language))
            .collect::<Vec<_>>()
    });
    let stamps = Memo::new(move |_| lines.with(|lines| lines.iter().map(|line| line.stamp).collect()));
    provide_context(ways_of(open, stamps));
    let body = move || {
        let mut lines = lines.get();
        let earlier = lines.split_off(lines.len().min(SHOWN));
        let item = |line: ChangeLine| view! { <Line line /> };
        let folded = (!earlier.is_empty()).then(|| {
            view! {
                <Disclosure summary=t.earlier_changes(earlier.len())>
                    <ol class="history">{earlier.into_iter().map(item).collect_view()}</ol>
                </Disclosure>
            }
        });
        view! { <ol class="history">{lines.into_iter().map(item).collect_view()}</ol> {folded} }
    };
    view! { <p class="lead">{move || t.history_sentence(lines.with(Vec::len))}</p> {body} }
}

#[component]
fn Line(line: ChangeLine) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let who = author(open, line.author);
    let ways = expect_context::<ReadSignal<Ways>>();
    let when = format::moment(line.stamp.millis(), open.language);
    let way = move || ways.with(|ways| words(line.stamp, ways.get(&line.stamp), open.language));
    let field =
        |(name, value): (String, String)| view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> };
    let back = line
        .record
        .filter(|_| line.deletes)
        .map(|record| view! { <BringBack record /> });
    view! {
        <li class="card">
            <p class="row spread"><strong>{line.kind}</strong><span class="field-hint">{when} " · " {who}</span></p>
            <dl class="facts">{line.fields.into_iter().map(field).collect_view()}</dl>
            <p class="field-hint">{way}</p>
            {back}
            <StepBack stamp=line.stamp />
        </li>
    }
}

/// The way back of a deleted record, while it is deleted.
#[component]
fn BringBack(record: RecordKey) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = household::Texts(open.language);
    let is_gone = untrack(|| open.read(|records| !records.contains(record.0, record.1))).unwrap_or(false);
    let restore = move |()| {
        let workspace = open.workspace;
        let command = async move { workspace.restore(open.area, record).await };
        open.run(command, t.brought_back(), |()| ());
    };
    is_gone.then(|| view! { <div class="button-row"><Button disabled=open.locked on_click=restore>{t.bring_back()}</Button></div> })
}
