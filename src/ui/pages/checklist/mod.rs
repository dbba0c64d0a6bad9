//! 清单核对: the plan's requirements without a number, Q-01 to Q-20: answered once a year, or told by what is entered anyway.

mod asked;
mod computed;
mod model;
mod office;
mod page;
mod village;

pub use page::ChecklistPage;
