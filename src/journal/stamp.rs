//! The hybrid logical clock: stamps that sort by cause before time, without a server and without trusting clocks.

use chrono::{DateTime, Datelike, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// The name of a device: 8 characters of `0–9 a–z`, made once at first run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId([u8; 8]);

impl DeviceId {
    /// The name under which the command line writes packages; it makes no changes.
    pub const PROGRAM: Self = Self(*b"hhq00000");

    /// A device name from chance.
    pub fn from_chance(chance: u64) -> Self {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut name = [0; 8];
        for (place, byte) in name.iter_mut().enumerate() {
            *byte = DIGITS[((chance >> (5 * place)) & 31) as usize];
        }
        Self(name)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for DeviceId {
    type Err = StampError;
    fn from_str(text: &str) -> Result<Self, StampError> {
        let name: [u8; 8] = text.as_bytes().try_into().map_err(|_| StampError::BadDevice)?;
        let ok = name.iter().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
        ok.then_some(Self(name)).ok_or(StampError::BadDevice)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is no stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    /// The text does not have the shape `YYYYMMDDThhmmssmmmZ-cccc-dddddddd`.
    #[error("a stamp looks like 20181128T021403123Z-0000-k7f3q9zd")]
    BadShape,
    /// The time part is no time between the years 1970 and 9999.
    #[error("the time of the stamp is no time")]
    BadTime,
    /// The device part is not 8 characters of 0–9 and a–z.
    #[error("a device name is 8 characters of 0-9 and a-z")]
    BadDevice,
}

/// When and where a change was made. Stamps sort by time, then by the counter within a millisecond, then by device; the
/// text sorts the same way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970 (UTC), shifted left by 16, plus the counter.
    time: u64,
    device: DeviceId,
}

/// The first millisecond of the year 10000, which the text form can no longer hold.
const END_OF_TIME: u64 = 253_402_300_800_000;

impl Stamp {
    /// A stamp of its parts; a time after the year 9999 is held at its end.
    pub fn new(millis: u64, counter: u16, device: DeviceId) -> Self {
        Self {
            time: (millis.min(END_OF_TIME - 1) << 16) | u64::from(counter),
            device,
        }
    }

    /// Milliseconds since 1970 (UTC), as the device's clock had it.
    pub fn millis(&self) -> u64 {
        self.time >> 16
    }

    /// The device that made the change.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// Time and counter in one number, for compact storage.
    pub fn raw_time(&self) -> u64 {
        self.time
    }

    /// The stamp of a number from [`raw_time`](Self::raw_time), if it lies within time.
    pub fn from_raw(time: u64, device: DeviceId) -> Option<Self> {
        ((time >> 16) < END_OF_TIME).then_some(Self { time, device })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = DateTime::from_timestamp_millis(self.millis() as i64).unwrap_or_default();
        write!(
            f,
            "{:04}{:02}{:02}T{:02}{:02}{:02}{:03}Z-{:04x}-{}",
            at.year(),
            at.month(),
            at.day(),
            at.hour(),
            at.minute(),
            at.second(),
            at.timestamp_subsec_millis(),
            self.time & 0xffff,
            self.device
        )
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Stamp {
    type Err = StampError;
    fn from_str(text: &str) -> Result<Self, StampError> {
        StampReader::default().stamp(text)
    }
}

/// Reads stamps, of which many in a row are of one day.
#[derive(Default)]
pub(super) struct StampReader {
    /// The day that was read last, as its text, and the millisecond it begins with.
    day: Option<([u8; 8], u64)>,
}

impl StampReader {
    /// The stamp of a text; none when it is no stamp.
    pub fn read(&mut self, text: &str) -> Option<Stamp> {
        self.stamp(text).ok()
    }

    fn stamp(&mut self, text: &str) -> Result<Stamp, StampError> {
        let shape: Option<&[u8; 33]> = text.as_bytes().try_into().ok();
        let bytes = shape.ok_or(StampError::BadShape)?;
        if [bytes[8], bytes[18], bytes[19], bytes[24]] != *b"TZ--" {
            return Err(StampError::BadShape);
        }
        let millis = self.millis(bytes).ok_or(StampError::BadTime)?;
        let counter = bytes[20..24].iter().try_fold(0_u16, |sum, b| match b {
            b'0'..=b'9' => Some(sum << 4 | u16::from(b - b'0')),
            b'a'..=b'f' => Some(sum << 4 | u16::from(b - b'a' + 10)),
            _ => None,
        });
        let device = text.get(25..).ok_or(StampError::BadShape)?.parse()?;
        Ok(Stamp::new(millis, counter.ok_or(StampError::BadShape)?, device))
    }

    fn millis(&mut self, bytes: &[u8; 33]) -> Option<u64> {
        let number = |from: usize, to: usize| {
            bytes[from..to].iter().try_fold(0_u32, |sum, b| {
                b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0'))
            })
        };
        let [hour, minute, second, milli] =
            [number(9, 11)?, number(11, 13)?, number(13, 15)?, number(15, 18)?];
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let of_day = u64::from(((hour * 60 + minute) * 60 + second) * 1000 + milli);
        let day = bytes.first_chunk::<8>()?;
        let begins = match self.day {
            Some((last, begins)) if last == *day => begins,
            _ => {
                let date =
                    chrono::NaiveDate::from_ymd_opt(number(0, 4)? as i32, number(4, 6)?, number(6, 8)?)?;
                let begins = date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
                u64::try_from(begins).ok()?
            }
        };
        self.day = Some((*day, begins));
        Some(begins + of_day)
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Stamp;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a stamp")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Stamp, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// Gives the stamps of one device. Each is higher than every stamp the device has given or seen, even when its wall
/// clock stands still or is set back.
#[derive(Clone, Debug)]
pub struct Clock {
    device: DeviceId,
    last: u64,
}

impl Clock {
    /// The clock of a device that has seen nothing yet.
    pub fn new(device: DeviceId) -> Self {
        Self { device, last: 0 }
    }

    /// The device whose clock this is.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// The stamp of a change made now, `now` in milliseconds since 1970.
    pub fn tick(&mut self, now: u64) -> Stamp {
        let wall = now.min(END_OF_TIME - 1) << 16;
        self.last = wall.max(self.last + 1);
        Stamp {
            time: self.last,
            device: self.device,
        }
    }

    /// Leaves a stamp out, so that what is stamped in a row from here on was made in one go.
    pub fn pause(&mut self) {
        self.last += 1;
    }

    /// Takes note of a stamp, so that later ones are higher.
    pub fn observe(&mut self, stamp: Stamp) {
        self.last = self.last.max(stamp.time);
    }

    /// How many milliseconds the highest stamp seen lies ahead of `now`; zero when none does.
    pub fn ahead_of(&self, now: u64) -> u64 {
        (self.last >> 16).saturating_sub(now)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn device() -> DeviceId {
        "k7f3q9zd".parse().unwrap()
    }

    #[test]
    fn text_and_stamp_are_the_same_thing() {
        let stamp = Stamp::new(1_543_371_243_123, 10, device());
        assert_eq!(stamp.to_string(), "20181128T021403123Z-000a-k7f3q9zd");
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
    }

    #[test]
    fn foreign_texts_are_no_stamps() {
        for bad in [
            "",
            "20181128T021403123Z-000a-K7F3Q9ZD",
            "20181328T021403123Z-000a-k7f3q9zd",
            "20181128T021403123Z-000g-k7f3q9zd",
            "2018-11-28T02:14:03Z",
            "户户清户户清户户清户户清",
        ] {
            assert!(bad.parse::<Stamp>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_clock_never_goes_back() {
        let mut clock = Clock::new(device());
        let first = clock.tick(1_000_000);
        let after_set_back = clock.tick(10);
        assert!(after_set_back > first);
        clock.observe(Stamp::new(5_000_000, 0, DeviceId::from_chance(1)));
        assert!(clock.tick(20) > Stamp::new(5_000_000, 0, DeviceId::from_chance(u64::MAX)));
        assert_eq!(clock.ahead_of(4_000_000), 1_000_000);
    }
}
