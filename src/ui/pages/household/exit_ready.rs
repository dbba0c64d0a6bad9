//! 达到退出标准: the seven together as the app's proposal, and what a person decided for the year.

use super::decision::{Decision, proposal};
use super::open::OpenHousehold;
use super::steps::{because, section_of};
use crate::indicators::{Assurance, Finding, Reason, exit_readiness};
use crate::model::{HouseholdYearId, Kind};
use crate::ui::components::{Card, Status, StatusView};
use crate::ui::pages::record::BoundField;
use crate::ui::route::Route;
use crate::ui::text::household;
use leptos::prelude::*;

/// The card of readiness to exit.
#[component]
pub fn ExitReady() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let found = Memo::new(move |_| open.look(exit_readiness));
    let answer = move || {
        found
            .get()
            .map(|finding| finding_view(finding, (t.ready(), t.not_ready()), t))
    };
    let lacking = Memo::new(move |_| {
        let lacks = |assurance: &Assurance| {
            let finding = open.look(|view, context| assurance.check(view, context))?;
            reason_of(finding).map(|reason| (*assurance, reason))
        };
        Assurance::ALL.iter().filter_map(lacks).collect::<Vec<_>>()
    });
    let line = move |(assurance, reason): (Assurance, Reason)| {
        let words = t.field_because(
            open.language.pick(assurance.label()),
            &because(reason, open.language),
        );
        view! { <li class="row"><span>{words}</span> {link(reason, open)}</li> }
    };
    let reasons = move || {
        let lacking = lacking.get();
        if lacking.is_empty() {
            return view! { <p>{t.all_seven()}</p> }.into_any();
        }
        view! { <ul class="stack-tight">{lacking.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    let proposed = Signal::derive(move || proposal(found.get()));
    let note = move || {
        let place = Kind::HouseholdYear.def().position("decision_note")?;
        let id = HouseholdYearId::of(open.id, open.year()).0;
        Some(view! { <BoundField kind=Kind::HouseholdYear id place /> })
    };
    view! {
        <Card title=t.exit_ready() action=move || view! { {answer} }>
            <p class="quiet">{t.proposed_by_app()}</p>
            {reasons}
            <div class="columns"><Decision field="exit_ready_decided" proposed /> <div>{note}</div></div>
        </Card>
    }
}

/// A finding in a status with the two words for yes and no.
pub fn finding_view(
    finding: Finding,
    (yes, no): (&'static str, &'static str),
    t: household::Texts,
) -> impl IntoView {
    let (status, words) = match finding {
        Finding::Yes => (Status::Met, yes),
        Finding::No(_) => (Status::NotMet, no),
        Finding::Unknown(_) => (Status::Unknown, t.assurance_unknown()),
    };
    view! { <StatusView status words /> }
}

/// Why a finding is no yes.
pub const fn reason_of(finding: Finding) -> Option<Reason> {
    match finding {
        Finding::Yes => None,
        Finding::No(reason) | Finding::Unknown(reason) => Some(reason),
    }
}

/// Where the field stands that decided; none for what the county enters.
pub fn link(reason: Reason, open: OpenHousehold) -> Option<AnyView> {
    let t = household::Texts(open.language);
    let field = reason.field.filter(|field| field.kind != Kind::PolicyParameter)?;
    let section = section_of(field.kind);
    let href = Route::Household(open.area, open.id, section, None).href();
    Some(view! { <a href=href>{t.go_to(t.section(section))}</a> }.into_any())
}
