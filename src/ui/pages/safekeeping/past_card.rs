//! The village as it was known on a day.

use crate::model::{Date, DivisionCode, HouseholdId, Records};
use crate::ui::components::{Card, Notice, NoticeKind};
use crate::ui::route::Route;
use crate::ui::text::{errors, format, safekeeping};
use crate::workspace::{CommandError, Workspace};
use leptos::prelude::*;

/// A household as it was known then.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Then {
    id: HouseholdId,
    name: String,
    changed: bool,
}

/// What was known of a village by the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    area: DivisionCode,
    day: Date,
    list: Vec<Then>,
    /// Households that were added since.
    since: usize,
}

/// Chooses a village and a day, and lists the households that were known by its end.
#[component]
pub fn PastCard(
    /// The villages to choose from.
    villages: Vec<DivisionCode>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = safekeeping::texts();
    let known = RwSignal::new(None::<Known>);
    let failed = RwSignal::new(None::<CommandError>);
    let village = RwSignal::new(villages.first().copied());
    let day = RwSignal::new(None::<Date>);
    let look = move || {
        let Some((area, day)) = village.get_untracked().zip(day.get_untracked()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            match known_on(workspace, area, day).await {
                Ok(found) => {
                    failed.set(None);
                    known.set(Some(found));
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let choose = move |text: String| {
        day.set(Date::parse(&text));
        look();
    };
    let choose_village = move |text: String| {
        village.set(DivisionCode::new(&text));
        look();
    };
    let shown = move || {
        known.get().map(
            |Known {
                 area,
                 day,
                 list,
                 since,
             }| {
                let changed = list.iter().filter(|one| one.changed).count();
                let sentence = t.past_sentence(day, list.len(), changed);
                let lines = list.into_iter().map(|one| then_line(area, one, t)).collect_view();
                let since = (since > 0).then(|| view! { <p class="hint">{t.past_new(since)}</p> });
                view! { <p class="lead">{sentence}</p>{since}<ul class="plain-list">{lines}</ul> }
            },
        )
    };
    let error = move || {
        let error = failed.get()?;
        Some(view! { <Notice kind=NoticeKind::Error><p>{errors::command(&error, t.0)}</p></Notice> })
    };
    let option = |code: DivisionCode| view! { <option value=code.to_string()>{format::area(code)}</option> };
    let choice = (villages.len() > 1).then(|| {
        view! {
            <label class="field-label">
                <span>{t.past_village()}</span>
                <select class="input input-select" on:change=move |event| choose_village(event_target_value(&event))>
                    {villages.into_iter().map(option).collect_view()}
                </select>
            </label>
        }
    });
    view! {
        <Card title=t.past_title()>
            <p class="hint">{t.past_explained()}</p>
            {choice}
            <label class="field-label">
                <span>{t.past_day()}</span>
                <input class="input" type="date" on:change=move |event| choose(event_target_value(&event)) />
            </label>
            <div class="stack" aria-live="polite">{error}{shown}</div>
        </Card>
    }
}

async fn known_on(workspace: Workspace, area: DivisionCode, day: Date) -> Result<Known, CommandError> {
    let [then, now] = workspace.records_known_on(area, day).await?;
    let list = known_then(&then, &now);
    let since = now.households.iter().count().saturating_sub(list.len());
    Ok(Known {
        area,
        day,
        list,
        since,
    })
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
