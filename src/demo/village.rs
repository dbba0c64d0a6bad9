//! One village: the register of 2017, imported early in 2018, and the three years that followed.

use super::book::Book;
use super::calendar::{LAST_YEAR, YEARS, day, in_months, instant, visiting_day};
use super::census::{Progress, VillageFigures};
use super::dice::Dice;
use super::faults;
use super::home::{Builder, Home, Member};
use super::income::income;
use super::sizes::household_sizes;
use super::team::Team;
use super::telling::Telling;
use super::{
    disputes, exits, help, living, moves, people, register, relief, school, schooling, village_life,
    village_year, visits,
};
use crate::journal::Partition;
use crate::model::{DivisionCode, Fen, Household, HouseholdIncomeYear, HouseholdYear, VillageYear, Year};

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
    let (homes, outside) = homes(seed, figures, village, &mut topics.moves);
    let team = Team::new(seed, village, figures.place, homes.len());
    let mut book = Book::new(village, team.devices(seed));
    let imported = import_moment(&mut topics.register);
    team.enter(&mut book, imported);
    enter_years(&mut book, &team, &mut topics.village, figures, village, imported);
    for home in &homes {
        let household = register::household(&mut topics.register, home, figures.division.short_name);
        let subject = (home, &household);
        let known = import(&mut book, &team, imported, &mut topics, subject);
        live(&mut book, &team, &mut topics, figures.progress, subject, known);
    }
    if let Some(home) = &outside {
        let record = register::not_registered(home, figures.division.short_name);
        register::enter(&mut book, &team, imported, &mut topics.register, home, &record);
    }
    let mut telling = Telling::new(seed, &mut book, &team, figures, &homes);
    if let Some(home) = &outside {
        relief::other_house(&mut telling, home.id);
    }
    village_life::enter(&mut telling);
    people::enter(&mut telling);
    village_life::question(&mut telling);
    disputes::enter(&mut book, &team, figures, &homes);
    faults::enter(&mut book, &team, figures.division.code, &homes);
    book.close()
}

/// Enters the village's own years; a village that was behind may not have written that of 2018.
fn enter_years(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    figures: &VillageFigures,
    village: DivisionCode,
    imported: u64,
) {
    let mut before = village_year::year_2017(dice, figures, village);
    book.add(team.import(imported), &before);
    for year in YEARS {
        let after = village_year::year_after(dice, &before, village, Year(year));
        let date = visiting_day(dice, day(year, 12, 3), day(year, 12, 28));
        let written = match figures.progress {
            Progress::Behind if year == 2018 => dice.percent(40),
            Progress::Silent => year > 2018,
            _ => true,
        };
        if written {
            book.add(team.hand(dice, date), &after);
        }
        before = VillageYear {
            village_rules_revised_on: None,
            ..after
        };
    }
}

/// A moment of the weeks in which the register of 2017 was read in.
fn import_moment(dice: &mut Dice) -> u64 {
    let date = visiting_day(dice, day(2018, 1, 15), day(2018, 2, 9));
    instant(date, dice.between(9 * 60, 17 * 60))
}

/// The registered households, those of the 630 among the others; and in some villages one that is not registered, whose
/// house is in the ledger.
fn homes(
    seed: u64,
    figures: &VillageFigures,
    village: DivisionCode,
    moves: &mut Dice,
) -> (Vec<Home>, Option<Home>) {
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
    school::let_one_drop_out(figures.place, &mut homes);
    faults::spoil(figures.division.code, &mut homes);
    let outside = (figures.place % 16 == 9).then(|| builder.home(3, exits::course_of_exited(&mut dice)));
    (homes, outside)
}

type Subject<'a> = (&'a Home, &'a Household);

/// What is known of a household from one survey to the next.
struct Known {
    living: HouseholdYear,
    earned: HouseholdIncomeYear,
}

/// Enters what the import of the register of 2017 brings: the household with its people and its helper, and its house if
/// that is in the ledger. How it lived and what it earned then is not entered; later years start from it.
fn import(
    book: &mut Book,
    team: &Team,
    at: u64,
    topics: &mut Topics,
    (home, household): Subject<'_>,
) -> Known {
    register::enter(book, team, at, &mut topics.register, home, household);
    let living = living::conditions_2017(&mut topics.living, home);
    if let Some(house) = living::dangerous_house(home, &living) {
        book.add(team.import(at), &house);
    }
    let earned = income(&mut topics.income, home, household, None, Year(2017));
    if topics.help.percent(98) {
        book.add(
            team.import(at),
            &help::helper_assignment(&mut topics.help, team, home),
        );
    }
    Known { living, earned }
}

