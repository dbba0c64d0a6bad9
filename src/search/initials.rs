//! The first letters of the pinyin of Chinese characters.

/// The first letter of U+4E00 and its followers, 128 to a line, `-` where no reading is known. Written by the test below
/// from the `pinyin` crate (MIT), whose own tables would cost the app a hundred times as much.
const LETTERS: &str = include_str!("letters.txt");

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fa5;
const LINE: usize = 128;

/// Characters of names and places that are read in a second way, such as 曾 and 解 as surnames and 戛 in 戛洒; both
/// readings find them.
const SECOND_READINGS: [(char, u8); 30] = [
    ('乐', b'y'),
    ('仇', b'q'),
    ('会', b'k'),
    ('传', b'z'),
    ('佴', b'n'),
    ('区', b'o'),
    ('单', b's'),
    ('参', b's'),
    ('召', b's'),
    ('宿', b'x'),
    ('尉', b'y'),
    ('弹', b't'),
    ('戛', b'g'),
    ('折', b's'),
    ('曾', b'z'),
    ('朝', b'z'),
    ('查', b'z'),
    ('盛', b'c'),
    ('祭', b'z'),
    ('种', b'c'),
    ('系', b'j'),
    ('翟', b'z'),
    ('藏', b'z'),
    ('行', b'h'),
    ('覃', b'q'),
    ('解', b'x'),
    ('调', b't'),
    ('重', b'c'),
    ('长', b'c'),
    ('降', b'x'),
];

/// The first letters of a text, in lower case: `张家寨2组` gives `zjz2z`. What has no reading is left out.
pub fn initials(text: &str) -> String {
    text.chars().filter_map(letter).map(char::from).collect()
}

/// The letter or digit that a character is typed with.
pub(super) fn letter(character: char) -> Option<u8> {
    if character.is_ascii_alphanumeric() {
        return u8::try_from(character.to_ascii_lowercase()).ok();
    }
    let place = u32::from(character)
        .checked_sub(FIRST)
        .filter(|_| u32::from(character) <= LAST)? as usize;
    LETTERS
        .as_bytes()
        .get(place / LINE * (LINE + 1) + place % LINE)
        .copied()
        .filter(|letter| *letter != b'-')
}

/// The second letter, of characters that have two readings.
pub(super) fn second_letter(character: char) -> Option<u8> {
    let place = SECOND_READINGS
        .binary_search_by_key(&character, |(character, _)| *character)
        .ok()?;
    Some(SECOND_READINGS[place].1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use pinyin::ToPinyin;

    /// The table as the `pinyin` crate would have it.
    fn generated() -> String {
        let letters: Vec<u8> = (FIRST..=LAST)
            .map(|code| reading(char::from_u32(code).unwrap()))
            .collect();
        letters
            .chunks(LINE)
            .map(|line| format!("{}\n", std::str::from_utf8(line).unwrap()))
            .collect()
    }

    fn reading(character: char) -> u8 {
        match character
            .to_pinyin()
            .and_then(|pinyin| pinyin.plain().chars().next())
        {
            Some(letter) if letter.is_ascii_lowercase() => u8::try_from(letter).unwrap(),
            Some('ê') => b'e',
            _ => b'-',
        }
    }

    /// Run with `HUHUQING_WRITE=1` to write the table anew.
    #[test]
    fn the_table_agrees_with_the_pinyin_crate() {
        let generated = generated();
        if std::env::var_os("HUHUQING_WRITE").is_some() {
            std::fs::write(
                concat!(env!("CARGO_MANIFEST_DIR"), "/src/search/letters.txt"),
                &generated,
            )
            .unwrap();
        }
        assert!(
            LETTERS == generated,
            "letters.txt is out of date: run this test with HUHUQING_WRITE=1"
        );
    }

    #[test]
    fn initials_are_those_a_worker_types() {
        assert_eq!(initials("张三"), "zs");
        assert_eq!(initials("漠沙镇 2组"), "msz2z");
        assert_eq!(initials("李·A"), "la");
    }

    #[test]
    fn second_readings_are_sorted_and_differ_from_the_first() {
        assert!(SECOND_READINGS.is_sorted_by_key(|(character, _)| *character));
        for (character, second) in SECOND_READINGS {
            assert_ne!(letter(character), Some(second), "{character}");
        }
    }
}
