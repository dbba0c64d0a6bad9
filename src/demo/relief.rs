//! Relief for households that fell back, households that are watched, houses found dangerous later, and the cards of a few
//! households that write down every line of their income.

use super::book::told;
use super::calendar::{day, in_months};
use super::home::{Course, Home, local_id};
use super::projects::{BENEFICIAL, project_id};
use super::telling::Telling;
use crate::model::{
    DangerCategory, Fen, GrantKind, HealthCondition, HouseGrade, HouseWorkState, HouseholdId, IncomeClass,
    IncomeSide, MonitoringKind, MonitoringRisk, ProjectBeneficiaryId, RebuildMode, Year, YearMonth,
};

/// Enters what the village does for households in need.
pub(super) fn enter(telling: &mut Telling<'_>) {
    for home in telling.homes {
        if let Course::FellBack { fell, .. } = home.course {
            relieve(telling, home, YearMonth::of(fell));
        }
    }
    let homes = telling.homes;
    let Some(first) = homes.get(3) else { return };
    if telling.is_one_of(6, 2) {
        watch(telling, first);
    }
    if telling.is_one_of(9, 5) {
        card(telling, first);
    }
    if telling.is_one_of(8, 3) {
        found_later(telling, first);
    }
    for home in homes
        .iter()
        .filter(|home| home.has(&HealthCondition::Disabled))
        .take(2)
    {
        let from = YearMonth {
            year: Year(2018),
            month: 1,
        };
        let told = told! { SocialGrant local_id('g', home.village, home.number, "") =>
            household_id: home.id,
            kind: GrantKind::DisabilityAllowance,
            from_month: from,
            monthly: Fen(7_000),
        };
        telling.tell(day(2018, 3, 20), told);
    }
    for home in homes.iter().skip(2).step_by(16) {
        benefit(telling, home);
    }
}

/// 临时救助; the last of the three waits for it.
fn relieve(telling: &mut Telling<'_>, home: &Home, month: YearMonth) {
    if month.month > 8 {
        return;
    }
    let told = told! { SocialGrant local_id('g', home.village, home.number, "-1") =>
        household_id: home.id,
        kind: GrantKind::Temporary,
        from_month: month,
        to_month: month,
        lump: Fen(300_000),
    };
    telling.tell(month.first_day().plus_days(25), told);
}

fn watch(telling: &mut Telling<'_>, home: &Home) {
    let identified = YearMonth {
        year: Year(2019),
        month: 5,
    };
    let told = told! { MonitoringCase local_id('o', home.village, home.number, "") =>
        household_id: home.id,
        kind: MonitoringKind::UnstableExited,
        identified: identified,
        risks: vec![MonitoringRisk::UnstableWork],
    };
    telling.tell(day(2019, 5, 20), told);
}

/// A house that the yearly review found dangerous: rebuilt in the year, but for one that took longer.
fn found_later(telling: &mut Telling<'_>, home: &Home) {
    let late = telling.is_one_of(40, 3);
    let year = if telling.dice.percent(50) || late {
        2019
    } else {
        2020
    };
    let accepted = in_months(&mut telling.dice, year + u16::from(late), 9, 11);
    let told = told! { DangerousHouse local_id('d', home.village, home.number, "-2") =>
        household_id: home.id,
        category: DangerCategory::RegisteredPoor,
        grade: HouseGrade::C,
        identified_year: Year(year),
        added_by_adjustment: true,
        mode: RebuildMode::Reinforce,
        state: HouseWorkState::Closed,
        accepted: accepted,
        closed: accepted.plus_days(20),
        safe_stable: true,
        weatherproof: true,
    };
    telling.tell(accepted.plus_days(21), told);
}

/// A household that is not registered, whose house the village keeps in the ledger (line 61).
pub(super) fn other_house(telling: &mut Telling<'_>, household: HouseholdId) {
    let accepted = in_months(&mut telling.dice, 2019, 4, 11);
    let told = told! { DangerousHouse telling.id("dn") =>
        household_id: household,
        category: DangerCategory::NonKey,
        grade: HouseGrade::C,
        identified_year: Year(2018),
        mode: RebuildMode::Reinforce,
        state: HouseWorkState::Accepted,
        accepted: accepted,
        fund_household: Fen(1_200_000),
        fund_county: Fen(500_000),
    };
    telling.tell(accepted, told);
}

/// 收支明细: a card of four lines.
fn card(telling: &mut Telling<'_>, home: &Home) {
    let lines = [
        (IncomeSide::Income, IncomeClass::Livestock, "生猪出栏2头", 460_000),
        (IncomeSide::Income, IncomeClass::CashCrop, "甘蔗", 380_000),
        (IncomeSide::Cost, IncomeClass::Livestock, "仔猪和饲料", 210_000),
        (
            IncomeSide::Income,
            IncomeClass::Transfer,
            "耕地地力保护补贴",
            32_000,
        ),
    ];
    for (side, class, item, fen) in lines {
        let told = told! { IncomeItem telling.id("ii") =>
            household_id: home.id,
            year: Year(2020),
            side: side,
            class: class,
            item_name: item,
            amount: Fen(fen),
        };
        telling.tell(day(2020, 11, 12), told);
    }
}

fn benefit(telling: &mut Telling<'_>, home: &Home) {
    let project = project_id(BENEFICIAL[telling.dice.below(BENEFICIAL.len())]);
    let told = told! { ProjectBeneficiary ProjectBeneficiaryId::of(project, home.id) =>
        project_id: project,
        household_id: home.id,
    };
    telling.tell(day(2019, 9, 17), told);
}
