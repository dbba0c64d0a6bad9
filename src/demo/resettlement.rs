//! Households that move to a site or whose place is rebuilt, exactly as many with as many persons as fall to the village.

use super::book::told;
use super::calendar::{day, in_months};
use super::home::{Home, local_id};
use super::share::Heads;
use super::sites::site_id;
use super::telling::Telling;
use crate::model::{Date, OldHouseState, RelocationKind, RelocationMode};

/// Enters the moves: households are taken from the end of the list, those of the site first.
pub(super) fn enter(telling: &mut Telling<'_>) {
    let homes = telling.homes;
    let mut left = homes
        .iter()
        .rev()
        .filter(|home| home.members.len() > 1 || homes.len() < 40);
    let share = telling.figures.share.clone();
    for (kind, share) in [
        (RelocationKind::CentralisedSite, share.site),
        (RelocationKind::InSitu, share.in_situ),
    ] {
        let Some((number, heads)) = share else { continue };
        let moving: Vec<&Home> = left.by_ref().take(heads.0 as usize).collect();
        let persons = persons(&moving, heads);
        for (home, persons) in moving.into_iter().zip(persons) {
            relocate(telling, home, (kind.clone(), number), persons);
        }
    }
}

/// How many persons moved with each household. It had as many members as now or, when it moved, a few more or fewer.
fn persons(moving: &[&Home], (_, persons): Heads) -> Vec<i64> {
    let mut counts: Vec<i64> = moving
        .iter()
        .map(|home| home.members_on(day(2017, 12, 31)).count() as i64)
        .collect();
    let mut open = persons - counts.iter().sum::<i64>();
    while open != 0 {
        let step = open.signum();
        for count in counts
            .iter_mut()
            .filter(|count| (1..=9).contains(&(**count + step)))
        {
            if open != 0 {
                *count += step;
                open -= step;
            }
        }
    }
    counts
}

/// When a household moves in, and when the land of its old house is farmed or green again; the places that are rebuilt take
/// longer, and one never comes to an end.
fn dates(telling: &mut Telling<'_>, kind: &RelocationKind, number: usize) -> [Option<Date>; 2] {
    let dice = &mut telling.dice;
    let weights = match kind {
        RelocationKind::CentralisedSite => [[95, 5, 0], [90, 9, 1]],
        _ => [[35, 45, 20], [25, 45, 30]],
    };
    let unfinished = *kind == RelocationKind::InSitu && number == 53;
    weights.map(|weights| {
        let year = 2018 + dice.place(&weights) as u16;
        let date = in_months(dice, year, 2, 11);
        (!unfinished || dice.percent(60)).then_some(date)
    })
}

fn relocate(telling: &mut Telling<'_>, home: &Home, (kind, number): (RelocationKind, usize), persons: i64) {
    let [moved, cleared] = dates(telling, &kind, number);
    let preserved = telling.dice.percent(3);
    let old_house = match (preserved, cleared) {
        (true, _) => OldHouseState::Preserved,
        (_, None) => OldHouseState::NotDemolished,
        _ if telling.dice.percent(60) => OldHouseState::Reclaimed,
        _ => OldHouseState::Regreened,
    };
    let supported = telling.dice.percent(97);
    let trained = telling.dice.percent(30);
    let last = moved.max(cleared).unwrap_or(day(2020, 6, 1));
    let told = told! { Relocation local_id('r', home.village, home.number, "") =>
        household_id: home.id,
        site_id: site_id(&kind, number),
        mode: RelocationMode::Single,
        registered: true,
        accompanying: false,
        persons: persons,
        moved_in_on: moved,
        occupied: moved.is_some(),
        old_house: old_house,
        reclaimed_on: cleared.filter(|_| !preserved),
        followup_industry: supported,
        followup_training: trained,
        followup_sector_help: false,
        followup_transfer: false,
    };
    telling.tell(last.plus_days(5).min(day(2020, 12, 30)), told);
}
