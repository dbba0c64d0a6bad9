//! 要核查的: what does not hold together about the household, each as a link to where it is put right.

use super::open::OpenHousehold;
use crate::exchange::name_of;
use crate::model::consistency::Breach;
use crate::model::{Kind, Records};
use crate::ui::components::{Card, Icon, IconName};
use crate::ui::pages::home::conflict_place::place_of;
use crate::ui::route::{Route, Section};
use crate::ui::text::checks;
use leptos::prelude::*;

/// The open findings about the household and what belongs to it.
#[component]
pub fn Findings() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = checks::Texts(open.language);
    let all = Memo::new(move |_| {
        let line = |records: &Records| {
            let open_ones = open.findings.with(|all| {
                let mut own: Vec<Breach> = all
                    .iter()
                    .filter(|one| one.accepted.is_none())
                    .map(|one| one.breach.clone())
                    .collect();
                own.sort_by_key(|breach| std::cmp::Reverse(breach.rule.severity()));
                own
            });
            open_ones
                .into_iter()
                .map(|breach| (words(&breach, records, t), route(&breach, records, open)))
                .collect::<Vec<_>>()
        };
        open.read(line).unwrap_or_default()
    });
    let line = |(words, route): (String, Route)| {
        view! {
            <li><a class="step" href=route.href()>
                <span>{words}</span>
                <Icon name=IconName::Forward />
            </a></li>
        }
    };
    move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            view! {
                <Card title=t.of_household(all.len())>
                    <ul class="steps">{all.into_iter().map(line).collect_view()}</ul>
                </Card>
            }
        })
    }
}

/// Whom and which field it concerns, and what is wrong.
fn words(breach: &Breach, records: &Records, t: checks::Texts) -> String {
    let name = name_of(records, (breach.kind, breach.id)).unwrap_or_default();
    let fields = breach.kind.def().fields.iter();
    let field = fields.clone().find(|def| def.id == breach.field);
    let about = match field {
        Some(def) => t.row_at(&name, t.0.pick(def.label)),
        None => name,
    };
    t.finding_of(&about, t.0.pick(breach.rule.label()))
}

/// Where it is put right: a member's page, a section of the household, or the record's own page.
fn route(breach: &Breach, records: &Records, open: OpenHousehold) -> Route {
    let record = (breach.kind, breach.id);
    let person = match breach.kind {
        Kind::Person => Some(breach.id),
        Kind::PersonYear => records
            .person_years
            .get(breach.id)
            .and_then(|row| row.person_id)
            .map(|id| id.0),
        Kind::HouseholdMembership => records
            .memberships
            .get(breach.id)
            .and_then(|row| row.person_id)
            .map(|id| id.0),
        _ => None,
    };
    if person.is_some() {
        return Route::Household(open.area, open.id, Section::Members, person);
    }
    let section = place_of(record, records).map(|(_, section)| section);
    match section.filter(|section| *section != Section::Overview) {
        Some(section @ (Section::Measures | Section::Helpers | Section::Visits)) => {
            Route::Household(open.area, open.id, section, Some(breach.id))
        }
        Some(section) => Route::Household(open.area, open.id, section, None),
        None => Route::Record(open.area, breach.kind, breach.id),
    }
}
