//! Where the topics of a village write: its book, its people and its dice.

use super::book::{Book, Hand, Told};
use super::census::VillageFigures;
use super::choice::village_exit_year;
use super::dice::Dice;
use super::home::{Home, Member};
use super::schooling::{Standing, standing, works};
use super::team::Team;
use crate::model::{Date, DivisionCode, Id, Year};

/// A village that tells what happened in it.
pub(super) struct Telling<'a> {
    pub book: &'a mut Book,
    pub team: &'a Team,
    pub dice: Dice,
    pub figures: &'a VillageFigures,
    /// The registered households.
    pub homes: &'a [Home],
    pub village: DivisionCode,
    /// Whether it is one of the demo's poor villages.
    pub poor: bool,
    told: usize,
}

impl<'a> Telling<'a> {
    /// The village with dice of its own.
    pub fn new(
        seed: u64,
        book: &'a mut Book,
        team: &'a Team,
        figures: &'a VillageFigures,
        homes: &'a [Home],
    ) -> Self {
        let village = team.village;
        Self {
            book,
            team,
            dice: Dice::new(seed, village.as_str(), "telling"),
            figures,
            homes,
            village,
            poor: village_exit_year(village.as_str()).is_some(),
            told: 0,
        }
    }

    /// Somebody of the village enters a record on that day.
    pub fn tell(&mut self, on: Date, told: Told) {
        let hand = self.team.hand(&mut self.dice, on);
        self.book.tell(hand, told);
    }

    /// Somebody who is not the village's enters a record on a day.
    pub fn tell_by(&mut self, author: Id, on: Date, told: Told) {
        let hand = Hand {
            author,
            ..self.team.hand(&mut self.dice, on)
        };
        self.book.tell(hand, told);
    }

    /// The identifier of the village's next record: letters of its kind, the village and a number.
    pub fn id(&mut self, letters: &str) -> Id {
        self.told += 1;
        let tail = self.village.as_str().get(6..12).unwrap_or_default();
        Id::joined(&[&format!("{letters}{tail}"), &format!("{:03}", self.told)])
    }

    /// Every how many villages something happens: whether it does in this one.
    pub fn is_one_of(&self, every: usize, first: usize) -> bool {
        self.figures.place % every == first
    }
}

/// Members who were there all the time and can work in every year.
pub(super) fn able(home: &Home) -> impl Iterator<Item = &Member> {
    let in_year = |member: &Member, year| {
        member.can_work(Year(year)) && matches!(standing(member, Year(year)), Standing::Reached(_))
    };
    let stays = |member: &&Member| member.end.is_none() && member.joined.is_none();
    home.members
        .iter()
        .filter(stays)
        .filter(move |member| in_year(member, 2018) && in_year(member, 2020))
}

/// Those of them who work away; their households have wages in every year.
pub(super) fn workers(home: &Home) -> impl Iterator<Item = &Member> {
    able(home).filter(|member| works(member, Year(2018)) && works(member, Year(2020)))
}
