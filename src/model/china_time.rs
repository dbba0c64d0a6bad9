//! China's one time: eight hours before UTC, and no summer time since 1991. Moments are in milliseconds since 1970 (UTC).

use super::Date;

const OFFSET_MILLIS: u64 = 8 * 3_600_000;
const DAY_MILLIS: u64 = 86_400_000;
const EPOCH: Date = Date::of::<1970, 1, 1>();

impl Date {
    /// The day in China at that moment.
    pub fn in_china(millis: u64) -> Self {
        let days = millis.saturating_add(OFFSET_MILLIS) / DAY_MILLIS;
        EPOCH.plus_days(i64::try_from(days).unwrap_or_default())
    }

    /// The moment at which the day begins in China; days before 1970 begin with it.
    pub fn start_in_china(self) -> u64 {
        let days = u64::try_from(self.days_since(EPOCH)).unwrap_or_default();
        (days * DAY_MILLIS).saturating_sub(OFFSET_MILLIS)
    }
}

/// The minute of the day in China at that moment, from 0.
pub fn minute_in_china(millis: u64) -> u64 {
    millis.saturating_add(OFFSET_MILLIS) % DAY_MILLIS / 60_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_in_china_begins_eight_hours_before_utc() {
        const MIDNIGHT_UTC: u64 = 1_543_363_200_000; // 2018-11-28T00:00:00Z
        const NEXT: u64 = MIDNIGHT_UTC + 16 * 3_600_000;
        assert_eq!(Date::in_china(MIDNIGHT_UTC), Date::of::<2018, 11, 28>());
        assert_eq!(Date::in_china(NEXT - 1), Date::of::<2018, 11, 28>());
        assert_eq!(Date::in_china(NEXT), Date::of::<2018, 11, 29>());
        assert_eq!(Date::of::<2018, 11, 29>().start_in_china(), NEXT);
        assert_eq!(minute_in_china(NEXT + 90_000), 1);
        assert_eq!(Date::in_china(0), EPOCH);
    }
}
