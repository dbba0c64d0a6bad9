//! Who has reported and who has not, as plain values. Pure, tested natively.

use crate::indicators::Scores;
use crate::model::{DivisionCode, Level};
use crate::plan::divisions;
use crate::workspace::{Received, Summary};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What has arrived of one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaReport {
    /// The area.
    pub area: DivisionCode,
    /// Its villages whose records are here.
    pub reported: i64,
    /// Its villages in all; one of a village.
    pub of: i64,
    /// The last package that brought something of it.
    pub receipt: Option<Received>,
    /// Households on this device.
    pub households: usize,
    /// Persons on this device.
    pub persons: usize,
}

impl AreaReport {
    /// Whether anything of it is still missing.
    pub const fn is_missing_some(&self) -> bool {
        self.reported < self.of
    }

    /// Whether nothing of it is here.
    pub const fn is_missing(&self) -> bool {
        self.reported == 0
    }
}

/// What this device knows, as the reports need it.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The figures, which know how many villages are in them.
    pub scores: &'a Scores,
    /// The areas on this device.
    pub summaries: &'a BTreeMap<DivisionCode, Arc<Summary>>,
    /// The packages that came in.
    pub received: &'a BTreeMap<DivisionCode, Received>,
}

/// The report of one area.
pub fn report(area: DivisionCode, known: Known<'_>) -> AreaReport {
    let (reported, missing) = known
        .scores
        .card(area)
        .map_or((0, i64::from(area.level() == Level::Village)), |card| {
            (card.reported, card.missing)
        });
    let within = || {
        known
            .summaries
            .values()
            .filter(|summary| summary.area.within(area))
    };
    AreaReport {
        area,
        reported,
        of: reported + missing,
        receipt: receipt(area, known.received).filter(|_| reported > 0).cloned(),
        households: within().map(|summary| summary.households).sum(),
        persons: within().map(|summary| summary.persons).sum(),
    }
}

/// The reports of the areas right below one, by code.
pub fn reports(scope: DivisionCode, known: Known<'_>) -> Vec<AreaReport> {
    below(scope, known.summaries.keys().copied())
        .into_iter()
        .map(|area| report(area, known))
        .collect()
}

/// The areas right below one: those of the county's list, and others that are on this device.
pub fn below(scope: DivisionCode, here: impl IntoIterator<Item = DivisionCode>) -> BTreeSet<DivisionCode> {
    let listed = divisions::children(scope.as_str())
        .iter()
        .filter_map(|row| DivisionCode::new(row.code));
    let others = here.into_iter().filter(|area| area.parent() == Some(scope));
    listed.chain(others).collect()
}

/// The package that brought an area: its own, else the newest of its parts, else that of the nearest area around it.
fn receipt(area: DivisionCode, received: &BTreeMap<DivisionCode, Received>) -> Option<&Received> {
    let parts = || received.values().filter(|receipt| receipt.scope.within(area));
    let around =
        || std::iter::successors(area.parent(), DivisionCode::parent).find_map(|code| received.get(&code));
    received
        .get(&area)
        .or_else(|| parts().max_by_key(|receipt| receipt.at))
        .or_else(around)
}

/// Areas to choose from that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What they lie in; none for the first group, which holds the device's own area and what is right below.
    pub of: Option<DivisionCode>,
    /// The areas.
    pub areas: Vec<DivisionCode>,
}

/// What a device of that area may look at: itself and its parts, and for a county every village by township.
pub fn choices(own: DivisionCode) -> Vec<Choices> {
    let parts: Vec<DivisionCode> = below(own, []).into_iter().collect();
    let groups = parts
        .iter()
        .filter(|_| own.level() == Level::County)
        .map(|township| Choices {
            of: Some(*township),
            areas: below(*township, []).into_iter().collect(),
        });
    let groups: Vec<Choices> = groups.collect();
    let first = Choices {
        of: None,
        areas: std::iter::once(own).chain(parts).collect(),
    };
    std::iter::once(first)
        .chain(groups)
        .filter(|group| !group.areas.is_empty())
        .collect()
}

/// The areas from the device's own down to one, for the line that says where one is.
pub fn path(own: DivisionCode, area: DivisionCode) -> Vec<DivisionCode> {
    let mut path: Vec<DivisionCode> = std::iter::successors(Some(area), DivisionCode::parent)
        .take_while(|code| code.within(own))
        .collect();
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::{CountyFacts, Scorecard};
    use crate::model::Date;

    fn code(text: &str) -> DivisionCode {
        DivisionCode::new(text).unwrap()
    }

    fn receipt_of(scope: &str, at: u64) -> (DivisionCode, Received) {
        let receipt = Received {
            scope: code(scope),
            as_of: Date::of::<2018, 12, 31>(),
            sequence: 1,
            at,
            author: String::new(),
            link: None,
            earlier: Default::default(),
        };
        (receipt.scope, receipt)
    }

    fn scores(villages: &[&str]) -> Scores {
        let card = Scorecard {
            reported: 1,
            ..Scorecard::default()
        };
        let cards = villages
            .iter()
            .map(|village| (code(village), card.clone()))
            .collect();
        Scores::of_cards(
            cards,
            CountyFacts::default(),
            Date::of::<2018, 12, 31>(),
            crate::indicators::Silent::of(&CountyFacts::default(), Date::of::<2018, 12, 31>()).into(),
        )
    }

    #[test]
    fn a_village_without_records_is_missing_and_its_township_says_so() {
        let (scores, none) = (scores(&["530427203200"]), BTreeMap::new());
        let received = BTreeMap::from([receipt_of("530427203200", 5)]);
        let known = Known {
            scores: &scores,
            summaries: &none,
            received: &received,
        };
        let villages = reports(code("530427203"), known);
        let missing: Vec<_> = villages.iter().filter(|village| village.is_missing()).collect();
        assert_eq!(missing.len(), villages.len() - 1);
        assert!(missing.iter().all(|village| village.receipt.is_none()));
        let township = report(code("530427203"), known);
        assert_eq!((township.reported, township.of as usize), (1, villages.len()));
        assert!(township.is_missing_some() && !township.is_missing());
        assert_eq!(township.receipt.unwrap().at, 5);
    }

    #[test]
    fn an_areas_own_package_is_shown_before_that_of_its_parts_and_that_of_what_is_around_it() {
        let received = BTreeMap::from([
            receipt_of("530427203", 9),
            receipt_of("530427203200", 5),
            receipt_of("530427204200", 20),
        ]);
        let of = |area| receipt(code(area), &received).map(|receipt| receipt.at);
        assert_eq!(of("530427203200"), Some(5));
        assert_eq!(of("530427203201"), Some(9));
        assert_eq!(of("530427204"), Some(20));
        assert_eq!(of("530427205"), None);
    }

    #[test]
    fn a_county_chooses_among_all_and_a_village_has_no_choice() {
        let county: usize = choices(code("530427"))
            .iter()
            .map(|group| group.areas.len())
            .sum();
        assert_eq!(county, 1 + 12 + 124);
        assert_eq!(choices(code("530427203"))[0].areas[0], code("530427203"));
        let village: usize = choices(code("530427203200"))
            .iter()
            .map(|group| group.areas.len())
            .sum();
        assert_eq!(village, 1);
    }

    #[test]
    fn the_path_begins_at_the_devices_own_area() {
        let village = code("530427203200");
        assert_eq!(
            path(code("530427"), village),
            [code("530427"), code("530427203"), village]
        );
        assert_eq!(path(code("530427203"), village), [code("530427203"), village]);
    }
}
