//! Which household and which person each record of an area belongs to, and which of its references lead nowhere.
//!
//! That depends on the records alone and on no day or rule, so that it is found once for a state of the records and kept
//! with it ([`Records::ties`]): figures of another day, rules and lists then need no search by identifier, and look only at
//! rows that they have something to ask. Who asks for something here looks at the tables that it was found in ([`KindSet`]).

mod fields;

pub use fields::happened;

use super::consistency::Timeless;
use super::record::typed;
use super::rows::{AnyRow, Rows};
use super::{
    Date, Household, HouseholdId, HouseholdMembership, Id, Kind, KindSet, Person, PersonId, Record, Records,
    Slot, Stored, Value, Year,
};
use fields::{Fields, Target};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The place of what is not there.
pub const NOWHERE: u32 = u32::MAX;

/// Whose the records of an area are. Households and persons are told by their *place*: a number from 0 in the order of
/// identifiers. Deleted records are left out.
#[derive(Default)]
pub struct Ties {
    /// The tables that all this was found in.
    tables: Vec<Rows>,
    households: Vec<HouseholdId>,
    persons: Vec<PersonId>,
    rows_of_households: Vec<SharedRow>,
    /// None for somebody who is only named by a membership.
    rows_of_persons: Vec<Option<SharedRow>>,
    of_household: BTreeMap<Kind, Vec<(u32, SharedRow)>>,
    /// Records of a kind that names a household, and which name none.
    of_no_household: BTreeMap<Kind, Vec<SharedRow>>,
    of_person: BTreeMap<Kind, Vec<(u32, SharedRow)>>,
    memberships: Vec<(u32, u32, SharedRow)>,
    years: BTreeMap<Kind, Vec<(u32, Year, SharedRow)>>,
    latest: BTreeMap<Kind, Date>,
    dangling: Vec<Dangling>,
    outside: BTreeMap<Id, Vec<Dangling>>,
    timeless: OnceLock<Timeless>,
}

type SharedRow = Arc<dyn AnyRow>;

/// A reference of a record, by its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dangling {
    /// The record's kind.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// The place of the field in the kind's table of fields.
    pub field: usize,
    /// The kind of what it names.
    pub target: Kind,
    /// What it names.
    pub names: Id,
}

/// What the places of households rest on.
const HOUSEHOLDS: KindSet = KindSet::of(&[Kind::Household]);

/// What the places of persons rest on: some are only named by a membership.
const PERSONS: KindSet = KindSet::of(&[Kind::Person, Kind::HouseholdMembership]);

/// Notes that records of a kind are looked at, with what tells whose they are.
fn look<T: Stored>(places: KindSet) {
    KindSet::of(&[T::KIND]).and(places).look();
}

/// The ties of records, found when something of them is first asked for: much of what is judged asks for nobody's.
pub struct AskedTies<'r> {
    records: &'r Records,
    found: OnceCell<Arc<Ties>>,
}

impl<'r> AskedTies<'r> {
    /// Those of the records.
    pub(super) fn of(records: &'r Records) -> Self {
        Self {
            records,
            found: OnceCell::new(),
        }
    }
}

impl Deref for AskedTies<'_> {
    type Target = Ties;

    fn deref(&self) -> &Ties {
        self.found.get_or_init(|| self.records.ties())
    }
}

/// Rows by place, found without a search.
#[derive(Debug)]
pub struct Grouped<T> {
    /// Where the rows of each place begin, and at the end where the last ones end; empty when there are no rows at all.
    starts: Vec<u32>,
    rows: Vec<(u32, T)>,
}

impl<T> Grouped<T> {
    /// Groups rows that are in the order of their places, of which there are so many.
    pub fn new(places: usize, rows: Vec<(u32, T)>) -> Self {
        let mut starts = Vec::new();
        if !rows.is_empty() {
            starts.resize(places + 1, 0);
            for (place, _) in &rows {
                starts[*place as usize + 1] += 1;
            }
            for place in 0..places {
                starts[place + 1] += starts[place];
            }
        }
        Self { starts, rows }
    }

