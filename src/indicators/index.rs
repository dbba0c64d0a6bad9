//! One area's records, found by household and person: built once per area and day, all positions and references.

use super::Reason;
use super::answers::{all, between, is, new_year};
use super::register::{Register, register_on};
use super::view::{COHORT_DAY, HEADS_OF_TOWNSHIPS, Heads, HouseholdView, Member, QuarterVisits, Toured};
use crate::model::{
    BenefitLinkage, Date, DivisionCode, EducationAid, EmploymentSpell, HelperAssignment, Household,
    HouseholdId, HouseholdIncomeYear, HouseholdMembership, HouseholdStatusEvent, HouseholdYear, Id,
    IllnessCase, Kind, MedicalEvent, PersonId, PersonYear, PostKind, Record, Records, SocialGrant,
    StudentCase, SupportMeasure, Table, TrainingAttendance, VillageHelpUnit, VillageYear, Visit,
    VisitPurpose, Year,
};

/// One area's records by household and person. A township and the county have none of either; their tables are read as
/// they are.
#[derive(Debug)]
pub struct VillageIndex<'a> {
    /// The area.
    pub area: DivisionCode,
    /// All its records.
    pub records: &'a Records,
    /// Whether they are here: without them nothing is known of the area.
    pub reported: bool,
    /// The village's record of the year.
    pub year: Option<&'a VillageYear>,
    /// Units that answer for a village.
    pub help_units: Vec<&'a VillageHelpUnit>,
    households: Vec<HouseholdRows<'a>>,
    places: Places,
    /// The members' persons in order, each with the place of a household.
    persons: Vec<(PersonId, u32)>,
    members: Grouped<Member<'a>>,
    events: Grouped<&'a HouseholdStatusEvent>,
    measures: Grouped<&'a SupportMeasure>,
    helpers: Grouped<&'a HelperAssignment>,
    linkages: Grouped<&'a BenefitLinkage>,
    grants: Grouped<&'a SocialGrant>,
    spells: Grouped<&'a EmploymentSpell>,
    attendances: Grouped<&'a TrainingAttendance>,
    cases: Grouped<&'a StudentCase>,
    aids: Grouped<&'a EducationAid>,
    illnesses: Grouped<&'a IllnessCase>,
    bills: Grouped<&'a MedicalEvent>,
}

/// What else is known of a member's person.
#[derive(Clone, Copy, Debug)]
pub struct PersonRows<'a> {
    /// Work.
    pub spells: &'a [(u32, &'a EmploymentSpell)],
    /// Trainings.
    pub attendances: &'a [(u32, &'a TrainingAttendance)],
    /// Cases of a student.
    pub cases: &'a [(u32, &'a StudentCase)],
    /// Aid for schooling.
    pub aids: &'a [(u32, &'a EducationAid)],
    /// Illnesses.
    pub illnesses: &'a [(u32, &'a IllnessCase)],
    /// Medical bills.
    pub bills: &'a [(u32, &'a MedicalEvent)],
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
    toured: Toured,
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
        let mut members = find_members(&mut households, &places, records, as_of);
        let persons = persons_of(&mut members);
        let people = Places(persons.iter().map(|(person, _)| *person).collect());
        Self {
            area,
            records,
            reported: true,
            year: village_year(area, records, year),
            help_units: records.village_help_units.iter().collect(),
            households,
            members,
            events,
            measures: places.group(&records.support_measures, |row| row.household_id),
            helpers: places.group(&records.helper_assignments, |row| row.household_id),
            linkages: places.group(&records.benefit_linkages, |row| row.household_id),
            grants: places.group(&records.social_grants, |row| row.household_id),
            spells: people.group(&records.employment_spells, |row| row.person_id),
            attendances: people.group(&records.training_attendances, |row| row.person_id),
            cases: people.group(&records.student_cases, |row| row.person_id),
            aids: people.group(&records.education_aids, |row| row.person_id),
            illnesses: people.group(&records.illness_cases, |row| row.person_id),
            bills: people.group(&records.medical_events, |row| row.person_id),
            places,
            persons,
        }
    }

    /// The index of an area whose records are not here.
    pub(super) fn missing(area: DivisionCode, none: &'a Records, as_of: Date) -> Self {
        Self {
            reported: false,
            ..Self::new(area, none, as_of)
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
        (0..self.households.len()).map(|place| self.view(place))
    }

    fn view(&self, place: usize) -> HouseholdView<'_> {
        let rows = &self.households[place];
        HouseholdView {
            household: rows.household,
            register: rows.register,
            year: rows.year,
            income: rows.income,
            events: self.events.of(place),
            members: self.members.of(place),
            measures: self.measures.of(place),
            helpers: self.helpers.of(place),
            linkages: self.linkages.of(place),
            grants: self.grants.of(place),
            help: rows.help,
            toured: rows.toured,
            frozen: rows.frozen,
        }
    }

    /// A household that a record names; none when it is not here.
    pub fn household(&self, id: Option<HouseholdId>) -> Option<HouseholdView<'_>> {
        self.places.of(id).map(|place| self.view(place))
    }

    /// The household in which a person lives on the day.
    pub fn home_of(&self, person: PersonId) -> Option<HouseholdId> {
        self.place_of(Some(person))
            .map(|place| self.households[place].household.id)
    }

    /// The household in which a person that a record names lives on the day.
    pub fn home(&self, person: Option<PersonId>) -> Option<HouseholdView<'_>> {
        self.place_of(person).map(|place| self.view(place))
    }

    fn place_of(&self, person: Option<PersonId>) -> Option<usize> {
        let person = person?;
        let place = self.persons.binary_search_by_key(&person, |(id, _)| *id).ok()?;
        Some(self.persons[place].1 as usize)
    }

    /// What is known of a member besides the person's year.
    pub fn rows_of(&self, member: &Member) -> PersonRows<'_> {
        let place = member.place as usize;
        PersonRows {
            spells: self.spells.of(place),
            attendances: self.attendances.of(place),
            cases: self.cases.of(place),
            aids: self.aids.of(place),
            illnesses: self.illnesses.of(place),
            bills: self.bills.of(place),
        }
    }
}

