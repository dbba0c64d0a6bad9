//! Visits to households, about four each in three years.

use super::book::Book;
use super::calendar::{LAST_YEAR, YEARS, day, in_months, visiting_day};
use super::census::Progress;
use super::dice::Dice;
use super::home::{Home, local_id};
use super::team::Team;
use crate::model::{Count, Date, Official, PostKind, Visit, VisitId, VisitPurpose, VisitTarget, Year};

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

/// How many of a hundred quarters a helper comes in.
const HELP_VISITS: u32 = 20;

/// Enters the visits of one household: its helper's through the three years, the survey of 2018, now and then a check, and
/// while it is poor the yearly tours of the township's secretary and mayor (O-07).
pub(super) fn enter(book: &mut Book, team: &Team, dice: &mut Dice, home: &Home, progress: Progress) {
    let mut number = 0;
    let mut visit = |dice: &mut Dice, date: Date, (by, post): (&Official, Option<PostKind>), purpose| {
        if !progress.reached(dice, date) {
            return;
        }
        number += 1;
        let record = visit_of(dice, home, number, date, (by, post), purpose);
        let later = dice.place(&[70, 20, 7, 3]) as i64;
        let written = date.plus_days(later).min(Date::year_end(LAST_YEAR));
        book.add(team.hand(dice, written), &record);
    };
    for year in YEARS {
        for quarter in 0..4 {
            if dice.percent(HELP_VISITS) {
                let date = in_months(dice, year, quarter * 3 + 1, quarter * 3 + 3);
                visit(
                    dice,
                    date,
                    (team.helper(home.number), None),
                    VisitPurpose::HouseholdHelp,
                );
            }
        }
        let poor = !home.course.is_out(Year(year - 1)) || !home.course.is_out(Year(year));
        for (leader, post) in [PostKind::TownshipSecretary, PostKind::TownshipMayor]
            .into_iter()
            .enumerate()
        {
            if poor && dice.percent(92 + u32::from(year - 2018) * 4) {
                let date = in_months(dice, year, 3, 11);
                visit(
                    dice,
                    date,
                    (&team.township[leader], Some(post)),
                    VisitPurpose::Tour,
                );
            }
        }
    }
    let survey = visiting_day(dice, day(2018, 9, 10), day(2018, 10, 31));
    let surveyor = dice.below(3);
    if dice.percent(40) {
        visit(dice, survey, (&team.staff[surveyor], None), VisitPurpose::Survey);
    }
    if dice.percent(15) {
        let year = YEARS[dice.below(3)];
        let (check, checker) = (in_months(dice, year, 6, 12), dice.below(2));
        visit(dice, check, (&team.staff[checker], None), VisitPurpose::Check);
    }
}

fn visit_of(
    dice: &mut Dice,
    home: &Home,
    number: usize,
    date: Date,
    (by, post): (&Official, Option<PostKind>),
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
        post,
        purpose: Some(purpose),
        problems_found: problem,
        problems_solved: solved.then_some(Count(1)),
        ..Visit::default()
    }
}
