//! The list: what it says, its search, its filters, its rows.

use super::filter::{Filter, waits_for_visit};
use super::filters::Filters;
use super::line::{Line, Standing};
use super::lines_of_area::{Lines, lines_of};
use super::rows::Rows;
use crate::model::{DivisionCode, Level};
use crate::search::Index;
use crate::ui::components::{Button, ButtonKind, EmptyState, IconName, LinkButton, PageHead, SearchBox};
use crate::ui::route::{Query, Route, replace};
use crate::ui::text::households;
use crate::workspace::{Access, Workspace};
use leptos::prelude::*;
use std::sync::Arc;

/// What the list has to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    Reading,
    Nobody,
    NoneFound,
    Rows,
}

/// The households of an area that its filters let through.
#[component]
pub fn HouseholdList(
    /// The area: a village, or an office's whole area.
    area: DivisionCode,
    /// The filters.
    query: Signal<Query>,
) -> impl IntoView {
    let t = households::texts();
    let lines = lines_of(expect_context::<Workspace>(), area);
    let filter = Memo::new(move |_| query.with(Filter::of));
    let found = found(lines, filter);
    let shows = Memo::new(move |_| {
        let some = found.with(|found| !found.is_empty());
        lines.with(|lines| match lines {
            None => Shows::Reading,
            Some(lines) if lines.is_empty() => Shows::Nobody,
            Some(_) if some => Shows::Rows,
            Some(_) => Shows::NoneFound,
        })
    });
    let sentence = Signal::derive(move || {
        lines.with(|lines| match lines {
            None => t.loading().to_owned(),
            Some(lines) if filter.with(Filter::is_empty) => sentence(t, lines),
            Some(lines) => t.found(found.with(|found| found.len()), lines.len()),
        })
    });
    let put = Callback::new(move |query: Query| replace(&Route::Households(area, query)));
    let body = move || match shows.get() {
        Shows::Reading => ().into_any(),
        Shows::Nobody => view! { <EmptyState icon=IconName::People sentence=t.nobody() /> }.into_any(),
        Shows::NoneFound => view! { <NoneFound put /> }.into_any(),
        Shows::Rows => view! { <Rows area lines found /> }.into_any(),
    };
    view! {
        <div class="page page-fill">
            <PageHead title=t.title().to_owned() sentence actions=move || view! { <Add area /> } />
            <SearchBox
                value=Signal::derive(move || filter.with(|filter| filter.search.clone()))
                on_search=move |text: String| put.run(query.get_untracked().with("q", &text))
            />
            <Filters lines query on_change=put />
            {body}
        </div>
    }
}

/// The way back from filters that leave nothing.
#[component]
fn NoneFound(put: Callback<Query>) -> impl IntoView {
    let t = households::texts();
    view! {
        <EmptyState icon=IconName::Search sentence=t.none_found()>
            <Button on_click=move |()| put.run(Query::default())>{t.show_all()}</Button>
        </EmptyState>
    }
}

/// A village adds households where it may write.
#[component]
fn Add(area: DivisionCode) -> impl IntoView {
    let t = households::texts();
    let access = expect_context::<Workspace>().access();
    let may = move || area.level() == Level::Village && access.get() == Access::Writer;
    let button = move || {
        view! { <LinkButton to=Route::NewHousehold(area) kind=ButtonKind::Primary icon=IconName::Plus>{t.add()}</LinkButton> }
    };
    view! { {move || may().then(button)} }
}

/// The places of the lines that the filters let through.
fn found(lines: Memo<Option<Lines>>, filter: Memo<Filter>) -> Memo<Arc<Vec<usize>>> {
    let index = Memo::new_with_compare(
        move |_| {
            Arc::new(
                lines.with(|lines| Index::new(lines.iter().flat_map(|lines| lines.iter()).map(Line::entry))),
            )
        },
        |_, _| true,
    );
    Memo::new(move |_| {
        let places = |lines: &Lines| filter.with(|filter| index.with(|index| filter.places(lines, index)));
        Arc::new(lines.with(|lines| lines.as_ref().map(places).unwrap_or_default()))
    })
}

fn sentence(t: households::Texts, lines: &[Line]) -> String {
    let registered = lines.iter().filter(|line| line.standing.is_registered()).count();
    let poor = lines
        .iter()
        .filter(|line| matches!(line.standing, Standing::Poor | Standing::Returned))
        .count();
    t.sentence(
        registered,
        poor,
        lines.iter().filter(|line| waits_for_visit(line)).count(),
    )
}
