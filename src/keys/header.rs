//! The lock's header: all that a device can read before the passphrase. It names the device and nobody.

use super::at_rest::{DataKey, Place, RestError};
use super::passphrase::{Cost, Wrap};
use super::suite::Suite;
use crate::exchange::{hex, unhex};
use crate::journal::DeviceId;
use crate::model::DivisionCode;
use serde::{Deserialize, Serialize};

/// What was sealed to the county, so that a forgotten passphrase loses nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escrow {
    /// To whose keys.
    pub recipients: Vec<String>,
    /// The sealed data key.
    pub sealed: Vec<u8>,
}

/// The header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The area that the device answers for.
    pub area: DivisionCode,
    /// The device.
    pub device: DeviceId,
    /// The data key under the passphrase.
    pub wrap: Wrap,
    /// The data key for the county; none while no key of the county is known.
    pub escrow: Option<Escrow>,
    /// Nothing, sealed with the data key for this device: tells a right key, and that area and device are as they were.
    pub(super) proof: Vec<u8>,
}

impl Header {
    /// A new data key under a passphrase.
    ///
    /// # Errors
    /// [`RestError::NoChance`].
    pub fn make(
        area: DivisionCode,
        device: DeviceId,
        passphrase: &str,
        cost: Cost,
    ) -> Result<(Self, DataKey), RestError> {
        let key = DataKey::fresh()?;
        let header = Self {
            area,
            device,
            wrap: Wrap::new(&key, passphrase, cost)?,
            escrow: None,
            proof: key.seal(proof_place(&whose(area, device)), &[])?,
        };
        Ok((header, key))
    }

    /// The data key, if the passphrase is right.
    ///
    /// # Errors
    /// [`RestError::WrongPassphrase`]; others when the header was altered.
    pub fn unlock(&self, passphrase: &str) -> Result<DataKey, RestError> {
        let key = self.wrap.open(passphrase)?;
        self.prove(&key)?;
        Ok(key)
    }

    /// Whether that is the key of this device's data.
    ///
    /// # Errors
    /// [`RestError::Damaged`] when it is not.
    pub fn prove(&self, key: &DataKey) -> Result<(), RestError> {
        let whose = whose(self.area, self.device);
        key.open(proof_place(&whose), &self.proof).map(drop)
    }

    /// The header with another passphrase for the same key.
    ///
    /// # Errors
    /// [`RestError::NoChance`].
    pub fn with_passphrase(&self, key: &DataKey, passphrase: &str, cost: Cost) -> Result<Self, RestError> {
        let wrap = Wrap::new(key, passphrase, cost)?;
        Ok(Self { wrap, ..self.clone() })
    }

    /// The header as it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let escrow = self.escrow.as_ref().map(|escrow| StoredEscrow {
            recipients: escrow.recipients.clone(),
            sealed: hex(&escrow.sealed),
        });
        let stored = Stored {
            area: self.area.to_string(),
            cost: self.wrap.cost,
            device: self.device.to_string(),
            escrow,
            key: hex(&self.wrap.sealed),
            proof: hex(&self.proof),
            salt: hex(&self.wrap.salt),
            suite: Suite::One.byte(),
        };
        serde_json::to_vec(&stored).unwrap_or_default()
    }

    /// Reads a kept header.
    ///
    /// # Errors
    /// [`RestError::UnknownSuite`] of a newer version; [`RestError::BadHeader`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RestError> {
        let suite: OnlySuite = serde_json::from_slice(bytes).map_err(|_| RestError::BadHeader)?;
        let Suite::One = Suite::of(suite.suite)?;
        let stored: Stored = serde_json::from_slice(bytes).map_err(|_| RestError::BadHeader)?;
        stored.read().ok_or(RestError::BadHeader)
    }
}

fn whose(area: DivisionCode, device: DeviceId) -> String {
    format!("{area} {device}")
}

fn proof_place(whose: &str) -> Place<'_> {
    Place {
        database: "",
        store: "lock",
        key: whose,
        number: 0,
    }
}

#[derive(Deserialize)]
struct OnlySuite {
    suite: u8,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    area: String,
    cost: Cost,
    device: String,
    escrow: Option<StoredEscrow>,
    key: String,
    proof: String,
    salt: String,
    suite: u8,
}

#[derive(Serialize, Deserialize)]
struct StoredEscrow {
    recipients: Vec<String>,
    sealed: String,
}

impl Stored {
    fn read(self) -> Option<Header> {
        let escrow = match self.escrow {
            None => None,
            Some(stored) => Some(Escrow {
                recipients: stored.recipients,
                sealed: unhex(&stored.sealed)?,
            }),
        };
        Some(Header {
            area: DivisionCode::new(&self.area)?,
            device: self.device.parse().ok()?,
            wrap: Wrap {
                cost: self.cost,
                salt: unhex(&self.salt)?.try_into().ok()?,
                sealed: unhex(&self.key)?,
            },
            escrow,
            proof: unhex(&self.proof)?,
        })
    }
}
