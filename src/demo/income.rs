//! Incomes: a net income per head is aimed at, and the parts are made to lead there.

use super::dice::Dice;
use super::home::{Course, Home};
use crate::model::{
    Count, Date, Fen, Household, HouseholdAttribute, HouseholdIncomeYear, HouseholdIncomeYearId, Year,
};

/// The demo's own poverty lines in yuan a person a year: invented, like all its parameters.
pub const DEMO_POVERTY_LINES: [(u16, i64); 4] = [(2017, 3_000), (2018, 3_200), (2019, 3_400), (2020, 3_600)];

/// Net income per head in yuan that a household of that course has in a year.
fn aim(dice: &mut Dice, course: Course, year: Year) -> i64 {
    match (year.0, course) {
        (2017, Course::Remains | Course::ExitedOn(_)) => dice.between(1_900, 2_960),
        (2017, _) => dice.between(4_100, 9_800),
        (_, Course::Exited(_)) if dice.percent(1) => dice.between(2_400, 3_150),
        (_, Course::Exited(_)) => dice.between(4_700, 11_800),
        (_, Course::ExitedOn(_)) => dice.between(3_600, 7_900),
        (_, Course::Remains | Course::FellBack(..)) => dice.between(1_900, 3_100),
    }
}

/// The household's income of a year; members are counted at the year's end.
pub(super) fn income(dice: &mut Dice, home: &Home, household: &Household, year: Year) -> HouseholdIncomeYear {
    let year_end = Date::year_end(year);
    let members = (home.members_on(year_end).count() as i64).max(1);
    let aim = aim(dice, home.course, year) * members;
    let allowance = match household.attribute {
        Some(HouseholdAttribute::Dibao) => (dice.between(120, 210) * 12 * members).min(aim * 2 / 5),
        _ => 0,
    };
    let tekun = if household.attribute == Some(HouseholdAttribute::Tekun) {
        aim / 2
    } else {
        0
    };
    let elders = home
        .members_on(year_end)
        .filter(|member| member.age(year) >= 60)
        .count() as i64;
    let pension = (elders * 1_236).min(aim / 3);
    let subsidy = dice.between(8, 60) * 10;
    let forest = if dice.percent(45) {
        dice.between(10, 90) * 10
    } else {
        0
    };
    let property = if dice.percent(18) {
        dice.between(10, 60) * 10
    } else {
        0
    };
    let earned = (aim - allowance - tekun - pension - subsidy - forest - property).max(0);
    let away = home.members_on(year_end).any(|member| member.work_months > 0);
    let wage = if away {
        earned * dice.between(45, 80) / 1_000 * 10
    } else {
        0
    };
    let business = earned - wage;
    let gross = business * 100 / dice.between(58, 74) / 10 * 10;
    let yuan = |yuan: i64| Some(Fen(yuan * 100));
    let some = |amount: i64| if amount > 0 { yuan(amount) } else { None };
    HouseholdIncomeYear {
        id: HouseholdIncomeYearId::of(home.id, year),
        household_id: Some(home.id),
        year: Some(year),
        wage: yuan(wage),
        business_gross: yuan(gross),
        property: yuan(property),
        transfer_dibao: some(allowance),
        transfer_tekun: some(tekun),
        transfer_pension: some(pension),
        transfer_eco: some(forest),
        transfer_farm_subsidy: some(subsidy),
        cost_operating: yuan(gross - business),
        members_counted: Some(Count(members)),
        confirmed_by_head: Some(true),
        ..HouseholdIncomeYear::default()
    }
}
