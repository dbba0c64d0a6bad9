//! The 11 resettlement sites and the 54 places that are rebuilt nearby (line 83).

use super::book::told;
use super::calendar::{day, in_months};
use super::census::VillageFigures;
use super::offices::Office;
use super::share::{Heads, IN_SITU_ALL, IN_SITU_PLACES, SITES, Share};
use super::sizes::apportion;
use crate::model::{Count, DivisionCode, Id, RelocationKind, RelocationSiteId};

/// The identifier of a site of that kind.
pub(super) fn site_id(kind: &RelocationKind, number: usize) -> RelocationSiteId {
    let letters = if *kind == RelocationKind::InSitu {
        "zi"
    } else {
        "zs"
    };
    RelocationSiteId(Id::joined(&[&format!("{letters}{:02}", number + 1)]))
}

/// Of the sites, and of the places, how many are accepted by the end of 2018, 2019 and 2020; the last place never.
const ACCEPTED: [[usize; 3]; 2] = [[9, 11, 11], [20, 41, 53]];

/// Enters sites and places with the households that the villages say move there.
pub(super) fn enter(office: &mut Office, census: &[VillageFigures]) {
    let at_sites = sites(census, SITES, |share| share.site);
    let nearby = sites(census, IN_SITU_PLACES, |share| share.in_situ);
    let registered =
        |of: fn(&Heads) -> i64| -> Vec<i64> { nearby.iter().map(|(_, heads)| of(heads)).collect() };
    // The others who live in the places: shared out by those who are registered.
    let households = others(IN_SITU_ALL.0, &registered(|heads| heads.0));
    let persons = others(IN_SITU_ALL.1, &registered(|heads| heads.1));
    for (number, (village, heads)) in at_sites.into_iter().enumerate() {
        site(
            office,
            (RelocationKind::CentralisedSite, number),
            village,
            (heads, heads),
        );
    }
    for (number, (village, heads)) in nearby.into_iter().enumerate() {
        let all = (households[number], persons[number]);
        site(office, (RelocationKind::InSitu, number), village, (heads, all));
    }
}

/// The village of every site and the registered households and persons that move there from everywhere.
fn sites(
    census: &[VillageFigures],
    count: usize,
    of: fn(&Share) -> Option<(usize, Heads)>,
) -> Vec<(&'static str, Heads)> {
    let mut sites = vec![("", (0, 0)); count];
    for figures in census {
        if let Some((number, heads)) = of(&figures.share) {
            let site = &mut sites[number];
            if site.0.is_empty() {
                site.0 = figures.division.code;
            }
            site.1 = (site.1.0 + heads.0, site.1.1 + heads.1);
        }
    }
    sites
}

fn others(total: i64, registered: &[i64]) -> Vec<i64> {
    let bounds: Vec<(i64, i64)> = registered.iter().map(|count| (*count, total)).collect();
    apportion(total, registered, &bounds)
}

fn site(
    office: &mut Office,
    (kind, number): (RelocationKind, usize),
    village: &'static str,
    (registered, all): (Heads, Heads),
) {
    let by = ACCEPTED[usize::from(kind == RelocationKind::InSitu)];
    let year = by.iter().position(|count| number < *count);
    let accepted = year.map(|year| in_months(&mut office.dice, 2018 + year as u16, 8, 12));
    let name = crate::plan::divisions::division(village).map_or("", |row| row.short_name);
    let done = accepted.is_some();
    let words = if kind == RelocationKind::InSitu {
        "就地改造点"
    } else {
        "安置点"
    };
    let told = told! { RelocationSite site_id(&kind, number) =>
        kind: kind,
        name: format!("{name}{words}"),
        village_code: DivisionCode::new(village),
        planned_households: Count(all.0),
        planned_persons: Count(all.1),
        planned_reg_households: Count(registered.0),
        planned_reg_persons: Count(registered.1),
        house_done: done,
        public_done: done,
        accepted: accepted,
        water: true,
        power: true,
        road: done,
        telecom: true,
    };
    office.tell(accepted.unwrap_or(day(2020, 12, 21)), told);
}
