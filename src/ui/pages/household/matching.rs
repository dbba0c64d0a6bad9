//! 就业三个清单对接 (P-05): how far a member has come from the wish for work to work, computed.

use super::open::OpenHousehold;
use super::processes::stands;
use crate::indicators::matching;
use crate::model::processes::{PROCESSES, Way};
use crate::model::{Kind, PersonId};
use crate::ui::text::{household, processes};
use leptos::prelude::*;

/// Where the member stands, and the rule that shows it.
#[component]
pub fn Matching(
    /// The member.
    person: PersonId,
) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = processes::Texts(open.language);
    let county = open.workspace.county_records();
    let computed = PROCESSES.iter().find_map(|process| match process.way {
        Way::Computed(computed) if computed.of == Kind::Person => Some((process, computed)),
        _ => None,
    });
    let course = Memo::new(move |_| {
        let county = county.get();
        let of_member = open.look(|view, context| {
            let members = view.members.iter().map(|(_, member)| member);
            let member = members
                .into_iter()
                .find(|member| member.membership.person_id == Some(person))?;
            let demands = county.iter().flat_map(|county| county.job_demands.iter());
            Some(matching(member, context.village.records, demands, context))
        });
        of_member.flatten()
    });
    computed.map(|(process, computed)| {
        let words = move || {
            course.get().map(|course| {
                let words = stands(course, computed.states, open);
                household::Texts(open.language).field_because(t.0.pick(process.label), &words)
            })
        };
        view! { <p>{words} " " <span class="quiet">{t.computed_by(t.0.pick(computed.rule))}</span></p> }
    })
}
