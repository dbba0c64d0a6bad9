//! V-HS and V-WT: the house and its water.

use super::area::{Area, Home};
use super::breach::code;
use super::{Breach, Rule};
use crate::model::{DeciSqm, HouseGrade, HouseholdId, HouseholdYear, Kind};
use rustc_hash::FxHashSet;

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let ledger = area.records.dangerous_houses.iter();
    let listed: FxHashSet<HouseholdId> = ledger.filter_map(|row| row.household_id).collect();
    for home in area.homes.iter().filter(|home| !home.gone) {
        let Some(year) = home.year else { continue };
        let is_registered = home.is_registered(&area.as_of);
        if is_registered && !listed.contains(&home.household.id) {
            check_ledger(year, found);
        }
        check_space(year, found);
        if is_registered {
            check_water(area, home, year, found);
        }
    }
}

fn breach(rule: Rule, year: &HouseholdYear, field: &'static str, detail: &str) -> Breach {
    Breach::new(rule, Kind::HouseholdYear, year.id, field, detail)
}

fn check_ledger(year: &HouseholdYear, found: &mut Vec<Breach>) {
    if matches!(year.house_grade, Some(HouseGrade::C | HouseGrade::D)) {
        let grade = code(year.house_grade.as_ref());
        found.push(breach(Rule::DangerousHouseUnlisted, year, "house_grade", grade));
    }
}

fn check_space(year: &HouseholdYear, found: &mut Vec<Breach>) {
    let has_house = year.house_grade != Some(HouseGrade::NoHouse);
    if has_house && year.house_area.is_none_or(|area| area <= DeciSqm(0)) {
        found.push(breach(Rule::FloorSpaceBlank, year, "house_area", ""));
    }
}

/// Unsafe water, and yet the worker found that water is assured or the household ready, or it exited in that year.
fn check_water(area: &Area<'_>, home: &Home<'_>, year: &HouseholdYear, found: &mut Vec<Breach>) {
    if year.drinking_safe != Some(false) && year.drinking_difficult != Some(true) {
        return;
    }
    let this_year = area.terms.year();
    let passed = if year.water_decided == Some(true) {
        "water_decided"
    } else if year.exit_ready_decided == Some(true) {
        "exit_ready_decided"
    } else if home.exited_by(this_year) == Some(this_year) {
        "drinking_safe"
    } else {
        return;
    };
    found.push(breach(Rule::UnsafeWaterPassed, year, passed, ""));
}

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;
    use crate::model::{PovertyStatus, Year};

    #[test]
    fn v_hs_1_wants_dangerous_houses_in_the_ledger() {
        let mut f = Sound::new();
        f.year("h1").house_grade = Some(HouseGrade::C);
        assert_eq!(
            f.at(Rule::DangerousHouseUnlisted),
            ["household_year[h1-2018].house_grade"]
        );
        f.household("h1").registered = Some(false);
        assert!(!f.is_broken(Rule::DangerousHouseUnlisted));
        f.household("h1").registered = Some(true);
        f.dangerous_house("d1", "h1");
        assert!(!f.is_broken(Rule::DangerousHouseUnlisted));
        for grade in [None, Some(HouseGrade::B)] {
            let mut f = Sound::new();
            f.year("h1").house_grade = grade;
            assert!(!f.is_broken(Rule::DangerousHouseUnlisted));
        }
    }

    #[test]
    fn v_hs_2_wants_the_floor_space() {
        let mut f = Sound::new();
        for (space, fires) in [(Some(800), false), (Some(0), true), (None, true)] {
            f.year("h1").house_area = space.map(DeciSqm);
            assert_eq!(f.is_broken(Rule::FloorSpaceBlank), fires, "{space:?}");
        }
        f.year("h1").house_grade = Some(HouseGrade::NoHouse);
        assert!(!f.is_broken(Rule::FloorSpaceBlank));
    }

    #[test]
    fn v_wt_1_finds_unsafe_water_that_was_passed() {
        let mut f = Sound::new();
        f.year("h1").drinking_safe = Some(false);
        assert!(!f.is_broken(Rule::UnsafeWaterPassed), "nobody passed it");
        f.year("h1").water_decided = Some(true);
        assert_eq!(
            f.at(Rule::UnsafeWaterPassed),
            ["household_year[h1-2018].water_decided"]
        );
        f.year("h1").water_decided = None;
        f.year("h1").exit_ready_decided = Some(true);
        assert!(f.is_broken(Rule::UnsafeWaterPassed));
        f.year("h1").exit_ready_decided = Some(false);
        let household = f.household("h1");
        household.poverty_status = Some(PovertyStatus::ExitedWithPolicy);
        household.exit_year = Some(Year(2018));
        assert_eq!(
            f.at(Rule::UnsafeWaterPassed),
            ["household_year[h1-2018].drinking_safe"]
        );
        f.year("h1").drinking_safe = None;
        assert!(!f.is_broken(Rule::UnsafeWaterPassed), "water unknown");
        f.year("h1").drinking_difficult = Some(true);
        assert!(f.is_broken(Rule::UnsafeWaterPassed));
    }
}
