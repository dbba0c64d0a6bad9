//! The county's divisions: 1 county (530427), 12 townships and subdistricts, 124 villages and communities.
//!
//! Level, kind, parent and short name all follow from code and name, so a row of the table is just those two.

mod named;
mod table;

pub use named::{NAMED_PLACES, NamedAs, NamedPlace};
pub use table::DIVISIONS;

/// Code of the county itself, 新平彝族傣族自治县.
pub const COUNTY: &str = "530427";

/// Level of a division, by the length of its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 县, 6 digits.
    County,
    /// 乡镇 or 街道, 9 digits.
    Township,
    /// 行政村 or 社区, 12 digits.
    Village,
}

/// Kind of a division; digits 7–9 tell street, town and township apart (GB/T 10114), digit 10 community and village.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// 县.
    County,
    /// 街道, 001–099.
    Street,
    /// 镇, 100–199.
    Town,
    /// 乡, 200–399.
    Township,
    /// 社区, 0xx.
    Community,
    /// 村, 2xx.
    Village,
}

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
    /// Kind.
    pub kind: Kind,
    /// Code of the division it belongs to; none for the county.
    pub parent: Option<&'static str>,
}

const COMMITTEE_OF_VILLAGE: usize = "委会".len();
const COMMITTEE_OF_COMMUNITY: usize = "居民委员会".len();

/// Fills a row of the table; runs when the program is compiled.
const fn division_entry(code: &'static str, name: &'static str) -> Division {
    let digits = code.as_bytes();
    let (level, kind, parent, suffix) = match (digits.len(), digits) {
        (12, [.., b'0', _, _]) => (Level::Village, Kind::Community, 9, COMMITTEE_OF_COMMUNITY),
        (12, _) => (Level::Village, Kind::Village, 9, COMMITTEE_OF_VILLAGE),
        (9, [.., b'0', _, _]) => (Level::Township, Kind::Street, 6, 0),
        (9, [.., b'1', _, _]) => (Level::Township, Kind::Town, 6, 0),
        (9, _) => (Level::Township, Kind::Township, 6, 0),
        _ => (Level::County, Kind::County, 0, 0),
    };
    let parent = if parent == 0 {
        None
    } else {
        Some(code.split_at(parent).0)
    };
    Division {
        code,
        name,
        short_name: name.split_at(name.len() - suffix).0,
        level,
        kind,
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

    /// Whether a code is this division or lies in it. Codes below the village (`-N01`, `-G01`) count too.
    pub fn contains(&self, code: &str) -> bool {
        let lengths = [COUNTY.len(), COUNTY.len() + 3, COUNTY.len() + 6];
        code.strip_prefix(self.code).is_some_and(|rest| {
            rest.starts_with('-') || rest.is_empty() || lengths.contains(&code_length(code))
        })
    }

    /// Where and how the plan names it, if it does.
    pub fn named_in_plan(&self) -> impl Iterator<Item = &'static NamedPlace> + use<> {
        let code = self.code;
        NAMED_PLACES.iter().filter(move |place| place.code == code)
    }
}

fn code_length(code: &str) -> usize {
    code.split('-').next().map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn counts(of: fn(&Division) -> Kind, rows: &[Division], kind: Kind) -> usize {
        rows.iter().filter(|row| of(row) == kind).count()
    }

    #[test]
    fn the_county_has_12_townships_and_124_villages_of_the_known_kinds() {
        let kind = |row: &Division| row.kind;
        let of_townships = [Kind::Street, Kind::Town, Kind::Township].map(|k| counts(kind, townships(), k));
        let of_villages = [Kind::Community, Kind::Village].map(|k| counts(kind, villages(), k));
        assert_eq!(of_townships, [2, 4, 6]);
        assert_eq!(of_villages, [27, 97]);
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
        assert!(village.contains("530427101213-G07"));
        assert!(division(COUNTY).unwrap().contains("530427101213-G07"));
        assert!(!village.contains("530427101214"));
        assert!(!village.contains("5304271012130"));
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
