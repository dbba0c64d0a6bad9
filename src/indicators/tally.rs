//! The additive result of judging subjects.

use std::ops::{Add, AddAssign, Sub};

/// What judging some subjects adds up to. Every part is a plain sum, so an area's tally is the sum of its parts' and a
/// changed village is exchanged by subtraction; percentages are never stored and never averaged.
///
/// In a figure that counts heads `den == expected`: subjects whose answer is unknown stay in the denominator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Heads or amount that count.
    pub num: i64,
    /// Heads or amount it is compared with.
    pub den: i64,
    /// Heads (of a figure that counts heads) or subjects (of one that adds amounts) whose answer is known.
    pub known: i64,
    /// The same, whether known or not.
    pub expected: i64,
}

impl Tally {
    /// Whether nothing is unknown.
    pub const fn is_complete(&self) -> bool {
        self.known == self.expected
    }

    /// Heads whose answer is unknown.
    pub const fn unknown(&self) -> i64 {
        self.expected - self.known
    }

    /// Whether `num / den` is at most that many basis points, without a division; never so for an empty denominator
    /// with something in the numerator.
    pub fn is_at_most(&self, basis_points: i64) -> bool {
        i128::from(self.num) * 10_000 <= i128::from(self.den) * i128::from(basis_points)
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            num: self.num + other.num,
            den: self.den + other.den,
            known: self.known + other.known,
            expected: self.expected + other.expected,
        }
    }
}

impl Sub for Tally {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self {
            num: self.num - other.num,
            den: self.den - other.den,
            known: self.known - other.known,
            expected: self.expected - other.expected,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_compared_without_dividing() {
        let incidence = Tally {
            num: 2_026,
            den: 250_123,
            ..Tally::default()
        };
        assert!(incidence.is_at_most(82));
        assert!(!incidence.is_at_most(81), "0.810001…% is above 0.81%");
    }

    #[test]
    fn a_part_can_be_exchanged_by_subtraction() {
        let [old, new, rest] = [1, 5, 9].map(|n| Tally {
            num: n,
            den: 10,
            known: 8,
            expected: 10,
        });
        assert_eq!(rest + old - old + new, rest + new);
    }
}
