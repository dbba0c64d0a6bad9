//! What time it is.

use crate::model::{Date, Year};

const DAY_MILLIS: u64 = 86_400_000;

/// China has one time, eight hours before UTC, and no summer time since 1991.
const CHINA_OFFSET_MILLIS: u64 = 8 * 3_600_000;

/// Milliseconds since 1970 (UTC) by the device's clock, which may be wrong: stamps don't rely on it.
pub fn now_millis() -> u64 {
    if cfg!(target_arch = "wasm32") {
        return js_sys::Date::now() as u64;
    }
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map(|time| time.as_millis() as u64).unwrap_or_default()
}

/// Today in China, whatever the device's time zone is set to.
pub fn today() -> Date {
    china_date(now_millis())
}

/// The date in China at that moment, in milliseconds since 1970 (UTC).
pub fn china_date(millis: u64) -> Date {
    let days = millis.saturating_add(CHINA_OFFSET_MILLIS) / DAY_MILLIS;
    Date::year_end(Year(1969)).plus_days(days as i64 + 1)
}

/// Writes a mark into the browser's time line.
pub fn mark(name: &str) {
    if let Some(performance) = super::window().and_then(|window| window.performance()) {
        let _only_refuses_reserved_names = performance.mark(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_in_china_begins_eight_hours_before_utc() {
        let midnight_utc = 1_543_363_200_000; // 2018-11-28T00:00:00Z
        assert_eq!(china_date(midnight_utc).to_string(), "2018-11-28");
        assert_eq!(
            china_date(midnight_utc + 16 * 3_600_000 - 1).to_string(),
            "2018-11-28"
        );
        assert_eq!(
            china_date(midnight_utc + 16 * 3_600_000).to_string(),
            "2018-11-29"
        );
        assert_eq!(china_date(0).to_string(), "1970-01-01");
    }

    #[test]
    fn the_clock_runs() {
        assert!(now_millis() > 1_543_363_200_000);
    }
}
