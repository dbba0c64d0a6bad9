//! V-VL: the village's totals of the year, and what its households come to.

use super::area::Area;
use super::breach::mu;
use super::{Breach, Rule};
use crate::model::{CentiMu, Count, HouseholdYear, Kind, VillageYear};

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let Some(year) = area.village_year() else {
        return;
    };
    let mut add = |rule, field, detail: String| {
        found.push(Breach::new(rule, Kind::VillageYear, year.id, field, detail));
    };
    for (field, total) in [
        ("households", year.households),
        ("population", year.population),
        ("rural_registered_population", year.rural_registered_population),
        ("groups", year.groups),
    ] {
        if total.is_none_or(|total| total <= Count(0)) {
            add(
                Rule::VillageTotals,
                field,
                total.map_or(String::new(), |total| total.0.to_string()),
            );
        }
    }
    if let (Some(unsafe_water), Some(dangerous), Some(total)) = (
        year.water_unsafe_households,
        year.dangerous_house_households,
        year.households,
    ) && unsafe_water.0 + dangerous.0 > total.0
    {
        let detail = format!("{} + {} > {}", unsafe_water.0, dangerous.0, total.0);
        add(Rule::VillageSums, "water_unsafe_households", detail);
    }
    for (field, of_village, of_household) in LAND {
        let Some(total) = of_village(year) else { continue };
        let years = area
            .homes
            .iter()
            .filter(|home| !home.gone)
            .filter_map(|home| home.year);
        let sum: i64 = years.filter_map(of_household).map(|land| land.0).sum();
        if sum > total.0 {
            add(Rule::VillageSums, field, format!("{} > {}", mu(sum), mu(total.0)));
        }
    }
}

type Land = (
    &'static str,
    fn(&VillageYear) -> Option<CentiMu>,
    fn(&HouseholdYear) -> Option<CentiMu>,
);

/// Sorts of land that villages and households have.
const LAND: [Land; 7] = [
    ("arable", |village| village.arable, |year| year.arable),
    ("irrigated", |village| village.irrigated, |year| year.irrigated),
    ("forest", |village| village.forest, |year| year.forest),
    (
        "grain_green",
        |village| village.grain_green,
        |year| year.grain_green,
    ),
    ("orchard", |village| village.orchard, |year| year.orchard),
    ("grass", |village| village.grass, |year| year.grass),
    ("water", |village| village.water, |year| year.water),
];

#[cfg(test)]
mod tests {
    use super::super::tests::Sound;
    use super::*;

    #[test]
    fn v_vl_1_compares_sums_with_the_village() {
        let mut f = Sound::new();
        let year = f.village_year();
        year.water_unsafe_households = Some(Count(200));
        year.dangerous_house_households = Some(Count(150));
        assert!(!f.is_broken(Rule::VillageSums), "350 of 350");
        f.village_year().dangerous_house_households = Some(Count(151));
        assert_eq!(
            f.at(Rule::VillageSums),
            ["village_year[530427203200-2018].water_unsafe_households"]
        );
        f.village_year().dangerous_house_households = None;
        assert!(!f.is_broken(Rule::VillageSums));
        f.village_year().arable = Some(CentiMu(599));
        assert_eq!(
            f.at(Rule::VillageSums),
            ["village_year[530427203200-2018].arable"]
        );
        f.village_year().arable = None;
        assert!(!f.is_broken(Rule::VillageSums));
    }

    #[test]
    fn v_vl_2_wants_the_totals() {
        for total in [Some(Count(0)), None] {
            let mut f = Sound::new();
            f.village_year().groups = total;
            f.village_year().population = total;
            assert_eq!(
                f.at(Rule::VillageTotals),
                ["groups", "population"].map(|field| format!("village_year[530427203200-2018].{field}"))
            );
        }
        assert!(!Sound::new().is_broken(Rule::VillageTotals));
    }
}
