//! One duty in a period: who, when, how far, and what is missing.

use super::model::{Line, place_of, record_of};
use super::words;
use crate::indicators::{Owed, State, Target};
use crate::model::{Date, Kind, Official, Records};
use crate::ui::components::{Button, ButtonKind, Status, StatusView};
use crate::ui::pages::record::may_write;
use crate::ui::route::{Query, Route};
use crate::ui::text::duties;
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// So many missing places are shown at first.
const SHOWN: usize = 12;

/// The records that names are looked up in, shared by all cards of a page.
pub type Books = Arc<Vec<Arc<Records>>>;

/// A card.
#[component]
pub fn DutyCard(line: Line, books: Books, today: Date) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = duties::texts();
    let records: Vec<&Records> = books.iter().map(|records| &**records).collect();
    let missing: Vec<(String, Option<Route>)> = line
        .owed
        .missing()
        .map(|part| {
            let to =
                begins_at(workspace, &line.owed, part.target, &records).or_else(|| place_of(part.target));
            (name_of(&line, part.target, &records, t), to)
        })
        .collect();
    let plan = line.owed.duty.plan();
    let progress = words::progress(&line, t);
    let reason = (line.state == State::Unclear)
        .then(|| line.owed.unclear())
        .flatten()
        .map(|reason| t.0.pick(reason.label()).to_owned());
    let year = plan.indicators.first().map(|figure| {
        let to = Route::Target((*figure).to_owned(), line.owed.area, Query::default());
        view! { <a href=to.href()>{t.whole_year()}</a> }
    });
    let facts = [
        words::who(&line.owed, &records, t),
        words::period(&line.owed.period, t),
        words::due(&line, today, t),
    ];
    view! {
        <article class="card duty">
            <div class="duty-head">
                <h3>{t.0.pick(plan.label)}</h3>
                <StatusView status=status(line.state) words=progress />
            </div>
            <p>{facts.join(" · ")}</p>
            {reason.map(|reason| view! { <p class="quiet">{reason}</p> })}
            <Missing missing recordable=matches!(line.owed.duty.plan().id.number(), 2..=9) />
            <p class="quiet">{t.plan_line(usize::from(plan.line))}" · "{year}</p>
        </article>
    }
}

/// Where what is missing is recorded; none for those who may not.
pub fn begins_at(workspace: Workspace, owed: &Owed, target: Target, records: &[&Records]) -> Option<Route> {
    let officials = records.iter().flat_map(|records| records.officials.iter());
    let officials: Vec<Official> = officials.filter(|one| owed.is_of(one)).cloned().collect();
    let (kind, area, query) = record_of(owed, target, &officials)?;
    untrack(|| may_write(workspace, area, kind.def().owner)).then_some(Route::NewRecord(area, kind, query))
}

/// A single meeting or report is called by what is to be recorded.
fn name_of(line: &Line, target: Target, records: &[&Records], t: duties::Texts) -> String {
    let kind = record_of(&line.owed, target, &[]).map(|(kind, ..)| kind);
    match (target, kind) {
        (Target::Itself, Some(Kind::Meeting)) => t.record_meeting().to_owned(),
        (Target::Itself, Some(Kind::Report)) => t.record_report().to_owned(),
        (Target::Itself, _) => t.record_visit().to_owned(),
        _ => words::target(target, records, t),
    }
}

/// What is missing, each a link to where it is recorded.
#[component]
fn Missing(missing: Vec<(String, Option<Route>)>, recordable: bool) -> impl IntoView {
    let t = duties::texts();
    let count = missing.len();
    let begins = |to: &Option<Route>| matches!(to, Some(Route::NewRecord(..)));
    let words = match (count, recordable && missing.iter().any(|(_, to)| begins(to))) {
        (0 | 1, _) => None,
        (_, true) => Some(t.missing(count)),
        (_, false) => Some(t.missing_elsewhere(count)),
    };
    let all = RwSignal::new(false);
    let missing = StoredValue::new(missing);
    let link = |(name, to): &(String, Option<Route>)| {
        let to = to.as_ref().map(Route::href);
        match to {
            Some(href) => view! { <li><a class="chip" href=href>{name.clone()}</a></li> }.into_any(),
            None => view! { <li class="chip-text">{name.clone()}</li> }.into_any(),
        }
    };
    let links = move || {
        let shown = if all.get() { usize::MAX } else { SHOWN };
        missing.with_value(|missing| missing.iter().take(shown).map(link).collect_view())
    };
    let more = move || {
        let left = count.saturating_sub(SHOWN);
        (left > 0 && !all.get()).then(|| {
            view! { <Button kind=ButtonKind::Quiet on_click=move |()| all.set(true)>{t.more_missing(left)}</Button> }
        })
    };
    (count > 0).then(|| {
        view! {
            {words.map(|words| view! { <p>{words}</p> })}
            <ul class="chips duty-missing">{links}</ul>
            {more}
        }
    })
}

/// The mark of a state.
pub const fn status(state: State) -> Status {
    match state {
        State::Done => Status::Met,
        State::Open => Status::OnTrack,
        State::Overdue => Status::NotMet,
        State::Unclear => Status::Unknown,
    }
}
