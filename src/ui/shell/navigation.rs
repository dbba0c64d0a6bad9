//! The ways on: five places by level, and in an office's rail three more.

use super::Place;
use crate::model::Level;
use crate::ui::components::{Icon, IconName};
use crate::ui::route::{Query, Route, use_route};
use crate::ui::text::shell as words;
use leptos::prelude::*;

/// A way on.
#[derive(Clone, Debug, PartialEq)]
struct Way {
    to: Route,
    label: &'static str,
    icon: IconName,
}

/// The bar of five at the bottom of a tablet, the rail at the left of an office.
#[component]
pub fn Navigation(
    /// Whose app this is.
    place: Place,
) -> impl IntoView {
    let t = words::texts();
    let route = use_route();
    let link = move |way: Way| {
        let to = way.to.clone();
        view! {
            <a class="nav-link" href=way.to.href() aria-current=move || belongs(&route.get(), &to).then_some("page")>
                <Icon name=way.icon />
                <span>{way.label}</span>
            </a>
        }
    };
    view! {
        <nav class="shell-nav" aria-label=t.navigation()>
            <div class="nav-main">{main_ways(&place, t).into_iter().map(link).collect_view()}</div>
            <div class="nav-more">{more_ways(&place, t).into_iter().map(link).collect_view()}</div>
        </nav>
    }
}

fn main_ways(place: &Place, t: words::Texts) -> Vec<Way> {
    let way = |to, label, icon| Way { to, label, icon };
    let households = way(
        Route::Households(place.area, Query::default()),
        t.households(),
        IconName::People,
    );
    let targets = way(
        Route::Targets(place.area, Query::default()),
        t.targets(),
        IconName::Target,
    );
    let hand_over = way(Route::HandOver, t.hand_over(), IconName::Exchange);
    match place.level() {
        Level::Village => vec![
            way(Route::Home, t.home_village(), IconName::Home),
            households,
            targets,
            hand_over,
            way(Route::More, t.more(), IconName::More),
        ],
        Level::Township | Level::County => vec![
            way(Route::Home, t.home_office(), IconName::Home),
            way(Route::Areas(Query::default()), t.received(), IconName::Inbox),
            targets,
            households,
            hand_over,
        ],
    }
}

fn more_ways(place: &Place, t: words::Texts) -> Vec<Way> {
    let parameters = Way {
        to: Route::Parameters,
        label: t.parameters(),
        icon: IconName::Table,
    };
    let checks = Way {
        to: Route::Checks(place.area),
        label: t.checks(),
        icon: IconName::Search,
    };
    let checklist = Way {
        to: Route::Checklist(place.area),
        label: t.checklist(),
        icon: IconName::Table,
    };
    let others = [
        Way {
            to: Route::Register(place.area),
            label: t.register(),
            icon: IconName::Ledger,
        },
        Way {
            to: Route::Safekeeping,
            label: t.safekeeping(),
            icon: IconName::Lock,
        },
        Way {
            to: Route::Ledgers,
            label: t.ledgers(),
            icon: IconName::File,
        },
        Way {
            to: Route::Duties(place.area, None),
            label: t.duties(),
            icon: IconName::Visit,
        },
        Way {
            to: Route::Settings,
            label: t.settings(),
            icon: IconName::Settings,
        },
        Way {
            to: Route::Help,
            label: t.help(),
            icon: IconName::Help,
        },
    ];
    let parameters = (place.level() == Level::County).then_some(parameters);
    [checks, checklist]
        .into_iter()
        .chain(parameters)
        .chain(others)
        .collect()
}

/// Whether a page lies on a way.
fn belongs(page: &Route, way: &Route) -> bool {
    match (page, way) {
        (Route::Households(..) | Route::NewHousehold(_) | Route::Household(..), Route::Households(..))
        | (Route::Targets(..) | Route::Target(..), Route::Targets(..))
        | (Route::Areas(_) | Route::Area(..), Route::Areas(_)) => true,
        (
            Route::Register(_) | Route::Records(..) | Route::NewRecord(..) | Route::Record(..),
            Route::Register(_) | Route::More,
        ) => true,
        (Route::Ledgers | Route::Ledger(..), Route::Ledgers | Route::More)
        | (Route::Duties(..), Route::Duties(..) | Route::More)
        | (
            Route::Safekeeping
            | Route::Settings
            | Route::Help
            | Route::Parameters
            | Route::Checks(_)
            | Route::Checklist(_),
            Route::More,
        )
        | (Route::Checks(_), Route::Checks(_))
        | (Route::Checklist(_), Route::Checklist(_)) => true,
        (page, way) => page == way,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::DivisionCode;
    use crate::ui::text::Language;

    fn place(code: &str) -> Place {
        Place {
            area: DivisionCode::new(code).unwrap(),
            name: String::new(),
            demo: false,
        }
    }

    #[test]
    fn every_level_has_five_ways() {
        for code in ["530427", "530427203", "530427203200"] {
            assert_eq!(
                main_ways(&place(code), words::Texts(Language::Zh)).len(),
                5,
                "{code}"
            );
        }
    }

    #[test]
    fn a_household_lies_on_the_way_of_households() {
        let ways = main_ways(&place("530427203200"), words::Texts(Language::En));
        let page = Route::parse("#/household/530427203200/h1/income");
        let on: Vec<_> = ways
            .iter()
            .filter(|way| belongs(&page, &way.to))
            .map(|way| way.label)
            .collect();
        assert_eq!(on, ["Households"]);
    }
}
