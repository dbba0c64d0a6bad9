//! The village's year.

use super::calendar::in_months;
use super::census::VillageFigures;
use super::choice::village_exit_year;
use super::dice::Dice;
use crate::model::{
    CentiMu, ClinicState, Count, DivisionCode, Fen, PartyBranchState, VillageYear, VillageYearId, Year,
};

/// The village at the end of 2017. Its rural registered population is what the poverty incidence is measured against.
pub(super) fn year_2017(dice: &mut Dice, figures: &VillageFigures, village: DivisionCode) -> VillageYear {
    let year = Year(2017);
    let poor = village_exit_year(figures.division.code).is_some();
    let population = figures.population;
    let total = population + dice.between(10, population / 12);
    let supplied = population * dice.between(if poor { 86 } else { 93 }, 100) / 100;
    let income = if poor {
        dice.between(6_900, 8_600)
    } else {
        dice.between(7_800, 11_900)
    };
    VillageYear {
        id: VillageYearId::of(village, year),
        village_code: Some(village),
        year: Some(year),
        households: Some(Count(total * 10 / dice.between(33, 41))),
        population: Some(Count(total)),
        rural_registered_population: Some(Count(population)),
        groups: Some(Count((population / 150).max(3))),
        labour: Some(Count(population * dice.between(54, 64) / 100)),
        outgoing_workers: Some(Count(population * dice.between(8, 24) / 100)),
        arable: Some(CentiMu(population * dice.between(120, 260))),
        forest: Some(CentiMu(population * dice.between(200, 900))),
        per_capita_disposable_income: Some(Fen(income * 100)),
        collective_income_reported: Some(Fen(dice.between(if poor { 4_000 } else { 9_000 }, 90_000) * 100)),
        water_pop_total: Some(Count(population)),
        water_pop_centralised: Some(Count(supplied)),
        water_pop_tap: Some(Count(supplied * dice.between(95, 100) / 100)),
        water_standard_met: Some(dice.percent(if poor { 78 } else { 92 })),
        passenger_bus: Some(dice.percent(if poor { 82 } else { 95 })),
        paved_to_township: Some(true),
        clinic: Some(if dice.percent(30) {
            ClinicState::Standardised
        } else {
            ClinicState::Exists
        }),
        preschool_available: Some(dice.percent(if poor { 62 } else { 85 })),
        team_present: Some(poor || dice.percent(40)),
        party_branch_state: Some(if dice.percent(4) {
            PartyBranchState::Weak
        } else {
            PartyBranchState::Normal
        }),
        ..VillageYear::default()
    }
}

/// What a village has in a year, in that many of a hundred cases, if it did not have it before: 2018, 2019, 2020.
type Chances = [u32; 3];

/// The one poverty village that has no preschool within reach at the end.
const WITHOUT_PRESCHOOL: &str = "530427205208";

/// The village a year later; some of 2018 is not known.
pub(super) fn year_after(
    dice: &mut Dice,
    before: &VillageYear,
    village: DivisionCode,
    year: Year,
) -> VillageYear {
    let at = usize::from(year.0 - 2018).min(2);
    let poor = village_exit_year(village.as_str()).is_some();
    let gap: u32 = if at == 0 { 5 } else { 0 };
    let grown = |value: &Option<Count>, part: i64| value.map(|count| Count(count.0 + count.0 * part / 1_000));
    let share = |value: &Option<Count>, part: i64| value.map(|count| Count(count.0 * part / 1_000));
    let better = |dice: &mut Dice, value: Option<bool>, chances: Chances| {
        Some(value == Some(true) || dice.percent(chances[at]))
    };
    let growth = if poor {
        dice.between(1_110, 1_195)
    } else {
        dice.between(1_080, 1_150)
    };
    let change = dice.between(-6, 9);
    let [low, high] = [[940, 985], [965, 995], [989, 999]][at];
    let supplied = share(&before.water_pop_total, dice.between(low, high)).max(before.water_pop_centralised);
    let tapped = share(&supplied, dice.between(965 + 9 * at as i64, 998)).max(before.water_pop_tap);
    let few = |dice: &mut Dice| Some(Count(dice.place(&[45, 40, 15]) as i64));
    let preschool = [
        35,
        60,
        if village.as_str() == WITHOUT_PRESCHOOL {
            0
        } else {
            100
        },
    ];
    VillageYear {
        id: VillageYearId::of(village, year),
        year: Some(year),
        population: grown(&before.population, change),
        rural_registered_population: grown(&before.rural_registered_population, change),
        outgoing_workers: grown(&before.outgoing_workers, dice.between(-40, 110)),
        per_capita_disposable_income: before
            .per_capita_disposable_income
            .map(|fen| Fen(fen.0 * growth / 1_000 / 100 * 100)),
        collective_income_reported: before
            .collective_income_reported
            .map(|fen| Fen(fen.0 * dice.between(95, 150) / 10_000 * 100)),
        water_pop_centralised: supplied,
        water_pop_tap: tapped.min(supplied),
        water_standard_met: better(dice, before.water_standard_met, [60, 100, 100])
            .filter(|_| !dice.percent(gap)),
        passenger_bus: better(dice, before.passenger_bus, [35, 60, 100]),
        preschool_available: better(
            dice,
            before.preschool_available.filter(|_| preschool[2] > 0),
            preschool,
        )
        .filter(|_| !dice.percent(gap)),
        broadband_households: share(&before.households, dice.between(180, 320) * (at as i64 + 1)),
        info_service_station: better(dice, before.info_service_station, [30, 30, 40]),
        ecommerce_point: better(dice, before.ecommerce_point, [15, 20, 30]),
        express_point: better(dice, before.express_point, [10, 25, 40]),
        org_villagers_council: better(dice, before.org_villagers_council, [75, 60, 80]),
        org_moral_council: better(dice, before.org_moral_council, [65, 60, 80]),
        org_red_white_council: better(dice, before.org_red_white_council, [70, 60, 80]),
        new_party_members_youth: few(dice),
        new_party_members_migrant_youth: few(dice),
        new_party_members_women: few(dice),
        village_rules_revised_on: (poor && dice.percent(45)).then(|| in_months(dice, year.0, 3, 11)),
        ..before.clone()
    }
}
