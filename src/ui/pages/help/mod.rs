//! The help: short, by role.

mod page;
pub mod topics;

pub use page::HelpPage;
