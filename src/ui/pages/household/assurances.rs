//! 保障: the seven rule sets ASR-1 to ASR-7 with their answer and reason, the fields that decide them, and what a person
//! decided; after them whether the household is ready to exit, and which kind of help suits it.

use super::class::Class;
use super::decision::{Decision, proposal};
use super::exit_ready::{ExitReady, finding_view, link, reason_of};
use super::open::OpenHousehold;
use super::steps::because;
use crate::indicators::{Assurance, Finding, Reason};
use crate::model::{HouseholdYearId, Kind};
use crate::ui::components::Card;
use crate::ui::pages::record::BoundField;
use crate::ui::text::household;
use leptos::prelude::*;

/// The seven assurances.
#[component]
pub fn Assurances() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let met = move || {
        Assurance::ALL
            .iter()
            .filter(|one| finding(open, **one) == Some(Finding::Yes))
            .count()
    };
    let card = |assurance| view! { <AssuranceCard assurance /> };
    view! {
        <p class="lead">{move || t.assurance_sentence(met())} " " {move || t.year_of(open.year())}</p>
        {Assurance::ALL.map(card).into_iter().collect_view()}
        <ExitReady />
        <Class />
    }
}

/// One assurance: the answer, why, and where to change it.
#[component]
fn AssuranceCard(assurance: Assurance) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let finding = Memo::new(move |_| finding(open, assurance));
    let answer = move || {
        finding
            .get()
            .map(|finding| finding_view(finding, (t.assured(), t.not_assured()), t))
    };
    let year = Memo::new(move |_| open.year());
    let fields = deciding(assurance);
    let proposed = Signal::derive(move || proposal(finding.get()));
    let editors = move || {
        let id = HouseholdYearId::of(open.id, year.get()).0;
        let editor = |field: &&str| {
            let place = Kind::HouseholdYear.def().position(field)?;
            Some(view! { <BoundField kind=Kind::HouseholdYear id place /> })
        };
        fields.iter().filter_map(editor).collect_view()
    };
    view! {
        <Card title=open.language.pick(assurance.label()) action=move || view! { {answer} }>
            {move || reason_of(finding.get()?).map(|reason| view! { <Why reason asked_here=!fields.is_empty() /> })}
            {(!fields.is_empty()).then(|| view! { <div class="columns">{editors}</div> })}
            {decided_by(assurance).map(|field| view! { <Decision field proposed /> })}
        </Card>
    }
}

/// Why it is not assured or not known, with a link to the field that decides when it stands elsewhere.
#[component]
fn Why(reason: Reason, asked_here: bool) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let words = because(reason, open.language);
    let link = link(reason, open).filter(|_| !asked_here);
    view! { <p class="row"><span>{words}</span>{link}</p> }
}

fn finding(open: OpenHousehold, assurance: Assurance) -> Option<Finding> {
    open.look(|view, context| assurance.check(view, context))
}

/// The fields of the household's year that decide an assurance; those of persons and of the income stand with them.
const fn deciding(assurance: Assurance) -> &'static [&'static str] {
    match assurance {
        Assurance::Food => &["food_assured"],
        Assurance::Clothing => &["clothing_assured"],
        Assurance::Housing => &["house_grade"],
        Assurance::Water => &["drinking_safe", "drinking_difficult"],
        Assurance::Education | Assurance::Medical | Assurance::Income => &[],
    }
}

/// The field of what a person decided; what the village says about food and clothing is a decision already.
const fn decided_by(assurance: Assurance) -> Option<&'static str> {
    match assurance {
        Assurance::Food | Assurance::Clothing => None,
        Assurance::Education => Some("education_decided"),
        Assurance::Medical => Some("medical_decided"),
        Assurance::Housing => Some("housing_decided"),
        Assurance::Water => Some("water_decided"),
        Assurance::Income => Some("income_decided"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Group;

    #[test]
    fn every_decision_of_the_year_has_its_place() {
        let beside = ["class_decided", "exit_ready_decided", "decision_note"];
        let shown = Assurance::ALL.into_iter().filter_map(decided_by).chain(beside);
        let mut shown: Vec<&str> = shown.collect();
        let fields = Kind::HouseholdYear.def().fields.iter();
        let mut all: Vec<&str> = fields
            .filter(|field| field.group == Group::Decision)
            .map(|field| field.id)
            .collect();
        shown.sort_unstable();
        all.sort_unstable();
        assert_eq!(shown, all);
    }

    #[test]
    fn deciding_fields_are_fields_of_the_year() {
        for assurance in Assurance::ALL {
            for field in deciding(assurance) {
                assert!(Kind::HouseholdYear.def().position(field).is_some(), "{field}");
            }
        }
    }
}
