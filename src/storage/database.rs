//! What the workspace asks of a store.

use super::{Batch, Contents, Index, StorageError, StoredPartition};
use crate::model::DivisionCode;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// An answer that the store still owes. It stays on its thread, as everything of the browser does.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// What a tail entry is written as: of an area, and the number that the entry gets there, which is known only once the
/// transaction has begun.
pub type Placed = Rc<dyn Fn(DivisionCode, u32, Vec<u8>) -> Result<Vec<u8>, StorageError>>;

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
    fn write(&self, batch: Batch) -> Pending<'_, ()> {
        self.write_placed(batch, Rc::new(|_, _, entry| Ok(entry)))
    }

    /// The same, with tail entries as `entry` gives them for their places.
    fn write_placed(&self, batch: Batch, entry: Placed) -> Pending<'_, ()>;

    /// All that the store holds, in one read.
    fn contents(&self) -> Pending<'_, Contents>;

    /// Puts that in the place of all that the store holds, in one strict transaction, or changes nothing.
    fn replace_contents(&self, with: Contents) -> Pending<'_, ()>;

    /// Empties the store: "remove everything from this device".
    fn wipe(&self) -> Pending<'_, ()>;
}
