//! The areas to choose from. Pure, tested natively.

use crate::model::{DivisionCode, Level};
use crate::plan::divisions::{self, Division};
use crate::search::{Entry, Index};

/// The village, township and county that the demo offers to look from.
const DEMO_VILLAGE: &str = "530427203200";

/// An area to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaChoice {
    /// The area.
    pub code: DivisionCode,
    /// Its name in lists.
    pub name: &'static str,
    /// The township that a village lies in.
    pub township: Option<&'static str>,
}

/// The areas that answer: without a search a level's areas, villages by township; with one every area of the level
/// that is found by name, pinyin initials or code.
pub fn choices(level: Level, township: Option<DivisionCode>, search: &str) -> Vec<AreaChoice> {
    let search = search.trim();
    match (level, township) {
        (Level::Village, _) if !search.is_empty() => found(divisions::villages(), search),
        (Level::Village, Some(township)) => all(divisions::children(township.as_str())),
        (Level::Village | Level::Township, _) => found(divisions::townships(), search),
        (Level::County, _) => divisions::division(divisions::COUNTY)
            .and_then(choice)
            .into_iter()
            .collect(),
    }
}

/// What the demo county may be looked at from: a village, its township, the county.
pub fn demo_areas() -> Vec<AreaChoice> {
    let village = divisions::division(DEMO_VILLAGE);
    let around = village.into_iter().flat_map(Division::ancestors);
    village.into_iter().chain(around).filter_map(choice).collect()
}

/// How many villages lie in an area.
pub fn villages_in(area: DivisionCode) -> usize {
    divisions::villages()
        .iter()
        .filter(|village| village.code.starts_with(area.as_str()))
        .count()
}

fn all(rows: &'static [Division]) -> Vec<AreaChoice> {
    rows.iter().filter_map(choice).collect()
}

fn found(rows: &'static [Division], search: &str) -> Vec<AreaChoice> {
    let index = Index::new(rows.iter().map(|row| Entry::new(row.short_name, [row.code])));
    let places = index.find(search).into_iter();
    places.filter_map(|place| choice(rows.get(place)?)).collect()
}

fn choice(row: &'static Division) -> Option<AreaChoice> {
    let township = (row.level == Level::Village).then(|| row.ancestors().next());
    Some(AreaChoice {
        code: DivisionCode::new(row.code)?,
        name: row.short_name,
        township: township.flatten().map(|township| township.short_name),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn villages_are_chosen_by_township() {
        assert_eq!(choices(Level::Village, None, "").len(), 12);
        let township = DivisionCode::new("530427203").unwrap();
        let villages = choices(Level::Village, Some(township), "");
        assert!(villages.iter().any(|village| village.name == "太桥村"));
        assert!(villages.iter().all(|village| village.township == Some("老厂乡")));
    }

    #[test]
    fn a_search_finds_villages_of_every_township() {
        for search in ["太桥", "tq", " TQ "] {
            let found = choices(Level::Village, None, search);
            assert!(found.iter().any(|village| village.name == "太桥村"), "{search}");
        }
        assert!(choices(Level::Village, None, "没有这个村").is_empty());
        assert_eq!(
            choices(Level::Township, None, "老厂")[0].code.as_str(),
            "530427203"
        );
    }

    #[test]
    fn the_demo_is_looked_at_from_three_levels_of_one_place() {
        let names: Vec<_> = demo_areas().iter().map(|area| area.name).collect();
        assert_eq!(names, ["太桥村", "老厂乡", "新平彝族傣族自治县"]);
        let counts: Vec<_> = demo_areas().iter().map(|area| villages_in(area.code)).collect();
        assert_eq!((counts[0], counts[2]), (1, 124));
    }
}
