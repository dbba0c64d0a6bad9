//! Who works on this device.

use crate::model::{DivisionCode, Id, Level};
use serde::{Deserialize, Serialize};

/// Whether the register is real or the invented county; each has a database of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// Real households.
    Real,
    /// The invented county, plainly marked on every screen.
    Demo,
}

impl Edition {
    /// The name of the edition's database.
    pub const fn database(self) -> &'static str {
        match self {
            Self::Real => "huhuqing",
            Self::Demo => "huhuqing-demo",
        }
    }
}

/// The person at the tablet, as they said at first run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Real or invented.
    pub edition: Edition,
    /// The area they answer for; its level decides the app's layout.
    pub area: DivisionCode,
    /// The official record that stands as author of their changes.
    pub official: Id,
    /// Their name.
    pub name: String,
}

impl Profile {
    /// The level they work at.
    pub fn level(&self) -> Level {
        self.area.level()
    }

    /// The profile as it is kept.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let stored = Stored {
            area: self.area.as_str().into(),
            edition: self.edition,
            name: self.name.clone(),
            official: self.official.as_str().into(),
        };
        serde_json::to_vec(&stored).unwrap_or_default()
    }

    /// Reads a kept profile.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let stored: Stored = serde_json::from_slice(bytes).ok()?;
        Some(Self {
            edition: stored.edition,
            area: DivisionCode::new(&stored.area)?,
            official: Id::new(&stored.official).ok()?,
            name: stored.name,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    area: String,
    edition: Edition,
    name: String,
    official: String,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_kept_profile_comes_back() {
        let profile = Profile {
            edition: Edition::Demo,
            area: DivisionCode::new("530427203200").unwrap(),
            official: Id::new("o1").unwrap(),
            name: "李雪".into(),
        };
        assert_eq!(Profile::from_bytes(&profile.to_bytes()), Some(profile));
        assert_eq!(Profile::from_bytes(b"{}"), None);
    }

    #[test]
    fn the_page_opens_the_databases_of_the_editions() {
        let boot = include_str!("../../boot/boot.js");
        for edition in [Edition::Real, Edition::Demo] {
            assert!(
                boot.contains(&format!("\"{}\"", edition.database())),
                "{edition:?}"
            );
        }
        // Only the demo's name has the word by which the page tells them apart.
        let stored = |edition: Edition| serde_json::to_string(&edition).unwrap();
        assert!(stored(Edition::Demo).contains("demo") && !stored(Edition::Real).contains("demo"));
        assert!(boot.contains("indexOf(\"demo\")"));
    }
}
