//! The parts of every record's page: its form, its fields that save by themselves, its conflicts, its history. They know the
//! field table and the record that is open, and no kind.

mod bound_field;
mod change_lines;
mod changes;
mod conflict;
mod draft;
mod findings;
mod names;
mod open;
mod process;
mod provenance;
mod record_fields;
mod record_line;
mod references;
mod step_back;

pub use bound_field::BoundField;
pub use changes::Changes;
pub use conflict::{ConflictView, author};
pub use draft::{Draft, DraftField, number_is_wrong, person_of};
pub use findings::{Noted, RecordFindings};
pub use names::{named, value_shown};
pub use open::{OpenRecord, entry_day, may_write};
pub use process::{ProcessCard, ProcessCards};
pub use record_fields::{Groups, RecordFields};
pub use record_line::RecordLine;
pub use references::provide_references;
