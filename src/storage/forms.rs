//! The form of the store: which object stores it has, and the numbered steps that lead there from every older form.

/// Area → the changes up to the last compaction or import.
pub const SNAPSHOTS: &str = "snapshots";
/// [area, number] → the changes of one save after it.
pub const TAIL: &str = "tail";
/// Area → what the workspace wrote about it with the last save.
pub const SUMMARIES: &str = "summaries";
/// Text → anything else that is small, all of it read at opening.
pub const META: &str = "meta";
/// Text → what is set aside and read only when somebody asks for it: journals before an import, frozen periods, changes
/// that could not be read.
pub const ATTIC: &str = "attic";

/// The stores that each step adds: the step at place `n` leads from form `n` to form `n + 1`. Steps that were released
/// never change; nothing that holds data is ever taken away by one.
pub const STEPS: &[&[&str]] = &[&[META, SNAPSHOTS, SUMMARIES, TAIL], &[ATTIC]];

/// The form that this code works with.
pub const VERSION: u32 = STEPS.len() as u32;

/// Every store of this form.
pub const STORES: [&str; 5] = [ATTIC, META, SNAPSHOTS, SUMMARIES, TAIL];

/// Whether a database of an older form may be brought up to this version's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfOlder {
    /// Yes: no other tab works on it.
    BringUp,
    /// No: another tab may be working on it, and would lose its connection while somebody types there.
    Leave,
}

/// The stores that are still to be made in a database of that form; none in one of a newer form.
pub fn missing_from(form: u32) -> impl Iterator<Item = &'static str> {
    STEPS
        .iter()
        .skip(form as usize)
        .flat_map(|step| step.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The stores of a database that was made in one form and brought up from there, once for each step.
    fn brought_up(from: u32) -> Vec<&'static str> {
        let made = STEPS
            .iter()
            .take(from as usize)
            .flat_map(|step| step.iter().copied());
        made.chain(missing_from(from)).collect()
    }

    #[test]
    fn a_store_of_any_form_comes_to_be_as_a_fresh_one() {
        let fresh: BTreeSet<&str> = missing_from(0).collect();
        assert_eq!(fresh, BTreeSet::from(STORES));
        for form in 0..=VERSION {
            let stores = brought_up(form);
            assert_eq!(
                stores.iter().copied().collect::<BTreeSet<_>>(),
                fresh,
                "from form {form}"
            );
            assert_eq!(stores.len(), fresh.len(), "form {form} makes a store twice");
        }
    }

    #[test]
    fn bringing_up_twice_is_bringing_up_once() {
        assert_eq!(missing_from(VERSION).count(), 0);
        assert_eq!(missing_from(VERSION + 3).count(), 0);
    }

    #[test]
    fn released_steps_stay_as_they_are() {
        assert_eq!(STEPS[0], ["meta", "snapshots", "summaries", "tail"]);
        assert_eq!(STEPS[1], ["attic"]);
    }
}
