//! The screens before the register is open, and when it cannot be opened.

mod before;
mod failed;
mod starting;

pub use before::BeforePassphrase;
pub use failed::Failed;
pub use starting::Starting;
