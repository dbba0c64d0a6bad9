//! The first page: what is open today in a village, the overview in an office.

mod conflict_card;
pub mod conflict_place;
mod hand_over_card;
mod household_card;
pub mod model;
mod office;
mod page;
mod silent_card;
mod standing_stats;
mod village;
mod weakest_card;
mod words;

pub use page::HomePage;
