//! 成员: who lives in the household on the day, and who left.

use super::member_form::MemberPage;
use super::new_record::{AddRecord, NewRecord};
use super::open::{OpenHousehold, named_record};
use super::split::SplitHousehold;
use crate::model::{Code, Date, HouseholdMembership, Kind, MemberChange, Person, RelationToHead, Sex, Value};
use crate::ui::components::Disclosure;
use crate::ui::pages::record::RecordLine;
use crate::ui::pages::record::{Draft, number_is_wrong, person_of};
use crate::ui::route::Section;
use crate::ui::text::{format, household, households};
use leptos::prelude::*;

const FIELDS: &[(Kind, &str)] = &[
    (Kind::Person, "name"),
    (Kind::HouseholdMembership, "relation"),
    (Kind::Person, "id_number"),
    (Kind::Person, "ethnic"),
    (Kind::HouseholdMembership, "start"),
    (Kind::HouseholdMembership, "change_in"),
];

/// A member as the list shows one.
#[derive(Clone, Debug, PartialEq)]
struct Listed {
    membership: HouseholdMembership,
    person: Option<Person>,
}

/// The members, or the one that the address names.
#[component]
pub fn Members() -> impl IntoView {
    let record = named_record();
    move || match record.get() {
        Some(person) => view! { <MemberPage person=person.into() /> }.into_any(),
        None => view! { <List /> }.into_any(),
    }
}

#[component]
fn List() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let all = Memo::new(move |_| listed(open));
    let now = move |now: bool| {
        let day = open.workspace.as_of().get();
        all.with(|all| {
            all.iter()
                .filter(|one| is_member(&one.membership, day) == now)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let members = Memo::new(move |_| {
        let named = |one: Listed| {
            (
                one.membership,
                one.person.and_then(|person| person.name).unwrap_or_default(),
            )
        };
        now(true).into_iter().map(named).collect::<Vec<_>>()
    });
    let line = move |one: Listed| {
        let href = one
            .membership
            .person_id
            .map(|person| open.record_href(Section::Members, person.0))
            .unwrap_or_default();
        let name = one.person.as_ref().and_then(|person| person.name.clone());
        let title = name.unwrap_or_else(|| households::Texts(open.language).unnamed().to_owned());
        view! { <RecordLine href title detail=detail(&one, open) /> }
    };
    let past = move || {
        let past = now(false);
        (!past.is_empty()).then(|| {
            view! {
                <Disclosure summary=t.past_members(past.len())>
                    <ul class="record-list">{past.into_iter().map(line).collect_view()}</ul>
                </Disclosure>
            }
        })
    };
    view! {
        <p class="lead">{move || t.member_sentence(now(true).len())}</p>
        <div class="button-row"><AddRecord new=new_member(open) /><SplitHousehold members /></div>
        <ul class="record-list card">{move || now(true).into_iter().map(line).collect_view()}</ul>
        {past}
    }
}

fn new_member(open: OpenHousehold) -> NewRecord {
    let t = household::Texts(open.language);
    let kind = Kind::HouseholdMembership;
    NewRecord {
        title: t.add_member(),
        record: t.add_person(),
        needed: t.person_needed(),
        fields: FIELDS,
        begin: Callback::new(move |()| {
            let day = Value::from(open.day().to_string());
            Draft::default().begin(kind, "start", day).begin(
                kind,
                "change_in",
                MemberChange::None.id().into(),
            )
        }),
        take: Callback::new(move |(draft, asking): (Draft, RwSignal<bool>)| {
            let needed = person_of(draft).zip(draft.typed::<RelationToHead>(kind, "relation"));
            let Some((person, relation)) = needed.filter(|_| !number_is_wrong(draft)) else {
                return false;
            };
            let why = draft
                .typed::<MemberChange>(kind, "change_in")
                .unwrap_or(MemberChange::None);
            let since = draft.typed::<Date>(kind, "start").unwrap_or_else(|| open.day());
            let workspace = open.workspace;
            let command = async move {
                workspace
                    .add_member(open.area, open.id, person, relation, why, since)
                    .await
            };
            open.run(command, t.added(), move |_| asking.set(false));
            true
        }),
    }
}

fn listed(open: OpenHousehold) -> Vec<Listed> {
    let own = open.read(|records| {
        let own = records
            .memberships
            .iter()
            .filter(|row| row.household_id == Some(open.id));
        let with_person = |membership: &HouseholdMembership| Listed {
            person: membership
                .person_id
                .and_then(|id| records.persons.get(id).cloned()),
            membership: membership.clone(),
        };
        own.map(with_person).collect::<Vec<_>>()
    });
    let mut own = own.unwrap_or_default();
    own.sort_by_key(|one| one.membership.relation != Some(RelationToHead::Head));
    own
}

/// Whether a membership is open on the evening of a day; one without a start may be.
fn is_member(membership: &HouseholdMembership, day: Date) -> bool {
    membership.start.is_none_or(|start| start <= day) && membership.end.is_none_or(|end| end > day)
}

fn detail(one: &Listed, open: OpenHousehold) -> String {
    let t = household::Texts(open.language);
    let day = open.workspace.as_of().get();
    let relation = one
        .membership
        .relation
        .as_ref()
        .map(|code| format::code(RelationToHead::LIST, code.id(), open.language));
    let person = one.person.as_ref();
    let sex = person
        .and_then(|person| person.sex.as_ref())
        .map(|code| format::code(Sex::LIST, code.id(), open.language));
    let age = person
        .and_then(|person| person.birth_date)
        .map(|birth| t.years_old(i64::from(day.age_since(birth))));
    let left = one
        .membership
        .end
        .filter(|end| *end <= day)
        .map(|end| t.left_on(end));
    [relation, sex, age, left]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_asks_for_fields_that_exist() {
        assert!(
            FIELDS
                .iter()
                .all(|(kind, field)| kind.def().position(field).is_some())
        );
    }

    #[test]
    fn somebody_who_leaves_on_a_day_is_no_member_on_its_evening() {
        let day = Date::of::<2018, 6, 30>();
        let membership = HouseholdMembership {
            end: Some(day),
            ..HouseholdMembership::default()
        };
        assert!(is_member(&membership, day.plus_days(-1)));
        assert!(!is_member(&membership, day));
    }
}
