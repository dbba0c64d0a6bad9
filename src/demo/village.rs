//! One village: the register of 2017, imported early in 2018, and the year that followed.

use super::book::Book;
use super::calendar::{day, instant, visiting_day};
use super::census::{Progress, VillageFigures};
use super::dice::Dice;
use super::faults;
use super::home::{Builder, Home};
use super::income::income;
use super::sizes::household_sizes;
use super::team::Team;
use super::{disputes, exits, help, living, moves, register, schooling, village_year, visits};
use crate::journal::Partition;
use crate::model::{Date, DivisionCode, Fen, Household, HouseholdIncomeYear, HouseholdYear, Year};

/// Dice of each topic, so that more visits do not change incomes.
struct Topics {
    register: Dice,
    living: Dice,
    income: Dice,
    persons: Dice,
    help: Dice,
    visits: Dice,
    moves: Dice,
    village: Dice,
}

impl Topics {
    fn of(seed: u64, village: &str) -> Self {
        let dice = |topic| Dice::new(seed, village, topic);
        Self {
            register: dice("register"),
            living: dice("living"),
            income: dice("income"),
            persons: dice("persons"),
            help: dice("help"),
            visits: dice("visits"),
            moves: dice("moves"),
            village: dice("village"),
        }
    }
}

/// The village's partition.
pub(super) fn partition(seed: u64, figures: &VillageFigures, village: DivisionCode) -> Partition {
    let mut topics = Topics::of(seed, village.as_str());
    let homes = homes(seed, figures, village, &mut topics.moves);
    let team = Team::new(seed, village, figures.place, homes.len());
    let mut book = Book::new(village, team.devices(seed));
    let imported = import_moment(&mut topics.register);
    team.enter(&mut book, imported);
    enter_years(&mut book, &team, &mut topics.village, figures, village, imported);
    for home in &homes {
        let household = register::household(&mut topics.register, home, figures.division.short_name);
        let living = living::conditions_2017(&mut topics.living, home);
        let subject = (home, &household, &living);
        let earned = import(&mut book, &team, imported, &mut topics, subject);
        live_2018(&mut book, &team, &mut topics, figures.progress, subject, &earned);
    }
    disputes::enter(&mut book, &team, figures, &homes);
    faults::enter(&mut book, &team, figures.division.code, &homes);
    book.close()
}

/// Enters the village's own two years; a village that is behind may not have written the second.
fn enter_years(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    figures: &VillageFigures,
    village: DivisionCode,
    imported: u64,
) {
    let year_2017 = village_year::year_2017(dice, figures, village);
    book.add(team.import(imported), &year_2017);
    let written = match figures.progress {
        Progress::Done => true,
        Progress::Behind => dice.percent(40),
        Progress::Silent => false,
    };
    if written {
        let date = visiting_day(dice, day(2018, 12, 3), day(2018, 12, 28));
        let year_2018 = village_year::year_2018(dice, &year_2017, village);
        book.add(team.hand(dice, date), &year_2018);
    }
}

/// A moment of the weeks in which the register of 2017 was read in.
fn import_moment(dice: &mut Dice) -> u64 {
    let date = visiting_day(dice, day(2018, 1, 15), day(2018, 2, 9));
    instant(date, dice.between(9 * 60, 17 * 60))
}

/// The households; those of the 630 lie among the others.
fn homes(seed: u64, figures: &VillageFigures, village: DivisionCode, moves: &mut Dice) -> Vec<Home> {
    let mut dice = Dice::new(seed, village.as_str(), "sizes");
    let open = household_sizes(&mut dice, figures.not_exited.0, figures.not_exited.1);
    let exited = household_sizes(&mut dice, figures.exited.0, figures.exited.1);
    let (mut open, mut exited) = (open.into_iter().peekable(), exited.into_iter().peekable());
    let mut builder = Builder::new(seed, figures, village);
    let mut homes = Vec::new();
    while open.peek().is_some() || exited.peek().is_some() {
        let (left_open, left_exited) = (open.len(), exited.len());
        let from_open = dice.below(left_open + left_exited) < left_open;
        let Some(size) = (if from_open { open.next() } else { exited.next() }) else {
            break;
        };
        let course = if from_open {
            exits::course_of_open(&mut dice, figures.progress)
        } else {
            exits::course_of_exited(&mut dice)
        };
        let mut home = builder.home(size, course);
        moves::happen(moves, &mut builder, &mut home, figures.progress);
        homes.push(home);
    }
    exits::let_one_fall_back(figures.place, &mut homes);
    faults::spoil(figures.division.code, &mut homes);
    homes
}

