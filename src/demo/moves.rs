//! Births, deaths and marriages of the three years.

use super::book::Book;
use super::calendar::{day, visiting_day};
use super::census::Progress;
use super::dice::Dice;
use super::family::Draft;
use super::home::{Builder, Home, Member};
use super::register::{membership, person};
use super::team::Team;
use crate::model::{Date, MemberChange, RelationToHead as Relation, Sex, Year};

const YEAR: Year = Year(2017);

fn any_day(dice: &mut Dice) -> Date {
    day(2018, 1, 1).plus_days(dice.between(45, 3 * 350))
}

/// Lets people join and leave the household, as far as the village has told; the head stays.
pub(super) fn happen(dice: &mut Dice, builder: &mut Builder<'_>, home: &mut Home, progress: Progress) {
    for member in home.members.iter_mut().skip(1) {
        let date = any_day(dice);
        member.end = leaving(dice, member)
            .filter(|_| progress.reached(dice, date))
            .map(|why| (date, why));
    }
    let joins = any_day(dice);
    if let Some((draft, why)) = newcomer(dice, home).filter(|_| progress.reached(dice, joins)) {
        let member = builder.newcomer(home, draft, joins, why);
        home.members.push(member);
    }
}

fn leaving(dice: &mut Dice, member: &Member) -> Option<MemberChange> {
    let age = member.age(YEAR);
    let dies = match age {
        ..60 => dice.below(500) == 0,
        60..75 => dice.below(28) == 0,
        _ => dice.below(8) == 0,
    };
    let bride = (20..30).contains(&age) && member.relation == Relation::Daughter;
    match dies {
        true => Some(MemberChange::Death),
        false => (bride && dice.percent(13)).then_some(MemberChange::MarriedOut),
    }
}

fn newcomer(dice: &mut Dice, home: &Home) -> Option<(Draft, MemberChange)> {
    let staying = |relation: Relation| {
        home.members
            .iter()
            .find(move |member| member.relation == relation && member.end.is_none())
    };
    let young =
        |relation: Relation, to: i32| staying(relation).filter(|member| (20..to).contains(&member.age(YEAR)));
    let child = if young(Relation::Spouse, 37).is_some() && home.head().sex == Sex::Male {
        Some([Relation::Son, Relation::Daughter])
    } else if young(Relation::DaughterInLaw, 37).is_some() {
        Some([Relation::Grandson, Relation::Granddaughter])
    } else {
        None
    };
    if let Some([boy, girl]) = child.filter(|_| dice.percent(19)) {
        let (relation, sex) = if dice.percent(51) {
            (boy, Sex::Male)
        } else {
            (girl, Sex::Female)
        };
        return Some((
            Draft {
                relation,
                sex,
                age: 0,
            },
            MemberChange::Newborn,
        ));
    }
    let groom = young(Relation::Son, 33).filter(|_| staying(Relation::DaughterInLaw).is_none())?;
    let age = i64::from(groom.age(YEAR)) - dice.between(-1, 3);
    dice.percent(11).then_some((
        Draft {
            relation: Relation::DaughterInLaw,
            sex: Sex::Female,
            age: age.max(20),
        },
        MemberChange::MarriedIn,
    ))
}

/// Enters what happened, each move some days after it did.
pub(super) fn enter(book: &mut Book, team: &Team, dice: &mut Dice, home: &Home) {
    for member in &home.members {
        if member.joined.is_some() {
            let known = visiting_day(dice, member.start, member.start.plus_days(10));
            let hand = team.hand(dice, known);
            book.add(hand, &person(dice, member));
            book.add(hand, &membership(home, member, false));
        }
        if let Some((end, _)) = member.end {
            let known = visiting_day(dice, end, end.plus_days(9));
            book.edit(
                team.hand(dice, known),
                &membership(home, member, false),
                &membership(home, member, true),
            );
        }
    }
}
