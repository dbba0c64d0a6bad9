//! Where a page lies between the device's own area and a village.

use super::reports::path;
use crate::model::DivisionCode;
use crate::ui::route::{Query, Route};
use crate::ui::text::{areas, format};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The areas above as links.
#[component]
pub fn AreaPath(
    /// The area of the page.
    area: DivisionCode,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let t = areas::texts();
    let own = workspace.profile().get_untracked().map(|profile| profile.area);
    let above: Vec<DivisionCode> = own.map(|own| path(own, area)).unwrap_or_default();
    let link = move |code: DivisionCode| {
        let to = if Some(code) == own {
            Route::Areas(Query::default())
        } else {
            Route::Area(code, Query::default())
        };
        let current = (code == area).then_some("page");
        view! { <li><a href=to.href() aria-current=current>{format::area(code)}</a></li> }
    };
    (above.len() > 1).then(|| {
        view! { <nav aria-label=t.path()><ol class="area-path">{above.into_iter().map(link).collect_view()}</ol></nav> }
    })
}