    /// The rows of a place.
    pub fn of(&self, place: usize) -> &[(u32, T)] {
        match self.starts.get(place..).and_then(|starts| starts.get(..2)) {
            Some([start, end]) => &self.rows[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The rows of a place, to put them in another order.
    pub fn of_mut(&mut self, place: usize) -> &mut [(u32, T)] {
        match self.starts.get(place..).and_then(|starts| starts.get(..2)) {
            Some([start, end]) => &mut self.rows[*start as usize..*end as usize],
            _ => &mut [],
        }
    }

    /// All rows in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = &(u32, T)> {
        self.rows.iter()
    }

    /// All rows in the order of their places, to write to.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut (u32, T)> {
        self.rows.iter_mut()
    }
}

impl Ties {
    /// Finds them; [`Records::ties`] keeps them.
    pub fn of(records: &Records) -> Self {
        let persons = persons(records);
        let mut ties = Self {
            tables: tables(records).cloned().collect(),
            households: live(records, Kind::Household).map(|(id, _)| id.into()).collect(),
            rows_of_households: live(records, Kind::Household).map(|(_, row)| row).collect(),
            rows_of_persons: vec![None; persons.len()],
            persons,
            ..Self::default()
        };
        for (id, row) in live(records, Kind::Person) {
            let place = ties.person(Some(id)) as usize;
            ties.rows_of_persons[place] = Some(row);
        }
        for kind in Kind::ALL {
            ties.take_in(*kind, records);
        }
        ties.memberships.sort_by_key(|(household, ..)| *household);
        ties
    }

    fn take_in(&mut self, kind: Kind, records: &Records) {
        let fields = Fields::of(kind);
        let (mut of_household, mut of_none, mut of_person) = (Vec::new(), Vec::new(), Vec::new());
        for (id, row) in live(records, kind) {
            let named = |field: Option<usize>| row.slot(field?)?.reference();
            let [household, person] = [fields.household, fields.person].map(named);
            let [home, one] = [self.household(household), self.person(person)];
            for (field, target) in &fields.references {
                let found = match target {
                    Target::Kept(Kind::Household) if fields.household == Some(*field) => home != NOWHERE,
                    Target::Kept(Kind::Person) if fields.person == Some(*field) => self.is_recorded(one),
                    _ => false,
                };
                if !found && let Some(names) = row.slot(*field).and_then(Slot::reference) {
                    let reference = Dangling {
                        kind,
                        id,
                        field: *field,
                        target: target.kind(),
                        names,
                    };
                    self.follow(records, *target, reference);
                }
            }
            self.note_dates(kind, fields, &*row);
            match kind {
                Kind::HouseholdYear | Kind::HouseholdIncomeYear | Kind::PersonYear => {
                    let year = fields.year.and_then(|field| stated_year(row.slot(field)?));
                    self.take_in_year(kind, id, year, household.or(person), row);
                }
                Kind::HouseholdMembership => self.memberships.push((home, one, row)),
                _ => {
                    let names_none = fields.household.is_some() && household.is_none();
                    of_none.extend(names_none.then(|| Arc::clone(&row)));
                    of_household.extend((home != NOWHERE).then(|| (home, Arc::clone(&row))));
                    of_person.extend((one != NOWHERE).then_some((one, row)));
                }
            }
        }
        self.of_no_household.insert(kind, of_none);
        for (ties, mut rows) in [
            (&mut self.of_household, of_household),
            (&mut self.of_person, of_person),
        ] {
            rows.sort_by_key(|(place, _)| *place);
            ties.insert(kind, rows);
        }
        if let Some(years) = self.years.get_mut(&kind) {
            years.sort_by_key(|(place, ..)| *place);
        }
    }

