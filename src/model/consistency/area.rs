//! The records of an area, found by household and by person: made in one pass over each table.

use super::{Breach, Terms};
use crate::model::{
    Date, EmploymentKind, HealthCondition, Household, HouseholdId, HouseholdIncomeYear, HouseholdMembership,
    HouseholdStatusEvent, HouseholdYear, Id, LabourCapacity, Person, PersonId, PersonYear, PovertyStatus,
    Record, Records, StatusEventKind, StudentStatus, Table, VillageYear, Year,
};
use rustc_hash::FxHashMap;

/// What a rule looks at.
pub(super) struct Area<'a> {
    pub records: &'a Records,
    pub terms: &'a Terms,
    /// The households in identifier order.
    pub homes: Vec<Home<'a>>,
    /// The persons in identifier order.
    pub people: Vec<Individual<'a>>,
    places: FxHashMap<PersonId, usize>,
}

/// A household.
pub(super) struct Home<'a> {
    pub household: &'a Household,
    /// The last status event until the day took it out of the register.
    pub gone: bool,
    /// Somebody joins it after the day.
    pub begins_later: bool,
    /// Somebody left it in the year of the day.
    pub somebody_left: bool,
    /// Its memberships on the evening of the day.
    pub members: Vec<&'a HouseholdMembership>,
    /// Everybody who ever belonged to it.
    pub ever: Vec<PersonId>,
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

/// What a person was in some year.
#[derive(Clone, Copy, Default)]
pub(super) struct Ever {
    pub ill: bool,
    pub disabled: bool,
    pub student: bool,
    /// Whether some year tells the health.
    pub health_known: bool,
    /// Whether some year tells the schooling.
    pub schooling_known: bool,
}

impl<'a> Area<'a> {
    pub fn new(records: &'a Records, terms: &'a Terms) -> Self {
        let people: Vec<Individual> = records.persons.iter().map(Individual::new).collect();
        let places = people
            .iter()
            .enumerate()
            .map(|(place, one)| (one.id, place))
            .collect();
        let mut area = Self {
            records,
            terms,
            homes: records.households.iter().map(Home::new).collect(),
            people,
            places,
        };
        area.take_in_years();
        area.take_in_work();
        area.take_in_households();
        area
    }

    /// The person of that identifier.
    pub fn person(&self, id: Option<PersonId>) -> Option<&Individual<'a>> {
        self.people.get(*self.places.get(&id?)?)
    }

    /// The members of a household on the day, those whose record is there.
    pub fn members<'b>(&'b self, home: &'b Home<'a>) -> impl Iterator<Item = &'b Individual<'a>> {
        home.members
            .iter()
            .filter_map(|membership| self.person(membership.person_id))
    }

    /// Whether every membership of the household leads to a person.
    pub fn knows_all_members(&self, home: &Home<'a>) -> bool {
        self.members(home).count() == home.members.len()
    }

    /// The households in the register on the day.
    pub fn registered(&self) -> impl Iterator<Item = &Home<'a>> {
        self.homes
            .iter()
            .filter(|home| home.is_registered(self.terms.day))
    }

    /// The village's record of the year.
    pub fn village_year(&self) -> Option<&'a VillageYear> {
        let year = self.terms.year();
        let mut rows = self.records.village_years.iter();
        rows.find(|row| year_of(row.id, row.year) == Some(year))
    }

    fn take_in_years(&mut self) {
        let year = self.terms.year();
        for row in self.records.person_years.iter() {
            let Some(subject) = row.person_id.or_else(|| subject_of(row.id)) else {
                continue;
            };
            let Some(place) = self.places.get(&subject) else {
                continue;
            };
            let one = &mut self.people[*place];
            let at = year_of(row.id, row.year);
            one.ever.note(row);
            if at == Some(year) {
                one.year.get_or_insert(row);
            }
        }
    }

    fn take_in_work(&mut self) {
        let (first, last) = (
            Date::new(self.terms.year().0, 1, 1).unwrap_or(self.terms.day),
            self.terms.year_end(),
        );
        let in_year = |start: Option<Date>, end: Option<Date>| {
            start.is_some_and(|start| start <= last) && end.is_none_or(|end| end >= first)
        };
        let records = self.records;
        let spells = records.employment_spells.iter();
        let spells = spells.filter(|row| row.kind.is_some() && row.kind != Some(EmploymentKind::Farming));
        let spells = spells.map(|row| (row.person_id, row.start, row.end));
        let posts = records.post_assignments.iter();
        let posts = posts.map(|row| (row.person_id, row.start, row.end));
        for (person, start, end) in spells.chain(posts) {
            let place = person.and_then(|id| self.places.get(&id));
            if let Some(place) = place.filter(|_| in_year(start, end)) {
                self.people[*place].employed = true;
            }
        }
    }

    fn take_in_households(&mut self) {
        let (day, year) = (self.terms.day, self.terms.year());
        let records = self.records;
        let mut places: FxHashMap<HouseholdId, usize> = FxHashMap::default();
        places.extend(
            self.homes
                .iter()
                .enumerate()
                .map(|(place, home)| (home.household.id, place)),
        );
        let place_of = |id: Option<HouseholdId>| places.get(&id?).copied();
        for (household, event) in last_events(records, day) {
            if let Some(place) = place_of(Some(household)) {
                self.homes[place].gone = takes_out(event);
            }
        }
        for row in records.memberships.iter() {
            let Some(place) = place_of(row.household_id) else {
                continue;
            };
            let is_registered = self.homes[place].is_registered(day);
            let home = &mut self.homes[place];
            home.ever.extend(row.person_id);
            home.begins_later |= row.start.is_some_and(|start| start > day);
            home.somebody_left |= row.end.is_some_and(|end| end <= day && end.year() == year);
            if is_open(row, day) {
                home.members.push(row);
                if let Some(place) = row.person_id.and_then(|id| self.places.get(&id)) {
                    self.people[*place].is_member = true;
                    self.people[*place].is_registered |= is_registered;
                }
            }
        }
        for row in of_year(&records.household_years, year, |row| row.year) {
            if let Some(place) = place_of(row.household_id.or_else(|| subject_of(row.id))) {
                self.homes[place].year.get_or_insert(row);
            }
        }
        let before = Year(year.0.saturating_sub(1));
        for (slot, year) in [year, before].into_iter().enumerate() {
            for row in of_year(&records.income_years, year, |row| row.year) {
                if let Some(place) = place_of(row.household_id.or_else(|| subject_of(row.id))) {
                    self.homes[place].incomes[slot].get_or_insert(row);
                }
            }
        }
    }
}

