//! The part of an address after `?`: what a page is narrowed to.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// Sorted pairs of a name and a value, so that the same query is always the same address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(BTreeMap<String, String>);

impl Query {
    /// Reads `name=value&name=value`; a name without a value has the empty one.
    pub fn parse(text: &str) -> Self {
        let pair = |part: &str| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decoded(name), decoded(value))
        };
        Self(
            text.split('&')
                .filter(|part| !part.is_empty())
                .map(pair)
                .collect(),
        )
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Whether the name is there.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The query with that value; an empty value takes the name away.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        if value.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), value.to_owned());
        }
        self
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (name, value)) in self.0.iter().enumerate() {
            f.write_char(if place == 0 { '?' } else { '&' })?;
            encode(name, f)?;
            f.write_char('=')?;
            encode(value, f)?;
        }
        Ok(())
    }
}

fn encode(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            f.write_char(char::from(byte))?;
        } else {
            write!(f, "%{byte:02X}")?;
        }
    }
    Ok(())
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        match (first, hex(after)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = after;
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(bytes: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(bytes.get(..2)?).ok()?;
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_survives_the_address() {
        let query = Query::default()
            .with("q", "张 三&=%")
            .with("status", "not_exited");
        assert_eq!(Query::parse(query.to_string().trim_start_matches('?')), query);
    }

    #[test]
    fn browsers_that_leave_chinese_as_it_is_are_read_too() {
        assert_eq!(Query::parse("q=张三").get("q"), Some("张三"));
        assert_eq!(Query::parse("q=%zz+").get("q"), Some("%zz "));
    }

    #[test]
    fn an_empty_value_takes_the_name_away() {
        let query = Query::parse("q=a&incomplete=1").with("q", "");
        assert_eq!(query.to_string(), "?incomplete=1");
    }
}
