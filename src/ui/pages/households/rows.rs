//! The rows on the screen.

use super::line::{Line, Standing};
use super::lines_of_area::Lines;
use crate::model::{Code, DivisionCode, Level};
use crate::ui::components::{Badge, Tone, VirtualList};
use crate::ui::route::{Route, use_route};
use crate::ui::text::{Language, format, households, language};
use leptos::prelude::*;
use std::sync::Arc;

/// The households that were found, as links.
#[component]
pub fn Rows(
    /// The area of the list.
    area: DivisionCode,
    /// Every household of the area.
    lines: Memo<Option<Lines>>,
    /// The places of those that were found.
    found: Memo<Arc<Vec<usize>>>,
) -> impl IntoView {
    let language = language();
    let t = households::Texts(language);
    let route = use_route();
    let line = move |place: usize| {
        let at = found.with(|found| found.get(place).copied())?;
        lines.with(|lines| lines.as_ref()?.get(at).cloned())
    };
    let to = |line: &Line| Route::household(line.area, line.id).href();
    let row = move |place: usize| match untrack(|| line(place)) {
        Some(line) => view! { <Row line several=area.level() != Level::Village /> }.into_any(),
        None => ().into_any(),
    };
    let is_current = move |place: usize| {
        let open = route.with(|route| match route {
            Route::Household(area, id, ..) => Some((*area, *id)),
            _ => None,
        });
        open.is_some() && line(place).map(|line| (line.area, line.id)) == open
    };
    view! {
        <VirtualList
            label=t.list(&format::area(area))
            count=Signal::derive(move || found.with(|found| found.len()))
            key=move |place| line(place).map(|line| stamp(&line)).unwrap_or_default()
            href=move |place| untrack(|| line(place)).as_ref().map(to).unwrap_or_default()
            row
            current=is_current
        />
    }
}

/// What a row shows, as a text that changes when the row does.
fn stamp(line: &Line) -> String {
    let cause = line.cause.as_ref().map_or("", |cause| cause.id());
    let group = line.group.as_deref().unwrap_or_default();
    let (id, name, members, missing, visited) =
        (line.id, &line.name, line.members, line.missing, line.visited);
    format!(
        "{id} {name} {group} {cause} {members} {missing} {visited} {}",
        line.standing.id()
    )
}

#[component]
fn Row(line: Line, several: bool) -> impl IntoView {
    let language = language();
    let t = households::Texts(language);
    let name = if line.name.is_empty() {
        t.unnamed().to_owned()
    } else {
        line.name.clone()
    };
    let missing = (line.missing > 0)
        .then(|| view! { <Badge tone=Tone::Unknown>{t.fields_missing(line.missing)}</Badge> });
    let unvisited =
        (line.standing.is_registered() && !line.visited).then(|| view! { <Badge>{t.unvisited()}</Badge> });
    view! {
        <span class="list-row-words">
            <span class="list-row-name">{name}</span>
            <span class="list-row-detail">{detail(&line, several, language)}</span>
        </span>
        <span class="list-row-marks">
            {missing}
            {unvisited}
            <Badge tone=tone(line.standing)>{standing(t, line.standing)}</Badge>
        </span>
    }
}

fn detail(line: &Line, several: bool, language: Language) -> String {
    let t = households::Texts(language);
    let village = several.then(|| format::area(line.area));
    let cause = line
        .cause
        .as_ref()
        .map(|cause| format::code(<crate::model::PovertyCause as Code>::LIST, cause.id(), language));
    let parts = [village, line.group.clone(), Some(t.persons(line.members)), cause];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The word of a standing.
pub fn standing(t: households::Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::Poor => t.poor(),
        Standing::Returned => t.returned(),
        Standing::Exited => t.exited(),
        Standing::Outside => t.not_registered(),
        Standing::Unknown => t.status_unknown(),
    }
}

/// How a standing's badge looks.
pub const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Poor | Standing::Returned => Tone::Attention,
        Standing::Exited | Standing::Outside => Tone::Plain,
        Standing::Unknown => Tone::Unknown,
    }
}
