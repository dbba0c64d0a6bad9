//! Bytes eight at a time, and the bits of numbers: what is done so often that it has to be quick. Compiled to WebAssembly, the
//! comparison of texts that comes with the language goes byte by byte.

use std::cmp::Ordering;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHEST: u64 = 0x8080_8080_8080_8080;

/// Whether both are the same bytes.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && compare(a, b).is_eq()
}

/// Whether the first begins with the second; then what follows.
pub fn after<'a>(bytes: &'a [u8], start: &[u8]) -> Option<&'a [u8]> {
    let (begins, rest) = bytes.split_at_checked(start.len())?;
    same(begins, start).then_some(rest)
}

/// The order of two texts, which is that of their bytes.
pub fn compare(mut a: &[u8], mut b: &[u8]) -> Ordering {
    while let (Some((mine, a_rest)), Some((theirs, b_rest))) = (a.split_first_chunk(), b.split_first_chunk())
    {
        let order = compare_words(u64::from_le_bytes(*mine), u64::from_le_bytes(*theirs));
        if order.is_ne() {
            return order;
        }
        (a, b) = (a_rest, b_rest);
    }
    for (mine, theirs) in a.iter().zip(b) {
        if mine != theirs {
            return mine.cmp(theirs);
        }
    }
    a.len().cmp(&b.len())
}

/// The order of eight bytes that were read as a number, the first as its lowest.
pub fn compare_words(a: u64, b: u64) -> Ordering {
    let differ = a ^ b;
    if differ == 0 {
        return Ordering::Equal;
    }
    let first = differ.trailing_zeros() & !7;
    ((a >> first) & 0xff).cmp(&((b >> first) & 0xff))
}

/// How many bytes come before the first that a JSON text cannot hold as it is: a quote, a backslash, a control character.
pub fn plain_length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        let found = marked(u64::from_le_bytes(*word));
        if found != 0 {
            return bytes.len() - rest.len() + found.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    let place = rest
        .iter()
        .position(|byte| *byte < 0x20 || matches!(byte, b'"' | b'\\'));
    bytes.len() - rest.len() + place.unwrap_or(rest.len())
}

/// The highest bit of the first such byte; bits above it mean nothing.
fn marked(word: u64) -> u64 {
    let below = |limit: u64, word: u64| word.wrapping_sub(ONES * limit) & !word;
    let is = |byte: u8| below(1, word ^ (ONES * u64::from(byte)));
    (below(0x20, word) | is(b'"') | is(b'\\')) & HIGHEST
}

/// The places of the ones in a number, the lowest first.
pub fn ones(mut rest: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = rest.trailing_zeros() as usize;
        (rest != 0).then(|| {
            rest &= rest - 1;
            place
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_are_compared_as_their_bytes(a: Vec<u8>, b: Vec<u8>, start in prop::collection::vec(0_u8..3, 0..20)) {
            for (a, b) in [(&a, &b), (&a, &a), (&[&start[..], &a].concat(), &[&start[..], &b].concat())] {
                prop_assert_eq!(compare(a, b), a.cmp(b));
                prop_assert_eq!(same(a, b), a == b);
                prop_assert_eq!(after(a, &start), a.strip_prefix(&start[..]));
            }
        }

        #[test]
        fn what_a_text_cannot_hold_is_found_where_it_is(bytes in prop::collection::vec(
            prop_oneof![8 => any::<u8>(), 1 => Just(b'"'), 1 => Just(b'\\'), 8 => 0x20_u8..0x7f, 4 => 0x80_u8..], 0..40))
        {
            let place = bytes.iter().position(|byte| *byte < 0x20 || matches!(byte, b'"' | b'\\'));
            prop_assert_eq!(plain_length(&bytes), place.unwrap_or(bytes.len()));
        }
    }
}
