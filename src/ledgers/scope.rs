//! What a ledger is made from: the records of the areas that are here, a day, and what the county has entered.

use super::matching::{Fits, fits};
use super::path::Path;
use crate::indicators::CountyFacts;
use crate::model::{Date, DivisionCode, HouseholdId, Id, Kind, Level, PersonId, Records, Value, Year};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Records by what one of their fields points to.
type About = Rc<BTreeMap<Id, Vec<Id>>>;

/// The records of one area, with those that it may point to.
pub struct Part<'a> {
    /// The area that keeps them.
    pub area: DivisionCode,
    /// Its records.
    pub records: &'a Records,
    county: Option<&'a Records>,
    homes: OnceCell<BTreeMap<PersonId, HouseholdId>>,
    about: RefCell<BTreeMap<(Kind, usize), About>>,
}

impl<'a> Part<'a> {
    fn new(area: DivisionCode, records: &'a Records, county: Option<&'a Records>) -> Self {
        Self {
            area,
            records,
            county: county.filter(|county| !std::ptr::eq(*county, records)),
            homes: OnceCell::new(),
            about: RefCell::default(),
        }
    }

    /// A field of a record of the area, or else of the county.
    pub fn get(&self, kind: Kind, id: Id, place: usize) -> Value {
        let holds = |records: &&Records| records.contains(kind, id);
        let holder = [self.records].into_iter().chain(self.county).find(holds);
        holder.map_or(Value::Null, |records| records.get(kind, id, place))
    }

    /// A person's household: that of the latest stay.
    pub fn home(&self, person: PersonId) -> Option<HouseholdId> {
        let homes = self.homes.get_or_init(|| {
            let stays = self.records.memberships.iter();
            let mut stays: Vec<_> = stays
                .filter_map(|row| {
                    let since = (row.end.is_none(), row.start, row.id);
                    Some((row.person_id?, since, row.household_id?))
                })
                .collect();
            stays.sort_unstable();
            stays
                .into_iter()
                .map(|(person, _, household)| (person, household))
                .collect()
        });
        homes.get(&person).copied()
    }

    /// The records of a kind whose field names that record, in the order of identifiers.
    pub fn about(&self, kind: Kind, field: &str, id: Id) -> Vec<Id> {
        let Some(place) = kind.def().position(field) else {
            return Vec::new();
        };
        let mut known = self.about.borrow_mut();
        let about = known.entry((kind, place)).or_insert_with(|| {
            let mut about: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
            self.records.for_each(kind, |row| {
                let named = row.get(place);
                if let Some(named) = named.as_text().and_then(|text| Id::new(text).ok()) {
                    about.entry(named).or_default().push(row.id);
                }
            });
            Rc::new(about)
        });
        about.get(&id).cloned().unwrap_or_default()
    }
}

/// The records of an area and of whom it may point to, on a day.
pub struct Scope<'a> {
    /// The area whose ledger it is.
    pub area: DivisionCode,
    /// The areas whose records are here, in order.
    pub parts: Vec<Part<'a>>,
    /// The day.
    pub day: Date,
    /// What the county has entered.
    pub facts: &'a CountyFacts,
    fits: OnceCell<Fits>,
}

impl<'a> Scope<'a> {
    /// Of all areas that are here those within the area count, and the county's for what it keeps for everybody.
    pub fn new(
        area: DivisionCode,
        all: impl IntoIterator<Item = (DivisionCode, &'a Records)>,
        day: Date,
        facts: &'a CountyFacts,
    ) -> Self {
        let all: BTreeMap<DivisionCode, &Records> = all.into_iter().collect();
        let county = all.iter().find(|(code, _)| code.level() == Level::County);
        let county = county.map(|(_, records)| *records);
        let here = all
            .iter()
            .filter(|(code, _)| code.within(area) || code.level() == Level::County);
        Self {
            area,
            parts: here
                .map(|(code, records)| Part::new(*code, records, county))
                .collect(),
            day,
            facts,
            fits: OnceCell::new(),
        }
    }

    /// The year of the day.
    pub fn year(&self) -> Year {
        self.day.year()
    }

    /// The parts that lie within the area.
    pub fn within(&self) -> impl Iterator<Item = &Part<'a>> {
        self.parts.iter().filter(|part| part.area.within(self.area))
    }

    /// Which posts fit which workers.
    pub fn fits(&self) -> &Fits {
        self.fits.get_or_init(|| fits(self))
    }
}

/// One row on its way to be made.
#[derive(Clone, Copy)]
pub struct At<'s, 'a> {
    /// Everything.
    pub scope: &'s Scope<'a>,
    /// The records of the row's area.
    pub part: &'s Part<'a>,
    /// The row's record.
    pub kind: Kind,
    /// The row's record.
    pub id: Id,
}

impl At<'_, '_> {
    /// The value at a path.
    pub fn value(&self, path: &str) -> Value {
        Path::read(path, self.kind).map_or(Value::Null, |path| {
            path.value(self.part, self.kind, self.id, self.scope.year())
        })
    }

    /// The day at a path.
    pub fn day(&self, path: &str) -> Option<Date> {
        self.value(path).as_text().and_then(Date::parse)
    }

    /// The records of a kind whose field names the row's record, wherever they are kept.
    pub fn about(&self, kind: Kind, field: &str) -> impl Iterator<Item = (&Part<'_>, Id)> {
        let parts = self.scope.parts.iter();
        parts.flat_map(move |part| {
            part.about(kind, field, self.id)
                .into_iter()
                .map(move |id| (part, id))
        })
    }
}
