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
        for (id, row) in of_year(&records.household_years, year, |row| (row.household_id, row.year)) {
            if let Some(place) = places.of(Some(id)) {
                households[place].year.get_or_insert(row);
            }
        }
        for (id, row) in of_year(&records.income_years, year, |row| (row.household_id, row.year)) {
            if let Some(place) = places.of(Some(id)) {
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

/// The records of one year, each with its subject. A year record's identifier, `subject-year`, says whose it is; the
/// fields do so for a record that another program named otherwise. Rows of other years are not even looked at.
fn of_year<T: Record, S: From<Id>>(
    table: &Table<T>,
    year: Year,
    fields: impl Fn(&T) -> (Option<S>, Option<Year>),
) -> impl Iterator<Item = (S, &T)> {
    table.rows().filter_map(move |(id, row)| {
        let subject = match natural_key(id) {
            Some((_, at)) if at != year => return None,
            Some((subject, _)) => S::from(Id::new(subject).ok()?),
            None => {
                let (subject, at) = fields(&row.record);
                subject.filter(|_| at == Some(year))?
            }
        };
        (!row.deleted).then_some((subject, &row.record))
    })
}

/// The subject and the year in an identifier `subject-year`.
fn natural_key(id: &Id) -> Option<(&str, Year)> {
    let (subject, year) = id.as_str().rsplit_once('-')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    Some((subject, Year(year.parse().ok().filter(|_| is_year)?)))
}

fn village_year(area: DivisionCode, records: &Records, year: Year) -> Option<&VillageYear> {
    let fields = |row: &VillageYear| (row.village_code.map(DivisionCode::id), row.year);
    of_year(&records.village_years, year, fields)
        .find(|(village, _)| *village == area.id())
        .map(|(_, row)| row)
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
    let mut rows: Vec<_> = of_year(&records.person_years, year, |row| (row.person_id, row.year)).collect();
    rows.sort_by_key(|(person, _)| *person);
    rows
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_identifier_that_ends_with_a_year_is_a_natural_key() {
        let key =
            |text| natural_key(&Id::new(text).unwrap()).map(|(subject, year)| (subject.to_owned(), year.0));
        assert_eq!(key("h1-2018"), Some(("h1".into(), 2018)));
        assert_eq!(key("a-b-2018"), Some(("a-b".into(), 2018)));
        for other in ["h1", "h1-18", "h1-02018", "2018", "0b5e-8c1f00002018"] {
            assert_eq!(key(other), None, "{other}");
        }
    }

    #[test]
    fn a_year_record_named_by_another_program_belongs_to_its_fields() {
        let h1 = HouseholdId::new("h1").unwrap();
        let mut records = Records::default();
        let row = &mut records
            .household_years
            .row_mut(Id::new("foreign").unwrap())
            .record;
        (row.household_id, row.year) = (Some(h1), Some(Year(2018)));
        let found = |year| {
            of_year(&records.household_years, Year(year), |row| {
                (row.household_id, row.year)
            })
            .map(|(id, _)| id)
            .next()
        };
        assert_eq!((found(2018), found(2019)), (Some(h1), None));
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
