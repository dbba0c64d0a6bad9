#![allow(clippy::unwrap_used)]
use super::read_list;
use crate::journal::Change;
use proptest::prelude::*;

fn slow(text: &str) -> Option<Vec<Change>> {
    serde_json::from_str(text).ok()
}

const CHANGE: &str = concat!(
    r#"{"area":"530427001001","author":"a1","id":"h1-2018","kind":"household_year","#,
    r#""set":{"cause_detail":"病","deleted":false,"zz_of_2030":[1,"x"]},"#,
    r#""stamp":"20181128T021403123Z-000a-k7f3q9zd","was":{"deleted":"20181127T021403123Z-0000-k7f3q9zd"}}"#
);

#[test]
fn a_canonical_list_is_read_to_its_end_and_no_further() {
    let list = format!("[{CHANGE},{CHANGE}]");
    let (changes, length) = read_list(&format!("{list},\"checksum\":[]")).unwrap();
    assert_eq!(length, list.len());
    assert_eq!(Some(changes), slow(&list));
    assert_eq!(read_list("[]}").unwrap(), (Vec::new(), 2));
}

#[test]
fn values_are_those_of_the_general_reader() {
    let values = [
        "null",
        "true",
        "false",
        "0",
        "-7",
        "999999999999999999",
        "\"\"",
        "\"户\"",
        r#""a\"b\\c\n户\u0001""#,
        "[]",
        r#"[1,null,"x"]"#,
    ];
    for value in values {
        let list = format!("[{}]", CHANGE.replace("\"病\"", value));
        let (changes, _) = read_list(&list).unwrap();
        assert_eq!(Some(changes), slow(&list), "{value}");
    }
}

#[test]
fn what_is_not_written_so_is_left_to_the_general_reader() {
    let others = [
        ("\"病\"", "01"),
        ("\"病\"", "-0"),
        ("\"病\"", "1.5"),
        ("\"病\"", "1e3"),
        ("\"病\"", "1000000000000000000"),
        ("\"病\"", "-"),
        ("\"病\"", "[1,]"),
        ("\"病\"", "[,1]"),
        ("\"病\"", "[[1]]"),
        ("\"病\"", "{\"a\":1}"),
        ("\"病\"", "\"\n\""),
        ("\"病\"", "\"\\x\""),
        ("\"病\"", "nul"),
        ("{\"area\"", "{ \"area\""),
        ("cause_detail", "zz"),
        ("deleted\":false", "cause_detail\":false"),
        ("\"was\":{\"deleted\"", "\"was\":{\"cause\""),
        ("\"was\":{", "\"was\":{}},{"),
        ("20181128", "20181328"),
        ("\"author\":\"a1\"", "\"author\":\"a/1\""),
        ("\"id\":\"h1-2018\"", "\"id\":\"\""),
        ("\"stamp\"", "\"device\":1,\"stamp\""),
        ("530427001001", "12"),
    ];
    for (ours, other) in others {
        let list = format!("[{CHANGE}]").replacen(ours, other, 1);
        assert_ne!(list, format!("[{CHANGE}]"), "{ours}");
        assert_eq!(read_list(&list), None, "{list}");
    }
    for end in 0..CHANGE.len() {
        if CHANGE.is_char_boundary(end) {
            assert_eq!(read_list(&format!("[{}", &CHANGE[..end])), None, "{end}");
        }
    }
}

proptest! {
    /// A few bytes of a list are changed, left out or doubled: what is still read is what the general reader reads.
    #[test]
    fn whatever_is_read_is_what_the_general_reader_reads(
        edits in proptest::collection::vec((0_usize..800, any::<prop::sample::Index>(), 0_u8..3), 1..4),
    ) {
        const TELLING: &[u8] = b"\"\\{}[],:0129-.eantfz \n\x01";
        let mut bytes = format!("[{CHANGE},{CHANGE}]").into_bytes();
        for (place, with, how) in edits {
            let place = place % bytes.len();
            let byte = TELLING[with.index(TELLING.len())];
            match how {
                0 => bytes[place] = byte,
                1 => { bytes.remove(place); }
                _ => bytes.insert(place, byte),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Some((changes, length)) = read_list(&text) {
            prop_assert_eq!(Some(changes), slow(&text[..length]));
        }
    }
}
