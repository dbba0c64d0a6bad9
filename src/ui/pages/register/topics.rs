//! Every kind of record by topic, with how many are there.

use crate::model::{DivisionCode, Kind, Topic};
use crate::ui::components::{Card, Icon, IconName, PageHead};
use crate::ui::route::{Query, Route};
use crate::ui::text::{format, register};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The topics of an area's register as cards.
#[component]
pub fn TopicsPage(
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    let t = register::texts();
    let registers = expect_context::<Workspace>().registers_within(area);
    let counts = Memo::new(move |_| {
        registers.with(|parts| {
            let parts = parts.as_ref()?;
            let count = |kind: &Kind| (*kind, parts.iter().map(|(_, records)| records.count(*kind)).sum());
            Some(Kind::ALL.iter().map(count).collect::<BTreeMap<Kind, usize>>())
        })
    });
    let sentence = Signal::derive(move || {
        counts.with(|counts| match counts {
            None => t.loading().to_owned(),
            Some(counts) => {
                let records: usize = counts.values().sum();
                let kinds = counts.values().filter(|count| **count > 0).count();
                if records == 0 {
                    t.topics_empty(&format::area(area))
                } else {
                    t.topics_sentence(&format::area(area), records, kinds)
                }
            }
        })
    });
    let count = move |kind: Kind| counts.with(|counts| counts.as_ref()?.get(&kind).copied());
    let line = move |kind: Kind| {
        let words = move || match count(kind) {
            None => String::new(),
            Some(0) => t.none_yet().to_owned(),
            Some(count) => t.count(count),
        };
        let quiet = move || count(kind) == Some(0);
        view! {
            <li><a class="step" href=Route::Records(area, kind, Query::default()).href()>
                <span class="list-row-name">{t.0.pick(kind.def().label)}</span>
                <span class="kind-count" class:unknown=quiet>{words}</span>
                <Icon name=IconName::Forward />
            </a></li>
        }
    };
    let card = |topic: Topic| {
        let kinds = Kind::ALL
            .iter()
            .copied()
            .filter(move |kind| kind.topic() == topic);
        view! {
            <Card title=t.0.pick(topic.label())>
                <ul class="record-list">{kinds.map(line).collect_view()}</ul>
            </Card>
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title().to_owned() sentence />
            <div class="topics">{Topic::ALL.iter().copied().map(card).collect_view()}</div>
        </div>
    }
}
