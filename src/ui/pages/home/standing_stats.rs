//! The numbers of the overview, each leading to what it counts.

use super::model::Overview;
use crate::indicators::Status;
use crate::model::DivisionCode;
use crate::ui::components::Stat;
use crate::ui::route::{Query, Route};
use crate::ui::text::{format, home};
use leptos::prelude::*;

/// Villages that reported, and figures by where they stand.
#[component]
pub fn StandingStats(
    /// The area.
    area: DivisionCode,
    /// Its overview.
    overview: Memo<Overview>,
) -> impl IntoView {
    let t = home::texts();
    let villages = Signal::derive(move || {
        overview.with(|all| {
            Some(format!(
                "{}/{}",
                format::number(all.reported),
                format::number(all.of)
            ))
        })
    });
    let targets = Route::Targets(area, Query::default()).href();
    let by_status = [
        (Status::Met, t.figures_met()),
        (Status::NotMet, t.figures_not_met()),
        (Status::OnTrack, t.figures_on_track()),
        (Status::Unknown, t.figures_unknown()),
    ];
    let stat = |(status, words): (Status, &'static str)| {
        let value = Signal::derive(move || overview.with(|all| Some(all.figures.count(status).to_string())));
        view! { <Stat value words=words href=targets.clone() /> }
    };
    view! {
        <div class="stats home-stats">
            <Stat value=villages words=t.villages_here() href=Route::Areas(Query::default()).href() />
            {by_status.map(stat).into_iter().collect_view()}
        </div>
    }
}
