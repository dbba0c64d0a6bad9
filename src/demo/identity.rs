//! Identity numbers that can belong to nobody: the prefix 999999 stands for "no number" in national data (DOMAIN B13).

use crate::model::identity::number_without_place;
use crate::model::{Date, Sex};
use std::collections::BTreeMap;

/// How many persons of one village, sex and day of birth can be told apart.
const PER_VILLAGE: i64 = 4;

/// Gives the numbers of one village. Each village has sequence numbers of its own, so that no two villages of a county
/// give the same number although they do not know of each other.
pub(super) struct Numbers {
    village: i64,
    given: BTreeMap<(Date, bool), i64>,
}

impl Numbers {
    /// The numbers of the village at that place of the county's list, 0 to 123.
    pub fn of_village(village: usize) -> Self {
        Self {
            village: village as i64,
            given: BTreeMap::new(),
        }
    }

    /// A number for a person born on that day or, if the village has used the day up, on one of the next.
    pub fn give(&mut self, mut birth: Date, sex: &Sex) -> (Date, String) {
        let male = *sex == Sex::Male;
        loop {
            let given = self.given.entry((birth, male)).or_default();
            if *given < PER_VILLAGE {
                let sequence = 2 * (self.village * PER_VILLAGE + *given) + i64::from(male);
                *given += 1;
                return (birth, number_without_place(birth, sequence as u16));
            }
            birth = birth.plus_days(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::calendar::day;

    #[test]
    fn a_village_never_gives_a_number_twice() {
        let mut numbers = Numbers::of_village(123);
        let birth = day(1970, 1, 1);
        let given: std::collections::BTreeSet<String> =
            (0..12).map(|_| numbers.give(birth, &Sex::Male).1).collect();
        assert_eq!(given.len(), 12);
        assert!(given.iter().all(|number| number.len() == 18));
    }
}
