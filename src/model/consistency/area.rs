//! The records of an area as rules look at them: households with their members, persons, what the year says of both.

use super::timeless::{Ever, Timeless};
use super::{Breach, Terms};
use crate::model::{
    AsOf, Date, EmploymentKind, EmploymentSpell, Grouped, HealthCondition, Household, HouseholdIncomeYear,
    HouseholdMembership, HouseholdStatusEvent, HouseholdYear, LabourCapacity, Person, PersonId, PersonYear,
    PostAssignment, PovertyStatus, Records, StatusEventKind, Ties, VillageYear, Year, year_key,
};

/// What a rule looks at.
pub(super) struct Area<'a> {
    pub records: &'a Records,
    pub terms: &'a Terms,
    /// The day of the terms, as rules ask it.
    pub as_of: AsOf,
    pub ties: &'a Ties,
    /// What is so on every day.
    pub timeless: &'a Timeless,
    /// The households in identifier order.
    pub homes: Vec<Home<'a>>,
    /// Memberships on the evening of the day by household, each with the place of its person.
    members: Grouped<(&'a HouseholdMembership, u32)>,
    /// Everybody who is a person here or a member of a household, in identifier order.
    everybody: Vec<Individual<'a>>,
}

/// A household.
pub(super) struct Home<'a> {
    pub household: &'a Household,
    place: usize,
    /// The last status event until the day took it out of the register.
    pub gone: bool,
    /// Somebody joins it after the day.
    pub begins_later: bool,
    /// Somebody left it in the year of the day.
    pub somebody_left: bool,
    /// Its record of the year.
    pub year: Option<&'a HouseholdYear>,
    /// Its income of the year, and of the year before.
    pub incomes: [Option<&'a HouseholdIncomeYear>; 2],
}

/// A person.
pub(super) struct Individual<'a> {
    pub id: PersonId,
    pub person: Option<&'a Person>,
    /// The record of the year.
    pub year: Option<&'a PersonYear>,
    /// What the records of all years say.
    pub ever: Ever,
    /// Whether a stretch of work or a public post lies in the year.
    pub employed: bool,
    /// Whether the person is a member of a household on the day.
    pub is_member: bool,
    /// Whether one of these is registered.
    pub is_registered: bool,
}

impl<'a> Area<'a> {
    pub fn new(records: &'a Records, ties: &'a Ties, terms: &'a Terms) -> Self {
        let timeless = ties.timeless(|| Timeless::of(records, ties));
        let everybody = ties.persons().zip(&timeless.ever);
        let everybody = everybody.map(|((id, person), ever)| Individual::new(id, person, *ever));
        let homes = ties.households().enumerate();
        let as_of = terms.as_of();
        let mut area = Self {
            records,
            terms,
            ties,
            timeless,
            homes: homes
                .map(|(place, household)| Home::new(place, household))
                .collect(),
            members: members(ties, &as_of),
            as_of,
            everybody: everybody.collect(),
        };
        area.take_in_years();
        area.take_in_work();
        area.take_in_households();
        area
    }