    /// The identifier `subject-year` of a yearly record says whose it is; the fields do so for a record that another program
    /// named otherwise.
    fn take_in_year(&mut self, kind: Kind, id: Id, year: Option<Year>, subject: Option<Id>, row: SharedRow) {
        let (subject, year) = match year_key(&id) {
            Some((subject, year)) => (Id::new(subject).ok(), Some(year)),
            None => (subject, year),
        };
        let whose = match kind {
            Kind::PersonYear => self.person(subject),
            _ => self.household(subject),
        };
        if let Some(year) = year.filter(|_| whose != NOWHERE) {
            self.years.entry(kind).or_default().push((whose, year, row));
        }
    }

    fn note_dates(&mut self, kind: Kind, fields: &Fields, row: &dyn AnyRow) {
        for field in &fields.happened {
            if let Some(date) = row.slot(*field).and_then(Slot::date) {
                let latest = self.latest.entry(kind).or_insert(date);
                *latest = date.max(*latest);
            }
        }
    }

    fn follow(&mut self, records: &Records, target: Target, reference: Dangling) {
        match target {
            Target::Village => self.outside.entry(reference.names).or_default().push(reference),
            Target::Kept(kind) if records.contains(kind, reference.names) => {}
            Target::Kept(_) => self.dangling.push(reference),
        }
    }

    /// The households, by place.
    pub fn households(&self) -> impl Iterator<Item = &Household> {
        HOUSEHOLDS.look();
        self.rows_of_households.iter().filter_map(record)
    }

    /// Everybody who is a person here or a member of a household, by place; none where the person's record is not here.
    pub fn persons(&self) -> impl ExactSizeIterator<Item = (PersonId, Option<&Person>)> {
        PERSONS.look();
        let rows = self.persons.iter().zip(&self.rows_of_persons);
        rows.map(|(id, row)| (*id, row.as_ref().and_then(record)))
    }

    /// The place of a household; [`NOWHERE`] when it is not here.
    pub fn household(&self, id: Option<impl Into<Id>>) -> u32 {
        HOUSEHOLDS.look();
        place(&self.households, id)
    }

    /// The place of a person; [`NOWHERE`] when nobody of that identifier is here.
    pub fn person(&self, id: Option<impl Into<Id>>) -> u32 {
        PERSONS.look();
        place(&self.persons, id)
    }

    fn is_recorded(&self, person: u32) -> bool {
        matches!(self.rows_of_persons.get(person as usize), Some(Some(_)))
    }

    /// Records of a kind with the places of their households, in the order of these.
    pub fn by_household<T: Stored>(&self) -> impl Iterator<Item = (u32, &T)> {
        look::<T>(HOUSEHOLDS);
        typed_rows(self.of_household.get(&T::KIND))
    }

    /// Records of a kind that could name a household and name none, such as visits to a village.
    pub fn of_no_household<T: Stored>(&self) -> impl Iterator<Item = &T> {
        look::<T>(KindSet::NONE);
        self.of_no_household
            .get(&T::KIND)
            .into_iter()
            .flatten()
            .filter_map(record)
    }

    /// Records of a kind with the places of their persons, in the order of these.
    pub fn by_person<T: Stored>(&self) -> impl Iterator<Item = (u32, &T)> {
        look::<T>(PERSONS);
        typed_rows(self.of_person.get(&T::KIND))
    }

    /// Records of a kind, each household's together.
    pub fn grouped_by_household<T: Stored>(&self) -> Grouped<&T> {
        HOUSEHOLDS.look();
        Grouped::new(self.households.len(), self.by_household().collect())
    }

    /// Records of a kind, each person's together.
    pub fn grouped_by_person<T: Stored>(&self) -> Grouped<&T> {
        PERSONS.look();
        Grouped::new(self.persons.len(), self.by_person().collect())
    }

    /// Each membership with the places of its household and its person, in the order of the households; last those of households
    /// that are not here.
    pub fn memberships(&self) -> impl Iterator<Item = (u32, u32, &HouseholdMembership)> {
        HOUSEHOLDS.and(PERSONS).look();
        let rows = self.memberships.iter();
        rows.filter_map(|(household, person, row)| Some((*household, *person, record(row)?)))
    }

