//! One area's records as judgements look at them: found by household and person, those that count on one day.

use super::Reason;
use super::answers::{all, between, is, new_year};
use super::register::{Register, register_on};
use super::view::{COHORT_DAY, HEADS_OF_TOWNSHIPS, Heads, HouseholdView, Member, QuarterVisits, Toured};
use crate::model::{
    BenefitLinkage, Date, DivisionCode, EducationAid, EmploymentSpell, Grouped, HelperAssignment, Household,
    HouseholdId, HouseholdIncomeYear, HouseholdMembership, HouseholdStatusEvent, HouseholdYear, Id,
    IllnessCase, Kind, MedicalEvent, NOWHERE, PersonId, PersonYear, PostKind, Record, Records, SocialGrant,
    StudentCase, SupportMeasure, Table, Ties, TrainingAttendance, VillageHelpUnit, VillageYear, Visit,
    VisitPurpose, Year, year_key,
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
    ties: &'a Ties,
    households: Vec<HouseholdRows<'a>>,
    /// The place of the household in which each person lives on the day.
    homes: Vec<u32>,
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
    /// Looks at the rows that count on the day; `ties` are those of the records.
    pub fn new(area: DivisionCode, records: &'a Records, ties: &'a Ties, as_of: Date) -> Self {
        let mut households: Vec<_> = ties.households().map(HouseholdRows::new).collect();
        let mut events = ties.grouped_by_household::<HouseholdStatusEvent>();
        for (place, rows) in households.iter_mut().enumerate() {
            let events = events.of_mut(place);
            events.sort_by_key(|(_, event)| event.date);
            rows.register = register_on(rows.household, events, as_of);
        }
        note_year(&mut households, ties, as_of.year());
        for (place, visit) in ties.by_household::<Visit>() {
            let rows = &mut households[place as usize];
            note_tour(&mut rows.toured, visit, as_of);
            note_help(&mut rows.help, visit, as_of);
        }
        let members = find_members(&mut households, ties, as_of);
        Self {
            area,
            records,
            reported: true,
            year: village_year(area, records, as_of.year()),
            help_units: records.village_help_units.iter().collect(),
            homes: homes_of(&members, ties.persons().len()),
            households,
            members,
            events,
            measures: ties.grouped_by_household(),
            helpers: ties.grouped_by_household(),
            linkages: ties.grouped_by_household(),
            grants: ties.grouped_by_household(),
            spells: ties.grouped_by_person(),
            attendances: ties.grouped_by_person(),
            cases: ties.grouped_by_person(),
            aids: ties.grouped_by_person(),
            illnesses: ties.grouped_by_person(),
            bills: ties.grouped_by_person(),
            ties,
        }
    }

    /// The index of an area whose records are not here.
    pub(super) fn missing(area: DivisionCode, none: &'a Records, ties: &'a Ties, as_of: Date) -> Self {
        Self {
            reported: false,
            ..Self::new(area, none, ties, as_of)
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
        let place = self.ties.household(id);
        (place != NOWHERE).then(|| self.view(place as usize))
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
        let place = *self.homes.get(self.ties.person(person) as usize)?;
        (place != NOWHERE).then_some(place as usize)
    }

    /// Visits to a village or a township as a whole, not to one of its households.
    pub fn visits_to_places(&self) -> impl Iterator<Item = &'a Visit> {
        self.ties.of_no_household()
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

/// The place of everybody's household, the first for somebody who is a member of several.
fn homes_of(members: &Grouped<Member>, persons: usize) -> Vec<u32> {
    let mut homes = vec![NOWHERE; persons];
    for (place, member) in members.iter() {
        if let Some(home) = homes
            .get_mut(member.place as usize)
            .filter(|home| **home == NOWHERE)
        {
            *home = *place;
        }
    }
    homes
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

/// The records of one year, each with its subject. A year record's identifier, `subject-year`, says whose it is; the
/// fields do so for a record that another program named otherwise. Rows of other years are not even looked at.
pub(super) fn of_year<T: Record, S: From<Id>>(
    table: &Table<T>,
    year: Year,
    fields: impl Fn(&T) -> (Option<S>, Option<Year>),
) -> impl Iterator<Item = (S, &T)> {
    table.rows().filter_map(move |(id, row)| {
        let subject = match year_key(id) {
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
    match year_key(&id) {
        Some((subject, _)) => Id::new(subject).ok(),
        None => field,
    }
}

fn village_year(area: DivisionCode, records: &Records, year: Year) -> Option<&VillageYear> {
    let fields = |row: &VillageYear| (row.village_code.map(DivisionCode::id), row.year);
    of_year(&records.village_years, year, fields)
        .find(|(village, _)| *village == area.id())
        .map(|(_, row)| row)
}

fn note_year<'a>(households: &mut [HouseholdRows<'a>], ties: &'a Ties, year: Year) {
    for (place, row) in ties.of_year(year) {
        households[place as usize].year.get_or_insert(row);
    }
    for (place, row) in ties.of_year(year) {
        households[place as usize].income.get_or_insert(row);
    }
}

fn note_help(help: &mut QuarterVisits, visit: &Visit, as_of: Date) {
    let of_helper = visit
        .purpose
        .as_ref()
        .map(|purpose| *purpose == VisitPurpose::HouseholdHelp);
    let in_year = visit
        .date
        .map(|date| date <= as_of && date.year() == as_of.year());
    if of_helper == Some(false) || in_year == Some(false) {
        return;
    }
    match (of_helper, visit.date) {
        (Some(true), Some(date)) => help.quarters |= 1 << (date.quarter() - 1),
        _ => help.unclear = true,
    }
}

/// Notes a visit that the secretary or the mayor of the township may have made in the year so far.
fn note_tour(toured: &mut Toured, visit: &Visit, as_of: Date) {
    use PostKind::{TownshipMayor, TownshipSecretary, Unrecognised};
    if !matches!(
        visit.post,
        None | Some(TownshipSecretary | TownshipMayor | Unrecognised(_))
    ) {
        return;
    }
    let made = all(&[
        is(&visit.purpose, &[VisitPurpose::Tour]),
        between(visit.date, new_year(as_of.year()), as_of),
    ]);
    if made == Some(false) {
        return;
    }
    for (head, post) in HEADS_OF_TOWNSHIPS.iter().enumerate() {
        match all(&[made, is(&visit.post, std::slice::from_ref(post))]) {
            Some(true) => toured.by |= 1 << head,
            None => toured.unclear |= 1 << head,
            Some(false) => {}
        }
    }
}

/// Finds the members on the day, and counts those of [`COHORT_DAY`].
fn find_members<'a>(households: &mut [HouseholdRows], ties: &'a Ties, as_of: Date) -> Grouped<Member<'a>> {
    let persons: Vec<_> = ties.persons().map(|(_, person)| person).collect();
    let mut years = vec![None; persons.len()];
    for (place, row) in ties.of_year::<PersonYear>(as_of.year()) {
        years[place as usize].get_or_insert(row);
    }
    let mut members = Vec::new();
    for (place, person, membership) in ties.memberships() {
        let Some(rows) = households.get_mut(place as usize) else {
            continue;
        };
        if is_open(membership, COHORT_DAY) {
            rows.frozen.count += 1;
            rows.frozen.uncertain |= membership.start.is_none();
        }
        if is_open(membership, as_of) {
            let member = Member {
                membership,
                person: persons.get(person as usize).copied().flatten(),
                year: years.get(person as usize).copied().flatten(),
                place: person,
            };
            members.push((place, member));
        }
    }
    Grouped::new(households.len(), members)
}

/// Whether a membership may be open on the evening of a day; one without a start may.
fn is_open(membership: &HouseholdMembership, day: Date) -> bool {
    membership.start.is_none_or(|start| start <= day) && membership.end.is_none_or(|end| end > day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

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
