//! Sealed files among those that somebody chose: opened with the keys of this device before they are looked at.

use super::chain::Chain;
use crate::keys::{KeyError, is_sealed, open};
use crate::platform::files::FileBytes;
use crate::workspace::{CommandError, Workspace};

/// So many of a file's first bytes say whether it is sealed.
const BEGINNING: usize = 32;

/// A chosen file: its name, and its bytes or why it cannot be opened.
type Opened = (String, Result<FileBytes, KeyError>);

impl Workspace {
    /// Opens what is sealed among those files; what is not comes back as it is.
    pub(in crate::workspace) async fn unsealed(
        &self,
        files: impl Iterator<Item = (String, FileBytes)>,
    ) -> Result<Vec<Opened>, CommandError> {
        let mut chain = None;
        let mut opened = Vec::new();
        for (name, bytes) in files {
            if !is_sealed(&bytes.first(BEGINNING)) {
                opened.push((name, Ok(bytes)));
                continue;
            }
            let chain = match &chain {
                Some(chain) => chain,
                None => chain.insert(self.chain().await?),
            };
            let contents = open_with_any(chain, &bytes.to_vec());
            opened.push((name, contents.map(FileBytes::from)));
            self.engine().surroundings.breathe().await;
        }
        Ok(opened)
    }
}

fn open_with_any(chain: &Chain, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
    let mut refused = KeyError::NotForThisKey;
    for identity in chain.identities() {
        match open(sealed, identity) {
            Err(KeyError::NotForThisKey) => {}
            Err(other) => refused = other,
            Ok(contents) => return Ok(contents),
        }
    }
    Err(refused)
}
