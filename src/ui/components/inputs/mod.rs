//! The inputs by field type. Each takes a value and reports the new one on change; what is wrong goes to `error`.

mod choice;
mod choices;
mod code;
mod date;
mod reference;
mod references;
mod select;
mod text;
mod texts;
mod tri;
mod typed;

pub use choice::{Choice, ChoiceInput};
pub use choices::ChoicesInput;
pub use code::{CodeInput, SEGMENTS};
pub use date::DateInput;
pub use reference::{Reference, ReferenceInput, References};
pub use references::ReferencesInput;
pub use select::SelectInput;
pub use text::TextInput;
pub use texts::TextsInput;
pub use tri::TriInput;
pub use typed::{Entry, TypedInput};
