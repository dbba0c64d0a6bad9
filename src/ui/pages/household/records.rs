//! 更多记录: every record of the household and its members that has no section of its own.

use super::open::OpenHousehold;
use crate::model::{Id, Kind, kinds_about, members};
use crate::ui::pages::register::{Attachments, RecordsAbout};
use crate::ui::text::register;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Kinds that have a section, or are parts of one.
const ELSEWHERE: [Kind; 9] = [
    Kind::Household,
    Kind::HouseholdMembership,
    Kind::HouseholdStatusEvent,
    Kind::HouseholdYear,
    Kind::HouseholdIncomeYear,
    Kind::PersonYear,
    Kind::SupportMeasure,
    Kind::HelperAssignment,
    Kind::Visit,
];

/// The records by kind: the household's, then its members'.
#[component]
pub fn OtherRecords() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = register::Texts(open.language);
    let household = Signal::stored(BTreeSet::from([open.id.0]));
    let persons = Memo::new(move |_| {
        let all = open.read(|records| members(records, open.id)).unwrap_or_default();
        all.into_iter().map(|person| person.0).collect::<BTreeSet<Id>>()
    });
    let sentence = move || {
        let keys = open.keys.get();
        let own = |(kind, _): &&(Kind, Id)| *kind != Kind::Person && !ELSEWHERE.contains(kind);
        let count = keys.iter().filter(own).count();
        t.other_records(count)
    };
    view! {
        <p class="lead">{sentence}</p>
        <RecordsAbout target=Kind::Household about=household kinds=others(Kind::Household) />
        <h2>{crate::ui::text::household::Texts(open.language).members()}</h2>
        <RecordsAbout target=Kind::Person about=persons kinds=others(Kind::Person) household=open.id />
        <Attachments record=(Kind::Household, open.id.0) />
    }
}

/// The kinds about a household or a person that have no section; what is about both stands with the household.
fn others(target: Kind) -> Vec<Kind> {
    let household: Vec<Kind> = kinds_about(Kind::Household).collect();
    let elsewhere =
        |kind: &Kind| ELSEWHERE.contains(kind) || (target == Kind::Person && household.contains(kind));
    kinds_about(target).filter(|kind| !elsewhere(kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_about_a_household_or_a_person_is_listed_once() {
        let mut all = others(Kind::Household);
        all.extend(others(Kind::Person));
        let distinct: BTreeSet<Kind> = all.iter().copied().collect();
        assert_eq!(distinct.len(), all.len());
        assert!(all.contains(&Kind::EmploymentSpell) && all.contains(&Kind::DangerousHouse));
        assert!(!all.contains(&Kind::Visit));
    }
}
