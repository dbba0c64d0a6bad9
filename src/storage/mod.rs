//! Where a device keeps its partitions: one trait, a store in the browser's IndexedDB and a twin in memory.
//!
//! A partition is a snapshot and the tail entries after it. Every write is one [`Batch`]: all of it is durable when the
//! future is ready, or none of it ever is. "Saved" is said only after that.

mod batch;
mod contents;
mod database;
mod error;
pub mod forms;
#[cfg(all(feature = "app", target_arch = "wasm32"))]
mod indexed_db;
pub mod memory;
pub mod sealed;
mod stored;

pub use batch::Batch;
pub use contents::Contents;
pub use database::{Database, Pending, Placed};
pub use error::StorageError;
pub use forms::IfOlder;
#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub use indexed_db::IndexedDb;
pub use stored::{AreaSummary, Index, StoredPartition};

/// The name of the database that holds real records.
pub const REAL_DATABASE: &str = "huhuqing";

/// The name of the database that holds the invented demo county; nothing ever moves between the two.
pub const DEMO_DATABASE: &str = "huhuqing-demo";
