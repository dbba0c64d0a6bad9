//! The record kinds, each defined once, and the values they are made of. Pure: no browser, no clock, no chance.
//!
//! Read in this order: [`values`](self) and identifiers, code lists, field tables, the kinds, the registry.

mod as_of;
mod beginning;
mod belongings;
pub mod bytes;
mod canonical;
mod checklist;
mod china_time;
mod codes;
pub mod consistency;
pub mod duplicates;
mod field;
mod field_order;
mod group;
mod id;
pub mod identity;
mod kind_set;
pub mod kinds;
mod label;
mod lists;
pub mod processes;
mod record;
mod registry;
mod rows;
mod sink;
mod ties;
mod title;
mod topic;
mod value;
mod values;

pub use as_of::{AsOf, Since, Span};
pub use belongings::{around, keys_ever_of, keys_of, kinds_about, members};
pub use canonical::write_canonical_object;
pub use checklist::AskedOf;
pub use china_time::minute_in_china;
pub use codes::{Code, CodeDef, CodeList};
pub use field::{FieldDef, FieldType, FieldValue, KindDef, Owner, Sensitivity, ValueError};
pub use group::Group;
pub use id::{Id, IdError, MAX_ID_LEN};
pub use kind_set::KindSet;
pub use kinds::*;
pub use label::Label;
pub use lists::*;
pub use record::{Record, Slot, Table};
pub use registry::{Kind, Records, Stored};
pub use rows::{AnyRow, RecordView, Row, RowEdit};
pub use sink::{Against, Sink};
pub use ties::{AskedTies, Dangling, Grouped, NOWHERE, Ties, happened, year_key};
pub use title::{Naming, naming, naming_field, naming_places};
pub use topic::Topic;
pub use value::{Value, write_number, write_text};
pub use values::{CentiMu, Count, Date, DeciSqm, DivisionCode, Fen, Level, Metre, Year, YearMonth};