impl<'a> Home<'a> {
    const fn new(household: &'a Household) -> Self {
        Self {
            household,
            gone: false,
            begins_later: false,
            somebody_left: false,
            members: Vec::new(),
            ever: Vec::new(),
            year: None,
            incomes: [None, None],
        }
    }

    /// Whether it is in the register on a day.
    pub fn is_registered(&self, day: Date) -> bool {
        let later = |month: crate::model::YearMonth| month.first_day() > day;
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
    fn new(person: &'a Person) -> Self {
        Self {
            id: person.id,
            person: Some(person),
            year: None,
            ever: Ever::default(),
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

impl Ever {
    fn note(&mut self, row: &PersonYear) {
        for condition in row.health.iter().flatten() {
            self.health_known = true;
            match condition {
                HealthCondition::Chronic | HealthCondition::Major => self.ill = true,
                HealthCondition::Disabled => self.disabled = true,
                HealthCondition::Healthy => {}
                // What a newer version calls it may be either.
                HealthCondition::Unrecognised(_) => (self.ill, self.disabled) = (true, true),
            }
        }
        self.student |= row.student_status.as_ref().is_some_and(is_student);
        self.schooling_known |= row.student_status.is_some() || row.education.is_some();
    }
}

/// Whether a status is that of somebody who goes to a kindergarten, school or college.
pub(super) const fn is_student(status: &StudentStatus) -> bool {
    !matches!(status, StudentStatus::NotStudent | StudentStatus::PreschoolAge)
}

/// Whether a membership is open on the evening of a day; one without a start is taken to be.
pub(super) fn is_open(row: &HouseholdMembership, day: Date) -> bool {
    row.start.is_none_or(|start| start <= day) && row.end.is_none_or(|end| end > day)
}

/// The last status event of every household until a day.
fn last_events(records: &Records, day: Date) -> FxHashMap<HouseholdId, &HouseholdStatusEvent> {
    let mut last: FxHashMap<HouseholdId, &HouseholdStatusEvent> = FxHashMap::default();
    let until = |event: &&HouseholdStatusEvent| event.date.is_none_or(|date| date <= day);
    for event in records.status_events.iter().filter(until) {
        let slot = last
            .entry(event.household_id.unwrap_or_default())
            .or_insert(event);
        if (slot.date, slot.id) < (event.date, event.id) {
            *slot = event;
        }
    }
    last
}

fn takes_out(event: &HouseholdStatusEvent) -> bool {
    use StatusEventKind::{Deregistered, DiedOut, Merged, MovedOut};
    matches!(event.kind, Some(Deregistered | Merged | MovedOut | DiedOut))
}

/// The records of a year.
fn of_year<T: Record>(
    table: &Table<T>,
    year: Year,
    field: impl Fn(&T) -> Option<Year>,
) -> impl Iterator<Item = &T> {
    table
        .iter()
        .filter(move |row| year_of(row.record_id(), field(row)) == Some(year))
}

/// The year of a yearly record: its field or, while that is empty, what its identifier `subject-year` says.
fn year_of(id: impl Into<Id>, field: Option<Year>) -> Option<Year> {
    field.or_else(|| {
        let id = id.into();
        let (_, year) = id.as_str().rsplit_once('-')?;
        (year.len() == 4).then(|| year.parse().ok().map(Year)).flatten()
    })
}

/// The subject in an identifier `subject-year`.
fn subject_of<T: From<Id>>(id: impl Into<Id>) -> Option<T> {
    let id = id.into();
    let (subject, _) = id.as_str().rsplit_once('-')?;
    Id::new(subject).ok().map(T::from)
}