    /// Those persons whose record is there.
    pub fn people(&self) -> impl Iterator<Item = &Individual<'a>> {
        self.everybody.iter().filter(|one| one.person.is_some())
    }

    /// The person of that identifier, if the record is there.
    pub fn person(&self, id: Option<PersonId>) -> Option<&Individual<'a>> {
        self.at(self.ties.person(id))
    }

    /// The person at that place, if the record is there.
    pub fn at(&self, place: u32) -> Option<&Individual<'a>> {
        self.everybody
            .get(place as usize)
            .filter(|one| one.person.is_some())
    }

    /// The persons who are members of a household on the day, those whose record is there.
    pub fn members<'b>(&'b self, home: &Home<'a>) -> impl Iterator<Item = &'b Individual<'a>> {
        let of_home = self.members.of(home.place).iter();
        of_home.filter_map(|(_, (_, person))| self.at(*person))
    }

    /// Memberships of the day, each with the person's record if that is there.
    pub fn memberships<'b>(
        &'b self,
        home: &Home<'a>,
    ) -> impl Iterator<Item = (&'a HouseholdMembership, Option<&'a Person>)> + use<'a, 'b> {
        let of_home = self.members.of(home.place).iter();
        of_home.map(|(_, (row, person))| (*row, self.at(*person).and_then(|one| one.person)))
    }

    /// How many memberships a household has on the day.
    pub fn size(&self, home: &Home<'a>) -> usize {
        self.members.of(home.place).len()
    }

    /// The places of everybody who ever belonged to a household.
    pub fn belonged<'b>(&'b self, home: &Home<'a>) -> impl Iterator<Item = u32> + use<'a, 'b> {
        let of_home = self.timeless.belonged.of(home.place).iter();
        of_home.map(|(_, person)| *person)
    }

    /// Whether every membership of the household leads to a person.
    pub fn knows_all_members(&self, home: &Home<'a>) -> bool {
        self.members(home).count() == self.size(home)
    }

    /// The households in the register on the day.
    pub fn registered(&self) -> impl Iterator<Item = &Home<'a>> {
        self.homes.iter().filter(|home| home.is_registered(&self.as_of))
    }

    /// The village's record of the year.
    pub fn village_year(&self) -> Option<&'a VillageYear> {
        let year = self.terms.year();
        let mut rows = self.records.village_years.iter();
        rows.find(|row| {
            let of_key = || year_key(&row.id.0).map(|(_, year)| year);
            row.year.or_else(of_key) == Some(year)
        })
    }

    fn take_in_years(&mut self) {
        let year = self.terms.year();
        for (place, row) in self.ties.of_year::<PersonYear>(year) {
            self.everybody[place as usize].year.get_or_insert(row);
        }
        for (place, row) in self.ties.of_year(year) {
            self.homes[place as usize].year.get_or_insert(row);
        }
        for (slot, year) in [year, Year(year.0.saturating_sub(1))].into_iter().enumerate() {
            for (place, row) in self.ties.of_year(year) {
                self.homes[place as usize].incomes[slot].get_or_insert(row);
            }
        }
    }

    fn take_in_work(&mut self) {
        let (first, last) = (
            Date::new(self.terms.year().0, 1, 1).unwrap_or(self.terms.year_end()),
            self.terms.year_end(),
        );
        let in_year = |start: Option<Date>, end: Option<Date>| {
            start.is_some_and(|start| start <= last) && end.is_none_or(|end| end >= first)
        };
        for (place, row) in self.ties.by_person::<EmploymentSpell>() {
            let for_pay = row
                .kind
                .as_ref()
                .is_some_and(|kind| *kind != EmploymentKind::Farming);
            self.everybody[place as usize].employed |= for_pay && in_year(row.start, row.end);
        }
        for (place, row) in self.ties.by_person::<PostAssignment>() {
            self.everybody[place as usize].employed |= in_year(row.start, row.end);
        }
    }

    fn take_in_households(&mut self) {
        let (as_of, year) = (&self.as_of, self.terms.year());
        let mut last: Vec<Option<&HouseholdStatusEvent>> = vec![None; self.homes.len()];
        for (place, event) in self.ties.by_household::<HouseholdStatusEvent>() {
            let last = &mut last[place as usize];
            let is_later = last.is_none_or(|last| (last.date, last.id) < (event.date, event.id));
            if is_later && event.date.is_none_or(|date| as_of.has_come_to(date)) {
                *last = Some(event);
            }
        }
        for (home, event) in self.homes.iter_mut().zip(last) {
            home.gone = event.is_some_and(takes_out);
        }
        for (home, person, row) in self.ties.memberships() {
            let Some(home) = self.homes.get_mut(home as usize) else {
                continue;
            };
            home.begins_later |= row.start.is_some_and(|start| !as_of.has_come_to(start));
            home.somebody_left |= row
                .end
                .is_some_and(|end| end.year() == year && as_of.has_come_to(end));
            if is_open(row, as_of)
                && let Some(one) = self.everybody.get_mut(person as usize)
            {
                one.is_member = true;
                one.is_registered |= home.is_registered(as_of);
            }
        }
    }
}

