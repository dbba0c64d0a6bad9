//! Undoing an import: a journal without what an import brought to it.
//!
//! A journal is a set of changes, and an import makes it the union of what was there and what came. Undoing it is therefore
//! a matter of this device alone: it forgets what it was told. It is not told to others as changes, because nothing was
//! wrong with the records of those who sent the package: a village must not find its records set back because an office chose
//! the wrong file. Taking the package in again brings everything back.

use super::{Partition, Stamp};

/// The journal of an area as it was before an import, with what was entered here since.
///
/// `newest` is the newest stamp that the journal had right after the import. Whatever was entered later has a newer one,
/// because a change gets its stamp after all that its journal holds; so imports into one area are undone from the last one
/// backwards.
pub fn without_import(before: Partition, now: &Partition, newest: Option<Stamp>) -> Partition {
    let entered_since = now.changes().iter().filter(|change| Some(change.stamp) > newest);
    let mut after = before;
    after.merge(entered_since.cloned());
    after
}
