//! Recurring duties: O-01 to O-13 as IND-OBL-01 to 13, and the visits of helpers (plan lines 102, 108). Whoever has a duty
//! records what was done: meetings, reports and visits are looked for in the records of the area whose duty it is.
//!
//! What somebody owes in a period is worked out once ([`Owed`]); a figure is a judgement of it, the calendar of duties a
//! list of it.

mod calendar;
mod help;
mod households;
mod leaders;
mod meetings;
mod owed;
mod people;
mod periods;
mod research;
#[cfg(test)]
mod tests;
mod tours;
mod workdays;

pub use calendar::{DUTIES, owed};
pub use owed::{Duty, Owed, Part, State, Target, Who};
pub use periods::Period;
pub use workdays::{Due, WorkDays};

pub(super) use help::HELP_VISITS;
pub(super) use households::TOWNSHIP_TO_HOUSEHOLDS;
pub(super) use leaders::LINKED_LEADERS;
pub(super) use meetings::{
    COUNTY_MEETINGS, JOINT_MEETINGS, TOWNSHIP_MEETINGS, TOWNSHIP_REPORTS, VILLAGE_REPORTS,
};
pub(super) use people::{EVERYONE_TRAINED, TEAM_RENEWED};
pub(super) use research::RESEARCH;
pub(super) use tours::{COUNTY_TO_TOWNSHIPS, COUNTY_TO_VILLAGES, TOWNSHIP_TO_VILLAGES};
