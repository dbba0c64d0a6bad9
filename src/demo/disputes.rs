//! Conflicts: in a few villages two tablets set one field on the same days without having met.

use super::book::{Book, Hand};
use super::calendar::{day, instant};
use super::census::VillageFigures;
use super::home::Home;
use super::team::Team;
use crate::model::{Household, Year, YearMonth};

/// Villages with conflicts, by their place in the county's list, and the number of households concerned.
const DISPUTES: [(usize, usize); 5] = [(2, 2), (38, 3), (43, 1), (79, 3), (84, 2)];

/// Enters the conflicts of a village: two devices wrote down two dates for when a household was identified.
pub(super) fn enter(book: &mut Book, team: &Team, figures: &VillageFigures, homes: &[Home]) {
    let Some((_, count)) = DISPUTES.iter().find(|(place, _)| *place == figures.place) else {
        return;
    };
    for (number, home) in homes.iter().rev().take(*count).enumerate() {
        let date = day(2018, 10, 8 + number as u32);
        let hand = |device: usize, minute: i64| Hand {
            at: instant(date, minute),
            device,
            author: team.staff[device].id.into(),
        };
        let told = |year: u16, month: u8| Household {
            id: home.id,
            first_identified: Some(YearMonth {
                year: Year(year),
                month,
            }),
            ..Household::default()
        };
        let before = Household {
            id: home.id,
            first_identified: Some(home.first_identified),
            ..Household::default()
        };
        book.edit(hand(0, 9 * 60 + 40), &before, &told(2014, 3));
        book.edit_unaware(hand(1, 16 * 60 + 5), &before, &told(2014, 11));
    }
}
