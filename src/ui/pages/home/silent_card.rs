//! Villages that have not reported.

use super::model::silent;
use crate::model::{DivisionCode, Level};
use crate::ui::components::Card;
use crate::ui::route::{Query, Route};
use crate::ui::text::{format, home};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many lines the card shows; the page of areas has the others.
const SHOWN: usize = 8;

/// A township sees its villages, a county how many of each township.
#[component]
pub fn SilentCard(
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    let t = home::texts();
    let scores = expect_context::<Workspace>().scores();
    let silent = Memo::new(move |_| scores.with(|scores| silent(area, scores)));
    let body = move || {
        let lines = silent.with(|silent| lines(area, silent, t));
        if lines.is_empty() {
            return view! { <p class="home-none">{t.silent_none()}</p> }.into_any();
        }
        let more = lines.len().saturating_sub(SHOWN);
        let rows = lines.into_iter().take(SHOWN).map(row).collect_view();
        let all = Route::Areas(Query::default().with("missing", "1")).href();
        let more = (more > 0).then(|| view! { <p><a href=all>{t.silent_more(more)}</a></p> });
        view! { <ul class="home-list">{rows}</ul> {more} }.into_any()
    };
    view! { <Card title=t.silent_title()>{body}</Card> }
}

/// An area and how many of its villages are silent.
type SilentLine = (DivisionCode, Option<String>);

fn lines(
    area: DivisionCode,
    silent: &BTreeMap<DivisionCode, Vec<DivisionCode>>,
    t: home::Texts,
) -> Vec<SilentLine> {
    if area.level() == Level::County {
        let of = |(township, villages): (&DivisionCode, &Vec<DivisionCode>)| {
            (*township, Some(t.silent_of(villages.len())))
        };
        silent.iter().map(of).collect()
    } else {
        silent
            .values()
            .flatten()
            .map(|village| (*village, None))
            .collect()
    }
}

fn row((area, words): SilentLine) -> impl IntoView {
    let to = Route::Area(area, Query::default().with("missing", "1")).href();
    view! {
        <li><a class="list-row home-row" href=to>
            <span class="list-row-name">{format::area(area)}</span>
            <span class="list-row-detail">{words}</span>
        </a></li>
    }
}
