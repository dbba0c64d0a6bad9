//! The pages. Each folder has its components, one to a file, and the plain values that they show, tested natively.

pub mod areas;
mod checklist;
mod checks;
mod duties;
pub mod handover;
pub mod help;
pub mod home;
pub mod household;
pub mod households;
mod keys;
mod later;
pub mod ledgers;
mod lock;
mod more;
mod page_of;
pub mod parameters;
mod parts;
pub mod record;
pub mod register;
mod restore;
mod safekeeping;
pub mod settings;
pub mod start;
pub mod targets;

pub use later::LaterPage;
pub use lock::LOCK_SCREENS;
pub use page_of::{PageOf, RestoreLater};
