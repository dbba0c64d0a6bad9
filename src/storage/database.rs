//! What the workspace asks of a store.

use super::{Batch, Index, StorageError, StoredPartition};
use crate::model::DivisionCode;
use std::future::Future;
use std::pin::Pin;

/// An answer that the store still owes. It stays on its thread, as everything of the browser does.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// A store of partitions. The trait is object safe, so that the workspace holds an `Rc<dyn Database>` and nothing above it
/// has a type parameter; the box of a future costs nothing beside a transaction.
///
/// Reads see everything that was durable when they began. Every write is atomic, and durable when its future is ready.
pub trait Database {
    /// What the store holds, in one read: all that the first screen needs.
    fn index(&self) -> Pending<'_, Index>;

    /// The partitions of those areas in one read, in the order asked for; none for an area that the store does not hold.
    fn load(&self, areas: Vec<DivisionCode>) -> Pending<'_, Vec<Option<StoredPartition>>>;

    /// The value under a key.
    fn meta(&self, key: &str) -> Pending<'_, Option<Vec<u8>>>;

    /// What was set aside under a key.
    fn aside(&self, key: &str) -> Pending<'_, Option<Vec<u8>>>;

    /// Writes all of the batch in one strict transaction, or nothing.
    fn write(&self, batch: Batch) -> Pending<'_, ()>;

    /// Empties the store: "remove everything from this device".
    fn wipe(&self) -> Pending<'_, ()>;
}
