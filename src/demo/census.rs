//! The county's figures at the end of 2017, shared out over the villages so that they meet the plan's baselines exactly.

use super::calendar::day;
use super::choice::village_exit_year;
use super::dice::Dice;
use super::share::{Share, shares};
use super::sizes::apportion;
use crate::model::Date;
use crate::plan::divisions::{Division, villages};

/// Households that had not exited at the end of 2017 (B-04).
const NOT_EXITED: i64 = 630;
/// Their members (B-04).
const NOT_EXITED_PERSONS: i64 = 2_026;
/// Households that had exited (B-03).
const EXITED: i64 = 2_553;
/// Their members (B-03).
const EXITED_PERSONS: i64 = 9_261;
/// Rural registered population: 2,026 of it are 0.81 % (B-05, DOMAIN R-02).
const RURAL_POPULATION: i64 = 250_123;

/// How far a village was with the work of 2018 at the end of that year; by the summer of 2019 all had caught up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nearly everything is recorded.
    Done,
    /// Much of the autumn is missing.
    Behind,
    /// Nothing came after spring.
    Silent,
}

/// The day from which every village records again.
const CAUGHT_UP: (u16, u32, u32) = (2019, 6, 1);

impl Progress {
    /// Whether the village has recorded what happened on that day.
    pub fn reached(self, dice: &mut Dice, date: Date) -> bool {
        let (year, month, of_month) = CAUGHT_UP;
        match self {
            Self::Behind | Self::Silent if date >= day(year, month, of_month) => dice.percent(99),
            Self::Silent => date < day(2018, 3, 20),
            Self::Behind => date < day(2018, 10, 8) && dice.percent(97) || dice.percent(40),
            Self::Done => dice.percent(99),
        }
    }
}

/// One village at the end of 2017.
#[derive(Clone, Debug)]
pub(super) struct VillageFigures {
    /// The village.
    pub division: &'static Division,
    /// Its place in the county's list.
    pub place: usize,
    /// Households not exited, and their members.
    pub not_exited: (i64, i64),
    /// Households exited, and their members.
    pub exited: (i64, i64),
    /// Rural registered population.
    pub population: i64,
    /// The state of its work a year later.
    pub progress: Progress,
    /// What falls to it of the county's sites, projects and placements.
    pub share: Share,
}

/// The figures of all villages, in the order of the county's list.
pub(super) fn census(seed: u64) -> Vec<VillageFigures> {
    let mut dice = Dice::new(seed, crate::plan::divisions::COUNTY, "census");
    let deep = deep_villages(&mut dice);
    let households = households(&mut dice);
    let not_exited = not_exited(&mut dice, &households, &deep);
    let exited: Vec<i64> = households
        .iter()
        .zip(&not_exited)
        .map(|(all, open)| all - open)
        .collect();
    let open_persons = persons(&mut dice, &not_exited, NOT_EXITED_PERSONS);
    let exited_persons = persons(&mut dice, &exited, EXITED_PERSONS);
    let population = population(&mut dice, &deep);
    let progress = progress(&mut dice);
    let mut shares = shares(seed, &households);
    let mut figures = |(place, division)| VillageFigures {
        division,
        place,
        not_exited: (not_exited[place], open_persons[place]),
        exited: (exited[place], exited_persons[place]),
        population: population[place],
        progress: progress[place],
        share: std::mem::take(&mut shares[place]),
    };
    villages().iter().enumerate().map(&mut figures).collect()
}

fn is_community(division: &Division) -> bool {
    division.code.as_bytes().get(9) == Some(&b'0')
}

fn in_town(division: &Division) -> bool {
    division.code.as_bytes().get(6) == Some(&b'0')
}

/// Villages where poverty stayed deep: a few, so that some incidences exceed 2 %.
fn deep_villages(dice: &mut Dice) -> Vec<bool> {
    let chance = |division: &Division| {
        if village_exit_year(division.code).is_some() {
            18
        } else {
            0
        }
    };
    let mut deep: Vec<bool> = villages()
        .iter()
        .map(|division| dice.percent(chance(division)))
        .collect();
    // 帽盒 and 富库, so that every seed has some.
    for (place, division) in villages().iter().enumerate() {
        deep[place] |= ["530427202200", "530427205208"].contains(&division.code);
    }
    deep
}

fn households(dice: &mut Dice) -> Vec<i64> {
    let weight = |division: &Division| match village_exit_year(division.code) {
        Some(_) => dice.between(330, 1_000),
        None if in_town(division) => dice.between(40, 90),
        None if is_community(division) => dice.between(90, 220),
        None => dice.between(130, 420),
    };
    let weights: Vec<i64> = villages().iter().map(weight).collect();
    let bounds: Vec<(i64, i64)> = villages()
        .iter()
        .map(|division| (if in_town(division) { 3 } else { 6 }, 90))
        .collect();
    apportion(NOT_EXITED + EXITED, &weights, &bounds)
}

fn not_exited(dice: &mut Dice, households: &[i64], deep: &[bool]) -> Vec<i64> {
    let weight = |(count, deep): (&i64, &bool)| {
        count
            * if *deep {
                dice.between(420, 600)
            } else {
                [0, 30, 70, 100, 100, 130, 180][dice.below(7)]
            }
    };
    let weights: Vec<i64> = households.iter().zip(deep).map(weight).collect();
    let bounds: Vec<(i64, i64)> = households.iter().map(|count| (0, count * 3 / 5)).collect();
    apportion(NOT_EXITED, &weights, &bounds)
}

fn persons(dice: &mut Dice, households: &[i64], total: i64) -> Vec<i64> {
    let weights: Vec<i64> = households
        .iter()
        .map(|count| count * dice.between(300, 390))
        .collect();
    let bounds: Vec<(i64, i64)> = households.iter().map(|count| (*count, count * 6)).collect();
    apportion(total, &weights, &bounds)
}

fn population(dice: &mut Dice, deep: &[bool]) -> Vec<i64> {
    let weight = |(division, deep): (&Division, &bool)| match deep {
        true => dice.between(1_050, 1_500),
        false if in_town(division) => dice.between(1_600, 4_200),
        false => dice.between(1_200, 3_000),
    };
    let weights: Vec<i64> = villages().iter().zip(deep).map(weight).collect();
    apportion(RURAL_POPULATION, &weights, &vec![(600, 9_000); weights.len()])
}

/// Three villages that fell silent and about one in ten that is behind.
fn progress(dice: &mut Dice) -> Vec<Progress> {
    let count = villages().len();
    let mut progress: Vec<Progress> = (0..count)
        .map(|_| {
            if dice.percent(10) {
                Progress::Behind
            } else {
                Progress::Done
            }
        })
        .collect();
    for part in 0..3 {
        progress[part * count / 3 + 5 + dice.below(count / 4)] = Progress::Silent;
    }
    for (progress, division) in progress.iter_mut().zip(villages()) {
        if super::faults::concern(division.code) {
            *progress = Progress::Done;
        }
    }
    progress
}
