//! Where the user is: a typed route over the part of the address after `#`, which works in every folder and on `file://`.

mod query;
mod section;

use crate::model::{DivisionCode, HouseholdId, Id, Kind, OfficialId};
use leptos::{ev, prelude::*};
use std::fmt;

pub use query::Query;
pub use section::Section;

/// A place in the app. Links are plain `<a href=route.href()>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/home`: today in the village, the overview in an office.
    Home,
    /// `#/start`: who am I.
    Start,
    /// `#/households/<area>?…`: the list of an area.
    Households(DivisionCode, Query),
    /// `#/households/<area>/new`: add a household.
    NewHousehold(DivisionCode),
    /// `#/household/<area>/<id>/<section>/<record>`: one household.
    Household(DivisionCode, HouseholdId, Section, Option<Id>),
    /// `#/register/<area>`: every kind of record of an area, by topic.
    Register(DivisionCode),
    /// `#/register/<area>/<kind>?…`: the records of a kind.
    Records(DivisionCode, Kind, Query),
    /// `#/register/<area>/<kind>/new?…`: begin a record; the query fills in whom it is about.
    NewRecord(DivisionCode, Kind, Query),
    /// `#/register/<area>/<kind>/<id>`: one record.
    Record(DivisionCode, Kind, Id),
    /// `#/targets/<area>?…`: the scoreboard of an area.
    Targets(DivisionCode, Query),
    /// `#/target/<figure>/<area>?…`: the subjects behind one figure of an area.
    Target(String, DivisionCode, Query),
    /// `#/handover`: export and import.
    HandOver,
    /// `#/areas`: what the areas below have handed up.
    Areas(Query),
    /// `#/area/<code>?…`: one area.
    Area(DivisionCode, Query),
    /// `#/checks/<area>`: what does not hold together in an area's records.
    Checks(DivisionCode),
    /// `#/ledgers`: the plan's ledgers.
    Ledgers,
    /// `#/ledgers/<ledger>/<area>?…`: one of them, or one of its tables.
    Ledger(String, DivisionCode, Query),
    /// `#/duties/<area>`, `#/duties/<area>/<official>`: what an area's offices, or an official, owe.
    Duties(DivisionCode, Option<OfficialId>),
    /// `#/checklist/<area>`: the plan's requirements without a number.
    Checklist(DivisionCode),
    /// `#/parameters`: what the county sets.
    Parameters,
    /// `#/safekeeping`: self-check, imports and their undoing, closed periods.
    Safekeeping,
    /// `#/keys`: the device's own keys and the cards of others.
    Keys,
    /// `#/settings`.
    Settings,
    /// `#/help`.
    Help,
    /// `#/more`: the pages that have no place in the bar.
    More,
    /// `#/gallery`: the components, in debug builds.
    Gallery,
    /// Anything else.
    NotFound(String),
}

