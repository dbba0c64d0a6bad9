//! The typed values of fields: units in types, no fractions, no clock.

use super::value::write_list;
use super::{FieldType, FieldValue, Sink, Value, ValueError, write_number, write_text};
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A civil date in China time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// A date known when the program is written; one that the calendar does not have does not compile.
    pub const fn of<const YEAR: u16, const MONTH: u32, const DAY: u32>() -> Self {
        const {
            match NaiveDate::from_ymd_opt(YEAR as i32, MONTH, DAY) {
                Some(date) => Self(date),
                None => panic!("no such date"),
            }
        }
    }

    /// The date of year, month and day, if there is one.
    pub fn new(year: u16, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(i32::from(year), month, day).map(Self)
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
            return None;
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u32, |sum, d| {
                d.is_ascii_digit().then(|| sum * 10 + u32::from(d - b'0'))
            })
        };
        Self::new(
            u16::try_from(number(&[y1, y2, y3, y4])?).ok()?,
            number(&[m1, m2])?,
            number(&[d1, d2])?,
        )
    }

    /// 31 December of the year.
    pub fn year_end(year: Year) -> Self {
        Self(NaiveDate::from_ymd_opt(i32::from(year.0), 12, 31).unwrap_or_default())
    }

    /// The calendar year.
    pub fn year(self) -> Year {
        Year(self.0.year().clamp(0, 9999) as u16)
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The quarter of the year, 1 to 4.
    pub fn quarter(self) -> u32 {
        self.0.month0() / 3 + 1
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        self.0.weekday().number_from_monday() > 5
    }

    /// Full years between a birth date and this date, as age is counted.
    pub fn age_since(self, birth: Self) -> i32 {
        let before_birthday = (self.0.month(), self.0.day()) < (birth.0.month(), birth.0.day());
        self.0.year() - birth.0.year() - i32::from(before_birthday)
    }

    /// The first day on which somebody born on this date has lived that many full years; none beyond the calendar. Who was
    /// born on a 29 February grows older on 1 March of other years.
    pub fn turns(self, years: i32) -> Option<Self> {
        let year = self.0.year() + years;
        let of = |month, day| NaiveDate::from_ymd_opt(year, month, day).map(Self);
        of(self.0.month(), self.0.day()).or_else(|| of(3, 1))
    }

    /// The date that many days later (or earlier).
    pub fn plus_days(self, days: i64) -> Self {
        Self(
            self.0
                .checked_add_signed(chrono::Duration::days(days))
                .unwrap_or(self.0),
        )
    }

    /// Days from `earlier` to this date.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl FieldValue for Date {
    const TYPE: FieldType = FieldType::Date;
    fn parse(value: &Value) -> Result<Self, ValueError> {
        text(value).and_then(|t| Self::parse(t).ok_or(ValueError::NotADate))
    }
    fn to_value(&self) -> Value {
        self.to_string().into()
    }
    fn date(&self) -> Option<Self> {
        Some(*self)
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    /// The year.
    pub year: Year,
    /// The month, 1 to 12.
    pub month: u8,
}

impl YearMonth {
    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        Date::parse(&format!("{text}-01")).map(Self::of)
    }

    /// The month a date lies in.
    pub fn of(date: Date) -> Self {
        Self {
            year: date.year(),
            month: date.month() as u8,
        }
    }

    /// The month after it.
    pub fn next(self) -> Self {
        match self.month {
            12 => Self {
                year: Year(self.year.0 + 1),
                month: 1,
            },
            month => Self {
                month: month + 1,
                ..self
            },
        }
    }

    /// Months from `earlier` to this month; negative when this one is the earlier.
    pub fn months_since(self, earlier: Self) -> i64 {
        let count = |month: Self| 12 * i64::from(month.year.0) + i64::from(month.month);
        count(self) - count(earlier)
    }

    /// The first day of the month.
    pub fn first_day(self) -> Date {
        Date::new(self.year.0, u32::from(self.month), 1).unwrap_or(Date::year_end(self.year))
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year.0, self.month)
    }
}

