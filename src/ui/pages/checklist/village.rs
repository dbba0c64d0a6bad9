//! What an area answers itself: one card a requirement.

use super::asked::Asked;
use super::computed::Computed;
use super::model::{Line, Told, lines, tally};
use crate::model::{ChecklistAnswerId, DivisionCode, Kind, Owner, Records};
use crate::ui::components::{Card, PageHead, Status, StatusView};
use crate::ui::pages::record::OpenRecord;
use crate::ui::shell::AsOfChoice;
use crate::ui::text::{checklist, format};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The requirements that the area answers itself.
#[component]
pub fn OwnAnswers(
    /// The area.
    area: DivisionCode,
    /// Whether it stands at the head of the page.
    #[prop(optional)]
    titled: bool,
) -> impl IntoView {
    let answers = |records: &Records| {
        let rows = records.checklist_answers.iter();
        rows.map(|row| (Kind::ChecklistAnswer, row.id.into()))
            .collect::<BTreeSet<_>>()
    };
    let open = OpenRecord::of(area, Owner::Maker, answers);
    provide_context(open);
    let t = checklist::texts();
    let (facts, as_of) = (open.workspace.facts(), open.workspace.as_of());
    let all = Memo::new(move |_| open.read(|records| lines(area, records, &facts.get(), as_of.get())));
    let sentence = Signal::derive(move || {
        all.with(|all| match all {
            None => t.reading().to_owned(),
            Some(all) => {
                let tally = tally(all);
                t.sentence(tally.all(), tally.yes, tally.no, tally.unknown)
            }
        })
    });
    // The cards stay while their answers change: what is being typed is not lost.
    let places = Memo::new(move |_| {
        let count = all.with(|all| all.as_ref().map_or(0, Vec::len));
        (as_of.get().year(), count)
    });
    let cards = move || {
        let (_, count) = places.get();
        let card = |place: usize| {
            let line = Memo::new(move |_| all.with(|all| all.as_ref()?.get(place).cloned()));
            view! { <ItemCard area line /> }
        };
        (0..count).map(card).collect_view()
    };
    let head = titled.then(|| {
        view! {
            <PageHead title=t.title_of(&format::area(area)) sentence />
            <div class="board-tools"><AsOfChoice /></div>
        }
    });
    let lead = (!titled).then(|| view! { <h2>{t.own()}</h2> <p class="lead">{sentence}</p> });
    view! { {head} {lead} <div class="stack">{cards}</div> }
}

/// One requirement.
#[component]
fn ItemCard(area: DivisionCode, line: Memo<Option<Line>>) -> impl IntoView {
    let t = checklist::texts();
    let answer = move || line.with(|line| line.as_ref().map(|line| answer_view(line.answer, t)));
    let first = line.get_untracked();
    let item = first.as_ref().map(|line| line.item.clone());
    let title = item.as_ref().map(|item| t.item(item)).unwrap_or_default();
    let body = first.map(|first| match first.told {
        Told::Person(id) => view! { <Asked area item=first.item id subject=area.id() /> }.into_any(),
        Told::Fields(_) | Told::Counted(..) => view! { <Computed area line /> }.into_any(),
    });
    view! { <Card title action=move || view! { {answer} }>{body}</Card> }
}

/// The answer as a mark.
pub fn answer_view(answer: Option<bool>, t: checklist::Texts) -> impl IntoView {
    let (status, words) = match answer {
        Some(true) => (Status::Met, t.done()),
        Some(false) => (Status::NotMet, t.not_done()),
        None => (Status::Unknown, t.not_known()),
    };
    view! { <StatusView status words /> }
}

/// The record of an answer.
pub const fn record_of(id: ChecklistAnswerId) -> (Kind, crate::model::Id) {
    (Kind::ChecklistAnswer, id.0)
}
