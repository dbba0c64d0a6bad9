//! The county's divisions: 1 county (530427), 12 townships and subdistricts, 124 villages and communities.
//!
//! Level, kind, parent and short name all follow from code and name, so a row of the table is just those two.

use crate::model::{DivisionKind, Level};

mod named;
mod table;

pub use named::{NAMED_PLACES, NamedAs, NamedPlace};
pub use table::DIVISIONS;

/// Code of the county itself, 新平彝族傣族自治县.
pub const COUNTY: &str = "530427";
/// Code of its parent, 玉溪市, whose income figures the plan refers to (line 59).
pub const CITY: &str = "5304";

/// One division of the county.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Division {
    /// 6, 9 or 12 digits.
    pub code: &'static str,
    /// Full official name: 太桥村委会.
    pub name: &'static str,
    /// Name in lists: 太桥村, 五桂社区.
    pub short_name: &'static str,
    /// Level.
    pub level: Level,
    /// Code of the division it belongs to; none for the county.
    pub parent: Option<&'static str>,
}

const COMMITTEE_OF_VILLAGE: usize = "委会".len();
const COMMITTEE_OF_COMMUNITY: usize = "居民委员会".len();

/// Fills a row of the table; runs when the program is compiled.
const fn division_entry(code: &'static str, name: &'static str) -> Division {
    let (level, parent, suffix) = match code.as_bytes() {
        [_, _, _, _, _, _] => (Level::County, None, 0),
        [_, _, _, _, _, _, _, _, _] => (Level::Township, Some(6), 0),
        [.., b'0', _, _] => (Level::Village, Some(9), COMMITTEE_OF_COMMUNITY),
        _ => (Level::Village, Some(9), COMMITTEE_OF_VILLAGE),
    };
    let parent = match parent {
        Some(digits) => Some(code.split_at(digits).0),
        None => None,
    };
    Division {
        code,
        name,
        short_name: name.split_at(name.len() - suffix).0,
        level,
        parent,
    }
}

/// Finds a division by its code.
pub fn division(code: &str) -> Option<&'static Division> {
    let place = DIVISIONS.binary_search_by(|row| (row.code.len(), row.code).cmp(&(code.len(), code)));
    place.ok().map(|index| &DIVISIONS[index])
}

/// The divisions right below a code, in order; empty for a village or an unknown code.
pub fn children(code: &str) -> &'static [Division] {
    let below = code.len() + 3;
    let start = DIVISIONS.partition_point(|row| (row.code.len(), row.parent) < (below, Some(code)));
    let end = DIVISIONS.partition_point(|row| (row.code.len(), row.parent) <= (below, Some(code)));
    &DIVISIONS[start..end]
}

/// The 12 townships and subdistricts.
pub fn townships() -> &'static [Division] {
    children(COUNTY)
}

/// The 124 villages and communities of the county.
pub fn villages() -> &'static [Division] {
    &DIVISIONS[1 + townships().len()..]
}

impl Division {
    /// The divisions it lies in, nearest first: a village's township, then the county.
    pub fn ancestors(&self) -> impl Iterator<Item = &'static Division> {
        std::iter::successors(self.parent, |code| division(code)?.parent).filter_map(division)
    }

    /// Its kind: digits 7 to 9 tell street, town and township apart (GB/T 10114), digit 10 community and village.
    pub const fn kind(&self) -> DivisionKind {
        match (self.level, self.code.as_bytes()) {
            (Level::County, _) => DivisionKind::County,
            (Level::Township, [.., b'0', _, _]) => DivisionKind::Street,
            (Level::Township, [.., b'1', _, _]) => DivisionKind::Town,
            (Level::Township, _) => DivisionKind::Township,
            (Level::Village, [.., b'0', _, _]) => DivisionKind::Community,
            (Level::Village, _) => DivisionKind::Village,
        }
    }

    /// Where and how the plan names it, if it does.
    pub fn named_in_plan(&self) -> impl Iterator<Item = &'static NamedPlace> + use<> {
        let code = self.code;
        NAMED_PLACES.iter().filter(move |place| place.code == code)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::model::DivisionCode;

    fn count(rows: &[Division], kind: DivisionKind) -> usize {
        rows.iter().filter(|row| row.kind() == kind).count()
    }

    #[test]
    fn the_county_has_12_townships_and_124_villages_of_the_known_kinds() {
        let townships = [DivisionKind::Street, DivisionKind::Town, DivisionKind::Township];
        assert_eq!(townships.map(|kind| count(super::townships(), kind)), [2, 4, 6]);
        assert_eq!(
            [DivisionKind::Community, DivisionKind::Village].map(|kind| count(villages(), kind)),
            [27, 97]
        );
    }

    #[test]
    fn every_code_is_well_formed_and_tells_the_same_level_and_parent() {
        for row in &DIVISIONS {
            let code = DivisionCode::new(row.code).unwrap();
            assert_eq!(code.level(), row.level);
            assert_eq!(code.parent().as_ref().map(DivisionCode::as_str), row.parent);
        }
    }

    #[test]
    fn every_division_is_found_by_its_code_and_is_a_child_of_its_parent() {
        for row in &DIVISIONS {
            assert_eq!(division(row.code), Some(row));
            assert_eq!(row.parent.is_none(), row.code == COUNTY);
            assert!(row.parent.is_none_or(|parent| children(parent).contains(row)));
        }
    }

    #[test]
    fn an_unknown_code_is_nothing_and_has_no_children() {
        for code in [
            "",
            "5304",
            "530428",
            "53042720",
            "530427203299",
            "530427203200-N01",
        ] {
            assert_eq!(division(code), None, "{code}");
            assert!(children(code).is_empty(), "{code}");
        }
        assert!(children("530427203200").is_empty());
    }

    #[test]
    fn short_names_are_those_people_use() {
        for (code, short) in [
            ("530427203200", "太桥村"),
            ("530427001001", "五桂社区"),
            ("530427204205", "腰村村"),
            ("530427203", "老厂乡"),
            (COUNTY, "新平彝族傣族自治县"),
        ] {
            assert_eq!(division(code).unwrap().short_name, short);
        }
        assert!(
            villages()
                .iter()
                .all(|row| row.short_name.ends_with(['村', '区']))
        );
    }

    #[test]
    fn a_village_lies_in_its_township_and_the_county() {
        let village = division("530427101213").unwrap();
        let above: Vec<_> = village.ancestors().map(|row| row.short_name).collect();
        assert_eq!(above, ["漠沙镇", "新平彝族傣族自治县"]);
    }

    #[test]
    fn a_named_village_cites_its_line() {
        let lines: Vec<_> = division("530427203200")
            .unwrap()
            .named_in_plan()
            .map(|place| place.line)
            .collect();
        assert_eq!(lines, [73]);
    }
}
