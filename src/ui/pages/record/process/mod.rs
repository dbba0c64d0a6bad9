//! A record on its way through a process: where it stands since when and by whom, where it may go, and why not elsewhere.

mod card;
mod form;
mod step;
mod steps;

pub use card::{ProcessCard, ProcessCards};
