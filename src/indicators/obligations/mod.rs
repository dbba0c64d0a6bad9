//! Recurring duties: IND-OBL-01 to 14 (plan lines 102, 108). Whoever has a duty records what was done: meetings, reports
//! and visits are looked for in the records of the area whose duty it is.

mod help;
mod meetings;
mod people;
mod periods;
mod tours;

pub(super) use help::HELP_VISITS;
pub(super) use meetings::{
    COUNTY_MEETINGS, JOINT_MEETINGS, TOWNSHIP_MEETINGS, TOWNSHIP_REPORTS, VILLAGE_REPORTS,
};
pub(super) use people::{EVERYONE_TRAINED, TEAM_RENEWED};
pub(super) use tours::{
    COUNTY_TO_TOWNSHIPS, COUNTY_TO_VILLAGES, LINKED_LEADERS, RESEARCH, TOWNSHIP_TO_HOUSEHOLDS,
    TOWNSHIP_TO_VILLAGES,
};
