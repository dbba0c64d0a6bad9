//! Which townships or villages are poor: the plan gives the number, the county names them.

use super::slots;
use crate::model::{Division, DivisionCode, Level, Records, Value};
use crate::plan::parameters::DivisionFlag;
use crate::search::{Entry, Index};
use crate::ui::announce::use_announcer;
use crate::ui::components::inputs::TriInput;
use crate::ui::components::{
    Card, Chip, EmptyState, FieldIds, FilterChips, IconName, Notice, NoticeKind, SearchBox,
};
use crate::ui::text::{errors, format, parameters};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// The areas of one flag with yes, no and unknown.
#[component]
pub fn FlagCard(
    /// The flag.
    flag: &'static DivisionFlag,
    /// The county's records.
    records: Signal<Option<Arc<Records>>>,
    /// Whether it may only be read.
    locked: Signal<bool>,
) -> impl IntoView {
    let t = parameters::texts();
    let search = RwSignal::new(String::new());
    let only = RwSignal::new(false);
    let named = Memo::new(move |_| records.with(|records| slots::named(flag, records.as_deref())));
    let is_named =
        move |area| records.with(|records| slots::flag_of(flag, area, records.as_deref())) == Some(true);
    let areas = Memo::new(move |_| {
        let found = found(flag, &search.get());
        found
            .into_iter()
            .filter(|area| !only.get() || is_named(*area))
            .collect::<Vec<_>>()
    });
    let chips = Signal::derive(move || {
        vec![Chip {
            id: "named",
            label: t.only_named().to_owned(),
            count: Some(named.get().0),
        }]
    });
    let title = if flag.level == Level::Village {
        t.poor_villages()
    } else {
        t.poor_townships()
    };
    let tools = (flag.level == Level::Village).then(|| {
        view! {
            <SearchBox value=search on_search=move |text| search.set(text) />
            <FilterChips chips is_on=move |_: &'static str| only.get() on_toggle=move |_: &'static str| only.update(|only| *only = !*only) />
        }
    });
    let empty = move || {
        areas
            .with(Vec::is_empty)
            .then(|| view! { <EmptyState icon=IconName::Search sentence=t.none_found() /> })
    };
    let row = move |area: DivisionCode| view! { <FlagRow flag area records locked /> };
    view! {
        <Card title>
            <p class="flag-count">{move || t.named_of(named.get().0, named.get().1)}</p>
            <CountNote named />
            {tools}
            {empty}
            <ul class="flags"><For each=move || areas.get() key=|area| *area children=row /></ul>
        </Card>
    }
}

/// What the number means.
#[component]
fn CountNote(named: Memo<(usize, i64)>) -> impl IntoView {
    let t = parameters::texts();
    move || {
        let (n, expected) = named.get();
        match i64::try_from(n).unwrap_or(i64::MAX).cmp(&expected) {
            std::cmp::Ordering::Less => None,
            std::cmp::Ordering::Equal => Some(view! { <p class="hint">{t.all_named()}</p> }.into_any()),
            std::cmp::Ordering::Greater => Some(
                view! { <Notice kind=NoticeKind::Warning><p>{t.too_many(n, expected)}</p></Notice> }
                    .into_any(),
            ),
        }
    }
}

#[component]
fn FlagRow(
    flag: &'static DivisionFlag,
    area: DivisionCode,
    records: Signal<Option<Arc<Records>>>,
    locked: Signal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = parameters::texts();
    let announcer = use_announcer();
    let ids = FieldIds::fresh();
    let value = Signal::derive(move || {
        records
            .with(|records| slots::flag_of(flag, area, records.as_deref()).map_or(Value::Null, Value::from))
    });
    let save = move |division: Division| {
        leptos::task::spawn_local(async move {
            if let Err(error) = workspace.set_division(division).await {
                announcer.say(errors::command(&error, t.0));
            }
        });
    };
    let changed = move |value: Value| {
        let poor = match value {
            Value::Bool(poor) => Some(poor),
            _ => None,
        };
        save(records.with_untracked(|records| slots::with_flag(flag, area, records.as_deref(), poor)));
    };
    let above = (flag.level == Level::Village).then(|| area.parent().map(format::area));
    view! {
        <li class="flag" role="group" aria-labelledby=ids.label()>
            <span class="flag-name" id=ids.label()>{format::area(area)} <span class="hint">{above.flatten()}</span></span>
            <TriInput ids value on_change=changed locked />
        </li>
    }
}

/// The areas of a flag that answer a search.
fn found(flag: &DivisionFlag, query: &str) -> Vec<DivisionCode> {
    let areas = slots::flagged_areas(flag);
    if query.trim().is_empty() {
        return areas;
    }
    let names: Vec<(String, String)> = areas
        .iter()
        .map(|area| {
            (
                format::area(*area),
                area.parent().map(format::area).unwrap_or_default(),
            )
        })
        .collect();
    let entries = areas
        .iter()
        .zip(&names)
        .map(|(area, (name, above))| Entry::new(name, [area.as_str(), above.as_str()]));
    Index::new(entries)
        .find(query)
        .into_iter()
        .map(|place| areas[place])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::DIVISION_FLAGS;

    #[test]
    fn a_village_is_found_by_initials_and_by_its_township() {
        let villages = &DIVISION_FLAGS[1];
        assert_eq!(found(villages, "").len(), 124);
        assert!(
            found(villages, "tq")
                .iter()
                .any(|area| format::area(*area) == "太桥村")
        );
        assert!(found(villages, "老厂").len() > 1);
    }
}
