//! 走访: visits of the household, the last one first.

use super::new_record::{AddRecord, NewRecord};
use super::open::{OpenHousehold, named_record};
use super::record_card::RecordPage;
use crate::model::{Code, Date, Kind, Value, Visit, VisitPurpose};
use crate::ui::pages::record::Draft;
use crate::ui::pages::record::RecordLine;
use crate::ui::route::Section;
use crate::ui::text::{format, household};
use crate::workspace::NewVisit;
use leptos::prelude::*;

const FIELDS: &[(Kind, &str)] = &[
    (Kind::Visit, "date"),
    (Kind::Visit, "purpose"),
    (Kind::Visit, "problems_found"),
    (Kind::Visit, "problems_solved"),
    (Kind::Visit, "followups"),
];

/// The list of visits, or the one that the address names.
#[component]
pub fn Visits() -> impl IntoView {
    let record = named_record();
    move || match record.get() {
        Some(id) => view! { <RecordPage record=(Kind::Visit, id) section=Section::Visits /> }.into_any(),
        None => view! { <List /> }.into_any(),
    }
}

#[component]
fn List() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let visits = Memo::new(move |_| visits(open));
    let this_year = move || {
        let year = open.year();
        visits.with(|all| {
            all.iter()
                .filter(|visit| visit.date.is_some_and(|date| date.year() == year))
                .count()
        })
    };
    let line = move |visit: Visit| {
        let href = open.record_href(Section::Visits, visit.id.0);
        let title = visit
            .date
            .map(|date| format::date(date, open.language))
            .unwrap_or_default();
        view! { <RecordLine href title detail=detail(&visit, open) /> }
    };
    view! {
        <p class="lead">{move || t.visits_sentence(this_year())}</p>
        <div class="button-row"><AddRecord new=new_visit(open) /></div>
        <ul class="record-list card">{move || visits.get().into_iter().map(line).collect_view()}</ul>
    }
}

fn new_visit(open: OpenHousehold) -> NewRecord {
    let t = household::Texts(open.language);
    let kind = Kind::Visit;
    NewRecord {
        title: t.add_visit(),
        record: t.record_visit(),
        needed: t.visit_needed(),
        fields: FIELDS,
        begin: Callback::new(move |()| {
            let purpose = Value::from(VisitPurpose::HouseholdHelp.id());
            Draft::default()
                .begin(kind, "date", open.day().to_string().into())
                .begin(kind, "purpose", purpose)
        }),
        take: Callback::new(move |(draft, asking): (Draft, RwSignal<bool>)| {
            let needed = draft
                .typed::<Date>(kind, "date")
                .zip(draft.typed::<VisitPurpose>(kind, "purpose"));
            let Some((date, purpose)) = needed else {
                return false;
            };
            let visit = NewVisit {
                date,
                purpose,
                problems_found: draft.typed(kind, "problems_found").unwrap_or_default(),
                problems_solved: draft.typed(kind, "problems_solved"),
                followups: draft.typed(kind, "followups").unwrap_or_default(),
            };
            let workspace = open.workspace;
            let command = async move { workspace.add_visit(open.area, open.id, visit).await };
            open.run(command, t.recorded(), move |_| asking.set(false));
            true
        }),
    }
}

fn visits(open: OpenHousehold) -> Vec<Visit> {
    let own = open.read(|records| {
        let own = records
            .visits
            .iter()
            .filter(|row| row.household_id == Some(open.id));
        own.cloned().collect::<Vec<_>>()
    });
    let mut own = own.unwrap_or_default();
    own.sort_by_key(|row| std::cmp::Reverse(row.date));
    own
}

fn detail(visit: &Visit, open: OpenHousehold) -> String {
    let t = household::Texts(open.language);
    let who = visit.official_name.as_deref().map(|who| t.visited_by(who));
    let purpose = visit
        .purpose
        .as_ref()
        .map(|code| format::code(VisitPurpose::LIST, code.id(), open.language));
    let problems = visit.problems_found.as_ref().map(|all| all.join("; "));
    [who, purpose, problems]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
