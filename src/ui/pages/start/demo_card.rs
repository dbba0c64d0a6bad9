//! The demo county, as seen from a village, a township or the county.

use super::areas::{AreaChoice, demo_areas, villages_in};
use super::choice_row::ChoiceRow;
use super::opening::Opening;
use crate::model::Level;
use crate::ui::components::Card;
use crate::ui::shell::Working;
use crate::ui::text::start;
use crate::workspace::{Edition, FirstRun};
use leptos::prelude::*;

/// Three ways into the demo, one tap each.
#[component]
pub fn DemoCard(
    /// Opens it.
    opening: Opening,
) -> impl IntoView {
    let t = start::texts();
    let busy = Signal::derive(move || opening.is_busy());
    let row = move |area: AreaChoice| {
        let level = area.code.level();
        let open = move |()| {
            opening.begin(FirstRun {
                edition: Edition::Demo,
                area: area.code,
                name: t.demo_name().to_owned(),
                passphrase: None,
            });
        };
        let villages = (level != Level::Village).then(|| t.demo_villages(villages_in(area.code)));
        let detail: Vec<String> = [t.level(level).to_owned()].into_iter().chain(villages).collect();
        view! {
            <ChoiceRow
                id=format!("start-demo-{}", area.code)
                name=area.name
                detail=Some(detail.join(" · "))
                on_choose=open
                disabled=busy
            />
        }
    };
    let making = move || {
        busy.get()
            .then(|| view! { <div role="status"><p>{t.demo_making()}</p><Working /></div> })
    };
    view! {
        <Card title=t.demo_title()>
            <p>{t.demo_text()}</p>
            <p id="demo-as"><strong>{t.demo_as()}</strong></p>
            <ul class="choices" aria-labelledby="demo-as">{demo_areas().into_iter().map(row).collect_view()}</ul>
            {making}
        </Card>
    }
}
