//! Reading what people type: numbers with decimals, months, years. Pure, and told apart in what is wrong.

use crate::model::{Value, YearMonth};
use crate::ui::text::fields;

/// Why an entry cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// Not a number at all.
    #[error("not a number")]
    NotANumber,
    /// Decimals where there are none.
    #[error("not a whole number")]
    NotWhole,
    /// More decimals than the unit has.
    #[error("more than {0} decimals")]
    TooManyDecimals(u32),
    /// Below zero.
    #[error("below zero")]
    Negative,
    /// More than the field can hold.
    #[error("too large")]
    TooLarge,
    /// No date.
    #[error("not a date")]
    NotADate,
    /// No month.
    #[error("not a month")]
    NotAMonth,
    /// No year.
    #[error("not a year")]
    NotAYear,
}

impl EntryError {
    /// The sentence that says what to do.
    pub fn sentence(self, t: fields::Texts) -> String {
        match self {
            Self::NotANumber => t.error_number().to_owned(),
            Self::NotWhole => t.error_whole().to_owned(),
            Self::TooManyDecimals(decimals) => t.error_decimals(decimals),
            Self::Negative => t.error_negative().to_owned(),
            Self::TooLarge => t.error_too_large().to_owned(),
            Self::NotADate => t.error_date().to_owned(),
            Self::NotAMonth => t.error_month().to_owned(),
            Self::NotAYear => t.error_year().to_owned(),
        }
    }
}

/// The largest number that a field can hold: JSON readers in other languages hold whole numbers exactly up to 2^53.
const LARGEST: i64 = 1 << 53;

/// Reads a number with at most that many decimals as a multiple of 10^-`decimals`; nothing is unknown. Full-width digits
/// of Chinese keyboards, separators and spaces are understood.
///
/// # Errors
/// When it is no such number.
pub fn parse_quantity(text: &str, decimals: u32) -> Result<Value, EntryError> {
    let text: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace() && *c != ',')
        .collect();
    if text.is_empty() {
        return Ok(Value::Null);
    }
    if text.starts_with(['-', '−']) {
        return Err(EntryError::Negative);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(EntryError::NotANumber);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > decimals as usize {
        return Err(if decimals == 0 {
            EntryError::NotWhole
        } else {
            EntryError::TooManyDecimals(decimals)
        });
    }
    let padded = format!("{whole}{fraction:0<width$}", width = decimals as usize);
    match padded.parse::<i64>() {
        Ok(number) if number <= LARGEST => Ok(Value::Int(number)),
        _ => Err(EntryError::TooLarge),
    }
}

/// A stored number as it stands in an input: without separators and without needless decimals.
pub fn plain_quantity(stored: i64, decimals: u32) -> String {
    let unit = 10_i64.pow(decimals);
    let (whole, rest) = (stored / unit, (stored % unit).abs());
    if rest == 0 {
        return whole.to_string();
    }
    let sign = if stored < 0 && whole == 0 { "-" } else { "" };
    format!("{sign}{whole}.{rest:0width$}", width = decimals as usize)
}

/// Reads a month as people write it: `2018-05`, `2018.5`, `201805`, `2018年5月`.
///
/// # Errors
/// When it is no month.
pub fn parse_month(text: &str) -> Result<Value, EntryError> {
    let text: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .collect();
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let text = text.trim_end_matches('月').replace(['年', '.', '/'], "-");
    let (year, month) = match text.split_once('-') {
        Some(parts) => parts,
        None if text.len() == 6 && text.is_ascii() => text.split_at(4),
        None => return Err(EntryError::NotAMonth),
    };
    let month = YearMonth::parse(&format!("{year}-{month:0>2}")).ok_or(EntryError::NotAMonth)?;
    Ok(Value::from(month.to_string()))
}

/// Reads a year from 1900 to 2199, with or without 年.
///
/// # Errors
/// When it is no such year.
pub fn parse_year(text: &str) -> Result<Value, EntryError> {
    let text: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .collect();
    if text.is_empty() {
        return Ok(Value::Null);
    }
    match text.trim_end_matches('年').parse::<i64>() {
        Ok(year @ 1900..=2199) => Ok(Value::Int(year)),
        _ => Err(EntryError::NotAYear),
    }
}

/// The character that a full-width digit or sign of a Chinese keyboard stands for.
fn half_width(character: char) -> char {
    match character {
        '０'..='９' | '．' | '，' | '－' | '／' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '。' => '.',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_in_yuan_and_kept_in_fen() {
        assert_eq!(parse_quantity("1,234.5", 2), Ok(Value::Int(123_450)));
        assert_eq!(parse_quantity("1234.50", 2), Ok(Value::Int(123_450)));
        assert_eq!(parse_quantity(".5", 2), Ok(Value::Int(50)));
        assert_eq!(parse_quantity("3500", 2), Ok(Value::Int(350_000)));
        assert_eq!(parse_quantity("2.000", 2), Ok(Value::Int(200)));
    }

    #[test]
    fn digits_of_a_chinese_keyboard_are_understood() {
        assert_eq!(parse_quantity("１２．５", 2), Ok(Value::Int(1_250)));
        assert_eq!(parse_quantity("12。5", 1), Ok(Value::Int(125)));
        assert_eq!(parse_year("２０１８年"), Ok(Value::Int(2018)));
    }

    #[test]
    fn an_empty_entry_is_unknown_and_not_zero() {
        assert_eq!(parse_quantity("  ", 2), Ok(Value::Null));
        assert_eq!(parse_month(""), Ok(Value::Null));
        assert_eq!(parse_year(""), Ok(Value::Null));
    }

    #[test]
    fn a_wrong_entry_says_what_is_wrong() {
        assert_eq!(parse_quantity("12a", 2), Err(EntryError::NotANumber));
        assert_eq!(parse_quantity(".", 2), Err(EntryError::NotANumber));
        assert_eq!(parse_quantity("1.5", 0), Err(EntryError::NotWhole));
        assert_eq!(parse_quantity("1.005", 2), Err(EntryError::TooManyDecimals(2)));
        assert_eq!(parse_quantity("-1", 0), Err(EntryError::Negative));
        assert_eq!(
            parse_quantity("99999999999999999999", 0),
            Err(EntryError::TooLarge)
        );
        assert_eq!(parse_month("2018-13"), Err(EntryError::NotAMonth));
        assert_eq!(parse_month("五月"), Err(EntryError::NotAMonth));
        assert_eq!(parse_year("18"), Err(EntryError::NotAYear));
    }

    #[test]
    fn a_month_may_be_written_in_many_ways() {
        for text in ["2018-05", "2018.5", "201805", "2018年5月", "2018/05"] {
            assert_eq!(parse_month(text), Ok(Value::from("2018-05")), "{text}");
        }
    }

    #[test]
    fn a_stored_number_comes_back_as_it_was_typed() {
        for (stored, decimals) in [
            (0, 0),
            (1_250, 2),
            (1_200, 2),
            (5, 2),
            (125, 1),
            (-5, 2),
            (-150, 2),
        ] {
            let shown = plain_quantity(stored, decimals);
            let unsigned = shown.trim_start_matches('-');
            assert_eq!(
                parse_quantity(unsigned, decimals),
                Ok(Value::Int(i64::abs(stored))),
                "{shown}"
            );
        }
        assert_eq!(plain_quantity(1_250, 2), "12.50");
        assert_eq!(plain_quantity(-5, 2), "-0.05");
    }
}
