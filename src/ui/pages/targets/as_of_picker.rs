//! The day that figures are for.

use crate::model::{Date, Value, Year};
use crate::ui::announce::use_announcer;
use crate::ui::components::inputs::DateInput;
use crate::ui::components::{FieldIds, ProgressBar};
use crate::ui::text::{errors, targets};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The ends of years that people ask for: the plan's baseline and its three years.
const YEAR_ENDS: [Year; 4] = [Year(2017), Year(2018), Year(2019), Year(2020)];

/// Chooses the day that figures are for: the end of a year, or any day.
#[component]
pub fn AsOfPicker() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let announcer = use_announcer();
    let as_of = workspace.as_of();
    let choose = move |day: Date| {
        leptos::task::spawn_local(async move {
            if let Err(error) = workspace.set_as_of(day).await {
                announcer.say(errors::command(&error, t.0));
            }
        });
    };
    let chip = move |year: Year| {
        let day = Date::year_end(year);
        view! {
            <button type="button" class="chip" aria-pressed=move || (as_of.get() == day).to_string() on:click=move |_| choose(day)>
                {t.year_end(&year.to_string())}
            </button>
        }
    };
    view! {
        <div class="as-of" role="group" aria-label=t.day_of_figures()>
            <span class="as-of-label" aria-hidden="true">{t.day_of_figures()}</span>
            {YEAR_ENDS.map(chip).into_iter().collect_view()}
            <AnotherDay on_choose=choose />
            <Computing />
        </div>
    }
}

#[component]
fn AnotherDay(
    /// A day was chosen.
    #[prop(into)]
    on_choose: Callback<Date>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let ids = FieldIds::fresh();
    let error = RwSignal::new(None);
    let value = Signal::derive(move || Value::from(workspace.as_of().get().to_string()));
    let changed = move |value: Value| {
        if let Some(day) = value.as_text().and_then(Date::parse) {
            on_choose.run(day);
        }
    };
    view! {
        <span class="as-of-day">
            <label class="visually-hidden" for=ids.input()>{t.another_day()}</label>
            <DateInput ids value on_change=changed error />
            <span class="field-error" id=ids.error() aria-live="polite">{error}</span>
        </span>
    }
}

/// How far the figures have been computed for another day.
#[component]
fn Computing() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = targets::texts();
    let progress = workspace.progress();
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    move || {
        progress.get().map(|progress| {
            view! {
                <span class="as-of-progress">
                    <span>{t.computing()}</span>
                    <ProgressBar label=t.computing() done=whole(progress.done) whole=whole(progress.of) />
                </span>
            }
        })
    }
}
