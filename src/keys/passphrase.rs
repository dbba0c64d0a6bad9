//! The passphrase: what a good one is, and the key that Argon2id makes of it.

use super::at_rest::{DataKey, KEY_BYTES, RestError, open, random, seal};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The fewest characters of a passphrase.
pub const SHORTEST: usize = 8;

/// The longest passphrase that is taken, in bytes.
pub const LONGEST: usize = 1024;

/// How dear a guess is. It is kept with what it made, so that later versions can ask for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Cost {
    /// What this version writes: 19 MiB and two passes are the least that OWASP recommends for Argon2id; a third pass is
    /// what a village's tablet has time for.
    pub const CURRENT: Self = Self {
        memory: 19 * 1024,
        passes: 3,
    };

    /// The most that is read: a header that asks for more was not written by any version.
    const MOST: Self = Self {
        memory: 256 * 1024,
        passes: 16,
    };

    fn params(self) -> Result<Params, RestError> {
        let within = self.memory <= Self::MOST.memory && self.passes <= Self::MOST.passes;
        let params = Params::new(self.memory, self.passes, 1, Some(KEY_BYTES)).ok();
        params.filter(|_| within).ok_or(RestError::BadHeader)
    }
}

/// The data key under a passphrase. Another passphrase is another wrap of the same key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrap {
    /// How dear a guess is.
    pub cost: Cost,
    /// The salt.
    pub salt: [u8; 16],
    /// The sealed key.
    pub sealed: Vec<u8>,
}

/// What a wrapped key is bound to, besides its salt, which decides the key.
const WRAP_PLACE: &[u8] = b"huhuqing data key under a passphrase";

impl Wrap {
    /// Wraps a data key.
    ///
    /// # Errors
    /// [`RestError::NoChance`]; [`RestError::BadHeader`] for a cost out of bounds.
    pub fn new(key: &DataKey, passphrase: &str, cost: Cost) -> Result<Self, RestError> {
        let salt = random()?;
        let under = derive(passphrase, &salt, cost)?;
        let sealed = seal(&under, WRAP_PLACE, key.reveal())?;
        Ok(Self { cost, salt, sealed })
    }

    /// The data key, if the passphrase is right.
    ///
    /// # Errors
    /// [`RestError::WrongPassphrase`], which is also what an altered wrap looks like; [`RestError::UnknownSuite`];
    /// [`RestError::BadHeader`].
    pub fn open(&self, passphrase: &str) -> Result<DataKey, RestError> {
        let under = derive(passphrase, &self.salt, self.cost)?;
        let opened = open(&under, WRAP_PLACE, &self.sealed).map(Zeroizing::new);
        let bytes = opened.map_err(|error| match error {
            RestError::Damaged => RestError::WrongPassphrase,
            other => other,
        })?;
        DataKey::from_bytes(&bytes).ok_or(RestError::BadHeader)
    }
}

/// The key of a passphrase: Argon2id, version 1.3, one lane.
fn derive(passphrase: &str, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; KEY_BYTES]>, RestError> {
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.params()?);
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    argon
        .hash_password_into(passphrase.as_bytes(), salt, &mut *key)
        .map_err(|_| RestError::BadHeader)?;
    Ok(key)
}

/// Why a passphrase is not taken, or could be better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Shorter than [`SHORTEST`]: not taken.
    TooShort,
    /// Longer than [`LONGEST`]: not taken.
    TooLong,
    /// One character over and over, or a run like 12345678: not taken, whoever tries begins with these.
    Pattern,
    /// Digits only, such as a birthday or a telephone number: taken, and said.
    DigitsOnly,
}

impl Weakness {
    /// Whether the passphrase is refused for it.
    pub const fn is_refused(self) -> bool {
        !matches!(self, Self::DigitsOnly)
    }
}

/// What is weak about a passphrase; none when nothing is.
pub fn weakness(passphrase: &str) -> Option<Weakness> {
    let characters: Vec<u32> = passphrase.chars().map(u32::from).collect();
    let runs = |step: i64| {
        let mut pairs = characters.windows(2);
        pairs.all(|pair| i64::from(pair[1]) - i64::from(pair[0]) == step)
    };
    if characters.len() < SHORTEST {
        Some(Weakness::TooShort)
    } else if passphrase.len() > LONGEST {
        Some(Weakness::TooLong)
    } else if [-1, 0, 1].into_iter().any(runs) {
        Some(Weakness::Pattern)
    } else if passphrase.bytes().all(|byte| byte.is_ascii_digit()) {
        Some(Weakness::DigitsOnly)
    } else {
        None
    }
}
