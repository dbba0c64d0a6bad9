//! Data checks: what does not hold together in an area's records, who it concerns, what to do, and what was accepted.

mod accept;
pub mod model;
mod page;
mod rule_card;
mod villages;

pub use accept::Accept;
pub use page::{ChecksPage, ToChecklist};
pub use rule_card::RuleCard;
pub use villages::VillagesTable;
