//! At which level.

use super::choice_row::ChoiceRow;
use super::question::Question;
use super::step::Step;
use crate::model::Level;
use crate::ui::text::start;
use leptos::prelude::*;

const LEVELS: [(Level, &str); 3] = [
    (Level::Village, "start-village"),
    (Level::Township, "start-township"),
    (Level::County, "start-county"),
];

/// The three levels.
#[component]
pub fn LevelQuestion(
    /// Where the first run has come to.
    step: RwSignal<Step>,
) -> impl IntoView {
    let t = start::texts();
    let row = move |(level, id): (Level, &'static str)| {
        view! {
            <ChoiceRow
                id=id.to_owned()
                name=t.level(level)
                detail=Some(t.level_text(level).to_owned())
                on_choose=move |()| step.set(Step::after_level(level))
            />
        }
    };
    view! {
        <Question step words=t.which_level()>
            <ul class="choices">{LEVELS.map(row).into_iter().collect_view()}</ul>
        </Question>
    }
}
