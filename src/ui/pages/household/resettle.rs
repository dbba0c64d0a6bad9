//! 迁到别的村: an office moves a household to another village of its own.

use super::open::OpenHousehold;
use crate::model::{DivisionCode, Level};
use crate::ui::components::{Button, ButtonKind, Card, Dialog};
use crate::ui::route::{Route, Section, go};
use crate::ui::text::{format, household};
use leptos::prelude::*;

/// The villages on this device that an office may move a household to, and the question before it does.
#[component]
pub fn Resettle() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let villages = villages(open);
    let chosen = RwSignal::new(None::<DivisionCode>);
    let asking = RwSignal::new(false);
    let choose = move |event: web_sys::Event| chosen.set(DivisionCode::new(&event_target_value(&event)));
    let no_village = Signal::derive(move || chosen.get().is_none());
    let shown = open.workspace.may_ask(open.area) && !villages.is_empty();
    let options = villages
        .into_iter()
        .map(|code| view! { <option value=code.to_string()>{format::area(code)}</option> })
        .collect_view();
    shown.then(|| {
        view! {
            <Card title=t.resettle()>
                <p class="hint">{t.resettle_explained()}</p>
                <label class="field-label">
                    <span>{t.resettle_to()}</span>
                    <select class="input input-select" on:change=choose>
                        <option value="">{t.resettle_choose()}</option>
                        {options}
                    </select>
                </label>
                <div class="button-row">
                    <Button disabled=no_village on_click=move |()| asking.set(true)>{t.resettle()}</Button>
                </div>
            </Card>
            <Dialog open=asking title=Signal::derive(move || t.resettle().to_owned())>
                <Question chosen asking />
            </Dialog>
        }
    })
}

#[component]
fn Question(chosen: RwSignal<Option<DivisionCode>>, asking: RwSignal<bool>) -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let to = chosen.get_untracked();
    let sentence = to.map(|to| t.resettle_question(&format::area(open.area), &format::area(to)));
    let move_there = move |()| {
        let Some(to) = to else { return };
        let workspace = open.workspace;
        let command = async move { workspace.move_household(open.area, open.id.into(), to).await };
        open.run(command, t.resettled(), move |()| {
            asking.set(false);
            go(&Route::Household(to, open.id, Section::Overview, None));
        });
    };
    view! {
        <p>{sentence}</p>
        <div class="button-row"><Button kind=ButtonKind::Primary on_click=move_there>{t.resettle_sure()}</Button></div>
    }
}

/// The other villages whose records are here.
fn villages(open: OpenHousehold) -> Vec<DivisionCode> {
    let is_other = |area: &DivisionCode| area.level() == Level::Village && *area != open.area;
    let summaries = open.workspace.summaries().get_untracked();
    let here = summaries.values().filter(|summary| !summary.told);
    here.map(|summary| summary.area).filter(is_other).collect()
}
