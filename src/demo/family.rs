//! Families with plausible ages and relations: one head, a spouse near in age, parents older, children younger.

use super::dice::Dice;
use crate::model::{RelationToHead as Relation, Sex};

/// A member before it has a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// Relation to the head.
    pub relation: Relation,
    /// Sex.
    pub sex: Sex,
    /// Age in full years at the end of 2017.
    pub age: i64,
}

/// The members of a household of `size` persons; the head comes first.
pub(super) fn family(dice: &mut Dice, size: i64) -> Vec<Draft> {
    let mut family = Family::of_head(dice, size);
    while (family.members.len() as i64) < size {
        family.add_one(dice);
    }
    family.members
}

fn other(sex: &Sex) -> Sex {
    if *sex == Sex::Male { Sex::Female } else { Sex::Male }
}

fn any(dice: &mut Dice) -> Sex {
    if dice.percent(51) { Sex::Male } else { Sex::Female }
}

struct Family {
    members: Vec<Draft>,
    /// The age that children are counted down from: the younger of head and spouse.
    base: i64,
    children: i64,
    parents: i64,
    grandchildren: i64,
    /// The place of the child that has a spouse in the household, and the younger age of the two.
    couple: Option<(usize, i64)>,
}

impl Family {
    fn of_head(dice: &mut Dice, size: i64) -> Self {
        let (age, male, married) = match size {
            1 => (dice.between(40, 75), 76, 0),
            2 => (dice.between(36, 74), 80, 62),
            3 => (dice.between(30, 68), 84, 82),
            _ => (dice.between(30, 64), 86, 92),
        };
        let sex = if dice.percent(male) {
            Sex::Male
        } else {
            Sex::Female
        };
        let mut members = vec![Draft {
            relation: Relation::Head,
            sex: sex.clone(),
            age,
        }];
        let mut base = age;
        if dice.percent(married) {
            let younger = if sex == Sex::Male {
                dice.between(-2, 6)
            } else {
                dice.between(-6, 2)
            };
            let age = (age - younger).clamp(22, 80);
            base = base.min(age);
            members.push(Draft {
                relation: Relation::Spouse,
                sex: other(&sex),
                age,
            });
        }
        Self {
            members,
            base,
            children: 0,
            parents: 0,
            grandchildren: 0,
            couple: None,
        }
    }

    fn add_one(&mut self, dice: &mut Dice) {
        let bachelor = self.bachelor();
        let weights = [
            if self.base < 22 {
                0
            } else {
                [60, 40, 10, 4, 0][self.children.min(4) as usize]
            },
            if self.members[0].age > 60 {
                0
            } else {
                [26, 22, 0][self.parents.min(2) as usize]
            },
            if bachelor.is_some() { 45 } else { 0 },
            if self.couple.is_some_and(|(_, age)| age >= 21) {
                [60, 30, 6, 0][self.grandchildren.min(3) as usize]
            } else {
                0
            },
            1,
        ];
        match dice.place(&weights) {
            0 => self.add_child(dice),
            1 => self.add_parent(dice),
            2 => self.marry_child(dice, bachelor.unwrap_or_default()),
            3 => self.add_grandchild(dice),
            _ => self.add_sibling(dice),
        }
    }

    /// A grown child without a spouse, if no other child has one.
    fn bachelor(&self) -> Option<usize> {
        let child =
            |draft: &Draft| matches!(draft.relation, Relation::Son | Relation::Daughter) && draft.age >= 23;
        self.couple
            .is_none()
            .then(|| self.members.iter().position(child))
            .flatten()
    }

    fn add_child(&mut self, dice: &mut Dice) {
        let sex = any(dice);
        let relation = if sex == Sex::Male {
            Relation::Son
        } else {
            Relation::Daughter
        };
        let age = (self.base - dice.between(20, 29) - 3 * self.children)
            .max(self.base - 40)
            .max(0);
        self.children += 1;
        self.members.push(Draft { relation, sex, age });
    }

    fn add_parent(&mut self, dice: &mut Dice) {
        let mother_first = dice.percent(62);
        let has = |relation: Relation| self.members.iter().any(|draft| draft.relation == relation);
        let mother = if self.parents == 0 {
            mother_first
        } else {
            !has(Relation::Mother)
        };
        let (relation, sex) = if mother {
            (Relation::Mother, Sex::Female)
        } else {
            (Relation::Father, Sex::Male)
        };
        let age = (self.members[0].age + dice.between(20, 31)).min(93);
        self.parents += 1;
        self.members.push(Draft { relation, sex, age });
    }

    fn marry_child(&mut self, dice: &mut Dice, child: usize) {
        let Draft { sex, age, .. } = self.members[child].clone();
        let relation = if sex == Sex::Male {
            Relation::DaughterInLaw
        } else {
            Relation::SonInLaw
        };
        let partner = (age + dice.between(-3, 3)).max(21);
        self.couple = Some((child, age.min(partner)));
        self.members.push(Draft {
            relation,
            sex: other(&sex),
            age: partner,
        });
    }

    fn add_grandchild(&mut self, dice: &mut Dice) {
        let Some((child, parent_age)) = self.couple else {
            return self.add_sibling(dice);
        };
        let sex = any(dice);
        let relation = match (&self.members[child].sex, &sex) {
            (Sex::Male, Sex::Male) => Relation::Grandson,
            (Sex::Male, _) => Relation::Granddaughter,
            (_, Sex::Male) => Relation::DaughtersSon,
            _ => Relation::DaughtersDaughter,
        };
        let age = (parent_age - dice.between(20, 25) - 2 * self.grandchildren).max(0);
        self.grandchildren += 1;
        self.members.push(Draft { relation, sex, age });
    }

    fn add_sibling(&mut self, dice: &mut Dice) {
        let age = (self.members[0].age + dice.between(-9, 7)).clamp(24, 80);
        let sex = any(dice);
        self.members.push(Draft {
            relation: Relation::Sibling,
            sex,
            age,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_have_one_head_and_believable_generations() {
        let mut dice = Dice::new(7, "", "families");
        for round in 0..4_000 {
            let members = family(&mut dice, round % 8 + 1);
            assert_eq!(members.len() as i64, round % 8 + 1);
            let ages = |relations: &[Relation]| -> Vec<i64> {
                let found = members.iter().filter(|draft| relations.contains(&draft.relation));
                found.map(|draft| draft.age).collect()
            };
            assert_eq!(ages(&[Relation::Head]).len(), 1);
            assert!(ages(&[Relation::Spouse]).len() <= 1);
            let head = members[0].age;
            assert!((25..=75).contains(&head));
            assert!(
                ages(&[Relation::Father, Relation::Mother])
                    .iter()
                    .all(|age| (18..=40).contains(&(age - head)))
            );
            let children = ages(&[Relation::Son, Relation::Daughter]);
            assert!(
                children.iter().all(|age| (18..=46).contains(&(head - age))),
                "{members:?}"
            );
            let grandchildren = ages(&[
                Relation::Grandson,
                Relation::Granddaughter,
                Relation::DaughtersSon,
                Relation::DaughtersDaughter,
            ]);
            assert!(grandchildren.iter().all(|age| head - age >= 36), "{members:?}");
        }
    }

    #[test]
    fn a_spouse_has_the_other_sex() {
        let mut dice = Dice::new(8, "", "families");
        for _ in 0..500 {
            let members = family(&mut dice, 4);
            let spouse = members.iter().find(|draft| draft.relation == Relation::Spouse);
            assert!(spouse.is_none_or(|spouse| spouse.sex != members[0].sex));
        }
    }
}
