//! Finding records as one types: by name, by the initials of its pinyin, or by a number. Pure.

mod entry;
mod index;
mod initials;

pub use entry::Entry;
pub use index::Index;
pub use initials::initials;
