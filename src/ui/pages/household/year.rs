//! 本年情况: what the register keeps once a year. What the assurances and the clarities ask stands in their sections.

use super::open::OpenHousehold;
use crate::model::{Group, HouseholdYearId, Kind};
use crate::ui::pages::record::{Groups, RecordFields};
use crate::ui::text::household;
use leptos::prelude::*;

/// The fields of the household's year.
#[component]
pub fn YearFacts() -> impl IntoView {
    let open = expect_context::<OpenHousehold>();
    let t = household::Texts(open.language);
    let year = Memo::new(move |_| open.year());
    move || {
        let id = HouseholdYearId::of(open.id, year.get()).0;
        view! {
            <p class="lead">{t.year_of(year.get())}</p>
            <RecordFields kind=Kind::HouseholdYear id groups=Groups::Without(&[Group::Clarity, Group::Decision]) />
        }
    }
}
