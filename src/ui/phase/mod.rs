//! The screens before the register is open, and when it cannot be opened.

mod before;
mod failed;
mod gone;
mod rescue;
mod starting;

pub use before::BeforePassphrase;
pub use failed::Failed;
pub use gone::Gone;
pub use rescue::Rescue;
pub use starting::Starting;
