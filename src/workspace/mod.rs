//! App state: one writer, commands that are people's intentions, and signals for the interface.

mod batch;
mod drafts;
mod intentions;
mod profile;

pub use batch::Batch;
pub use drafts::{FirstRun, NewHelper, NewHousehold, NewMeasure, NewPerson, NewVisit};
pub use profile::{Edition, Profile};
