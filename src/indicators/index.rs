//! One village's records, found by household: built once per village and day, all positions and references.

use super::Reason;
use super::register::{Register, register_on};
use super::view::{COHORT_DAY, Heads, HouseholdView, Member, QuarterVisits};
use crate::model::{
    Date, DivisionCode, HelperAssignment, Household, HouseholdId, HouseholdIncomeYear, HouseholdMembership,
    HouseholdStatusEvent, HouseholdYear, Id, Kind, PersonId, PersonYear, Record, Records, SupportMeasure,
    Table, VillageHelpUnit, VillageYear, VisitPurpose, Year,
};

/// One village's records by household.
#[derive(Debug)]
pub struct VillageIndex<'a> {
    /// The village.
    pub area: DivisionCode,
    /// The village's record of the year.
    pub year: Option<&'a VillageYear>,
    /// Units that answer for a village.
    pub help_units: Vec<&'a VillageHelpUnit>,
    households: Vec<HouseholdRows<'a>>,
    members: Grouped<Member<'a>>,
    events: Grouped<&'a HouseholdStatusEvent>,
    measures: Grouped<&'a SupportMeasure>,
    helpers: Grouped<&'a HelperAssignment>,
}

/// Rows of every household, in the order of households.
#[derive(Debug)]
struct Grouped<T>(Vec<(u32, T)>);

#[derive(Debug)]
struct HouseholdRows<'a> {
    household: &'a Household,
    register: Register,
    year: Option<&'a HouseholdYear>,
    income: Option<&'a HouseholdIncomeYear>,
    help: QuarterVisits,
    frozen: Heads,
}

impl<'a> VillageIndex<'a> {
    /// Goes once over each table. Rows of households that are not there are left aside.
    pub fn new(area: DivisionCode, records: &'a Records, as_of: Date) -> Self {
        let year = as_of.year();
        let places = Places(records.households.iter().map(|row| row.id).collect());
        let mut events = places.group(&records.status_events, |row| row.household_id);
        events.0.sort_by_key(|(place, event)| (*place, event.date));
        let mut households: Vec<_> = records.households.iter().map(HouseholdRows::new).collect();
        for (place, rows) in households.iter_mut().enumerate() {
            rows.register = register_on(rows.household, events.of(place), as_of);
        }
        for row in records.household_years.iter() {
            if let Some(place) = places.of_year(row.household_id, row.year, row.id.into(), year) {
                households[place].year.get_or_insert(row);
            }
        }
        for row in records.income_years.iter() {
            if let Some(place) = places.of_year(row.household_id, row.year, row.id.into(), year) {
                households[place].income.get_or_insert(row);
            }
        }
        note_visits(&mut households, &places, records, as_of);
        let members = find_members(&mut households, &places, records, as_of);
        Self {
            area,
            year: village_year(area, records, year),
            help_units: records.village_help_units.iter().collect(),
            households,
            members,
            events,
            measures: places.group(&records.support_measures, |row| row.household_id),
            helpers: places.group(&records.helper_assignments, |row| row.household_id),
        }
    }

    /// How many households are there, registered or not.
    pub fn len(&self) -> usize {
        self.households.len()
    }

    /// Whether no household is there.
    pub fn is_empty(&self) -> bool {
        self.households.is_empty()
    }

    /// The households in identifier order.
    pub fn households(&self) -> impl Iterator<Item = HouseholdView<'_>> {
        self.households
            .iter()
            .enumerate()
            .map(|(place, rows)| HouseholdView {
                household: rows.household,
                register: rows.register,
                year: rows.year,
                income: rows.income,
                events: self.events.of(place),
                members: self.members.of(place),
                measures: self.measures.of(place),
                helpers: self.helpers.of(place),
                help: rows.help,
                frozen: rows.frozen,
            })
    }
}

impl<'a> HouseholdRows<'a> {
    const fn new(household: &'a Household) -> Self {
        Self {
            household,
            register: Register::Unknown(Reason::missing(Kind::Household, "registered")),
            year: None,
            income: None,
            help: QuarterVisits {
                quarters: 0,
                unclear: false,
            },
            frozen: Heads {
                count: 0,
                uncertain: false,
            },
        }
    }
}

impl<T> Grouped<T> {
    fn of(&self, place: usize) -> &[(u32, T)] {
        let place = place as u32;
        let start = self.0.partition_point(|(at, _)| *at < place);
        let count = self.0[start..].partition_point(|(at, _)| *at == place);
        &self.0[start..start + count]
    }
}

/// The households' identifiers in order.
struct Places(Vec<HouseholdId>);

impl Places {
    fn of(&self, household: Option<HouseholdId>) -> Option<usize> {
        self.0.binary_search(&household?).ok()
    }

    /// The household of a year record of that year. Fields that say whose it is come before its identifier.
    fn of_year(&self, household: Option<HouseholdId>, at: Option<Year>, id: Id, year: Year) -> Option<usize> {
        let (household, at) = subject_and_year(household, at, id);
        if at == Some(year) {
            self.of(household)
        } else {
            None
        }
    }

