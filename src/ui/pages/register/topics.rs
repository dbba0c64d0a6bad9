//! Every kind of record by topic, with how many are there.

use super::lines::scope_of;
use crate::model::{DivisionCode, Kind, Topic};
use crate::plan::divisions::COUNTY;
use crate::ui::components::{Card, Icon, IconName, PageHead};
use crate::ui::pages::checks::ToChecklist;
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
    let workspace = expect_context::<Workspace>();
    // What the offices above keep is counted too, so the records are those of the whole county that are on this device.
    let all = DivisionCode::new(COUNTY).unwrap_or(area);
    let registers = workspace.registers_within(all);
    let counts = Memo::new(move |_| {
        registers.with(|parts| {
            let parts = parts.as_ref()?;
            let count = |kind: &Kind| {
                let scope = scope_of(*kind, area);
                let parts = parts.iter().filter(|(part, _)| part.within(scope));
                (*kind, parts.map(|(_, records)| records.count(*kind)).sum())
            };
            Some(Kind::ALL.iter().map(count).collect::<BTreeMap<Kind, usize>>())
        })
    });
    let sentence = Signal::derive(move || {
        counts.with(|counts| match counts {
            None => t.loading().to_owned(),
            Some(counts) => {
                let own = counts
                    .iter()
                    .filter(|(kind, count)| **count > 0 && scope_of(**kind, area) == area);
                let (records, kinds) = own.fold((0, 0), |(records, kinds), (_, count)| {
                    (records + count, kinds + 1)
                });
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
                <span class="kind-count" class:quiet=quiet>{words}</span>
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
            <PageHead title=t.title().to_owned() sentence actions=move || view! { <ToChecklist area /> } />
            <div class="topics">{Topic::ALL.iter().copied().map(card).collect_view()}</div>
        </div>
    }
}
