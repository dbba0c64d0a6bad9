//! What the store keeps and a screen seldom asks for.

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

/// A value that is read from its bytes when somebody first looks at it: opening waits for none of it.
pub struct Lazy<T>(Arc<LazyLock<T, Read<T>>>);

/// Reads the value.
type Read<T> = Box<dyn FnOnce() -> T + Send>;

impl<T> Lazy<T> {
    /// The value as it will be read.
    pub(super) fn read_by(read: impl FnOnce() -> T + Send + 'static) -> Self {
        Self(Arc::new(LazyLock::new(Box::new(read))))
    }
}

impl<T: Send + 'static> From<T> for Lazy<T> {
    fn from(value: T) -> Self {
        Self::read_by(move || value)
    }
}

impl<T: Default + 'static> Default for Lazy<T> {
    fn default() -> Self {
        Self::read_by(T::default)
    }
}

impl<T> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
