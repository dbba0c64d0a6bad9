//! Visits to households through 2018, about a dozen each.

use super::book::Book;
use super::calendar::{day, in_month, visiting_day};
use super::census::Progress;
use super::dice::Dice;
use super::home::{Home, local_id};
use super::team::Team;
use crate::model::{Count, Date, Official, Visit, VisitId, VisitPurpose, VisitTarget};

/// What visitors find.
const PROBLEMS: [&str; 10] = [
    "屋顶漏雨",
    "饮水管破损",
    "老人慢病未建档",
    "孩子上学路远",
    "缺少猪饲料资金",
    "核桃无人收购",
    "医保卡未激活",
    "想学电焊技术",
    "入户路雨天难走",
    "房屋墙体开裂",
];

/// Enters the visits of one household.
pub(super) fn enter(book: &mut Book, team: &Team, dice: &mut Dice, home: &Home, progress: Progress) {
    let mut number = 0;
    let mut visit = |dice: &mut Dice, date: Date, by: &Official, purpose: VisitPurpose| {
        if !progress.reached(dice, date) {
            return;
        }
        number += 1;
        let record = visit_of(dice, home, number, date, by, purpose);
        let later = dice.place(&[70, 20, 7, 3]) as i64;
        let written = date.plus_days(later).min(day(2018, 12, 31));
        book.add(team.hand(dice, written), &record);
    };
    for month in 1..=12 {
        if dice.percent(74) {
            let date = in_month(dice, month);
            visit(dice, date, team.helper(home.number), VisitPurpose::HouseholdHelp);
        }
    }
    let survey = visiting_day(dice, day(2018, 9, 10), day(2018, 10, 31));
    // The secretary or the mayor of the township sees every household once a year, or nearly (O-07).
    if dice.percent(93) {
        let tour = visiting_day(dice, day(2018, 3, 1), day(2018, 11, 30));
        let leader = dice.below(2);
        visit(dice, tour, &team.township[leader], VisitPurpose::Tour);
    }
    let surveyor = dice.below(3);
    visit(dice, survey, &team.staff[surveyor], VisitPurpose::Survey);
    if dice.percent(45) {
        let check = visiting_day(dice, day(2018, 6, 1), day(2018, 12, 20));
        let checker = dice.below(2);
        visit(dice, check, &team.staff[checker], VisitPurpose::Check);
    }
    if dice.percent(50) {
        let date = visiting_day(dice, day(2018, 3, 1), day(2018, 12, 20));
        let neighbour = 3 + dice.below(3);
        visit(dice, date, &team.staff[neighbour], VisitPurpose::HouseholdHelp);
    }
}

fn visit_of(
    dice: &mut Dice,
    home: &Home,
    number: usize,
    date: Date,
    by: &Official,
    purpose: VisitPurpose,
) -> Visit {
    let problem = dice.percent(11).then(|| vec![dice.pick(&PROBLEMS).to_owned()]);
    let solved = problem.is_some() && dice.percent(70);
    Visit {
        id: VisitId(local_id('v', home.village, home.number, &format!("-{number:02}"))),
        target_kind: Some(VisitTarget::Household),
        household_id: Some(home.id),
        date: Some(date),
        official_id: Some(by.id),
        official_name: by.name.clone(),
        purpose: Some(purpose),
        problems_found: problem,
        problems_solved: solved.then_some(Count(1)),
        ..Visit::default()
    }
}
