//! The county's side of a recovery: who asks, and the reply.

use super::code::ESCROW;
use crate::exchange::Scope;
use crate::journal::DeviceId;
use crate::keys::escrow::{RecoveryError, RecoveryRequest};
use crate::keys::{DeviceKeys, Identity, KeyError};
use crate::workspace::engine::key;
use crate::workspace::{CommandError, ExportedFile, Workspace};

/// A request that the county looks at before it replies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    request: RecoveryRequest,
    /// What the device shows, to be compared by telephone.
    pub words: String,
}

impl Asking {
    /// Whose device asks.
    pub fn area(&self) -> &Scope {
        &self.request.area
    }

    /// Which device.
    pub fn device(&self) -> DeviceId {
        self.request.device
    }

    /// When, in milliseconds since 1970.
    pub fn at(&self) -> u64 {
        self.request.at
    }
}

impl Workspace {
    /// The private key of this office, which opens what was sealed to it.
    async fn office_identity(&self) -> Result<Identity, CommandError> {
        let keys = self.engine().database()?.meta(key::KEYS).await?;
        let keys = keys.and_then(|bytes| String::from_utf8(bytes).ok());
        let keys = keys.ok_or(RecoveryError::Key(KeyError::NotForThisKey))?;
        let keys: DeviceKeys = keys.parse().map_err(RecoveryError::Key)?;
        Ok(keys.identity)
    }

    /// Reads a request for recovery.
    ///
    /// # Errors
    /// When the file is none.
    pub async fn look_at_request(&self, bytes: &[u8]) -> Result<Asking, CommandError> {
        let escrow = ESCROW.entry().await?;
        let request = (escrow.read_request)(bytes)?;
        let words = (escrow.words_of)(&request.reply_to);
        Ok(Asking { request, words })
    }

    /// Replies to a request with the private key of this office, after somebody has looked who asks.
    ///
    /// # Errors
    /// When this office has no key, or the request was not sealed to it or names another device.
    pub async fn answer_request(&self, asking: &Asking) -> Result<ExportedFile, CommandError> {
        let escrow = ESCROW.entry().await?;
        let keys = self.office_identity().await?;
        let at = self.engine().surroundings.now();
        let (name, bytes) = (escrow.answer)(&asking.request, &keys, at)?;
        Ok(ExportedFile { name, bytes })
    }
}
