//! What only the county can enter: parameters that the plan uses without printing them, and which areas are poor.

mod decides;
mod flag_card;
mod page;
mod parameter_card;
mod slot_editor;
pub mod slots;
mod value_input;
pub mod words;

pub use page::ParametersPage;

use flag_card::FlagCard;
use parameter_card::ParameterCard;
use slot_editor::SlotEditor;
use value_input::ValueInput;
