//! Small preferences of this device, kept in the browser's local storage; losing them loses no data.

use gloo_storage::{LocalStorage, Storage};

/// A preference of this device.
#[derive(Clone, Copy, Debug)]
pub enum Preference {
    /// The language of the interface.
    Language,
    /// The colours.
    Theme,
}

impl Preference {
    const fn key(self) -> &'static str {
        match self {
            Self::Language => "huhuqing.language",
            Self::Theme => "huhuqing.theme",
        }
    }
}

/// The stored preference, or none when there is none or the browser refuses its storage.
pub fn stored(preference: Preference) -> Option<String> {
    if cfg!(target_arch = "wasm32") {
        LocalStorage::get(preference.key()).ok()
    } else {
        None
    }
}

/// Keeps a preference. A browser that refuses (private mode, full disk) forgets it at the next start, which harms nothing.
pub fn keep(preference: Preference, value: &str) {
    if cfg!(target_arch = "wasm32") {
        let _forgotten_at_worst = LocalStorage::set(preference.key(), value);
    }
}
