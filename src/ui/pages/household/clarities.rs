//! 六清: what the records show, and what the village confirms.

use super::decision::{Decision, proposal};
use super::open::OpenHousehold;
use super::steps::{because, section_of};
use crate::indicators::{Clarity, Finding};
use crate::ui::components::{Card, Status, StatusView};
use crate::ui::route::Route;
use crate::ui::text::household;
use leptos::prelude::*;

/// The six clarities.
#[component]
pub fn Clarities() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let clear = move |clarity: &&Clarity| {
        open.look(|view, context| clarity.check(view, context)) == Some(Finding::Yes)
    };
    let met = move || Clarity::ALL.iter().filter(clear).count();
    let card = |clarity| view! { <ClarityCard clarity /> };
    view! {
        <p class="lead">{move || t.clarity_sentence(met())} " " {move || t.year_of(open.year())}</p>
        {Clarity::ALL.map(card).into_iter().collect_view()}
    }
}

/// One clarity.
#[component]
fn ClarityCard(clarity: Clarity) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let answer = move || {
        open.look(|view, context| clarity.check(view, context))
            .map(|finding| status(finding, t))
    };
    let suggested = Memo::new(move |_| open.look(|view, context| clarity.suggested(view, context)));
    let proposed = Signal::derive(move || proposal(suggested.get()));
    view! {
        <Card title=open.language.pick(clarity.label()) action=move || view! { {answer} }>
            <p class="row"><span>{t.by_records()}</span>{move || suggested.get().map(|finding| evidence(finding, open))}</p>
            <Decision field=confirmed_by(clarity) proposed hint=t.confirm_clear() />
        </Card>
    }
}

fn status(finding: Finding, t: household::Texts) -> impl IntoView {
    let (status, words) = match finding {
        Finding::Yes => (Status::Met, t.clear()),
        Finding::No(_) => (Status::NotMet, t.not_clear()),
        Finding::Unknown(_) => (Status::Unknown, t.assurance_unknown()),
    };
    view! { <StatusView status words /> }
}

/// What the records show, and where to add what they lack.
fn evidence(finding: Finding, open: OpenHousehold) -> AnyView {
    let t = household::Texts(open.language);
    let reason = match finding {
        Finding::Yes => return view! { <strong>{t.clear()}</strong> }.into_any(),
        Finding::No(reason) | Finding::Unknown(reason) => reason,
    };
    let words = because(reason, open.language);
    let link = reason.field.map(|field| {
        let section = section_of(field.kind);
        let href = Route::Household(open.area, open.id, section, None).href();
        view! { <a href=href>{t.go_to(t.section(section))}</a> }
    });
    view! { <span>{words}</span>{link} }.into_any()
}

/// The field by which the village confirms a clarity.
const fn confirmed_by(clarity: Clarity) -> &'static str {
    match clarity {
        Clarity::Family => "clarity_family",
        Clarity::Cause => "clarity_cause",
        Clarity::Measure => "clarity_measure",
        Clarity::InputOutput => "clarity_input_output",
        Clarity::Responsibility => "clarity_responsibility",
        Clarity::Schedule => "clarity_schedule",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    #[test]
    fn every_clarity_is_confirmed_by_a_field_of_the_year() {
        for clarity in Clarity::ALL {
            assert!(
                Kind::HouseholdYear
                    .def()
                    .position(confirmed_by(clarity))
                    .is_some(),
                "{clarity:?}"
            );
        }
    }
}