/// The persons of members in order; every member learns its place in them.
fn persons_of(members: &mut Grouped<Member>) -> Vec<(PersonId, u32)> {
    let named = |(place, member): &(u32, Member)| Some((member.membership.person_id?, *place));
    let mut persons: Vec<_> = members.0.iter().filter_map(named).collect();
    persons.sort_unstable();
    persons.dedup_by_key(|(person, _)| *person);
    for (_, member) in &mut members.0 {
        let place = member.membership.person_id.and_then(|id| {
            let place = persons.binary_search_by_key(&id, |(person, _)| *person);
            place.ok()
        });
        member.place = place.map_or(u32::MAX, |place| place as u32);
    }
    persons
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
            toured: Toured { by: 0, unclear: 0 },
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

/// Identifiers of households or persons in order.
#[derive(Debug)]
struct Places<I = HouseholdId>(Vec<I>);

impl<I: Ord + Copy> Places<I> {
    fn of(&self, id: Option<I>) -> Option<usize> {
        self.0.binary_search(&id?).ok()
    }

    fn group<'a, T: Record>(&self, table: &'a Table<T>, whose: impl Fn(&T) -> Option<I>) -> Grouped<&'a T> {
        let placed = |row: &'a T| Some((self.of(whose(row))? as u32, row));
        let mut rows: Vec<_> = table.iter().filter_map(placed).collect();
        rows.sort_by_key(|(place, _)| *place);
        Grouped(rows)
    }
}

/// The records of one year, each with its subject. A year record's identifier, `subject-year`, says whose it is; the
/// fields do so for a record that another program named otherwise. Rows of other years are not even looked at.
pub(super) fn of_year<T: Record, S: From<Id>>(
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

/// Whose record of a year it is: by its identifier, or by the field of a record that is named otherwise.
pub(super) fn subject_of(id: impl Into<Id>, field: Option<Id>) -> Option<Id> {
    let id = id.into();
    match natural_key(&id) {
        Some((subject, _)) => Id::new(subject).ok(),
        None => field,
    }
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
        note_tour(households, places, visit, as_of);
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

/// Notes a visit that the secretary or the mayor of the township may have made in the year so far.
fn note_tour(households: &mut [HouseholdRows], places: &Places, visit: &Visit, as_of: Date) {
    use PostKind::{TownshipMayor, TownshipSecretary, Unrecognised};
    if !matches!(
        visit.post,
        None | Some(TownshipSecretary | TownshipMayor | Unrecognised(_))
    ) {
        return;
    }
    let Some(place) = places.of(visit.household_id) else {
        return;
    };
    let toured = &mut households[place].toured;
    for (head, post) in HEADS_OF_TOWNSHIPS.iter().enumerate() {
        let made = all(&[
            is(&visit.post, std::slice::from_ref(post)),
            is(&visit.purpose, &[VisitPurpose::Tour]),
            between(visit.date, new_year(as_of.year()), as_of),
        ]);
        match made {
            Some(true) => toured.by |= 1 << head,
            None => toured.unclear |= 1 << head,
            Some(false) => {}
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
                    place: u32::MAX,
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
