//! V-LD: land, and how far the house is from the road.

use super::area::Area;
use super::breach::mu;
use super::{Breach, Rule};
use crate::model::{CentiMu, HouseholdYear, Kind};

/// A household's land of each sort is 0 to that many 1/100 亩.
const UP_TO_100: i64 = 10_000;
const UP_TO_200: i64 = 20_000;
/// And that many a person.
const ARABLE_A_PERSON: i64 = 5_000;
const FOREST_A_PERSON: i64 = 7_000;
/// Metres to the main road that are doubted; ten times as many are nearly certainly a slip.
const FAR: i64 = 5_000;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    for home in area.homes.iter().filter(|home| !home.gone) {
        if let Some(year) = home.year {
            check_year(year, area.size(home) as i64, found);
        }
    }
}

fn check_year(year: &HouseholdYear, members: i64, found: &mut Vec<Breach>) {
    let mut add = |field, detail: String| {
        found.push(Breach::new(
            Rule::LandRange,
            Kind::HouseholdYear,
            year.id,
            field,
            detail,
        ));
    };
    let land = [
        ("arable", year.arable, UP_TO_100, ARABLE_A_PERSON),
        ("grass", year.grass, UP_TO_100, i64::MAX),
        ("water", year.water, UP_TO_100, i64::MAX),
        ("forest", year.forest, UP_TO_200, FOREST_A_PERSON),
        ("grain_green", year.grain_green, UP_TO_200, i64::MAX),
        ("orchard", year.orchard, UP_TO_200, i64::MAX),
    ];
    for (field, value, most, a_person) in land {
        let Some(CentiMu(value)) = value else { continue };
        let too_much_each = members > 0 && value > members.saturating_mul(a_person);
        if !(0..=most).contains(&value) || too_much_each {
            add(field, mu(value));
        }
    }
    if let Some(distance) = year
        .distance_main_road
        .filter(|metres| !(0..=FAR).contains(&metres.0))
    {
        let sure = if distance.0 > 10 * FAR { "!" } else { "" };
        add("distance_main_road", format!("{}m{sure}", distance.0));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::Metre;

    #[test]
    fn v_ld_1_doubts_land_beyond_what_a_household_has() {
        type Set = fn(&mut HouseholdYear, Option<CentiMu>);
        let fields: [(&str, Set, i64); 6] = [
            ("arable", |year, value| year.arable = value, UP_TO_100),
            ("grass", |year, value| year.grass = value, UP_TO_100),
            ("water", |year, value| year.water = value, UP_TO_100),
            ("forest", |year, value| year.forest = value, UP_TO_200),
            ("grain_green", |year, value| year.grain_green = value, UP_TO_200),
            ("orchard", |year, value| year.orchard = value, UP_TO_200),
        ];
        for (field, set, most) in fields {
            for (value, fires) in [
                (Some(most), false),
                (Some(most + 1), true),
                (Some(0), false),
                (Some(-1), true),
                (None, false),
            ] {
                let mut f = Sound::new();
                set(f.year("h1"), value.map(CentiMu));
                let expected = fires.then(|| format!("household_year[h1-2018].{field}"));
                assert_eq!(
                    f.at(Rule::LandRange),
                    Vec::from_iter(expected),
                    "{field} {value:?}"
                );
            }
        }
    }

    #[test]
    fn v_ld_1_reckons_land_a_person() {
        let mut f = Sound::new();
        f.year("h1").arable = Some(CentiMu(5_001));
        assert!(!f.is_broken(Rule::LandRange));
        for member in ["m2", "m3"] {
            f.membership(member).end = Some(crate::model::Date::of::<2018, 5, 1>());
        }
        assert!(f.is_broken(Rule::LandRange), "one person with 50.01 亩");
        f.year("h1").arable = None;
        f.year("h1").forest = Some(CentiMu(7_001));
        assert_eq!(f.at(Rule::LandRange), ["household_year[h1-2018].forest"]);
    }

    #[test]
    fn v_ld_1_doubts_long_ways_to_the_road() {
        for (metres, fires) in [
            (Some(5_000), false),
            (Some(5_001), true),
            (Some(50_001), true),
            (None, false),
        ] {
            let mut f = Sound::new();
            f.year("h1").distance_main_road = metres.map(Metre);
            assert_eq!(f.is_broken(Rule::LandRange), fires, "{metres:?}");
        }
    }
}
