//! Moves in the register: some 600 of the 630 exit at the end of 2018, and three households had fallen back.

use super::book::Book;
use super::calendar::{day, visiting_day};
use super::census::Progress;
use super::dice::Dice;
use super::home::{Course, Home, local_id};
use super::names::phone;
use super::team::Team;
use crate::model::{
    ApprovedLevel, Household, HouseholdStatusEvent, HouseholdStatusEventId, PovertyStatus, StatusEventKind,
    Year,
};

/// Places in the county's list of villages in which a household fell back; villages there always report.
const FALLING_BACK: [usize; 3] = [2, 43, 84];

/// What becomes of a household that had not exited; a silent village has not told.
pub(super) fn course_of_open(dice: &mut Dice, progress: Progress) -> Course {
    let share = match progress {
        Progress::Done => 98,
        Progress::Behind => 76,
        Progress::Silent => 0,
    };
    if dice.percent(share) {
        Course::ExitedOn(visiting_day(dice, day(2018, 11, 12), day(2018, 12, 21)))
    } else {
        Course::Remains
    }
}

/// When a household had exited that was out by the end of 2017.
pub(super) fn course_of_exited(dice: &mut Dice) -> Course {
    Course::Exited(Year(dice.weighted(&[
        (12, 2014),
        (20, 2015),
        (28, 2016),
        (40, 2017),
    ])))
}

/// Lets the first exited household of a few villages fall back.
pub(super) fn let_one_fall_back(village: usize, homes: &mut [Home]) {
    let Some(number) = FALLING_BACK.iter().position(|place| *place == village) else {
        return;
    };
    let exited = homes.iter_mut().find_map(|home| match home.course {
        Course::Exited(year) => Some((home, year)),
        _ => None,
    });
    if let Some((home, year)) = exited {
        home.course = Course::FellBack(year, day(2018, 7 + number as u32, 16));
    }
}

/// Enters the status events of 2018 and the household's own edits.
pub(super) fn enter(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    home: &Home,
    household: &Household,
    progress: Progress,
) {
    let current = with_new_phone(book, team, dice, household, progress);
    let (date, kind, reason, after) = match home.course {
        Course::ExitedOn(date) => (
            date,
            StatusEventKind::Exited,
            "“两不愁三保障”达标，民主评议通过",
            Household {
                poverty_status: Some(PovertyStatus::ExitedWithPolicy),
                exit_year: Some(Year(2018)),
                ..current.clone()
            },
        ),
        Course::FellBack(_, date) => (
            date,
            StatusEventKind::Returned,
            "家庭成员患大病，支出骤增",
            Household {
                poverty_status: Some(PovertyStatus::Returned),
                returned_year: Some(Year(2018)),
                ..current.clone()
            },
        ),
        Course::Exited(_) | Course::Remains => return,
    };
    let event = HouseholdStatusEvent {
        id: HouseholdStatusEventId(local_id('e', home.village, home.number, "")),
        household_id: Some(home.id),
        kind: Some(kind),
        date: Some(date),
        reason_text: Some(reason.to_owned()),
        approved_level: Some(ApprovedLevel::Village),
        ..HouseholdStatusEvent::default()
    };
    let hand = team.hand(dice, date);
    book.add(hand, &event);
    book.edit(hand, &current, &after);
}

/// Some households have a new telephone, a few of them twice.
fn with_new_phone(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    household: &Household,
    progress: Progress,
) -> Household {
    let mut current = household.clone();
    for (share, from, to) in [(9, 3, 6), (25, 7, 10)] {
        let date = visiting_day(dice, day(2018, from, 5), day(2018, to, 25));
        if !dice.percent(share) || !progress.reached(dice, date) {
            break;
        }
        let after = Household {
            phone: Some(phone(dice)),
            ..current.clone()
        };
        book.edit(team.hand(dice, date), &current, &after);
        current = after;
    }
    current
}
