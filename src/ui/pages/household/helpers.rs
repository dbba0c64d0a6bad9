//! 帮扶人: who answers for the household.

use super::new_record::{AddRecord, NewRecord};
use super::open::{OpenHousehold, named_record};
use super::record_card::RecordPage;
use crate::model::{Date, HelperAssignment, Kind};
use crate::ui::components::Card;
use crate::ui::pages::record::Draft;
use crate::ui::pages::record::RecordLine;
use crate::ui::route::Section;
use crate::ui::text::{format, household};
use crate::workspace::NewHelper;
use leptos::prelude::*;

const FIELDS: &[(Kind, &str)] = &[
    (Kind::HelperAssignment, "helper_name"),
    (Kind::HelperAssignment, "unit_name"),
    (Kind::HelperAssignment, "phone"),
    (Kind::HelperAssignment, "start"),
];

/// The list of helpers, or the one that the address names.
#[component]
pub fn Helpers() -> impl IntoView {
    let record = named_record();
    move || match record.get() {
        Some(id) => {
            view! { <RecordPage record=(Kind::HelperAssignment, id) section=Section::Helpers /> }.into_any()
        }
        None => view! { <List /> }.into_any(),
    }
}

#[component]
fn List() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let helpers = Memo::new(move |_| helpers(open));
    let now = move |now: bool| {
        helpers.with(|all| {
            all.iter()
                .filter(|one| one.end.is_none() == now)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let line = move |helper: HelperAssignment| {
        let href = open.record_href(Section::Helpers, helper.id.0);
        view! { <RecordLine href title=helper.helper_name.clone().unwrap_or_default() detail=detail(&helper, open) /> }
    };
    let earlier = move || {
        let earlier = now(false);
        (!earlier.is_empty()).then(|| {
            view! { <Card title=t.earlier_helpers()><ul class="record-list">{earlier.into_iter().map(line).collect_view()}</ul></Card> }
        })
    };
    view! {
        <p class="lead">{move || t.helpers_sentence(now(true).len())}</p>
        <div class="button-row"><AddRecord new=new_helper(open) /></div>
        <ul class="record-list card">{move || now(true).into_iter().map(line).collect_view()}</ul>
        {earlier}
    }
}

fn new_helper(open: OpenHousehold) -> NewRecord {
    let t = household::Texts(open.language);
    let kind = Kind::HelperAssignment;
    NewRecord {
        title: t.add_helper(),
        record: t.record_helper(),
        needed: t.helper_needed(),
        fields: FIELDS,
        begin: Callback::new(move |()| Draft::default().begin(kind, "start", open.day().to_string().into())),
        take: Callback::new(move |(draft, asking): (Draft, RwSignal<bool>)| {
            let needed = draft
                .typed::<String>(kind, "helper_name")
                .zip(draft.typed::<Date>(kind, "start"));
            let Some((name, start)) = needed else { return false };
            let (unit, phone) = (draft.typed(kind, "unit_name"), draft.typed(kind, "phone"));
            let (workspace, helper) = (
                open.workspace,
                NewHelper {
                    name,
                    unit,
                    phone,
                    start,
                },
            );
            let command = async move { workspace.assign_helper(open.area, open.id, helper).await };
            open.run(command, t.recorded(), move |_| asking.set(false));
            true
        }),
    }
}

fn helpers(open: OpenHousehold) -> Vec<HelperAssignment> {
    let own = open.read(|records| {
        let own = records
            .helper_assignments
            .iter()
            .filter(|row| row.household_id == Some(open.id));
        own.cloned().collect::<Vec<_>>()
    });
    let mut own = own.unwrap_or_default();
    own.sort_by_key(|row| std::cmp::Reverse(row.start));
    own
}

fn detail(helper: &HelperAssignment, open: OpenHousehold) -> String {
    let t = household::Texts(open.language);
    let date = |date: Date| format::date(date, open.language);
    let until = helper.end.map_or_else(|| t.until_now().to_owned(), date);
    let time = helper.start.map(|start| t.from_to(&date(start), &until));
    [helper.unit_name.clone(), helper.phone.clone(), time]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