type Subject<'a> = (&'a Home, &'a Household, &'a HouseholdYear);

fn import(
    book: &mut Book,
    team: &Team,
    at: u64,
    topics: &mut Topics,
    (home, household, living): Subject<'_>,
) -> HouseholdIncomeYear {
    let year = Year(2017);
    register::enter(book, team, at, &mut topics.register, home, household);
    book.add(team.import(at), living);
    if let Some(house) = living::dangerous_house(home, living) {
        book.add(team.import(at), &house);
    }
    let earned = income(&mut topics.income, home, household, None);
    book.add(team.import(at), &earned);
    for member in home.members_on(Date::year_end(year)) {
        book.add(
            team.import(at),
            &schooling::person_year(&mut topics.persons, member, household, year),
        );
    }
    if topics.help.percent(98) {
        book.add(
            team.import(at),
            &help::helper_assignment(&mut topics.help, team, home),
        );
    }
    earned
}

fn live_2018(
    book: &mut Book,
    team: &Team,
    topics: &mut Topics,
    progress: Progress,
    subject: Subject<'_>,
    earned: &HouseholdIncomeYear,
) {
    let (home, household, _) = subject;
    moves::enter(book, team, &mut topics.moves, home);
    exits::enter(book, team, &mut topics.register, home, household, progress);
    visits::enter(book, team, &mut topics.visits, home, progress);
    let measures = help::enter_measures(book, team, &mut topics.help, subject, progress);
    enter_living_2018(book, team, &mut topics.living, subject, measures > 0, progress);
    enter_income_2018(
        book,
        team,
        &mut topics.income,
        (home, household, earned),
        progress,
    );
    enter_persons_2018(book, team, &mut topics.persons, (home, household), progress);
}

/// The living conditions, asked for in spring, and what the survey of autumn made clear.
fn enter_living_2018(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    (home, household, before): Subject<'_>,
    measured: bool,
    progress: Progress,
) {
    let conditions = living::conditions_2018(dice, home, before);
    let asked = visiting_day(dice, day(2018, 4, 9), day(2018, 7, 27));
    let surveyed = visiting_day(dice, day(2018, 9, 10), day(2018, 11, 16));
    if !progress.reached(dice, asked) {
        return;
    }
    let hand = team.hand(dice, asked);
    book.add(hand, &conditions);
    if let Some(house) = living::dangerous_house(home, before)
        && living::dangerous_house(home, &conditions).is_none()
    {
        book.edit(hand, &house, &living::mended(&house, asked));
    }
    if progress.reached(dice, surveyed) {
        let planned = household.exit_year.or(household.planned_exit_year).is_some();
        let clear = living::clarified(dice, &conditions, measured, planned);
        book.edit(team.hand(dice, surveyed), &conditions, &clear);
    }
}

/// The members' year, asked for at one visit in autumn.
fn enter_persons_2018(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    (home, household): (&Home, &Household),
    progress: Progress,
) {
    let asked = visiting_day(dice, day(2018, 9, 10), day(2018, 12, 7));
    if !progress.reached(dice, asked) {
        return;
    }
    let hand = team.hand(dice, asked);
    for member in home.members_on(asked) {
        let record = schooling::person_year(dice, member, household, Year(2018));
        book.add(hand, &record);
    }
}

fn enter_income_2018(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    (home, household, earned): (&Home, &Household, &HouseholdIncomeYear),
    progress: Progress,
) {
    let record = income(dice, home, household, Some(earned));
    let asked = visiting_day(dice, day(2018, 11, 1), day(2018, 12, 14));
    if faults::has_no_income(home) || !progress.reached(dice, asked) {
        return;
    }
    // One in twelve was first written down wrongly and put right later.
    if dice.percent(8) {
        let mut first = record.clone();
        first.cost_operating = record.cost_operating.map(|fen| Fen(fen.0 / 2));
        first.confirmed_by_head = None;
        book.add(team.hand(dice, asked), &first);
        let later = visiting_day(dice, asked.plus_days(3), day(2018, 12, 28));
        book.edit(team.hand(dice, later), &first, &record);
    } else {
        book.add(team.hand(dice, asked), &record);
    }
}
