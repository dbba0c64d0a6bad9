//! How a household lives: house, water, power, land and what has been made clear about it.

use super::dice::Dice;
use super::home::{Course, Home, local_id};
use crate::model::{
    CentiMu, DangerCategory, DangerousHouse, DangerousHouseId, Date, DeciSqm, HouseGrade, HouseStructure,
    HouseWorkState, HouseholdYear, HouseholdYearId, RebuildMode, RoadSurface, Year,
};

/// The household's living conditions at the end of 2017.
pub(super) fn conditions_2017(dice: &mut Dice, home: &Home) -> HouseholdYear {
    let poor = home.course.in_cohort();
    let year = Year(2017);
    let just_exited = matches!(home.course, Course::Exited(at) | Course::FellBack(at, _) if at == year);
    let grade = if poor {
        [
            (20, HouseGrade::A),
            (48, HouseGrade::B),
            (20, HouseGrade::C),
            (12, HouseGrade::D),
        ]
    } else {
        [
            (45, HouseGrade::A),
            (54, HouseGrade::B),
            (1, HouseGrade::C),
            (0, HouseGrade::D),
        ]
    };
    let members = home.members.len() as i64;
    let arable = dice.between(60, 320) * members;
    let grain_green = if dice.percent(30) {
        dice.between(50, 400)
    } else {
        0
    };
    HouseholdYear {
        id: HouseholdYearId::of(home.id, year),
        household_id: Some(home.id),
        year: Some(year),
        food_assured: Some(!poor || dice.percent(94)),
        clothing_assured: Some(!poor || dice.percent(96)),
        house_grade: Some(dice.weighted(&grade)),
        house_structure: Some(dice.weighted(&[
            (40, HouseStructure::BrickConcrete),
            (25, HouseStructure::BrickWood),
            (35, HouseStructure::EarthWood),
        ])),
        house_area: Some(DeciSqm(dice.between(180, 320) * (members + 1))),
        drinking_safe: Some(dice.percent(if poor { 86 } else { 98 }) || just_exited),
        drinking_difficult: Some(dice.percent(if poor { 8 } else { 1 }) && !just_exited),
        living_power: Some(true),
        production_power: Some(dice.percent(85)),
        broadcast_tv: Some(dice.percent(96)),
        sanitary_toilet: Some(dice.percent(38)),
        entry_road: Some(dice.weighted(&[
            (25, RoadSurface::Earth),
            (20, RoadSurface::Gravel),
            (55, RoadSurface::Concrete),
        ])),
        arable: Some(CentiMu(arable)),
        irrigated: Some(CentiMu(arable * dice.between(0, 60) / 100)),
        forest: Some(CentiMu(dice.between(0, 1_500))),
        grain_green: Some(CentiMu(grain_green)),
        in_cooperative: Some(dice.percent(35)),
        ..HouseholdYear::default()
    }
}

/// The conditions as they are recorded during 2018: mended houses, new taps, and fields that nobody asked about yet.
pub(super) fn conditions_2018(dice: &mut Dice, home: &Home, before: &HouseholdYear) -> HouseholdYear {
    let year = Year(2018);
    let stuck = matches!(home.course, Course::Remains);
    let known = |dice: &mut Dice, value: bool| Some(value).filter(|_| !dice.percent(2));
    let fed = !stuck || dice.percent(90);
    let clothed = !stuck || dice.percent(94);
    let grade = match &before.house_grade {
        Some(HouseGrade::C | HouseGrade::D) if !stuck || dice.percent(40) => Some(HouseGrade::A),
        grade => grade.clone().filter(|_| !dice.percent(1)),
    };
    // Who exits in 2018 has safe water by then.
    let exits = matches!(home.course, Course::ExitedOn(_));
    let safe = before.drinking_safe == Some(true) || (!stuck && (dice.percent(90) || exits));
    HouseholdYear {
        id: HouseholdYearId::of(home.id, year),
        year: Some(year),
        food_assured: known(dice, fed),
        clothing_assured: known(dice, clothed),
        house_grade: grade,
        drinking_safe: known(dice, safe),
        drinking_difficult: known(dice, !safe && before.drinking_difficult == Some(true)),
        sanitary_toilet: Some(before.sanitary_toilet == Some(true) || dice.percent(35)),
        operator_led: dice.percent(90).then(|| dice.percent(80)),
        in_cooperative: Some(before.in_cooperative == Some(true) || dice.percent(30)),
        ..before.clone()
    }
}

/// The day on which the houses of the register of 2017 were appraised.
const APPRAISED: Date = Date::of::<2017, 9, 20>();

/// The entry of a house of grade C or D in the ledger of dangerous houses.
pub(super) fn dangerous_house(home: &Home, conditions: &HouseholdYear) -> Option<DangerousHouse> {
    let grade = conditions.house_grade.clone();
    let is_dangerous = matches!(grade, Some(HouseGrade::C | HouseGrade::D));
    is_dangerous.then(|| DangerousHouse {
        id: DangerousHouseId(local_id('d', home.village, home.number, "")),
        household_id: Some(home.id),
        category: Some(DangerCategory::RegisteredPoor),
        identified_year: conditions.year,
        mode: Some(match grade {
            Some(HouseGrade::D) => RebuildMode::RebuildInPlace,
            _ => RebuildMode::Reinforce,
        }),
        grade,
        state: Some(HouseWorkState::ToRebuild),
        appraised_on: Some(APPRAISED),
        ..DangerousHouse::default()
    })
}

/// The same when the house was found safe on a day.
pub(super) fn mended(house: &DangerousHouse, on: Date) -> DangerousHouse {
    DangerousHouse {
        state: Some(HouseWorkState::Accepted),
        started: Some(on.plus_days(-70)),
        completed: Some(on.plus_days(-9)),
        accepted: Some(on),
        safe_stable: Some(true),
        weatherproof: Some(true),
        ..house.clone()
    }
}

/// What the household survey of autumn 2018 made clear; a doubt stays open rather than being called clear.
pub(super) fn clarified(
    dice: &mut Dice,
    before: &HouseholdYear,
    measured: bool,
    planned: bool,
) -> HouseholdYear {
    let clear = |dice: &mut Dice, share: u32| {
        if dice.percent(share) {
            Some(true)
        } else {
            dice.percent(40).then_some(false)
        }
    };
    HouseholdYear {
        clarity_family: clear(dice, 96),
        clarity_cause: clear(dice, 97),
        clarity_measure: clear(dice, if measured { 96 } else { 10 }),
        clarity_input_output: clear(dice, if measured { 88 } else { 10 }),
        clarity_responsibility: clear(dice, 97),
        clarity_schedule: clear(dice, if planned { 97 } else { 20 }),
        ..before.clone()
    }
}
