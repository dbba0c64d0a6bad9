//! Clocks that cannot be right. The order of changes does not rest on clocks alone: a device that has seen a change stamps
//! later ones higher, whatever its clock says. So a wrong clock decides only between values that were set without knowing of
//! each other, and those are shown as a conflict. It does tell wrong times, and that is reported.

use super::{DeviceId, Partition};
use crate::model::Date;
use std::collections::BTreeMap;

/// No register was kept before that day: the national one began in 2013.
const FIRST_DAY: Date = Date::of::<2013, 1, 1>();

/// So far ahead a clock may be before it is told of: two days.
const TOLERATED_MILLIS: u64 = 2 * 86_400_000;

/// How a device's clock is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WrongClock {
    /// It was ahead by so many days at least.
    Ahead(u64),
    /// It stood before there was any register.
    Behind,
}

/// The devices whose clocks were wrong when they made changes, each with its worst; `now` in milliseconds since 1970.
pub fn wrong_clocks<'a>(
    partitions: impl IntoIterator<Item = &'a Partition>,
    now: u64,
) -> BTreeMap<DeviceId, WrongClock> {
    let first = FIRST_DAY.start_in_china();
    let mut wrong: BTreeMap<DeviceId, WrongClock> = BTreeMap::new();
    let mut note = |device, how: WrongClock| {
        let known = wrong.entry(device).or_insert(how);
        // Far ahead is worse than less far, and worse than behind.
        *known = match (*known, how) {
            (WrongClock::Ahead(a), WrongClock::Ahead(b)) => WrongClock::Ahead(a.max(b)),
            (WrongClock::Behind, other) => other,
            (known, WrongClock::Behind) => known,
        };
    };
    for partition in partitions {
        // A journal is in the order of stamps: wrong ones stand at its ends.
        let changes = partition.changes();
        let ahead = changes
            .iter()
            .rev()
            .take_while(|one| one.stamp.millis() > now + TOLERATED_MILLIS);
        for change in ahead {
            let days = (change.stamp.millis() - now) / 86_400_000;
            note(change.stamp.device(), WrongClock::Ahead(days));
        }
        for change in changes.iter().take_while(|one| one.stamp.millis() < first) {
            note(change.stamp.device(), WrongClock::Behind);
        }
    }
    wrong
}
