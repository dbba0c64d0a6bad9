//! Which kinds of records somebody looked at: what comes of them stays the same as long as these tables do.

use super::Kind;
use std::cell::Cell;
use std::fmt;

/// Some of the kinds.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct KindSet(u128);

const _: () = assert!(Kind::ALL.len() <= 128, "a bit for each kind");

thread_local! {
    /// What was looked at since the last [`watch`](KindSet::watch) began: every way to a table notes its kind here.
    static LOOKED_AT: Cell<KindSet> = const { Cell::new(KindSet::NONE) };
}

impl KindSet {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// Every kind.
    pub const ALL: Self = Self(u128::MAX >> (128 - Kind::ALL.len()));

    /// Those kinds.
    pub const fn of(kinds: &[Kind]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < kinds.len() {
            set |= 1 << kinds[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// The kinds of either.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether some kind is in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Does something, and says into which tables it looked: what it gives is the same of all records that agree in these.
    /// Whoever watches this in turn has looked into them too.
    ///
    /// A reference into a table that was taken before is not seen; what is kept to be asked again is kept with what was
    /// looked at for it, and says so by [`look`](Self::look).
    pub fn watch<T>(doing: impl FnOnce() -> T) -> (T, Self) {
        let before = LOOKED_AT.replace(Self::NONE);
        let done = doing();
        let looked_at = LOOKED_AT.get();
        LOOKED_AT.set(before.and(looked_at));
        (done, looked_at)
    }

    /// Does something that is kept and whose users say by themselves what they look at.
    pub(super) fn unseen<T>(doing: impl FnOnce() -> T) -> T {
        let before = LOOKED_AT.get();
        let done = doing();
        LOOKED_AT.set(before);
        done
    }

    /// Notes that tables of these kinds are looked at.
    pub fn look(self) {
        LOOKED_AT.set(LOOKED_AT.get().and(self));
    }
}

impl FromIterator<Kind> for KindSet {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Self {
        kinds
            .into_iter()
            .fold(Self::NONE, |set, kind| set.and(Self::of(&[kind])))
    }
}

impl fmt::Debug for KindSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = Kind::ALL.iter().filter(|kind| self.meets(Self::of(&[**kind])));
        f.debug_set().entries(kinds).finish()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{HouseholdStatusEvent, Id, Records, SocialGrant};

    #[test]
    fn every_way_to_a_table_is_seen() {
        let records = Records::default();
        let id = Id::new("v1").unwrap();
        let looks: [&dyn Fn() -> usize; 10] = [
            &|| records.visits.iter().count(),
            &|| records.visits.rows().count(),
            &|| usize::from(records.visits.get(id).is_some()),
            &|| usize::from(records.visits.row(id).is_some()),
            &|| records.visits.len(),
            &|| usize::from(records.visits.is_empty()),
            &|| records.visits.starting_with("v").count(),
            &|| usize::from(records.contains(Kind::Visit, id)),
            &|| {
                records.for_each(Kind::Visit, |_| {});
                0
            },
            &|| records.count(Kind::Visit),
        ];
        for look in looks {
            assert_eq!(KindSet::watch(look).1, KindSet::of(&[Kind::Visit]));
        }
    }

    #[test]
    fn what_was_found_of_all_records_looks_only_where_it_came_from() {
        let records = Records::default();
        let ties = records.ties();
        let households = KindSet::of(&[Kind::Household]);
        let people = KindSet::of(&[Kind::Person, Kind::HouseholdMembership]);
        let (_, looked_at) = KindSet::watch(|| ties.grouped_by_household::<HouseholdStatusEvent>());
        assert_eq!(
            looked_at,
            households.and(KindSet::of(&[Kind::HouseholdStatusEvent]))
        );
        let (_, looked_at) = KindSet::watch(|| ties.by_person::<SocialGrant>().count());
        assert_eq!(looked_at, people.and(KindSet::of(&[Kind::SocialGrant])));
        let (_, looked_at) = KindSet::watch(|| ties.persons().count());
        assert_eq!(looked_at, people);
        let (_, looked_at) = KindSet::watch(|| ties.dangling().len());
        assert_eq!(looked_at, KindSet::ALL);
        let (_, looked_at) = KindSet::watch(|| records.ties_when_asked());
        assert_eq!(
            looked_at,
            KindSet::NONE,
            "nothing is looked for before it is asked for"
        );
    }

    #[test]
    fn who_watches_a_watcher_sees_what_both_look_at() {
        let records = Records::default();
        let (inner, outer) = KindSet::watch(|| {
            records.visits.is_empty();
            KindSet::watch(|| records.issues.is_empty()).1
        });
        assert_eq!(inner, KindSet::of(&[Kind::Issue]));
        assert_eq!(outer, KindSet::of(&[Kind::Visit, Kind::Issue]));
    }

    #[test]
    fn all_are_all() {
        assert_eq!(Kind::ALL.iter().copied().collect::<KindSet>(), KindSet::ALL);
    }
}
