//! The pages. Each folder has its components, one to a file, and the plain values that they show, tested natively.

pub mod home;
mod more;
mod page_of;
pub mod start;

pub use page_of::PageOf;
