//! Identity numbers by GB 11643-1999: 17 digits and a check character; and the disability card, which lengthens them
//! (DOMAIN B13).

use super::{Date, Sex};

/// What a hash that stands in place of a number begins with.
const HIDDEN: char = '#';

/// So many hexadecimal digits a hash has that stands in place of a number.
const HIDDEN_DIGITS: usize = 32;

/// The text that stands in place of a number whose hash has those first bytes.
pub fn hidden(hash: &[u8]) -> String {
    let digits = hash
        .iter()
        .take(HIDDEN_DIGITS / 2)
        .map(|byte| format!("{byte:02x}"));
    std::iter::once(HIDDEN.to_string()).chain(digits).collect()
}

/// Whether a text stands in place of an identity number that was not told.
pub fn is_hidden(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let digits = text.strip_prefix(HIDDEN);
    digits.is_some_and(|digits| digits.len() == HIDDEN_DIGITS && digits.bytes().all(is_digit))
}

/// The prefix that the national register gives persons without a number; every invented person has it.
pub const NO_NUMBER_PREFIX: &str = "999999";

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// Why a text is no identity number (V-ID-1 to V-ID-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// 15 digits: the old form, which has to be replaced.
    #[error("15 digits is the old form; ask for the number of 18")]
    OldForm,
    /// Not 18, 20 or 22 characters.
    #[error("an identity number has 18 characters, a disability card 20 or 22")]
    Length,
    /// A character that is neither a digit nor the final X.
    #[error("an identity number holds digits and, at the end of its 18 characters, perhaps X")]
    Character,
    /// The date of birth in it is no date since 1900.
    #[error("digits 7 to 14 are no date of birth")]
    BirthDate,
    /// The check character does not follow from the digits.
    #[error("the check character does not fit; a digit is wrong or two are swapped")]
    CheckCharacter,
    /// The disability category is not 1 to 7 or the grade not 1 to 4.
    #[error("digits 19 and 20 of a disability card are the kind (1 to 7) and the grade (1 to 4)")]
    Disability,
}

/// A well-formed identity number, as far as the number itself tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentityNumber {
    /// The date of birth in digits 7 to 14.
    pub birth_date: Date,
    /// The number before the check character, in digits 15 to 17.
    pub sequence: u16,
    /// Category 1 to 7 and grade 1 to 4 of a disability card.
    pub disability: Option<(u8, u8)>,
}

impl IdentityNumber {
    /// Reads a number of 18 characters, or a disability card's 20 or 22.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        let bytes = text.as_bytes();
        match bytes.len() {
            18 | 20 | 22 => {}
            15 if bytes.iter().all(u8::is_ascii_digit) => return Err(IdentityError::OldForm),
            _ => return Err(IdentityError::Length),
        }
        let digit = |place: usize| bytes[place].is_ascii_digit();
        let last = bytes[17].to_ascii_uppercase();
        if !(0..17).all(digit) || !(18..bytes.len()).all(digit) || !(digit(17) || last == b'X') {
            return Err(IdentityError::Character);
        }
        let birth_date = birth_in(text).ok_or(IdentityError::BirthDate)?;
        if check_character(text) != Some(char::from(last)) {
            return Err(IdentityError::CheckCharacter);
        }
        let sequence = text[14..17].parse().map_err(|_| IdentityError::Character)?;
        let disability = (bytes.len() > 18).then(|| (bytes[18] - b'0', bytes[19] - b'0'));
        match disability {
            Some((kind, grade)) if !(1..=7).contains(&kind) || !(1..=4).contains(&grade) => {
                Err(IdentityError::Disability)
            }
            _ => Ok(Self {
                birth_date,
                sequence,
                disability,
            }),
        }
    }

    /// The sex that the 17th digit tells: odd male, even female.
    pub fn sex(&self) -> Sex {
        if self.sequence % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }
}

/// The number of an invented person or of one without a number: `999999`, the date of birth, a sequence of 0 to 999
/// whose parity tells the sex, and the check character.
pub fn number_without_place(birth_date: Date, sequence: u16) -> String {
    let date = birth_date.to_string().replace('-', "");
    let mut number = format!("{NO_NUMBER_PREFIX}{date}{:03}", sequence % 1000);
    number.extend(check_character(&number));
    number
}

/// The check character of the first 17 digits of a text (ISO 7064 MOD 11-2); none when they are not 17 digits.
pub fn check_character(text: &str) -> Option<char> {
    let digits = text.as_bytes().get(..17)?;
    let sum = digits.iter().zip(WEIGHTS).try_fold(0, |sum, (digit, weight)| {
        digit
            .is_ascii_digit()
            .then(|| sum + u32::from(digit - b'0') * weight)
    })?;
    Some(char::from(CHECKS[(sum % 11) as usize]))
}

fn birth_in(text: &str) -> Option<Date> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    let year = u16::try_from(part(6, 10)?).ok().filter(|year| *year >= 1900)?;
    Date::new(year, part(10, 12)?, part(12, 14)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_check_character_follows_the_standard() {
        // The example of GB 11643-1999, appendix A.
        assert_eq!(check_character("11010519491231002"), Some('X'));
        assert_eq!(check_character("44052418800101001"), Some('4'));
    }

    #[test]
    fn an_invented_number_is_well_formed_and_tells_birth_and_sex() {
        let birth = Date::parse("1975-03-09").unwrap();
        let number = number_without_place(birth, 17);
        assert!(number.starts_with("99999919750309017"));
        let read = IdentityNumber::parse(&number).unwrap();
        assert_eq!((read.birth_date, read.sex()), (birth, Sex::Male));
        assert_eq!(
            IdentityNumber::parse(&number_without_place(birth, 18))
                .unwrap()
                .sex(),
            Sex::Female
        );
    }

    #[test]
    fn each_fault_has_its_own_answer() {
        let good = number_without_place(Date::parse("1975-03-09").unwrap(), 17);
        let with = |place: usize, digit: &str| {
            let mut text = good.clone();
            text.replace_range(place..=place, digit);
            text
        };
        for (text, error) in [
            ("999999750309017".to_owned(), IdentityError::OldForm),
            (good[..17].to_owned(), IdentityError::Length),
            (with(3, "a"), IdentityError::Character),
            (with(10, "9"), IdentityError::BirthDate),
            (with(16, "9"), IdentityError::CheckCharacter),
            (format!("{good}95"), IdentityError::Disability),
        ] {
            assert_eq!(IdentityNumber::parse(&text), Err(error), "{text}");
        }
        assert_eq!(
            IdentityNumber::parse(&format!("{good}43")).unwrap().disability,
            Some((4, 3))
        );
    }
}
