//! Moves in the register: some 600 of the 630 exit at the end of 2018, the others later, and three households fall back.

use super::book::{Book, Told, told};
use super::calendar::{day, visiting_day};
use super::census::Progress;
use super::dice::Dice;
use super::home::{Course, Home, local_id};
use super::names::phone;
use super::team::Team;
use crate::model::{ApprovedLevel, Date, Household, PovertyStatus, StatusEventKind, Year};

/// Places in the county's list of villages in which a household fell back; villages there always report.
const FALLING_BACK: [usize; 3] = [2, 43, 84];

/// When a household exits that had not at the end of 2017: nearly all in 2018, the last in 2020. A village that was silent
/// told of none in 2018.
pub(super) fn course_of_open(dice: &mut Dice, progress: Progress) -> Course {
    let share = match progress {
        Progress::Done => 98,
        Progress::Behind => 76,
        Progress::Silent => 0,
    };
    let year = match (dice.percent(share), dice.percent(60)) {
        (true, _) => 2018,
        (_, true) => 2019,
        _ => 2020,
    };
    Course::ExitedOn(visiting_day(dice, day(year, 11, 12), day(year, 12, 21)))
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

/// Lets the first exited household of a few villages fall back in 2018, and get out again one or two years later.
pub(super) fn let_one_fall_back(village: usize, homes: &mut [Home]) {
    let Some(number) = FALLING_BACK.iter().position(|place| *place == village) else {
        return;
    };
    let exited = homes.iter_mut().find_map(|home| match home.course {
        Course::Exited(year) => Some((home, year)),
        _ => None,
    });
    if let Some((home, exited)) = exited {
        home.course = Course::FellBack {
            exited,
            fell: day(2018, 7 + number as u32, 16),
            out: day(2019 + (number % 2) as u16, 11, 20),
        };
    }
}

/// Enters the household's moves in the register and its own edits.
pub(super) fn enter(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    home: &Home,
    household: &Household,
    progress: Progress,
) {
    let current = with_new_phone(book, team, dice, household, progress);
    match home.course {
        Course::ExitedOn(date) => {
            exit(book, team, dice, (home, current), (date, ""));
        }
        Course::FellBack { fell, out, .. } => {
            let after = Household {
                poverty_status: Some(PovertyStatus::Returned),
                returned_year: Some(fell.year()),
                ..current.clone()
            };
            let hand = team.hand(dice, fell);
            book.tell(
                hand,
                event(
                    home,
                    "",
                    (StatusEventKind::Returned, fell),
                    "家庭成员患大病，支出骤增",
                ),
            );
            book.edit(hand, &current, &after);
            exit(book, team, dice, (home, after), (out, "-2"));
        }
        Course::Exited(_) => {}
    }
}

/// A move of the household on a day.
fn event(home: &Home, rest: &str, (kind, date): (StatusEventKind, Date), reason: &str) -> Told {
    told! { HouseholdStatusEvent local_id('e', home.village, home.number, rest) =>
        household_id: home.id,
        kind: kind,
        date: date,
        reason_text: reason,
        approved_level: ApprovedLevel::Village,
    }
}

/// The household gets out of poverty.
fn exit(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    (home, before): (&Home, Household),
    (date, rest): (Date, &str),
) {
    let after = Household {
        poverty_status: Some(PovertyStatus::ExitedWithPolicy),
        exit_year: Some(date.year()),
        ..before.clone()
    };
    let hand = team.hand(dice, date);
    let reason = "“两不愁三保障”达标，民主评议通过";
    book.tell(hand, event(home, rest, (StatusEventKind::Exited, date), reason));
    book.edit(hand, &before, &after);
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
