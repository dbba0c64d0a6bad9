//! Salted hashes in place of identity numbers. They let an office see that one person is registered twice, and keep a number
//! from being read off a file. They are no secret to somebody who knows the salt and tries numbers (docs/THREATS.md).

use crate::model::Value;
use crate::model::identity::{hidden, is_hidden};
use sha2::{Digest as _, Sha256};

/// The county parameter that all devices of the county hash with, once it is verified.
pub const ID_HASH_SALT: &str = "id_hash_salt";

/// The first characters of a number that tell a person apart; a disability card's has more.
const BASE: usize = 18;

/// The form in which a number leaves. What has that form already, and what is
/// empty or unknown, stays as it is, so that an office passes on what it was given. The same mapping for changes and
/// records: the fold of mapped changes is the mapped fold.
pub(super) fn hashed(value: &Value, salt: i64) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Text(text) if text.is_empty() || is_hidden(text) => value.clone(),
        Value::Text(text) => hash_of(text, salt).into(),
        other => {
            let mut json = Vec::new();
            other.write_json(&mut json);
            hash_of(&String::from_utf8_lossy(&json), salt).into()
        }
    }
}

/// The hash of a number; of its first 18 characters, an x at their end written large.
pub fn hash_of(number: &str, salt: i64) -> String {
    let base = number.get(..BASE).unwrap_or(number).to_ascii_uppercase();
    hidden(&Sha256::digest(format!("huhuqing:{salt}:{base}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_taken_once_and_tells_numbers_and_salts_apart() {
        let number: Value = "99999919750309017X".into();
        let once = hashed(&number, 0);
        assert_eq!(hashed(&once, 7), once);
        assert_ne!(hashed(&number, 7), once);
        assert_eq!(hashed(&"99999919750309017x".into(), 0), once);
        assert_ne!(hashed(&"999999197503090188".into(), 0), once);
        assert_eq!(hashed(&Value::Null, 0), Value::Null);
    }
}