impl Route {
    /// Reads the part of an address after `#`; an empty one is home.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Self::of_parts(&parts, Query::parse(query)).unwrap_or_else(|| Self::NotFound(path.to_owned()))
    }

    fn of_parts(parts: &[&str], query: Query) -> Option<Self> {
        let area = |code: &str| DivisionCode::new(code);
        Some(match parts {
            [] | ["home"] => Self::Home,
            ["start"] => Self::Start,
            ["households", code] => Self::Households(area(code)?, query),
            ["households", code, "new"] => Self::NewHousehold(area(code)?),
            ["household", code, id] => Self::household(area(code)?, HouseholdId::new(id).ok()?),
            ["household", code, id, section] => Self::Household(
                area(code)?,
                HouseholdId::new(id).ok()?,
                Section::from_id(section)?,
                None,
            ),
            ["household", code, id, section, record] => {
                let record = Some(Id::new(record).ok()?);
                Self::Household(
                    area(code)?,
                    HouseholdId::new(id).ok()?,
                    Section::from_id(section)?,
                    record,
                )
            }
            ["register", code] => Self::Register(area(code)?),
            ["register", code, kind] => Self::Records(area(code)?, Kind::from_id(kind)?, query),
            ["register", code, kind, "new"] => Self::NewRecord(area(code)?, Kind::from_id(kind)?, query),
            ["register", code, kind, id] => {
                Self::Record(area(code)?, Kind::from_id(kind)?, Id::new(id).ok()?)
            }
            ["targets", code] => Self::Targets(area(code)?, query),
            ["target", figure, code] => Self::Target((*figure).to_owned(), area(code)?, query),
            ["handover"] => Self::HandOver,
            ["areas"] => Self::Areas(query),
            ["area", code] => Self::Area(area(code)?, query),
            ["checks", code] => Self::Checks(area(code)?),
            ["ledgers"] => Self::Ledgers,
            ["ledgers", ledger, code] => Self::Ledger((*ledger).to_owned(), area(code)?, query),
            ["duties", code] => Self::Duties(area(code)?, None),
            ["duties", code, official] => Self::Duties(area(code)?, Some(OfficialId::new(official).ok()?)),
            ["checklist", code] => Self::Checklist(area(code)?),
            ["parameters"] => Self::Parameters,
            ["safekeeping"] => Self::Safekeeping,
            ["keys"] => Self::Keys,
            ["settings"] => Self::Settings,
            ["help"] => Self::Help,
            ["more"] => Self::More,
            ["gallery"] => Self::Gallery,
            _ => return None,
        })
    }

    /// A household's first page.
    pub const fn household(area: DivisionCode, id: HouseholdId) -> Self {
        Self::Household(area, id, Section::Overview, None)
    }

    /// The address for a link.
    pub fn href(&self) -> String {
        format!("#/{self}")
    }

    /// Whether both are the same page, whatever the query or the section: a page that stays keeps its place on the screen.
    pub fn same_page(&self, other: &Self) -> bool {
        if let (Self::Household(area, id, ..), Self::Household(other_area, other_id, ..)) = (self, other) {
            return (area, id) == (other_area, other_id);
        }
        let path = |route: &Self| route.to_string().split('?').next().map(str::to_owned);
        path(self) == path(other)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("home"),
            Self::Start => f.write_str("start"),
            Self::Households(area, query) => write!(f, "households/{area}{query}"),
            Self::NewHousehold(area) => write!(f, "households/{area}/new"),
            Self::Household(area, id, Section::Overview, None) => write!(f, "household/{area}/{id}"),
            Self::Household(area, id, section, None) => write!(f, "household/{area}/{id}/{}", section.id()),
            Self::Household(area, id, section, Some(record)) => {
                write!(f, "household/{area}/{id}/{}/{record}", section.id())
            }
            Self::Register(area) => write!(f, "register/{area}"),
            Self::Records(area, kind, query) => write!(f, "register/{area}/{}{query}", kind.def().id),
            Self::NewRecord(area, kind, query) => write!(f, "register/{area}/{}/new{query}", kind.def().id),
            Self::Record(area, kind, id) => write!(f, "register/{area}/{}/{id}", kind.def().id),
            Self::Targets(area, query) => write!(f, "targets/{area}{query}"),
            Self::Target(figure, area, query) => write!(f, "target/{figure}/{area}{query}"),
            Self::HandOver => f.write_str("handover"),
            Self::Areas(query) => write!(f, "areas{query}"),
            Self::Area(area, query) => write!(f, "area/{area}{query}"),
            Self::Checks(area) => write!(f, "checks/{area}"),
            Self::Ledgers => f.write_str("ledgers"),
            Self::Ledger(ledger, area, query) => write!(f, "ledgers/{ledger}/{area}{query}"),
            Self::Duties(area, None) => write!(f, "duties/{area}"),
            Self::Duties(area, Some(official)) => write!(f, "duties/{area}/{official}"),
            Self::Checklist(area) => write!(f, "checklist/{area}"),
            Self::Parameters => f.write_str("parameters"),
            Self::Safekeeping => f.write_str("safekeeping"),
            Self::Keys => f.write_str("keys"),
            Self::Settings => f.write_str("settings"),
            Self::Help => f.write_str("help"),
            Self::More => f.write_str("more"),
            Self::Gallery => f.write_str("gallery"),
            Self::NotFound(path) => f.write_str(path),
        }
    }
}

