//! The pages. Each folder has its components, one to a file, and the plain values that they show, tested natively.

pub mod areas;
pub mod targets;
