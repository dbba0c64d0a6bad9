//! The pages. Each folder has its components, one to a file, and the plain values that they show, tested natively.

pub mod areas;
pub mod handover;
pub mod help;
pub mod household;
pub mod households;
pub mod parameters;
pub mod settings;
pub mod targets;