impl FieldValue for YearMonth {
    const TYPE: FieldType = FieldType::YearMonth;
    fn parse(value: &Value) -> Result<Self, ValueError> {
        text(value).and_then(|t| Self::parse(t).ok_or(ValueError::NotAMonth))
    }
    fn to_value(&self) -> Value {
        self.to_string().into()
    }
}

/// A calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub u16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FieldValue for Year {
    const TYPE: FieldType = FieldType::Year;
    fn parse(value: &Value) -> Result<Self, ValueError> {
        match number(value)? {
            year @ 1900..=2199 => Ok(Self(year as u16)),
            _ => Err(ValueError::NotAYear),
        }
    }
    fn to_value(&self) -> Value {
        Value::Int(i64::from(self.0))
    }
    fn write_json(&self, into: &mut dyn Sink) {
        write_number(into, i64::from(self.0));
    }
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident = $ty:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl FieldValue for $name {
            const TYPE: FieldType = FieldType::$ty;
            fn parse(value: &Value) -> Result<Self, ValueError> {
                number(value).map(Self)
            }
            fn to_value(&self) -> Value {
                Value::Int(self.0)
            }
            fn write_json(&self, into: &mut dyn Sink) {
                write_number(into, self.0);
            }
        }
    )+};
}

quantities! {
    /// Money in fen: 1/100 元.
    Fen = Money;
    /// Length in metres.
    Metre = Length;
    /// Land in 1/100 亩.
    CentiMu = Land;
    /// Floor space in 1/10 m².
    DeciSqm = FloorSpace;
    /// A number of persons, households, months or pieces; the field names the unit.
    Count = Number;
}

impl Fen {
    /// The sum of the parts that are known: a part that is left empty counts as none, and it is unknown while all are.
    pub fn sum_of_known(parts: &[Option<Self>]) -> Option<Self> {
        let known = parts.iter().flatten().map(|part| part.0);
        known.reduce(|sum, part| sum + part).map(Self)
    }
}

impl FieldValue for bool {
    const TYPE: FieldType = FieldType::Tri;
    fn parse(value: &Value) -> Result<Self, ValueError> {
        match value {
            Value::Bool(yes) => Ok(*yes),
            _ => Err(ValueError::ExpectedTri),
        }
    }
    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
}

