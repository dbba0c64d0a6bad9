//! Dates of what has happened, which cannot lie in the future.

use super::area::Area;
use super::{Breach, Rule};
use crate::model::{Date, Kind, Slot, happened};

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let in_future = |date: &Date| *date > area.terms.today;
    for kind in Kind::ALL {
        if area.ties.latest(*kind).is_some_and(|latest| in_future(&latest)) {
            check_kind(area, *kind, in_future, found);
        }
    }
}

fn check_kind(area: &Area<'_>, kind: Kind, in_future: impl Fn(&Date) -> bool, found: &mut Vec<Breach>) {
    for field in happened(kind) {
        let Some(place) = kind.def().position(field) else {
            continue;
        };
        area.records.for_each(kind, |row| {
            let date = row.known(place).and_then(Slot::date);
            if let Some(date) = date.filter(&in_future) {
                let date = date.to_string();
                found.push(Breach::new(Rule::FutureDate, kind, row.id, field, date));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{END, Sound};
    use super::*;

    #[test]
    fn what_has_happened_does_not_lie_in_the_future() {
        let mut f = Sound::new();
        f.visit("v1", "h1").date = Some(END);
        assert!(!f.is_broken(Rule::FutureDate));
        f.visit("v1", "h1").date = Some(END.plus_days(1));
        assert_eq!(f.at(Rule::FutureDate), ["visit[v1].date"]);
        f.terms = f.terms.clone().known_until(END.plus_days(1));
        assert!(!f.is_broken(Rule::FutureDate), "that day is known already");
        f.visit("v1", "h1").date = None;
        assert!(!f.is_broken(Rule::FutureDate));
    }
}
