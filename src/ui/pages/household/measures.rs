//! 措施: what is done for the household, this year first.

use super::new_record::{AddRecord, NewRecord};
use super::open::{OpenHousehold, named_record};
use super::record_card::RecordPage;
use crate::model::{Code, Kind, RecordState, SupportCategory, SupportMeasure, Value};
use crate::ui::components::Card;
use crate::ui::pages::record::Draft;
use crate::ui::pages::record::RecordLine;
use crate::ui::route::Section;
use crate::ui::text::{format, household};
use crate::workspace::NewMeasure;
use leptos::prelude::*;

const FIELDS: &[(Kind, &str)] = &[
    (Kind::SupportMeasure, "category"),
    (Kind::SupportMeasure, "content"),
    (Kind::SupportMeasure, "state"),
    (Kind::SupportMeasure, "input_county"),
];

/// The list of measures, or the one that the address names.
#[component]
pub fn Measures() -> impl IntoView {
    let record = named_record();
    move || match record.get() {
        Some(id) => {
            view! { <RecordPage record=(Kind::SupportMeasure, id) section=Section::Measures /> }.into_any()
        }
        None => view! { <List /> }.into_any(),
    }
}

#[component]
fn List() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let measures = Memo::new(move |_| measures(open));
    let of_year = move |this: bool| {
        let year = open.year();
        measures.with(|all| {
            all.iter()
                .filter(|one| (one.year == Some(year)) == this)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let line = move |measure: SupportMeasure| {
        let href = open.record_href(Section::Measures, measure.id.0);
        view! { <RecordLine href title=measure.content.clone().unwrap_or_default() detail=detail(&measure, open) /> }
    };
    let others = move || {
        let others = of_year(false);
        (!others.is_empty()).then(|| {
            view! { <Card title=t.other_years()><ul class="record-list">{others.into_iter().map(line).collect_view()}</ul></Card> }
        })
    };
    view! {
        <p class="lead">{move || t.measures_sentence(of_year(true).len())}</p>
        <div class="button-row"><AddRecord new=new_measure(open) /></div>
        <ul class="record-list card">{move || of_year(true).into_iter().map(line).collect_view()}</ul>
        {others}
    }
}

fn new_measure(open: OpenHousehold) -> NewRecord {
    let t = household::Texts(open.language);
    let kind = Kind::SupportMeasure;
    NewRecord {
        title: t.add_measure(),
        record: t.record_measure(),
        needed: t.measure_needed(),
        fields: FIELDS,
        begin: Callback::new(move |()| {
            Draft::default().begin(kind, "state", Value::from(RecordState::Active.id()))
        }),
        take: Callback::new(move |(draft, asking): (Draft, RwSignal<bool>)| {
            let needed = draft
                .typed::<SupportCategory>(kind, "category")
                .zip(draft.typed::<String>(kind, "content"));
            let Some((category, content)) = needed else {
                return false;
            };
            let measure = NewMeasure {
                year: untrack(|| open.year()),
                category,
                content,
                state: draft.typed(kind, "state").unwrap_or(RecordState::Planned),
                input_county: draft.typed(kind, "input_county"),
            };
            let workspace = open.workspace;
            let command = async move { workspace.add_measure(open.area, open.id, measure).await };
            open.run(command, t.added(), move |_| asking.set(false));
            true
        }),
    }
}

fn measures(open: OpenHousehold) -> Vec<SupportMeasure> {
    let own = open.read(|records| {
        let own = records
            .support_measures
            .iter()
            .filter(|row| row.household_id == Some(open.id));
        own.cloned().collect::<Vec<_>>()
    });
    let mut own = own.unwrap_or_default();
    own.sort_by_key(|row| std::cmp::Reverse((row.year, row.start)));
    own
}

fn detail(measure: &SupportMeasure, open: OpenHousehold) -> String {
    let category = measure
        .category
        .as_ref()
        .map(|code| format::code(SupportCategory::LIST, code.id(), open.language));
    let state = measure
        .state
        .as_ref()
        .map(|code| format::code(RecordState::LIST, code.id(), open.language));
    let year = measure.year.map(|year| format::year(year, open.language));
    let money = measure.input_county.map(|fen| format::money(fen, open.language));
    [year, category, state, money]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