    /// The yearly records of a kind with the place of whose they are, in the order of these.
    pub fn years<T: Stored>(&self) -> impl Iterator<Item = (u32, Year, &T)> {
        look::<T>(HOUSEHOLDS.and(PERSONS));
        let rows = self.years.get(&T::KIND).into_iter().flatten();
        rows.filter_map(|(place, year, row)| Some((*place, *year, record(row)?)))
    }

    /// Those of one year; the rows of others are not even looked at.
    pub fn of_year<T: Stored>(&self, year: Year) -> impl Iterator<Item = (u32, &T)> {
        look::<T>(HOUSEHOLDS.and(PERSONS));
        let rows = self.years.get(&T::KIND).into_iter().flatten();
        let rows = rows.filter(move |(_, at, _)| *at == year);
        rows.filter_map(|(place, _, row)| Some((*place, record(row)?)))
    }

    /// The latest date in a record of a kind on which something is said to have happened ([`happened`]).
    pub fn latest(&self, kind: Kind) -> Option<Date> {
        KindSet::of(&[kind]).look();
        self.latest.get(&kind).copied()
    }

    /// References to records of a village that are not there.
    pub fn dangling(&self) -> &[Dangling] {
        KindSet::ALL.look();
        &self.dangling
    }

    /// Records that name another village than this one as theirs.
    pub fn outside(&self, village: Id) -> impl Iterator<Item = &Dangling> {
        KindSet::ALL.look();
        let others = self.outside.iter().filter(move |(named, _)| **named != village);
        others.flat_map(|(_, references)| references)
    }

    /// What checks find whatever the day, made when it is first asked for.
    pub(super) fn timeless(&self, make: impl FnOnce() -> Timeless) -> &Timeless {
        KindSet::ALL.look();
        self.timeless.get_or_init(make)
    }

    fn are_of(&self, records: &Records) -> bool {
        let mine = self.tables.iter().zip(tables(records));
        !self.tables.is_empty() && mine.into_iter().all(|(mine, theirs)| mine.is_same(theirs))
    }
}

impl fmt::Debug for Ties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = (self.households.len(), self.persons.len());
        f.debug_tuple("Ties").field(&counts).finish()
    }
}

fn stated_year(field: &dyn Slot) -> Option<Year> {
    match field.get() {
        Value::Int(year) => year.try_into().ok().map(Year),
        _ => None,
    }
}

fn typed_rows<T: Stored>(rows: Option<&Vec<(u32, SharedRow)>>) -> impl Iterator<Item = (u32, &T)> {
    let rows = rows.into_iter().flatten();
    rows.filter_map(|(place, row)| Some((*place, record(row)?)))
}

fn record<T: Record>(row: &SharedRow) -> Option<&T> {
    typed::<T>(&**row).map(|row| &row.record)
}

fn live(records: &Records, kind: Kind) -> impl Iterator<Item = (Id, SharedRow)> {
    let rows = records.table(kind).shared();
    rows.filter(|(_, row)| !row.deleted())
        .map(|(id, row)| (*id, Arc::clone(row)))
}

fn place<T: Copy + Into<Id>>(ids: &[T], id: Option<impl Into<Id>>) -> u32 {
    let Some(id) = id else { return NOWHERE };
    let id = id.into();
    ids.binary_search_by(|other| (*other).into().cmp(&id))
        .map_or(NOWHERE, |place| place as u32)
}

fn persons(records: &Records) -> Vec<PersonId> {
    let named = records.memberships.iter().filter_map(|row| row.person_id);
    let mut persons: Vec<PersonId> = records.persons.iter().map(|row| row.id).chain(named).collect();
    persons.sort_unstable();
    persons.dedup();
    persons
}

