//! One area's records as judgements look at them: found by household and person, those that count on one day.

mod of_day;

use super::view::{HouseholdView, Member};
use crate::model::{
    AsOf, AskedTies, Date, DivisionCode, EducationAid, EmploymentSpell, Grouped, HouseholdId, Id,
    IllnessCase, KindSet, MedicalEvent, NOWHERE, PersonId, Records, Span, Stored, StudentCase, Table, Ties,
    TrainingAttendance, VillageHelpUnit, VillageYear, Visit, Year, year_key,
};
use of_day::OfDay;
use std::cell::OnceCell;

/// One area's records by household and person. A township and the county have none of either; their tables are read as
/// they are.
///
/// What nobody asks for is not looked for: many indicators ask for no household.
pub struct VillageIndex<'a> {
    /// The area.
    pub area: DivisionCode,
    /// All its records.
    pub records: &'a Records,
    /// Whether they are here: without them nothing is known of the area.
    pub reported: bool,
    ties: &'a AskedTies<'a>,
    as_of: AsOf,
    /// Households and their members on the day, on which days these would be the same, and where they were looked for.
    of_day: OnceCell<(OfDay<'a>, Span, KindSet)>,
    of_persons: OnceCell<(OfPersons<'a>, KindSet)>,
}

/// Records by the place of their person.
struct OfPersons<'a> {
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

impl<'a> VillageIndex<'a> {
    /// Looks at the rows that count on the day; `ties` are those of the records.
    pub fn new(area: DivisionCode, records: &'a Records, ties: &'a AskedTies<'a>, as_of: Date) -> Self {
        Self {
            area,
            records,
            reported: true,
            ties,
            as_of: AsOf::new(as_of),
            of_day: OnceCell::new(),
            of_persons: OnceCell::new(),
        }
    }

    /// The index of an area whose records are not here.
    pub(super) fn missing(
        area: DivisionCode,
        none: &'a Records,
        ties: &'a AskedTies<'a>,
        as_of: Date,
    ) -> Self {
        Self {
            reported: false,
            ..Self::new(area, none, ties, as_of)
        }
    }

    /// The day.
    pub fn as_of(&self) -> &AsOf {
        &self.as_of
    }

    /// The village's record of the year.
    pub fn year(&self) -> Option<&'a VillageYear> {
        village_year(self.area, self.records, self.as_of.year())
    }

    /// Units that answer for a village.
    pub fn help_units(&self) -> impl Iterator<Item = &'a VillageHelpUnit> + use<'a> {
        self.records.village_help_units.iter()
    }

    /// Whoever asks for it has asked what it rests on.
    fn of_day(&self) -> &OfDay<'a> {
        let (of_day, span, looked_at) = self.of_day.get_or_init(|| {
            let look = || OfDay::new(self.ties, &self.as_of);
            let ((of_day, span), looked_at) = KindSet::watch(|| self.as_of.watch(look));
            (of_day, span, looked_at)
        });
        self.as_of.hold(*span);
        looked_at.look();
        of_day
    }

    /// The households in identifier order.
    pub fn households(&self) -> impl Iterator<Item = HouseholdView<'_>> {
        self.of_day().views()
    }

    /// A household that a record names; none when it is not here.
    pub fn household(&self, id: Option<HouseholdId>) -> Option<HouseholdView<'_>> {
        let place = self.ties.household(id);
        (place != NOWHERE).then(|| self.of_day().view(place as usize))
    }

    /// The household in which a person lives on the day.
    pub fn home_of(&self, person: PersonId) -> Option<HouseholdId> {
        self.home(Some(person)).map(|view| view.household.id)
    }

    /// The household in which a person that a record names lives on the day.
    pub fn home(&self, person: Option<PersonId>) -> Option<HouseholdView<'_>> {
        self.of_day().home(self.ties.person(person))
    }

    /// Visits to a village or a township as a whole, not to one of its households.
    pub fn visits_to_places(&self) -> impl Iterator<Item = &'a Visit> {
        self.ties.of_no_household()
    }

    /// What is known of a member besides the person's year.
    pub fn rows_of(&self, member: &Member) -> PersonRows<'_> {
        let place = member.place as usize;
        let (rows, looked_at) = self
            .of_persons
            .get_or_init(|| KindSet::watch(|| OfPersons::new(self.ties)));
        looked_at.look();
        PersonRows {
            spells: rows.spells.of(place),
            attendances: rows.attendances.of(place),
            cases: rows.cases.of(place),
            aids: rows.aids.of(place),
            illnesses: rows.illnesses.of(place),
            bills: rows.bills.of(place),
        }
    }
}

impl<'a> OfPersons<'a> {
    fn new(ties: &'a Ties) -> Self {
        Self {
            spells: ties.grouped_by_person(),
            attendances: ties.grouped_by_person(),
            cases: ties.grouped_by_person(),
            aids: ties.grouped_by_person(),
            illnesses: ties.grouped_by_person(),
            bills: ties.grouped_by_person(),
        }
    }
}

impl std::fmt::Debug for VillageIndex<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = (self.area, &self.as_of, &**self.ties);
        f.debug_tuple("VillageIndex").field(&told).finish()
    }
}

/// The records of one year, each with its subject. A year record's identifier, `subject-year`, says whose it is; the
/// fields do so for a record that another program named otherwise. Rows of other years are not even looked at.
pub(super) fn of_year<T: Stored, S: From<Id>>(
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
}
