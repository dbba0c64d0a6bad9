//! The private keys that a device has, and had.

use crate::keys::{DeviceKeys, Identity, VerifyingKey};

/// The keys of a device, the current ones last. Earlier ones sign nothing any more, but open what was sealed to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain(Vec<DeviceKeys>);

impl Chain {
    /// The keys that sign, and that the card tells of.
    pub fn current(&self) -> Option<&DeviceKeys> {
        self.0.last()
    }

    /// With these as the current ones.
    pub fn with(mut self, keys: DeviceKeys) -> Self {
        let same = |one: &DeviceKeys| one.signing.verifying_key() == keys.signing.verifying_key();
        self.0.retain(|one| !same(one));
        self.0.push(keys);
        self
    }

    /// What opens files, the current one first.
    pub fn identities(&self) -> impl Iterator<Item = &Identity> {
        self.0.iter().rev().map(|keys| &keys.identity)
    }

    /// What its signatures are checked with.
    pub fn verifying_keys(&self) -> Vec<VerifyingKey> {
        self.0.iter().map(|keys| keys.signing.verifying_key()).collect()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let texts: Vec<String> = serde_json::from_slice(bytes).ok()?;
        let keys = texts.iter().map(|text| text.parse().ok());
        keys.collect::<Option<Vec<DeviceKeys>>>().map(Self)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let texts: Vec<_> = self.0.iter().map(DeviceKeys::to_text).collect();
        let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
        serde_json::to_vec(&texts).unwrap_or_default()
    }
}
