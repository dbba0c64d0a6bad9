//! State is a fold over changes: stamps, changes, partitions, merge, history and conflicts. Pure.
//!
//! A change sets fields of one record and names the stamp that each value replaced. State is, field by field, the value
//! with the highest stamp; so the union of two sets of changes has one state, whatever the order they came in.

mod change;
mod clocks;
pub mod codec;
mod conflict;
mod partition;
mod quick;
pub mod rework;
mod stamp;
mod undo;
mod wire;

pub use change::{Change, FieldKey, KindKey, Write};
pub use clocks::{WrongClock, wrong_clocks};
pub use conflict::{Conflict, Tip};
pub use partition::{HistoryEntry, Partition, RecordKey};
pub use quick::read_list;
pub use stamp::{Clock, DeviceId, Stamp, StampError};
pub use undo::without_import;
pub use wire::write_canonical;
