//! What a figure is held to, and what the plan leaves open about it.

use super::{board, words};
use crate::indicators::FigureAt;
use crate::model::{Date, DivisionCode};
use crate::plan::{self, NoteId};
use crate::ui::components::{Disclosure, Fact, Facts, StatusView};
use crate::ui::text::targets;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// Status, gap, deadline, how much is known, and the place in the plan.
#[component]
pub fn FigureFacts(
    /// The figure.
    at: FigureAt,
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let card = workspace.scorecard(area);
    let as_of = workspace.as_of();
    let line = move || card.with(|card| card.as_ref().map(|card| board::line(card, at, as_of.get())));
    let status = move || line().map(|line| view! { <StatusView status=words::shown(line.status) /> });
    let facts = Signal::derive(move || {
        line()
            .map(|line| facts(&line, as_of.get(), t))
            .unwrap_or_default()
    });
    let notes = at.figure.goal.map_or(&[][..], |goal| goal.notes());
    let notes = (!notes.is_empty()).then(|| view! { <OpenNotes notes /> });
    view! {
        <section class="figure-facts">
            {status}
            <Facts facts />
            {notes}
        </section>
    }
}

fn facts(line: &board::Line, as_of: Date, t: targets::Texts) -> Vec<Fact> {
    let goal = line.at.figure.goal;
    let fact = |name: &str, value: Option<String>| value.map(|value| Fact::new(name, Some(value)));
    let facts = [
        fact(t.column_gap(), words::gap(line, t)),
        fact(
            t.column_deadline(),
            goal.map(|goal| words::goal_deadline(&goal, as_of, t)),
        ),
        fact(t.column_known(), Some(words::known(line, t))),
        fact(t.source(), goal.map(|goal| words::source(&goal, t))),
    ];
    facts.into_iter().flatten().collect()
}

#[component]
fn OpenNotes(notes: &'static [NoteId]) -> impl IntoView {
    let t = targets::texts();
    let note = move |id: &NoteId| {
        let note = plan::note(*id);
        view! {
            <p>
                {format!("{} ", note.id)} {t.0.pick(note.label)} " " {t.read_as(t.0.pick(note.reading))}
            </p>
        }
    };
    view! { <Disclosure summary=t.open_note()>{notes.iter().map(note).collect_view()}</Disclosure> }
}
