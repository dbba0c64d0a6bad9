//! The scoreboard of an area, and the subjects behind each of its numbers.

pub mod board;
mod board_table;
mod explain_page;
mod figure_facts;
mod other_targets;
mod page;
mod subject_list;
pub mod subjects;
pub mod words;

pub use explain_page::ExplainPage;
pub use page::TargetsPage;

use board_table::BoardTable;
use figure_facts::FigureFacts;
use other_targets::OtherTargets;
use subject_list::SubjectList;
