//! Incomes: a net income per head is aimed at, and the parts are made to lead there.

use super::dice::Dice;
use super::home::{Course, Home};
use super::schooling::works;
use crate::model::{
    Count, Date, Fen, Household, HouseholdAttribute, HouseholdIncomeYear, HouseholdIncomeYearId, Year,
};

/// The demo's own poverty lines in yuan a person a year: invented, like all its parameters.
pub const DEMO_POVERTY_LINES: [(u16, i64); 4] = [(2017, 3_000), (2018, 3_200), (2019, 3_400), (2020, 3_600)];

/// Net income per head in yuan that a household of that course had in 2017.
fn aim_2017(dice: &mut Dice, course: Course) -> i64 {
    match course {
        Course::Remains => dice.between(1_900, 2_960),
        Course::ExitedOn(_) => dice.between(2_350, 2_960),
        Course::Exited(_) => dice.between(4_100, 9_800),
        Course::FellBack(..) => dice.between(4_100, 5_600),
    }
}

/// The same for 2018, after what it had in 2017: incomes rise or fall by less than half (V-IN-4). Some of the households that
/// exited long ago are below the line (V-IN-3).
fn aim_2018(dice: &mut Dice, course: Course, before: i64) -> i64 {
    let percent = |share: i64| before * share / 100;
    match course {
        Course::Exited(_) if dice.percent(3) && before < 6_000 => dice.between(percent(52).max(2_400), 3_150),
        Course::Exited(_) => dice.between(percent(85), percent(142)),
        Course::ExitedOn(_) => dice.between(3_250, percent(148)),
        Course::Remains => dice.between(percent(65).max(1_900), percent(135).min(3_100)),
        Course::FellBack(..) => dice.between(percent(55), 3_100),
    }
}

/// The household's income of 2017, or of 2018 after that of 2017; members are counted at the year's end.
pub(super) fn income(
    dice: &mut Dice,
    home: &Home,
    household: &Household,
    before: Option<&HouseholdIncomeYear>,
) -> HouseholdIncomeYear {
    let year = Year(if before.is_some() { 2018 } else { 2017 });
    let before = before.map(|before| before.per_capita().map_or(0, |fen| fen.0 / 100));
    let year_end = Date::year_end(year);
    let members = (home.members_on(year_end).count() as i64).max(1);
    let aim = match before {
        None => aim_2017(dice, home.course),
        Some(before) => aim_2018(dice, home.course, before),
    };
    let aim = home.incomes.map_or(
        aim,
        |[of_2017, of_2018]| if before.is_some() { of_2018 } else { of_2017 },
    );
    let aim = aim * members;
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
    // What is left to earn stays more than nothing, so that the parts come to what is aimed at.
    let mut left = aim - allowance - tekun - pension;
    let [subsidy, forest, property] = [subsidy, forest, property].map(|part| {
        let part = part.min(left / 3);
        left -= part;
        part
    });
    let earned = left;
    let away = home.members_on(year_end).any(|member| works(member, year));
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
