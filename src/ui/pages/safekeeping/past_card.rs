//! The village as it was known on a day.

use crate::model::{Date, DivisionCode, HouseholdId, Records};
use crate::ui::components::Card;
use crate::ui::route::Route;
use crate::ui::text::safekeeping;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// A household as it was known then.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Then {
    id: HouseholdId,
    name: String,
    changed: bool,
}

/// Chooses a day and lists the households that were known by its end.
#[component]
pub fn PastCard(
    /// The village.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = safekeeping::texts();
    let known = RwSignal::new(None::<(Date, Vec<Then>, usize)>);
    let choose = move |text: String| {
        let Some(day) = Date::parse(&text) else { return };
        leptos::task::spawn_local(async move {
            let now = workspace.records(area).get_untracked();
            if let (Ok(then), Some(now)) = (workspace.records_known_on(area, day).await, now) {
                let list = known_then(&then, &now);
                let since = now.households.iter().count().saturating_sub(list.len());
                known.set(Some((day, list, since)));
            }
        });
    };
    let shown = move || {
        known.get().map(|(day, list, since)| {
            let changed = list.iter().filter(|one| one.changed).count();
            let sentence = t.past_sentence(day, list.len(), changed);
            let lines = list.into_iter().map(|one| then_line(area, one, t)).collect_view();
            let since = (since > 0).then(|| view! { <p class="hint">{t.past_new(since)}</p> });
            view! { <p class="lead">{sentence}</p>{since}<ul class="plain-list">{lines}</ul> }
        })
    };
    view! {
        <Card title=t.past_title()>
            <p class="hint">{t.past_explained()}</p>
            <label class="field-label">
                <span>{t.past_day()}</span>
                <input class="input" type="date" on:change=move |event| choose(event_target_value(&event)) />
            </label>
            <div class="stack" aria-live="polite">{shown}</div>
        </Card>
    }
}

fn known_then(then: &Records, now: &Records) -> Vec<Then> {
    let one = |household: &crate::model::Household| Then {
        id: household.id,
        name: household
            .head_name
            .clone()
            .unwrap_or_else(|| household.id.to_string()),
        changed: now.households.get(household.id) != Some(household),
    };
    then.households.iter().map(one).collect()
}

fn then_line(area: DivisionCode, then: Then, t: safekeeping::Texts) -> impl IntoView + use<> {
    let href = Route::household(area, then.id).href();
    let mark = then.changed.then(|| format!(" · {}", t.past_changed()));
    view! { <li><a href=href>{then.name}</a>{mark}</li> }
}
