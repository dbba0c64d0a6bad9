//! The county's side of a recovery: who asks, and the reply.

use super::code::ESCROW;
use crate::exchange::Scope;
use crate::journal::DeviceId;
use crate::keys::escrow::RecoveryRequest;
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
        let at = self.engine().surroundings.now();
        let (name, bytes) = (escrow.answer)(&asking.request, &self.identities().await?, at)?;
        Ok(ExportedFile { name, bytes })
    }
}