impl FieldValue for String {
    const TYPE: FieldType = FieldType::Text;
    fn parse(value: &Value) -> Result<Self, ValueError> {
        text(value).map(Into::into)
    }
    fn to_value(&self) -> Value {
        self.as_str().into()
    }
    fn write_json(&self, into: &mut dyn Sink) {
        write_text(into, self.as_str());
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    const TYPE: FieldType = match T::TYPE {
        FieldType::Code(list) => FieldType::Codes(list),
        FieldType::Reference(kind) => FieldType::References(kind),
        _ => FieldType::Texts,
    };
    fn parse(value: &Value) -> Result<Self, ValueError> {
        match value {
            Value::List(items) => items.iter().map(T::parse).collect(),
            _ => Err(ValueError::ExpectedList),
        }
    }
    fn to_value(&self) -> Value {
        Value::List(self.iter().map(T::to_value).collect())
    }
    fn write_json(&self, into: &mut dyn Sink) {
        write_list(into, self, T::write_json);
    }
}

impl FieldValue for DivisionCode {
    const TYPE: FieldType = FieldType::Reference("division");
    fn parse(value: &Value) -> Result<Self, ValueError> {
        text(value).and_then(|t| Self::new(t).ok_or(ValueError::NotADivision))
    }
    fn to_value(&self) -> Value {
        self.as_str().into()
    }
    fn reference(&self) -> Option<super::Id> {
        Some(self.0)
    }
    fn write_json(&self, into: &mut dyn Sink) {
        write_text(into, self.as_str());
    }
}

/// An area of the county by its statistical code: 6 digits county, 9 township, 12 village; natural villages and groups
/// below the village have the village's code and `-Nnn` or `-Gnn` (DOMAIN B12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode(super::Id);

impl DivisionCode {
    /// Reads a code.
    pub fn new(text: &str) -> Option<Self> {
        let (digits, rest) = text.split_once('-').map_or((text, None), |(d, r)| (d, Some(r)));
        let well_formed = matches!(digits.len(), 6 | 9 | 12)
            && digits.bytes().all(|b| b.is_ascii_digit())
            && rest.is_none_or(|r| digits.len() == 12 && r.starts_with(['N', 'G']));
        well_formed.then(|| super::Id::new(text).ok()).flatten().map(Self)
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The code as a record identifier: the division record of the area has it.
    pub fn id(self) -> super::Id {
        self.0
    }

    /// The level that the code's length tells.
    pub fn level(&self) -> Level {
        match self.as_str().len() {
            6 => Level::County,
            9 => Level::Township,
            _ => Level::Village,
        }
    }

    /// The code of the area above, or none for the county.
    pub fn parent(&self) -> Option<Self> {
        let text = self.as_str();
        let cut = match text.len() {
            6 => return None,
            9 => 6,
            12 => 9,
            _ => 12,
        };
        Self::new(&text[..cut])
    }

    /// Whether the area keeps data of its own: the county, a township or a village, and nothing below it.
    pub fn is_partition(&self) -> bool {
        matches!(self.as_str().len(), 6 | 9 | 12)
    }

    /// Whether this area is `other` or lies within it.
    pub fn within(&self, other: Self) -> bool {
        self.as_str().starts_with(other.as_str())
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The three levels that keep data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 县.
    County,
    /// 乡镇（街道）.
    Township,
    /// 行政村（社区）.
    Village,
}

impl Level {
    /// The level's name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Township => "township",
            Self::Village => "village",
        }
    }
}

fn text(value: &Value) -> Result<&str, ValueError> {
    value.as_text().ok_or(ValueError::ExpectedText)
}

fn number(value: &Value) -> Result<i64, ValueError> {
    match value {
        // JSON readers in other languages hold numbers exactly up to 2^53.
        Value::Int(number) if number.unsigned_abs() <= 1 << 53 => Ok(*number),
        Value::Int(_) => Err(ValueError::OutOfRange),
        _ => Err(ValueError::ExpectedNumber),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_are_read_strictly() {
        assert_eq!(Date::parse("2018-02-28").unwrap().to_string(), "2018-02-28");
        for bad in [
            "2018-02-30",
            "2018-2-28",
            "2018/02/28",
            "18-02-28",
            "",
            "2018-02-28 ",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn age_counts_full_years() {
        let birth = Date::parse("2012-09-01").unwrap();
        assert_eq!(Date::parse("2018-08-31").unwrap().age_since(birth), 5);
        assert_eq!(Date::parse("2018-09-01").unwrap().age_since(birth), 6);
    }

    #[test]
    fn months_are_counted_across_years() {
        let month = |text| YearMonth::parse(text).unwrap();
        assert_eq!(month("2019-02").months_since(month("2018-11")), 3);
        assert_eq!(month("2018-11").months_since(month("2019-02")), -3);
    }

    #[test]
    fn a_sum_of_parts_is_unknown_only_while_all_of_them_are() {
        assert_eq!(Fen::sum_of_known(&[None, None]), None);
        assert_eq!(Fen::sum_of_known(&[None, Some(Fen(0))]), Some(Fen(0)));
        assert_eq!(
            Fen::sum_of_known(&[Some(Fen(-1)), None, Some(Fen(3))]),
            Some(Fen(2))
        );
    }

    #[test]
    fn a_division_code_knows_its_place() {
        let village = DivisionCode::new("530427203200").unwrap();
        assert_eq!(village.level(), Level::Village);
        assert_eq!(village.parent().unwrap().as_str(), "530427203");
        assert!(village.within(DivisionCode::new("530427").unwrap()));
        assert!(DivisionCode::new("530427203200-G01").is_some());
        assert!(DivisionCode::new("5304272032").is_none());
    }
}
