//! Dates of what has happened, which cannot lie in the future.

use super::area::Area;
use super::{Breach, Rule};
use crate::model::{Date, Id, Kind};

pub(super) fn check(area: &Area<'_>, found: &mut Vec<Breach>) {
    let (records, today) = (area.records, area.terms.today);
    let mut look = |kind, id: Id, field, date: Option<Date>| {
        if let Some(date) = date.filter(|date| *date > today) {
            found.push(Breach::new(Rule::FutureDate, kind, id, field, date.to_string()));
        }
    };
    for row in records.persons.iter() {
        look(Kind::Person, row.id.into(), "birth_date", row.birth_date);
    }
    for row in records.memberships.iter() {
        look(Kind::HouseholdMembership, row.id.into(), "start", row.start);
        look(Kind::HouseholdMembership, row.id.into(), "end", row.end);
    }
    for row in records.status_events.iter() {
        look(Kind::HouseholdStatusEvent, row.id.into(), "date", row.date);
    }
    for row in records.visits.iter() {
        look(Kind::Visit, row.id.into(), "date", row.date);
    }
    for row in records.meetings.iter() {
        look(Kind::Meeting, row.id.into(), "date", row.date);
    }
    for row in records.medical_events.iter() {
        look(Kind::MedicalEvent, row.id.into(), "date", row.date);
    }
    for row in records.collective_income_entries.iter() {
        look(Kind::CollectiveIncomeEntry, row.id.into(), "date", row.date);
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
