//! 各个过程: where the household stands in every process that concerns it, computed ones and those that its records hold.

use super::open::OpenHousehold;
use super::steps::because;
use crate::indicators::{Context, Course, HouseholdView, course_of};
use crate::model::processes::{Look, PROCESSES, Process, Way, flows};
use crate::model::{Kind, Records};
use crate::ui::components::{Card, Icon, IconName};
use crate::ui::pages::record::named;
use crate::ui::route::{Route, Section};
use crate::ui::text::{household, processes};
use leptos::prelude::*;

/// One line: what, where it stands, and where one reads more.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    name: String,
    stands: String,
    to: Option<Route>,
}

/// The processes of the household.
#[component]
pub fn Processes() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let lines = Memo::new(move |_| {
        let mut lines = open
            .look(|view, context| computed(view, context, open))
            .unwrap_or_default();
        lines.extend(open.read(|records| held(records, open)).unwrap_or_default());
        lines
    });
    let line = |Line { name, stands, to }: Line| {
        let words = view! {
            <span class="list-row-words">
                <span class="list-row-name">{name}</span>
                <span class="list-row-detail">{stands}</span>
            </span>
        };
        match to {
            Some(to) => view! {
                <li><a class="step" href=to.href()>{words}<Icon name=IconName::Forward /></a></li>
            }
            .into_any(),
            None => view! { <li class="step">{words}</li> }.into_any(),
        }
    };
    view! {
        <Card title=t.processes()>
            <ul class="record-list">{move || lines.get().into_iter().map(line).collect_view()}</ul>
        </Card>
    }
}

fn computed(view: &HouseholdView, context: &Context, open: OpenHousehold) -> Vec<Line> {
    let line = |process: &'static Process| {
        let Way::Computed(rule) = process.way else {
            return None;
        };
        let course = course_of(process.id, view, context)?;
        Some(Line {
            name: open.language.pick(process.label).to_owned(),
            stands: stands(course, rule.states, open),
            to: Some(Route::Household(open.area, open.id, section_of(process.id), None)),
        })
    };
    PROCESSES.iter().filter_map(line).collect()
}

/// Where something stands in a computed process, and why no further.
pub fn stands(course: Course, states: &[crate::model::Label], open: OpenHousehold) -> String {
    let t = household::Texts(open.language);
    let because = |reason| because(reason, open.language);
    match course {
        Course::At(state, why) => {
            let state = states.get(state).map_or("", |state| open.language.pick(*state));
            why.map_or_else(|| state.to_owned(), |why| t.process_because(state, &because(why)))
        }
        Course::Unknown(reason) => t.process_because(t.assurance_unknown(), &because(reason)),
        Course::Outside(reason) => {
            t.process_because(processes::Texts(open.language).outside(), &because(reason))
        }
    }
}

/// Where the fields stand that decide.
fn section_of(process: &str) -> Section {
    match process {
        "P-03" => Section::Clarities,
        "P-10" => Section::Year,
        "P-13" => Section::Assurances,
        _ => Section::Measures,
    }
}

/// The household's records that are on their way.
fn held(records: &Records, open: OpenHousehold) -> Vec<Line> {
    let keys = open.keys.get();
    let mut lines = Vec::new();
    for flow in flows().filter(|flow| flow.kind != Kind::Household) {
        for (kind, id) in keys.iter().filter(|(kind, _)| *kind == flow.kind) {
            let state = flow.stands(&Look::at(records, *kind, *id));
            let t = processes::Texts(open.language);
            let stands = state.map_or(t.stands_nowhere(), |state| open.language.pick(flow.name(state)));
            let label = open.language.pick(flow.label).to_owned();
            let name = named(&[records], *kind, *id, open.language);
            lines.push(Line {
                name: name.map_or(label.clone(), |name| format!("{label} · {name}")),
                stands: stands.to_owned(),
                to: Some(Route::Record(open.area, *kind, *id)),
            });
        }
    }
    lines
}
