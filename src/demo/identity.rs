//! Identity numbers that can belong to nobody: the prefix 999999 stands for "no number" in national data (DOMAIN B13).

use crate::model::{Date, Sex};
use std::collections::BTreeMap;

/// The prefix in place of an area.
pub const NOBODY: &str = "999999";

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
                return (birth, number(birth, sequence));
            }
            birth = birth.plus_days(1);
        }
    }
}

/// The 18 characters of a birth date and a sequence number below 1000, the check character included.
pub(super) fn number(birth: Date, sequence: i64) -> String {
    let body = format!(
        "{NOBODY}{:04}{:02}{:02}{sequence:03}",
        birth.year().0,
        birth.month(),
        birth.day()
    );
    let check = check_character(&body);
    format!("{body}{check}")
}

/// The check character of 17 digits by GB 11643 (ISO 7064, MOD 11-2).
pub fn check_character(digits: &str) -> char {
    let sum = digits.bytes().fold(0, |sum, digit| {
        (sum + u32::from(digit.wrapping_sub(b'0'))) * 2 % 11
    });
    char::from(b"10X98765432"[(sum % 11) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::calendar::day;

    #[test]
    fn the_check_character_is_that_of_the_standard() {
        // The standard's own worked examples.
        assert_eq!(check_character("11010519491231002"), 'X');
        assert_eq!(check_character("44052418800101001"), '4');
    }

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
