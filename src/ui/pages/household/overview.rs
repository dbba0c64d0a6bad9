//! 概况: what comes next, and the few facts that one asks for first.

use super::ask::Ask;
use super::findings::Findings;
use super::open::OpenHousehold;
use super::processes::Processes;
use super::resettle::Resettle;
use super::status_change::StatusChanges;
use super::steps::{Step, What};
use crate::journal::{Conflict, FieldKey};
use crate::model::{FieldDef, Kind};
use crate::ui::components::{Card, Fact, Facts, Icon, IconName};
use crate::ui::pages::record::{ConflictView, ProcessCards};
use crate::ui::route::Route;
use crate::ui::text::{Language, format, household};
use leptos::prelude::*;

/// Fields of the household that the overview shows.
const SHOWN: [&str; 6] = [
    "main_cause",
    "first_identified",
    "planned_exit_year",
    "group_name",
    "phone",
    "address",
];

/// The first section.
#[component]
pub fn Overview() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let read_only =
        (!open.is_kept_here()).then(|| view! { <p class="field-hint">{t.filled_in_by_village()}</p> });
    view! {
        {read_only}
        <Conflicts />
        <Card title=t.next_steps()><Steps /></Card>
        <Findings />
        <Card title=t.overview()><Facts facts=Signal::derive(move || facts(open)) /></Card>
        <ProcessCards record=(Kind::Household, open.id.0) />
        <StatusChanges />
        <Processes />
        <Ask />
        <Resettle />
    }
}

/// Every open conflict of the household's records, also of fields that no form shows.
#[component]
fn Conflicts() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let one = move |conflict: Conflict| {
        let (kind, _) = conflict.record;
        let place = match &conflict.field {
            FieldKey::Known(place) => usize::from(*place),
            FieldKey::Deleted | FieldKey::Unknown(_) => return None,
        };
        let def = kind.def().fields.get(place)?;
        let name = format!(
            "{} · {}",
            open.language.pick(kind.def().label),
            open.language.pick(def.label)
        );
        Some(view! { <h3>{name}</h3> <ConflictView conflict def /> })
    };
    move || {
        let conflicts = open.conflicts.get();
        (!conflicts.is_empty()).then(|| {
            view! { <Card title=t.conflicts()>{conflicts.iter().cloned().map(one).collect_view()}</Card> }
        })
    }
}

/// What is left to do, each as a link to where it is done.
#[component]
fn Steps() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let line = move |step: Step| {
        let href = Route::Household(open.area, open.id, step.section, None).href();
        view! {
            <li>
                <a class="step" href=href>
                    <span>{words(step.what, open.language)}</span>
                    <Icon name=IconName::Forward />
                </a>
            </li>
        }
    };
    move || {
        let steps = open.steps.get();
        if steps.is_empty() {
            return view! { <p>{t.sentence_done()}</p> }.into_any();
        }
        view! { <ol class="steps">{steps.into_iter().map(line).collect_view()}</ol> }.into_any()
    }
}

/// What there is to do, in words.
fn words(what: What, language: Language) -> String {
    let t = household::Texts(language);
    let name = |field: crate::indicators::FieldRef| {
        field.def().map_or("", |def: &FieldDef| language.pick(def.label))
    };
    match what {
        What::Settle(conflicts) => t.step_conflicts(conflicts),
        What::Fill(field, missing) if missing > 1 => t.step_fill_more(name(field), missing),
        What::Fill(field, _) => t.step_fill(name(field)),
        What::Solve(label, reason) => t.step_solve(language.pick(label), language.pick(reason.label())),
        What::Members => t.step_members().to_owned(),
        What::Visit => t.step_visit().to_owned(),
        What::Helper => t.step_helper().to_owned(),
        What::Measure => t.step_measure().to_owned(),
        What::Confirm(clarities) => t.step_confirm(clarities),
        What::Exit => t.step_exit().to_owned(),
    }
}

fn facts(open: OpenHousehold) -> Vec<Fact> {
    let def = Kind::Household.def();
    let fact = |id: &&str| {
        let place = def.position(id)?;
        let field = &def.fields[place];
        let value = open
            .read(|records| records.get(Kind::Household, open.id.0, place))
            .unwrap_or_default();
        Some(Fact::new(
            open.language.pick(field.label),
            format::field_value(field, &value, open.language),
        ))
    };
    SHOWN.iter().filter_map(fact).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_overview_shows_fields_that_exist() {
        assert!(
            SHOWN
                .iter()
                .all(|id| Kind::Household.def().position(id).is_some())
        );
    }
}