/// Follows the address from now on and puts the route into the context. A new page begins at its top, with the focus on
/// its heading, so that a screen reader tells where one is.
pub fn provide_route() -> RwSignal<Route> {
    let route = RwSignal::new(here());
    let handle = window_event_listener(ev::hashchange, move |_| {
        let next = here();
        let stays = route.with_untracked(|now| now.same_page(&next));
        route.set(next);
        request_animation_frame(move || begin_page(stays));
    });
    on_cleanup(move || handle.remove());
    provide_context(route);
    route
}

/// The route's signal.
pub fn use_route() -> Signal<Route> {
    use_context::<RwSignal<Route>>().map_or_else(|| Signal::derive(|| Route::Home), Into::into)
}

/// Goes to a route, as a link would.
pub fn go(route: &Route) {
    let _only_refuses_without_a_page = window().location().set_hash(&route.href());
}

/// Changes the query of the page without a step in the browser's history, as filters do.
pub fn replace(route: &Route) {
    let _only_refuses_without_a_page = window().location().replace(&route.href());
}

fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Puts the focus on the record that is open beside a list, or else on the page. A page that stays keeps the focus, unless
/// what had it is gone.
fn begin_page(stays: bool) {
    use wasm_bindgen::JsCast;
    let lost = document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if stays && !lost {
        return;
    }
    let record = document()
        .query_selector(".split-has-record > .split-record")
        .ok()
        .flatten();
    let Some(place) = record.or_else(|| document().get_element_by_id("main")) else {
        return;
    };
    place.set_scroll_top(0);
    if let Ok(place) = place.dyn_into::<web_sys::HtmlElement>() {
        let _is_focusable = place.focus();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_route_is_read_back_from_its_address() {
        let area = DivisionCode::new("530427203200").unwrap();
        let household = HouseholdId::new("h1").unwrap();
        let query = Query::parse("q=zs&incomplete=1");
        let routes = [
            Route::Home,
            Route::Start,
            Route::Households(area, query.clone()),
            Route::NewHousehold(area),
            Route::household(area, household),
            Route::Household(area, household, Section::Income, None),
            Route::Household(area, household, Section::Members, Some(Id::new("p1").unwrap())),
            Route::Household(area, household, Section::Records, None),
            Route::Register(area),
            Route::Records(area, Kind::EmploymentSpell, query.clone()),
            Route::NewRecord(area, Kind::DangerousHouse, Query::parse("household_id=h1")),
            Route::Record(area, Kind::EmploymentSpell, Id::new("e1").unwrap()),
            Route::Targets(area, Query::default()),
            Route::Target("IND-POV-01.persons".to_owned(), area, Query::default()),
            Route::HandOver,
            Route::Areas(query.clone()),
            Route::Area(area, query),
            Route::Checks(area),
            Route::Ledgers,
            Route::Ledger("L-03.posts".to_owned(), area, Query::parse("kind=cleaning")),
            Route::Duties(area, None),
            Route::Duties(area, Some(OfficialId::new("o1").unwrap())),
            Route::Checklist(area),
            Route::Parameters,
            Route::Settings,
            Route::Help,
            Route::More,
            Route::Gallery,
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn an_empty_address_is_home_and_a_foreign_one_is_not_found() {
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#/"), Route::Home);
        assert_eq!(
            Route::parse("#/area/nowhere"),
            Route::NotFound("area/nowhere".to_owned())
        );
        assert_eq!(
            Route::parse("#/households/530427203200/x/y/z"),
            Route::NotFound("households/530427203200/x/y/z".to_owned())
        );
    }

    #[test]
    fn a_kind_that_no_register_has_is_not_found() {
        let foreign = Route::parse("#/register/530427203200/unicorn");
        assert_eq!(
            foreign,
            Route::NotFound("register/530427203200/unicorn".to_owned())
        );
    }

    #[test]
    fn a_filter_does_not_begin_a_new_page() {
        let list = Route::parse("#/households/530427203200");
        assert!(list.same_page(&Route::parse("#/households/530427203200?q=zs")));
        assert!(!list.same_page(&Route::Home));
        let household = Route::parse("#/household/530427203200/h1");
        assert!(household.same_page(&Route::parse("#/household/530427203200/h1/income")));
        assert!(!household.same_page(&Route::parse("#/household/530427203200/h2")));
    }
}
