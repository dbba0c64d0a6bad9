//! Parts of the program that are not in its first module and come when they are first needed.
//!
//! In a release for browsers the linker's output is divided (`xtask/src/parts.rs`): what only a part's entry reaches becomes
//! a module of its own, which shares memory and functions with the first. Everywhere else a part is simply there.

use std::pin::Pin;
use std::sync::OnceLock;

/// A part on its way.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, PartLost>>>>;

/// A part could not be loaded: the network is gone before the app was stored, or another version has taken its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of the program could not be loaded")]
pub struct PartLost;

#[cfg(divided)]
impl From<wasm_split_helpers::SplitLoaderError> for PartLost {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A part of the program by what it is entered with, which is a function or several. Declared by `part!`.
pub struct Part<T: 'static> {
    load: fn() -> Coming<T>,
    here: OnceLock<T>,
}

impl<T: Copy> Part<T> {
    /// A part that is loaded so.
    pub const fn new(load: fn() -> Coming<T>) -> Self {
        Self {
            load,
            here: OnceLock::new(),
        }
    }

    /// The entry, if the part has been loaded.
    pub fn here(&self) -> Option<T> {
        self.here.get().copied()
    }

    /// The entry, once the part has been loaded.
    ///
    /// # Errors
    /// It cannot be loaded now; asking again tries again.
    pub async fn entry(&self) -> Result<T, PartLost> {
        if let Some(entry) = self.here() {
            return Ok(entry);
        }
        let entry = (self.load)().await?;
        Ok(*self.here.get_or_init(|| entry))
    }
}

/// Declares an entry of a part: `part! { /// What it is. static SERVING: fn() = packages(serve); }`. Entries of the
/// same part come together; what several parts reach comes with whichever is first.
macro_rules! part {
    ($(#[$doc:meta])* $vis:vis static $name:ident: $entry:ty = $part:ident($value:path);) => {
        $(#[$doc])*
        $vis static $name: $crate::platform::part::Part<$entry> = {
            #[cfg(divided)]
            #[wasm_split_helpers::wasm_split($part, fallible)]
            fn load() -> Result<$entry, $crate::platform::part::PartLost> {
                Ok($value)
            }
            #[cfg(not(divided))]
            async fn load() -> Result<$entry, $crate::platform::part::PartLost> {
                Ok($value)
            }
            $crate::platform::part::Part::new(|| Box::pin(load()))
        };
    };
}

pub(crate) use part;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Coming, Part, PartLost};
    use futures::executor::block_on;
    use std::sync::atomic::{AtomicUsize, Ordering};

    static TRIES: AtomicUsize = AtomicUsize::new(0);

    fn fails_at_first() -> Coming<u8> {
        let tries = TRIES.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move { if tries == 0 { Err(PartLost) } else { Ok(7) } })
    }

    #[test]
    fn a_part_that_was_lost_is_asked_for_again_and_one_that_is_here_is_not() {
        static PART: Part<u8> = Part::new(fails_at_first);
        assert_eq!(block_on(PART.entry()), Err(PartLost));
        assert_eq!(PART.here(), None);
        assert_eq!(block_on(PART.entry()), Ok(7));
        assert_eq!((block_on(PART.entry()), PART.here()), (Ok(7), Some(7)));
        assert_eq!(TRIES.load(Ordering::Relaxed), 2);
    }
}
