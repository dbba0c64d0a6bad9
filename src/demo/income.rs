//! Incomes: a net income per head is aimed at, and the parts are made to lead there.

use super::calendar::{LAST_YEAR, day};
use super::dice::Dice;
use super::home::{Course, Home, Member};
use super::schooling::works;
use crate::model::{
    Count, Date, Fen, Household, HouseholdAttribute, HouseholdIncomeYear, HouseholdIncomeYearId, Year,
};

/// The demo's own poverty lines in yuan a person a year: invented, like all its parameters.
pub const DEMO_POVERTY_LINES: [(u16, i64); 4] = [(2017, 3_000), (2018, 3_200), (2019, 3_400), (2020, 3_600)];

/// The demo's poverty line of a year in yuan.
fn line_of(year: Year) -> i64 {
    let line = DEMO_POVERTY_LINES.iter().find(|(of, _)| *of == year.0);
    line.map_or(0, |(_, yuan)| *yuan)
}

/// Net income per head in yuan that a household of that course had in 2017.
fn aim_2017(dice: &mut Dice, course: Course) -> i64 {
    match course {
        Course::ExitedOn(_) => dice.between(2_350, 2_960),
        Course::Exited(_) => dice.between(4_100, 9_800),
        Course::FellBack { .. } => dice.between(4_100, 5_600),
    }
}

/// The same for a later year, after what it had before: incomes rise or fall by less than half (V-IN-4). Some of the
/// households that exited long ago are below the line (V-IN-3).
fn aim_after(dice: &mut Dice, course: Course, before: i64, year: Year) -> i64 {
    let percent = |share: i64| before * share / 100;
    let line = line_of(year);
    let aim = match course {
        Course::Exited(_) if dice.percent(3) && before < 6_000 => {
            dice.between(percent(60).max(2_400), line - 50)
        }
        course if course.is_out(year) => {
            dice.between(percent(90).max(line + 60), percent(138).max(line + 500))
        }
        _ => dice.between(percent(65).max(1_900), percent(135).min(line - 60)),
    };
    aim.clamp(percent(55), percent(147))
}

/// The household's income of a year, after that of the last year that was asked for; members are counted at the year's end.
pub(super) fn income(
    dice: &mut Dice,
    home: &Home,
    household: &Household,
    before: Option<&HouseholdIncomeYear>,
    year: Year,
) -> HouseholdIncomeYear {
    let before = before.map(|before| before.per_capita().map_or(0, |fen| fen.0 / 100));
    let year_end = Date::year_end(year);
    let members = (home.members_on(year_end).count() as i64).max(1);
    let aim = match before {
        None => aim_2017(dice, home.course),
        Some(before) => aim_after(dice, home.course, before, year),
    };
    let told = home.incomes.and_then(|incomes| match LAST_YEAR.0 - year.0 {
        0 => Some(incomes[1]),
        1 => Some(incomes[0]),
        _ => None,
    });
    let aim = told.unwrap_or(aim);
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
    // Whoever left in the course of the year has earned as well.
    let begins = day(year.0, 1, 1);
    let in_year = |member: &&Member| {
        member.start <= year_end && member.end.as_ref().is_none_or(|(end, _)| *end > begins)
    };
    let away = home
        .members
        .iter()
        .filter(in_year)
        .any(|member| works(member, year));
    let wage = if away {
        (earned * dice.between(45, 80) / 1_000 * 10).max(earned.min(10))
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