/// The villages in which every household was surveyed in 2019 too, to see whether what was reached lasts: one in each
/// township of line 81, and one more. The others went from the survey of 2018 to that of 2020.
const SURVEYED_IN_2019: [&str; 4] = ["530427103204", "530427202204", "530427203208", "530427205206"];

fn live(
    book: &mut Book,
    team: &Team,
    topics: &mut Topics,
    progress: Progress,
    subject: Subject<'_>,
    mut known: Known,
) {
    let (home, household) = subject;
    moves::enter(book, team, &mut topics.moves, home);
    exits::enter(book, team, &mut topics.register, home, household, progress);
    visits::enter(book, team, &mut topics.visits, home, progress);
    for year in YEARS.map(Year) {
        let with = (home, household, &known.living);
        let measures = help::enter_measures(book, team, &mut topics.help, with, (year, progress));
        if year == Year(2019) && !SURVEYED_IN_2019.contains(&home.village.as_str()) {
            continue;
        }
        known.living = enter_living(
            book,
            team,
            &mut topics.living,
            subject,
            (&known.living, measures > 0),
            (year, progress),
        );
        known.earned = enter_income(
            book,
            team,
            &mut topics.income,
            subject,
            &known.earned,
            (year, progress),
        );
        enter_persons(book, team, &mut topics.persons, subject, (year, progress));
    }
}

/// The living conditions and what the survey made clear; in 2018 both were asked for apart in some villages.
fn enter_living(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    subject: Subject<'_>,
    (before, measured): (&HouseholdYear, bool),
    (year, progress): (Year, Progress),
) -> HouseholdYear {
    let (home, household) = subject;
    let conditions = living::conditions(dice, subject, before, year);
    let asked = in_months(dice, year.0, 4, 7);
    let surveyed = in_months(dice, year.0, 9, 11);
    let last = year == LAST_YEAR;
    if !last && !progress.reached(dice, asked) {
        return conditions;
    }
    let mended = living::dangerous_house(home, before)
        .filter(|_| living::dangerous_house(home, &conditions).is_none());
    if let Some(house) = mended {
        book.edit(team.hand(dice, asked), &house, &living::mended(&house, asked));
    }
    let planned = household.exit_year.or(household.planned_exit_year).is_some();
    let clear = living::clarified(dice, &conditions, measured, planned);
    let clarified = last || progress.reached(dice, surveyed);
    if year == Year(2018) && home.number % 5 == 0 {
        book.add(team.hand(dice, asked), &conditions);
        if clarified {
            book.edit(team.hand(dice, surveyed), &conditions, &clear);
        }
    } else if clarified {
        book.add(team.hand(dice, surveyed), &clear);
    } else {
        book.add(team.hand(dice, asked), &conditions);
    }
    conditions
}

/// The members' year, asked for at one visit in autumn.
fn enter_persons(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    (home, household): Subject<'_>,
    (year, progress): (Year, Progress),
) {
    let asked = in_months(dice, year.0, 9, 12);
    if year != LAST_YEAR && !progress.reached(dice, asked) {
        return;
    }
    let hand = team.hand(dice, asked);
    for member in home.members_on(asked) {
        let record = schooling::person_year(dice, member, household, year);
        book.add(hand, &record);
    }
    // Whoever joins after the survey of the last year is asked on joining.
    let later = |member: &&Member| member.start > asked && member.start.year() == year && year == LAST_YEAR;
    for member in home.members.iter().filter(later) {
        let record = schooling::person_year(dice, member, household, year);
        book.add(
            team.hand(dice, member.start.plus_days(12).min(day(year.0, 12, 30))),
            &record,
        );
    }
}

fn enter_income(
    book: &mut Book,
    team: &Team,
    dice: &mut Dice,
    (home, household): Subject<'_>,
    earned: &HouseholdIncomeYear,
    (year, progress): (Year, Progress),
) -> HouseholdIncomeYear {
    let record = income(dice, home, household, Some(earned), year);
    let asked = visiting_day(dice, day(year.0, 11, 1), day(year.0, 12, 14));
    if faults::has_no_income(home, year) || !progress.reached(dice, asked) {
        return record;
    }
    // Some were first written down wrongly and put right later.
    if dice.percent(4) {
        let mut first = record.clone();
        first.cost_operating = record.cost_operating.map(|fen| Fen(fen.0 / 2));
        first.confirmed_by_head = None;
        book.add(team.hand(dice, asked), &first);
        let later = visiting_day(dice, asked.plus_days(3), day(year.0, 12, 28));
        book.edit(team.hand(dice, later), &first, &record);
    } else {
        book.add(team.hand(dice, asked), &record);
    }
    record
}
