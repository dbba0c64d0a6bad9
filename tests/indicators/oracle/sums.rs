//! Figures of villages and figures that add amounts.

use super::*;

impl Oracle<'_> {
    /// Poor persons for certain, those that may be poor besides, and whether a household of unknown size may be.
    pub(super) fn poor_persons(&self) -> (i64, i64, bool) {
        let (mut certain, mut perhaps, mut open) = (0, 0, false);
        for h in live(&self.village.households) {
            let members = self.members(h, self.day);
            let poor = match self.entry(h, self.day) {
                Entry::Poor | Entry::PoorAgain => true,
                Entry::NoIdea | Entry::Somehow => false,
                _ => continue,
            };
            open |= members.is_empty();
            if poor && members.iter().all(|m| m.start.is_some()) {
                certain += members.len() as i64;
            } else {
                perhaps += members.len() as i64;
            }
        }
        (certain, perhaps, open)
    }

    pub(super) fn incidence(&self) -> Sum {
        let (certain, perhaps, open) = self.poor_persons();
        match self.population() {
            None => [0, 0, 0, 1],
            Some(population) if perhaps > 0 || open => [certain, population, 0, 1],
            Some(population) => [certain, population, 1, 1],
        }
    }

    pub(super) fn within(&self, percent: i64) -> Say {
        let (certain, perhaps, open) = self.poor_persons();
        let Some(population) = self.population() else {
            return Say::Unknown;
        };
        if population == 0 && certain == 0 && perhaps == 0 && !open {
            return Say::Skip;
        }
        let most = population * percent / 100;
        if certain > most {
            Say::No
        } else if open || certain + perhaps > most {
            Say::Unknown
        } else {
            Say::Yes
        }
    }

    /// Amounts of the registered households: unknown when the household or its amount is.
    pub(super) fn amounts(&self, amount: impl Fn(&Household) -> Option<(i64, i64)>) -> Sum {
        let mut sum = [0; 4];
        for h in live(&self.village.households) {
            let row = match self.entry(h, self.day) {
                Entry::Never | Entry::NotYet | Entry::Gone => continue,
                Entry::NoIdea => [0, 0, 0, 1],
                _ => amount(h).map_or([0, 0, 0, 1], |(num, den)| [num, den, 1, 1]),
            };
            sum = plus(sum, row);
        }
        sum
    }

    pub(super) fn visits(&self) -> Sum {
        let mut sum = [0; 4];
        for h in live(&self.village.households) {
            let visits: Vec<_> = live(&self.village.visits)
                .into_iter()
                .filter(|visit| visit.household_id == Some(h.id))
                .collect();
            let quarters = self.day.quarter();
            let visited = (1..=quarters).filter(|quarter| {
                visits.iter().any(|visit| {
                    visit.purpose == Some(VisitPurpose::HouseholdHelp)
                        && visit.date.is_some_and(|date| {
                            date.year() == self.day.year() && date.quarter() == *quarter && date <= self.day
                        })
                })
            });
            let visited = visited.count() as i64;
            let unclear = visits.iter().any(|visit| {
                let may_help = visit
                    .purpose
                    .as_ref()
                    .is_none_or(|purpose| *purpose == VisitPurpose::HouseholdHelp);
                let may_be_now = visit
                    .date
                    .is_none_or(|date| date.year() == self.day.year() && date <= self.day);
                may_help && may_be_now && (visit.purpose.is_none() || visit.date.is_none())
            });
            let known = i64::from(!unclear || visited == i64::from(quarters));
            let row = match self.entry(h, self.day) {
                Entry::Never | Entry::NotYet | Entry::Gone => continue,
                Entry::NoIdea => [0, 0, 0, 1],
                _ => [visited, i64::from(quarters), known, 1],
            };
            sum = plus(sum, row);
        }
        sum
    }

    pub(super) fn fields(&self, h: &Household) -> (i64, i64) {
        fn of<T: Record>(row: Option<&T>) -> (i64, i64) {
            let mut sum = (0, 0);
            for (place, field) in T::DEF.fields.iter().enumerate() {
                if field.required {
                    sum.1 += 1;
                    sum.0 += i64::from(row.is_some_and(|row| row.get(place) != Value::Null));
                }
            }
            sum
        }
        let mut parts = vec![of(Some(h)), of(self.year(h)), of(self.income(h))];
        for m in self.members(h, self.day) {
            parts.push(of(self.person(m)));
            parts.push(of(self.person_year(m)));
        }
        (
            parts.iter().map(|part| part.0).sum(),
            parts.iter().map(|part| part.1).sum(),
        )
    }
}