    fn group<'a, T: Record>(
        &self,
        table: &'a Table<T>,
        household: impl Fn(&T) -> Option<HouseholdId>,
    ) -> Grouped<&'a T> {
        let placed = |row: &'a T| Some((self.of(household(row))? as u32, row));
        let mut rows: Vec<_> = table.iter().filter_map(placed).collect();
        rows.sort_by_key(|(place, _)| *place);
        Grouped(rows)
    }
}

/// Whose record of which year it is: by its fields, or else by its identifier, which is `subject-year`.
fn subject_and_year<S: From<Id>>(
    subject: Option<S>,
    year: Option<Year>,
    id: Id,
) -> (Option<S>, Option<Year>) {
    if subject.is_some() && year.is_some() {
        return (subject, year);
    }
    let key = id.as_str().rsplit_once('-');
    let subject = subject.or_else(|| key.and_then(|(subject, _)| Id::new(subject).ok().map(S::from)));
    (
        subject,
        year.or_else(|| key.and_then(|(_, year)| year.parse().ok().map(Year))),
    )
}

fn village_year(area: DivisionCode, records: &Records, year: Year) -> Option<&VillageYear> {
    records.village_years.iter().find(|row| {
        let (village, at) = subject_and_year(row.village_code.map(DivisionCode::id), row.year, row.id.into());
        at == Some(year) && village == Some(area.id())
    })
}

fn note_visits(households: &mut [HouseholdRows], places: &Places, records: &Records, as_of: Date) {
    for visit in records.visits.iter() {
        let of_helper = visit
            .purpose
            .as_ref()
            .map(|purpose| *purpose == VisitPurpose::HouseholdHelp);
        let in_year = visit
            .date
            .map(|date| date <= as_of && date.year() == as_of.year());
        if of_helper == Some(false) || in_year == Some(false) {
            continue;
        }
        let Some(place) = places.of(visit.household_id) else {
            continue;
        };
        let help = &mut households[place].help;
        match (of_helper, visit.date) {
            (Some(true), Some(date)) => help.quarters |= 1 << (date.quarter() - 1),
            _ => help.unclear = true,
        }
    }
}

/// Finds the members on the day, and counts those of [`COHORT_DAY`].
fn find_members<'a>(
    households: &mut [HouseholdRows],
    places: &Places,
    records: &'a Records,
    as_of: Date,
) -> Grouped<Member<'a>> {
    let years = person_years(records, as_of.year());
    let mut members = Vec::new();
    for membership in records.memberships.iter() {
        let Some(place) = places.of(membership.household_id) else {
            continue;
        };
        if is_open(membership, COHORT_DAY) {
            let frozen = &mut households[place].frozen;
            frozen.count += 1;
            frozen.uncertain |= membership.start.is_none();
        }
        if is_open(membership, as_of) {
            let id = membership.person_id;
            let person = id.and_then(|id| records.persons.get(id));
            let year = id.and_then(|id| {
                let place = years.partition_point(|(person, _)| *person < id);
                years
                    .get(place)
                    .filter(|(person, _)| *person == id)
                    .map(|(_, row)| *row)
            });
            members.push((
                place as u32,
                Member {
                    membership,
                    person,
                    year,
                },
            ));
        }
    }
    members.sort_by_key(|(place, _)| *place);
    Grouped(members)
}

/// Whether a membership may be open on the evening of a day; one without a start may.
fn is_open(membership: &HouseholdMembership, day: Date) -> bool {
    membership.start.is_none_or(|start| start <= day) && membership.end.is_none_or(|end| end > day)
}

fn person_years(records: &Records, year: Year) -> Vec<(PersonId, &PersonYear)> {
    let of_year = |row: &'_ PersonYear| {
        let (person, at) = subject_and_year(row.person_id, row.year, row.id.into());
        if at == Some(year) { person } else { None }
    };
    let mut rows: Vec<_> = records
        .person_years
        .iter()
        .filter_map(|row| Some((of_year(row)?, row)))
        .collect();
    rows.sort_by_key(|(person, _)| *person);
    rows
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_year_record_belongs_to_its_fields_and_else_to_its_identifier() {
        let id = Id::new("h1-2018").unwrap();
        let h1 = HouseholdId::new("h1").unwrap();
        let h2 = HouseholdId::new("h2").unwrap();
        assert_eq!(
            subject_and_year(None::<HouseholdId>, None, id),
            (Some(h1), Some(Year(2018)))
        );
        assert_eq!(subject_and_year(Some(h2), None, id), (Some(h2), Some(Year(2018))));
        assert_eq!(
            subject_and_year(Some(h2), Some(Year(2019)), id),
            (Some(h2), Some(Year(2019)))
        );
        assert_eq!(
            subject_and_year(None::<HouseholdId>, None, h1.into()),
            (None, None)
        );
    }

    #[test]
    fn a_membership_is_open_from_its_start_to_the_day_before_its_end() {
        let day = |text| Date::parse(text);
        let membership = HouseholdMembership {
            start: day("2018-01-01"),
            end: day("2018-06-30"),
            ..HouseholdMembership::default()
        };
        let open = |text| is_open(&membership, day(text).unwrap());
        assert_eq!(
            ["2017-12-31", "2018-01-01", "2018-06-29", "2018-06-30"].map(open),
            [false, true, true, false]
        );
    }
}
