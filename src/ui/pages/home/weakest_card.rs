//! The villages that are furthest behind in one figure.

use super::model::{first_figure, weakest};
use crate::model::DivisionCode;
use crate::ui::components::Card;
use crate::ui::pages::areas::{CompareTable, FigureSelect};
use crate::ui::route::{Query, Route};
use crate::ui::text::home;
use crate::workspace::Workspace;
use leptos::prelude::*;

/// How many villages the card shows.
const SHOWN: usize = 8;

/// A pick-list of figures, and the weakest villages by the chosen one.
#[component]
pub fn WeakestCard(
    /// The area.
    area: DivisionCode,
) -> impl IntoView {
    let t = home::texts();
    let scores = expect_context::<Workspace>().scores();
    let chosen = RwSignal::new(scores.with_untracked(|scores| first_figure(area, scores)));
    let rows = Signal::derive(move || {
        let weakest = |at| scores.with(|scores| weakest(area, at, scores, SHOWN));
        chosen.get().map(weakest).unwrap_or_default()
    });
    let none = Memo::new(move |_| rows.with(Vec::is_empty));
    let table = move || match chosen.get() {
        Some(at) if !none.get() => view! { <CompareTable at rows /> }.into_any(),
        _ => view! { <p class="home-none">{t.weakest_none()}</p> }.into_any(),
    };
    view! {
        <div class="home-wide">
            <Card title=t.weakest_title()>
                <FigureSelect chosen />
                {table}
                <p><a href=Route::Areas(Query::default()).href()>{t.all_villages()}</a></p>
            </Card>
        </div>
    }
}
