//! A household of the demo as one thing, before it becomes records.

use super::calendar::day;
use super::census::VillageFigures;
use super::dice::Dice;
use super::family::{Draft, family};
use super::identity::Numbers;
use super::names::{full_name, surname};
use crate::model::{
    Date, DivisionCode, EthnicGroup, HealthCondition, HouseholdId, Id, MemberChange, PersonId,
    RelationToHead as Relation, Sex, Year, YearMonth,
};

/// What happened to a household in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// Exited in that year, before 2018, and stayed out.
    Exited(Year),
    /// Exited before 2018, fell back and got out again.
    FellBack {
        /// The year of the first exit.
        exited: Year,
        /// The day of falling back.
        fell: Date,
        /// The day of the second exit.
        out: Date,
    },
    /// Not exited at the end of 2017; exited on that day.
    ExitedOn(Date),
}

impl Course {
    /// Whether the household belonged to the 630 at the end of 2017.
    pub fn in_cohort(self) -> bool {
        matches!(self, Self::ExitedOn(_))
    }

    /// Whether the household is out of poverty at the end of a year.
    pub fn is_out(self, year: Year) -> bool {
        match self {
            Self::Exited(exit) => exit <= year,
            Self::ExitedOn(date) => date.year() <= year,
            Self::FellBack { exited, fell, out } => {
                exited <= year && (fell.year() > year || out.year() <= year)
            }
        }
    }
}

/// How far a person goes to school; decides schooling in every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Schooling {
    /// Leaves after grade 9.
    Junior,
    /// Goes on to a vocational school.
    Vocational,
    /// Goes on to senior school.
    Senior,
    /// Goes on to college.
    College,
}

/// A member of a household.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub id: PersonId,
    pub name: String,
    pub sex: Sex,
    pub birth: Date,
    pub ethnic: EthnicGroup,
    pub id_number: String,
    pub relation: Relation,
    pub health: HealthCondition,
    pub schooling: Schooling,
    /// Months of work away in a year; none for those who don't work away.
    pub work_months: i64,
    /// The year in which the child was out of school.
    pub dropped_out: Option<Year>,
    pub start: Date,
    pub joined: Option<MemberChange>,
    pub end: Option<(Date, MemberChange)>,
}

impl Member {
    /// Whether the person is a member on that day.
    pub fn lives_here(&self, on: Date) -> bool {
        self.start <= on && self.end.as_ref().is_none_or(|(end, _)| *end > on)
    }

    /// Age in full years at the end of a year.
    pub fn age(&self, year: Year) -> i32 {
        Date::year_end(year).age_since(self.birth)
    }

    /// Whether the person can work, by age and health.
    pub fn can_work(&self, year: Year) -> bool {
        (18..60).contains(&self.age(year)) && self.health == HealthCondition::Healthy
    }
}

/// A household.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub id: HouseholdId,
    /// Its number in the village, from 1.
    pub number: usize,
    pub village: DivisionCode,
    pub course: Course,
    pub first_identified: YearMonth,
    pub members: Vec<Member>,
    /// Net income per head of the last two years in yuan, where a fault needs it.
    pub incomes: Option<[i64; 2]>,
}

impl Home {
    /// The head.
    pub fn head(&self) -> &Member {
        &self.members[0]
    }

    /// The members on that day.
    pub fn members_on(&self, on: Date) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.lives_here(on))
    }

    /// Whether a member of the end of 2017 has that health.
    pub fn has(&self, health: &HealthCondition) -> bool {
        self.members.iter().any(|member| member.health == *health)
    }

    /// The identifier of the household's next person.
    pub fn next_person(&self) -> PersonId {
        person_id(self.village, self.number, self.members.len() + 1)
    }
}

/// `h` or another letter, the last six digits of the village and the household's number.
pub(super) fn local_id(letter: char, village: DivisionCode, number: usize, rest: &str) -> Id {
    let tail = village.as_str().get(6..12).unwrap_or_default();
    Id::joined(&[&format!("{letter}{tail}{number:03}{rest}")])
}

fn person_id(village: DivisionCode, number: usize, member: usize) -> PersonId {
    PersonId(local_id('p', village, number, &format!("{member:02}")))
}

/// Makes households one after the other.
pub(super) struct Builder<'a> {
    dice: Dice,
    numbers: Numbers,
    figures: &'a VillageFigures,
    village: DivisionCode,
    made: usize,
}

impl<'a> Builder<'a> {
    /// The builder of a village's households.
    pub fn new(seed: u64, figures: &'a VillageFigures, village: DivisionCode) -> Self {
        Self {
            dice: Dice::new(seed, figures.division.code, "homes"),
            numbers: Numbers::of_village(figures.place),
            figures,
            village,
            made: 0,
        }
    }

