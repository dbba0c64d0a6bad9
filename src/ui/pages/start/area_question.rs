//! Which area: a township from the list, a village by its township or by a search.

use super::areas::{AreaChoice, choices};
use super::choice_row::ChoiceRow;
use super::question::Question;
use super::step::Step;
use crate::model::{DivisionCode, Level};
use crate::ui::components::{EmptyState, IconName, SearchBox};
use crate::ui::text::{format, start};
use leptos::prelude::*;

/// The areas of a level.
#[component]
pub fn AreaQuestion(
    /// Where the first run has come to.
    step: RwSignal<Step>,
    /// The level.
    level: Level,
    /// The township whose villages are shown.
    township: Option<DivisionCode>,
) -> impl IntoView {
    let t = start::texts();
    let search = RwSignal::new(String::new());
    let words = match (level, township) {
        (Level::Village, Some(township)) => t.which_village_of(&format::area(township)),
        (Level::Village, None) => t.which_village().to_owned(),
        _ => t.which_township().to_owned(),
    };
    let by_township = level == Level::Village && township.is_none();
    let row = move |area: AreaChoice| {
        view! {
            <ChoiceRow
                id=format!("start-area-{}", area.code)
                name=area.name
                detail=area.township.filter(|_| township.is_none()).map(str::to_owned)
                on_choose=move |()| step.set(Step::after_area(level, area.code))
            />
        }
    };
    let list = move || {
        let found = search.with(|search| choices(level, township, search));
        if found.is_empty() {
            view! { <EmptyState icon=IconName::Search sentence=t.none_found() /> }.into_any()
        } else {
            view! { <ul class="choices choices-columns">{found.into_iter().map(row).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <Question step words>
            {by_township.then(|| view! { <p>{t.by_township()}</p> })}
            <SearchBox value=search hint=t.search_hint() on_search=move |typed| search.set(typed) />
            {list}
        </Question>
    }
}
