//! The day that figures are for.

use super::FieldIds;
use super::inputs::DateInput;
use crate::model::{Date, Value, Year};
use crate::ui::first_frame::after_first_frame;
use crate::ui::text::widgets;
use leptos::prelude::*;

/// The ends of years that people ask for: the plan's baseline and its three years.
const YEAR_ENDS: [Year; 4] = [Year(2017), Year(2018), Year(2019), Year(2020)];

/// Chooses a day: the end of a year, or any day.
#[component]
pub fn AsOfPicker(
    /// The day that is chosen now.
    #[prop(into)]
    day: Signal<Date>,
    /// A day was chosen.
    #[prop(into)]
    on_choose: Callback<Date>,
) -> impl IntoView {
    let t = widgets::texts();
    let ids = FieldIds::fresh();
    let error = RwSignal::new(None);
    let value = Signal::derive(move || Value::from(day.get().to_string()));
    let changed = move |value: Value| {
        if let Some(day) = value.as_text().and_then(Date::parse) {
            on_choose.run(day);
        }
    };
    let chip = move |year: Year| {
        let end = Date::year_end(year);
        view! {
            <button type="button" class="chip" aria-pressed=move || (day.get() == end).to_string() on:click=move |_| on_choose.run(end)>
                {t.year_end(&year.to_string())}
            </button>
        }
    };
    // A browser takes as long to make its date field as to draw a screenful of figures.
    let seen = after_first_frame();
    let any_day = move || {
        seen.get()
            .then(|| view! { <DateInput ids value on_change=changed error /> })
    };
    view! {
        <div class="as-of" role="group" aria-label=t.day_of_figures()>
            <span class="as-of-label" aria-hidden="true">{t.day_of_figures()}</span>
            {YEAR_ENDS.map(chip).into_iter().collect_view()}
            <span class="as-of-day">
                <label class="visually-hidden" for=ids.input()>{t.another_day()}</label>
                {any_day}
                <span class="field-error" id=ids.error() aria-live="polite">{error}</span>
            </span>
        </div>
    }
}