    /// The village's next household, of `size` members.
    pub fn home(&mut self, size: i64, course: Course) -> Home {
        self.made += 1;
        let first_identified = self.first_identified(course);
        let drafts = family(&mut self.dice, size);
        let ethnic = ethnic_group(&mut self.dice, self.figures.division.code);
        let surname_of_head = surname(&mut self.dice, &ethnic);
        let mut home = Home {
            id: HouseholdId(local_id('h', self.village, self.made, "")),
            number: self.made,
            village: self.village,
            course,
            first_identified,
            members: Vec::with_capacity(drafts.len()),
            incomes: None,
        };
        for draft in drafts {
            let member = self.member(&home, draft, &ethnic, surname_of_head);
            home.members.push(member);
        }
        home
    }

    fn first_identified(&mut self, course: Course) -> YearMonth {
        let latest = match course {
            Course::Exited(year) | Course::FellBack { exited: year, .. } => year.0.saturating_sub(1),
            _ => 2017,
        };
        let choices = [(78, (2013, 12)), (8, (2014, 12)), (8, (2015, 12)), (6, (2017, 6))];
        let (year, month) = self.dice.weighted(&choices);
        if year > latest {
            YearMonth {
                year: Year(2013),
                month: 12,
            }
        } else {
            YearMonth {
                year: Year(year),
                month,
            }
        }
    }

    fn member(&mut self, home: &Home, draft: Draft, ethnic: &EthnicGroup, of_head: char) -> Member {
        let dice = &mut self.dice;
        let married_in = matches!(
            draft.relation,
            Relation::Spouse | Relation::DaughterInLaw | Relation::SonInLaw | Relation::Mother
        );
        let ethnic = if married_in && dice.percent(22) {
            ethnic_group(dice, self.figures.division.code)
        } else {
            ethnic.clone()
        };
        let surname = if married_in {
            surname(dice, &ethnic)
        } else {
            of_head
        };
        let born = day(
            2017 - draft.age.max(0) as u16,
            dice.between(1, 12) as u32,
            dice.between(1, 24) as u32,
        );
        let health = health(dice, draft.age);
        let able = (18..56).contains(&draft.age) && health == HealthCondition::Healthy;
        let work_months = if able && dice.percent(42) {
            dice.between(2, 11)
        } else {
            0
        };
        let (birth, id_number) = self.numbers.give(born, &draft.sex);
        Member {
            id: home.next_person(),
            name: full_name(&mut self.dice, surname, &draft.sex, draft.age < 16),
            sex: draft.sex,
            birth,
            ethnic,
            id_number,
            relation: draft.relation,
            health,
            schooling: schooling(&mut self.dice),
            work_months,
            dropped_out: None,
            start: home.first_identified.first_day().max(birth),
            joined: None,
            end: None,
        }
    }

    /// A child born or a spouse married in the three years, who joins on that day.
    pub fn newcomer(&mut self, home: &Home, draft: Draft, joins: Date, why: MemberChange) -> Member {
        let ethnic = home.head().ethnic.clone();
        let surname = home.head().name.chars().next().unwrap_or('李');
        let mut member = self.member(home, draft, &ethnic, surname);
        if why == MemberChange::Newborn {
            (member.birth, member.id_number) = self.numbers.give(joins, &member.sex);
            member.health = HealthCondition::Healthy;
        }
        member.start = joins.max(member.birth);
        member.joined = Some(why);
        member
    }
}

fn health(dice: &mut Dice, age: i64) -> HealthCondition {
    use HealthCondition::{Chronic, Disabled, Healthy, Major};
    match age {
        0..=15 => dice.weighted(&[(982, Healthy), (4, Chronic), (4, Major), (10, Disabled)]),
        16..=49 => dice.weighted(&[(915, Healthy), (35, Chronic), (15, Major), (35, Disabled)]),
        _ => dice.weighted(&[(730, Healthy), (170, Chronic), (40, Major), (60, Disabled)]),
    }
}

fn schooling(dice: &mut Dice) -> Schooling {
    use Schooling::{College, Junior, Senior, Vocational};
    dice.weighted(&[(26, Junior), (32, Vocational), (22, Senior), (20, College)])
}

/// The mix of a township: Yi nearly everywhere, Dai along the Red River, Lahu and Hani in the hills.
fn ethnic_group(dice: &mut Dice, village: &str) -> EthnicGroup {
    use EthnicGroup::{Dai, Han, Hani, Hui, Lahu, Miao, Yi};
    let weights = match village.get(6..9) {
        Some("101" | "102") => [24, 50, 6, 5, 14, 0, 1],
        Some("103") => [40, 26, 8, 5, 20, 0, 1],
        Some("202" | "205") => [46, 3, 13, 14, 20, 3, 1],
        Some("001" | "002" | "100") => [48, 3, 4, 0, 40, 2, 3],
        _ => [60, 3, 7, 3, 24, 2, 1],
    };
    [Yi, Dai, Hani, Lahu, Han, Miao, Hui][dice.place(&weights)].clone()
}
