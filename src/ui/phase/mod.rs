//! The screens before the register is open, and when it cannot be opened.

mod failed;
mod starting;

pub use failed::Failed;
pub use starting::Starting;