impl<'a> Home<'a> {
    const fn new(place: usize, household: &'a Household) -> Self {
        Self {
            household,
            place,
            gone: false,
            begins_later: false,
            somebody_left: false,
            year: None,
            incomes: [None, None],
        }
    }

    /// Whether it is in the register on the day.
    pub fn is_registered(&self, as_of: &AsOf) -> bool {
        let later = |month: crate::model::YearMonth| !as_of.has_come_to(month.first_day());
        self.household.registered == Some(true)
            && !self.gone
            && !self.household.first_identified.is_some_and(later)
    }

    /// The year in which it left poverty, when it had done so by the end of that year.
    pub fn exited_by(&self, year: Year) -> Option<Year> {
        use PovertyStatus::{ExitedWithPolicy, ExitedWithoutPolicy};
        let exited = matches!(
            self.household.poverty_status,
            Some(ExitedWithPolicy | ExitedWithoutPolicy)
        );
        self.household.exit_year.filter(|exit| exited && *exit <= year)
    }

    /// Adds a breach of the household itself.
    pub fn breach(&self, rule: super::Rule, field: &'static str, detail: impl Into<String>) -> Breach {
        Breach::new(
            rule,
            crate::model::Kind::Household,
            self.household.id,
            field,
            detail,
        )
    }
}

impl<'a> Individual<'a> {
    const fn new(id: PersonId, person: Option<&'a Person>, ever: Ever) -> Self {
        Self {
            id,
            person,
            year: None,
            ever,
            employed: false,
            is_member: false,
            is_registered: false,
        }
    }

    /// Age in full years on a day.
    pub fn age(&self, on: Date) -> Option<i32> {
        Some(on.age_since(self.person?.birth_date?))
    }

    /// Whether the year says that the person goes to school or college; unknown while it says neither.
    pub fn studies(&self) -> Option<bool> {
        self.year?.studies()
    }

    /// Whether the year says that the person works for pay; unknown while nothing says so.
    pub fn works(&self, on: Date) -> Option<bool> {
        let months = self.year.and_then(|year| year.work_months);
        if self.employed || months.is_some_and(|months| months.0 > 0) {
            return Some(true);
        }
        let without_labour = self
            .year
            .and_then(|year| year.labour.as_ref())
            .is_some_and(|labour| matches!(labour, LabourCapacity::None | LabourCapacity::Lost));
        let idle = months.is_some()
            || without_labour
            || self.studies() == Some(true)
            || self.age(on).is_some_and(|age| age < 16);
        idle.then_some(false)
    }

    /// The health of the year, if it is told.
    pub fn health(&self) -> Option<&'a [HealthCondition]> {
        let health = self.year?.health.as_deref()?;
        (!health.is_empty()).then_some(health)
    }
}

/// The memberships that are open on the evening of the day, by household.
fn members<'a>(ties: &'a Ties, as_of: &AsOf) -> Grouped<(&'a HouseholdMembership, u32)> {
    let places = ties.households().count();
    let open = ties.memberships().filter(|(_, _, row)| is_open(row, as_of));
    let open = open.filter(|(home, ..)| (*home as usize) < places);
    Grouped::new(
        places,
        open.map(|(home, person, row)| (home, (row, person))).collect(),
    )
}

/// Whether a membership is open on the evening of the day; one without a start is taken to be.
pub(super) fn is_open(row: &HouseholdMembership, as_of: &AsOf) -> bool {
    row.start.is_none_or(|start| as_of.has_come_to(start))
        && row.end.is_none_or(|end| !as_of.has_come_to(end))
}

fn takes_out(event: &HouseholdStatusEvent) -> bool {
    use StatusEventKind::{Deregistered, DiedOut, Merged, MovedOut};
    matches!(event.kind, Some(Deregistered | Merged | MovedOut | DiedOut))
}
