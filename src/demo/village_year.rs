//! The village's year.

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
        dice.between(6_400, 8_600)
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

/// The village a year later, some of it not known yet.
pub(super) fn year_2018(dice: &mut Dice, before: &VillageYear, village: DivisionCode) -> VillageYear {
    let year = Year(2018);
    let grown = |value: &Option<Count>, part: i64| value.map(|count| Count(count.0 + count.0 * part / 1_000));
    let better = |dice: &mut Dice, value: Option<bool>| Some(value == Some(true) || dice.percent(35));
    let growth = dice.between(1_080, 1_190);
    let change = dice.between(-6, 9);
    let supplied = grown(&before.water_pop_centralised, dice.between(0, 30)).min(before.water_pop_total);
    VillageYear {
        id: VillageYearId::of(village, year),
        year: Some(year),
        population: grown(&before.population, change),
        rural_registered_population: grown(&before.rural_registered_population, change),
        outgoing_workers: grown(&before.outgoing_workers, dice.between(-40, 110)),
        per_capita_disposable_income: before
            .per_capita_disposable_income
            .filter(|_| !dice.percent(12))
            .map(|fen| Fen(fen.0 * growth / 1_000 / 100 * 100)),
        collective_income_reported: before
            .collective_income_reported
            .filter(|_| !dice.percent(8))
            .map(|fen| Fen(fen.0 * dice.between(90, 190) / 10_000 * 100)),
        water_pop_centralised: supplied,
        water_pop_tap: grown(&before.water_pop_tap, 4).min(supplied),
        water_standard_met: better(dice, before.water_standard_met).filter(|_| !dice.percent(5)),
        passenger_bus: better(dice, before.passenger_bus),
        preschool_available: better(dice, before.preschool_available).filter(|_| !dice.percent(5)),
        ..before.clone()
    }
}
