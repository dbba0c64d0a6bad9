//! Every ledger with how many rows it has.

use super::source::made_of;
use crate::ledgers::{LEDGERS, Ledger};
use crate::model::DivisionCode;
use crate::ui::components::{Card, Icon, IconName, PageHead};
use crate::ui::route::{Query, Route};
use crate::ui::text::{format, ledgers};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Rows by table; none for one that is worked out when it is opened.
type Counts = BTreeMap<&'static str, Option<usize>>;

/// The list of ledgers of the device's own area.
#[component]
pub fn LedgerList() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let profile = workspace.profile().get_untracked();
    profile.map(|profile| view! { <Ledgers area=profile.area /> })
}

#[component]
fn Ledgers(area: DivisionCode) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = ledgers::texts();
    let counts = made_of(workspace, area, |scope| {
        let sheets = LEDGERS.iter().flat_map(|ledger| ledger.sheets);
        sheets
            .map(|sheet| (sheet.id, sheet.count(scope)))
            .collect::<Counts>()
    });
    let sentence = Signal::derive(move || {
        counts.with(|counts| match counts {
            None => t.loading().to_owned(),
            Some(counts) => {
                let rows = counts.values().flatten().sum::<usize>();
                t.sentence(LEDGERS.len(), &format::area(area), rows)
            }
        })
    });
    let card = move |ledger: &'static Ledger| view! { <LedgerCard area ledger counts /> };
    view! {
        <div class="page">
            <PageHead title=t.title() sentence />
            <div class="topics">{LEDGERS.iter().map(|ledger| card(ledger)).collect_view()}</div>
        </div>
    }
}

/// One ledger: the plan's words for it, and its tables.
#[component]
fn LedgerCard(area: DivisionCode, ledger: &'static Ledger, counts: Memo<Option<Counts>>) -> impl IntoView {
    let t = ledgers::texts();
    let source = format!(
        "{} · {}",
        t.quoted(ledger.quote),
        t.plan_line(usize::from(ledger.line))
    );
    let line = move |sheet: &'static crate::ledgers::Sheet| {
        let count = move || {
            counts.with(
                |counts| match counts.as_ref().and_then(|counts| counts.get(sheet.id)) {
                    None => String::new(),
                    Some(None) => t.when_opened().to_owned(),
                    Some(Some(rows)) => t.rows(*rows),
                },
            )
        };
        view! {
            <li>
                <a class="step" href=Route::Ledger(sheet.id.to_owned(), area, Query::default()).href()>
                    <span class="list-row-name">{t.0.pick(sheet.label)}</span>
                    <span class="kind-count quiet">{count}</span>
                    <Icon name=IconName::Forward />
                </a>
            </li>
        }
    };
    let title = format!("{} {}", ledger.id, t.0.pick(ledger.label));
    view! {
        <Card title=title>
            <p class="quiet">{source}</p>
            <ul class="record-list">{ledger.sheets.iter().map(line).collect_view()}</ul>
        </Card>
    }
}
