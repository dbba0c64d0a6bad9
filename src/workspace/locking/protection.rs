//! How the register of this device is protected.

use crate::journal::DeviceId;
use crate::keys::at_rest::DataKey;
use crate::keys::header::Header;
use crate::model::DivisionCode;
use crate::storage::Database;
use crate::workspace::Edition;
use std::rc::Rc;

/// How the register of this device is protected; the same while it is locked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Protection {
    /// Whether it is encrypted under a passphrase.
    pub encrypted: bool,
    /// Whose device it is, as the lock's header says.
    pub whose: Option<(DivisionCode, DeviceId)>,
    /// Whether the county could open it, so that a forgotten passphrase loses nothing.
    pub recoverable: bool,
    /// Whether a recovery is under way, with what is read to the county by telephone.
    pub asked: bool,
}

impl Protection {
    pub(in crate::workspace) fn of(header: &Header, asked: bool) -> Self {
        Self {
            encrypted: true,
            whose: Some((header.area, header.device)),
            recoverable: header.escrow.is_some(),
            asked,
        }
    }
}

/// An encrypted register whose key is here.
#[derive(Clone)]
pub struct Unlocked {
    pub header: Header,
    pub key: DataKey,
}

/// An encrypted register whose key is not here.
pub struct Locked {
    pub edition: Edition,
    pub database: Rc<dyn Database>,
    pub header: Header,
}
