//! The screens before the register is open, and when it cannot be opened.

mod failed;
mod gone;
mod rescue;
mod starting;

pub use failed::Failed;
pub use gone::Gone;
pub use rescue::Rescue;
pub use starting::Starting;
