//! What time it is.

use crate::model::Date;

/// Milliseconds since 1970 (UTC) by the device's clock, which may be wrong: stamps don't rely on it.
pub fn now_millis() -> u64 {
    if cfg!(target_arch = "wasm32") {
        return js_sys::Date::now() as u64;
    }
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map(|time| time.as_millis() as u64).unwrap_or_default()
}

/// Milliseconds since the page began, whatever the device's clock is set to.
pub fn running_millis() -> u64 {
    let performance = super::window().and_then(|window| window.performance());
    performance.map_or_else(now_millis, |performance| performance.now() as u64)
}

/// Today in China, whatever the device's time zone is set to.
pub fn today() -> Date {
    Date::in_china(now_millis())
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
    fn the_clock_runs() {
        assert!(now_millis() > 1_543_363_200_000);
    }
}
