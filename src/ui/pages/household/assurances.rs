//! 保障: the seven rule sets ASR-1 to ASR-7 with their answer and reason, and the fields that decide them.

use super::open::OpenHousehold;
use super::steps::{because, section_of};
use crate::indicators::{Assurance, Finding, Reason};
use crate::model::{HouseholdYearId, Kind};
use crate::ui::components::{Card, Status, StatusView};
use crate::ui::pages::record::BoundField;
use crate::ui::route::{Route, Section};
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
    }
}

/// One assurance: the answer, why, and where to change it.
#[component]
fn AssuranceCard(assurance: Assurance) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let finding = Memo::new(move |_| finding(open, assurance));
    let answer = move || {
        finding.get().map(|finding| {
            let (status, words) = match finding {
                Finding::Yes => (Status::Met, t.assured()),
                Finding::No(_) => (Status::NotMet, t.not_assured()),
                Finding::Unknown(_) => (Status::Unknown, t.assurance_unknown()),
            };
            view! { <StatusView status words /> }
        })
    };
    let year = Memo::new(move |_| open.year());
    let fields = deciding(assurance);
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
            {move || reason(finding.get()?).map(|reason| view! { <Why reason asked_here=!fields.is_empty() /> })}
            {(!fields.is_empty()).then(|| view! { <div class="columns">{editors}</div> })}
        </Card>
    }
}

/// Why it is not assured or not known, with a link to the field that decides when it stands elsewhere.
#[component]
fn Why(reason: Reason, asked_here: bool) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let words = because(reason, open.language);
    let section = reason
        .field
        .filter(|field| field.kind != Kind::PolicyParameter)
        .map(|field| section_of(field.kind));
    let link = section.filter(|_| !asked_here).map(|section: Section| {
        let href = Route::Household(open.area, open.id, section, None).href();
        view! { <a href=href>{t.go_to(t.section(section))}</a> }
    });
    view! { <p class="row"><span>{words}</span>{link}</p> }
}

fn finding(open: OpenHousehold, assurance: Assurance) -> Option<Finding> {
    open.look(|view, context| assurance.check(view, context))
}

fn reason(finding: Finding) -> Option<Reason> {
    match finding {
        Finding::Yes => None,
        Finding::No(reason) | Finding::Unknown(reason) => Some(reason),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deciding_fields_are_fields_of_the_year() {
        for assurance in Assurance::ALL {
            for field in deciding(assurance) {
                assert!(Kind::HouseholdYear.def().position(field).is_some(), "{field}");
            }
        }
    }
}