fn tables(records: &Records) -> impl Iterator<Item = &Rows> {
    Kind::ALL.iter().map(|kind| records.table(*kind))
}

/// The subject and the year in an identifier `subject-year`.
pub fn year_key(id: &Id) -> Option<(&str, Year)> {
    let (subject, year) = id.as_str().rsplit_once('-')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    Some((subject, Year(year.parse().ok().filter(|_| is_year)?)))
}

/// Ties that were found for a state of the records, kept while that state lasts.
#[derive(Default)]
pub(super) struct Kept(Mutex<Option<Arc<Ties>>>);

impl Kept {
    pub(super) fn of(&self, records: &Records) -> Arc<Ties> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some(ties) if ties.are_of(records) => Arc::clone(ties),
            _ => Arc::clone(kept.insert(Arc::new(KindSet::unseen(|| Ties::of(records))))),
        }
    }
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Self(Mutex::new(kept.clone()))
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{HouseholdYear, SocialGrant};

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn village() -> Records {
        let mut records = Records::default();
        for household in ["h2", "h1"] {
            records.households.row_mut(id(household));
        }
        for (grant, household) in [("g1", "h2"), ("g2", "h1"), ("g3", "h2"), ("g4", "h9")] {
            records.social_grants.row_mut(id(grant)).record = SocialGrant {
                id: id(grant).into(),
                household_id: Some(id(household).into()),
                ..SocialGrant::default()
            };
        }
        records
    }

    #[test]
    fn rows_are_found_by_the_place_of_whose_they_are() {
        let records = village();
        let ties = records.ties();
        let grants = ties.grouped_by_household::<SocialGrant>();
        let of = |place| {
            grants
                .of(place)
                .iter()
                .map(|(_, row)| row.id.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            (of(0), of(1), of(7)),
            (vec!["g2".into()], vec!["g1".into(), "g3".into()], vec![])
        );
        assert_eq!(ties.household(Some(id("h2"))), 1);
        assert_eq!(ties.household(Some(id("h9"))), NOWHERE);
    }

    #[test]
    fn a_reference_to_nothing_is_told() {
        let records = village();
        let ties = records.ties();
        let told: Vec<_> = ties.dangling().iter().map(|one| (one.id, one.names)).collect();
        assert_eq!(told, [(id("g4"), id("h9"))]);
    }

    #[test]
    fn ties_are_kept_until_a_record_changes_and_then_found_anew() {
        let mut records = village();
        let first = records.ties();
        assert!(Arc::ptr_eq(&first, &records.ties()));
        assert!(Arc::ptr_eq(&first, &records.clone().ties()));
        records.social_grants.row_mut(id("g4")).record.household_id = Some(id("h1").into());
        assert_eq!(records.ties().dangling(), []);
        assert_eq!(first.dangling().len(), 1);
        records.households.row_mut(id("h1")).deleted = true;
        assert_eq!(records.ties().households().count(), 1);
    }

    #[test]
    fn an_identifier_that_ends_with_a_year_is_a_natural_key() {
        let key = |text| year_key(&id(text)).map(|(subject, year)| (subject.to_owned(), year.0));
        assert_eq!(key("h1-2018"), Some(("h1".into(), 2018)));
        assert_eq!(key("a-b-2018"), Some(("a-b".into(), 2018)));
        for other in ["h1", "h1-18", "h1-02018", "2018", "0b5e-8c1f00002018"] {
            assert_eq!(key(other), None, "{other}");
        }
    }

    #[test]
    fn a_year_record_named_by_another_program_belongs_to_its_fields() {
        let mut records = village();
        let row = &mut records.household_years.row_mut(id("foreign")).record;
        (row.household_id, row.year) = (Some(id("h1").into()), Some(Year(2018)));
        let ties = records.ties();
        let years: Vec<_> = ties
            .years::<HouseholdYear>()
            .map(|(place, year, _)| (place, year.0))
            .collect();
        assert_eq!(years, [(0, 2018)]);
    }
}
