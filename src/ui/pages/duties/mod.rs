//! 履职: what somebody owes in a period, how much of it is done, and what is missing.

mod card;
mod late;
mod model;
mod page;
mod words;

pub use page::DutiesPage;
