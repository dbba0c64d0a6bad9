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
mod later;
pub mod ledgers;
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

pub use page_of::{PageOf, RestoreLater};
