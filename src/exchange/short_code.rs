//! The short code: what two offices read to each other by telephone to see that they hold the same state.

use super::Disclosure;
use super::state::{Telling, write_records};
use crate::journal::Partition;
use crate::model::DivisionCode;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// The hash of one area's whole state, deleted records included and identity numbers left out, so that the village that
/// has them and the county that has not get the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StateHash([u8; 32]);

impl StateHash {
    /// The hash of a partition's state; none of one without a record.
    pub fn of(partition: &Partition) -> Option<Self> {
        let mut state = Vec::new();
        let telling = Telling {
            disclosure: Disclosure::WITHOUT_NUMBERS,
            tombstones: true,
        };
        write_records(&mut state, &[partition], telling);
        (state != b"{}").then(|| Self(Sha256::digest(&state).into()))
    }
}

/// Ten characters that say the state of an area and everything within it, such as `7K3F-Q9ZD-2A`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShortCode([u8; 10]);

/// No I, L, O or U: they are misheard and misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl ShortCode {
    /// The code of the areas with records within a scope, in any order; areas outside it are passed over.
    pub fn of(scope: DivisionCode, areas: impl IntoIterator<Item = (DivisionCode, StateHash)>) -> Self {
        let mut areas: Vec<_> = areas.into_iter().filter(|(area, _)| area.within(scope)).collect();
        areas.sort_unstable();
        let mut hash = Sha256::new();
        hash.update(scope.as_str());
        for (area, state) in areas {
            hash.update(area.as_str());
            hash.update(state.0);
        }
        let bits = hash
            .finalize()
            .iter()
            .take(7)
            .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut code = [0; 10];
        for (place, digit) in code.iter_mut().enumerate() {
            *digit = DIGITS[((bits >> (51 - 5 * place)) & 31) as usize];
        }
        Self(code)
    }

    /// The code of those partitions.
    pub fn of_partitions<'a>(
        scope: DivisionCode,
        partitions: impl IntoIterator<Item = &'a Partition>,
    ) -> Self {
        let hashed = |partition: &Partition| Some((partition.area(), StateHash::of(partition)?));
        Self::of(scope, partitions.into_iter().filter_map(hashed))
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = std::str::from_utf8(&self.0).unwrap_or_default();
        write!(f, "{}-{}-{}", &text[..4], &text[4..8], &text[8..])
    }
}
