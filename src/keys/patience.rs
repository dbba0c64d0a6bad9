//! How long to wait after wrong passphrases. Pure: the moments are told.

use serde::{Deserialize, Serialize};

/// The longest wait.
const LONGEST_MILLIS: u64 = 5 * 60 * 1000;

/// Wrong passphrases in a row, as the store keeps them. A try is counted before it is made, so that ending the page in the
/// middle of one gains nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    /// How many.
    pub failed: u32,
    /// When the last one was, in milliseconds since 1970 by the device's clock.
    pub at: u64,
}

impl Tries {
    /// One more, at that moment.
    #[must_use]
    pub const fn and_one_at(self, now: u64) -> Self {
        Self {
            failed: self.failed.saturating_add(1),
            at: now,
        }
    }

    /// The whole wait after that many: 1, 2, 4 … seconds, at most five minutes.
    pub const fn wait(self) -> u64 {
        match self.failed {
            0 => 0,
            failed if failed > 9 => LONGEST_MILLIS,
            failed => {
                let wait = 1000 << (failed - 1);
                if wait < LONGEST_MILLIS {
                    wait
                } else {
                    LONGEST_MILLIS
                }
            }
        }
    }

    /// What is left of the wait at that moment. A clock that was set back gains nothing: the whole wait begins again.
    pub const fn left(self, now: u64) -> u64 {
        if now < self.at {
            self.wait()
        } else {
            self.wait().saturating_sub(now - self.at)
        }
    }

    /// The record as it is kept.
    pub fn to_bytes(self) -> Vec<u8> {
        serde_json::to_vec(&self).unwrap_or_default()
    }

    /// Reads the record; one that cannot be read has been tampered with, and counts as many.
    pub fn from_bytes(bytes: Option<&[u8]>) -> Self {
        let many = Self {
            failed: u32::MAX,
            at: u64::MAX,
        };
        bytes.map_or(Self::default(), |bytes| {
            serde_json::from_slice(bytes).unwrap_or(many)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(failed: u32) -> Tries {
        Tries { failed, at: 10_000 }
    }

    #[test]
    fn waits_double_up_to_five_minutes() {
        let waits: Vec<u64> = (0..12).map(|n| failed(n).wait() / 1000).collect();
        assert_eq!(waits, [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        assert_eq!(failed(u32::MAX).wait(), LONGEST_MILLIS);
    }

    #[test]
    fn a_wait_passes_with_the_clock_and_begins_again_when_it_is_set_back() {
        assert_eq!(failed(3).left(10_000), 4000);
        assert_eq!(failed(3).left(13_500), 500);
        assert_eq!(failed(3).left(60_000), 0);
        assert_eq!(failed(3).left(9_999), 4000);
        assert_eq!(failed(3).left(0), 4000);
    }

    #[test]
    fn tries_come_back_and_a_broken_record_is_no_way_round() {
        let tries = Tries::default().and_one_at(7).and_one_at(9);
        assert_eq!(tries, Tries { failed: 2, at: 9 });
        assert_eq!(Tries::from_bytes(Some(&tries.to_bytes())), tries);
        assert_eq!(Tries::from_bytes(None), Tries::default());
        assert_eq!(Tries::from_bytes(Some(b"{}")).wait(), LONGEST_MILLIS);
    }
}
