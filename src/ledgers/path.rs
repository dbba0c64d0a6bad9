//! Paths from a record to a field of it, or of a record it points to.

use super::scope::Part;
use crate::model::{
    DivisionCode, FieldDef, HouseholdId, HouseholdYearId, Id, Kind, PersonId, PersonYearId, Value, Year,
};

/// A way to a field, ready to be gone for every row.
#[derive(Clone, Debug)]
pub struct Path {
    hops: Vec<Hop>,
    kind: Kind,
    place: usize,
}

#[derive(Clone, Copy, Debug)]
enum Hop {
    /// To the record that the field at that place points to.
    To(usize, Kind),
    /// From a person to the household.
    Home,
    /// To the record of the year.
    ThisYear(Kind),
}

impl Path {
    /// Reads `person_id.name` as seen from a record of that kind; none when there is no such way.
    pub fn read(text: &str, from: Kind) -> Option<Self> {
        let (way, field) = text.rsplit_once('.').unwrap_or(("", text));
        let mut kind = from;
        let mut hops = Vec::new();
        for step in way.split('.').filter(|step| !step.is_empty()) {
            let hop = match (step, kind) {
                ("home", Kind::Person) => Hop::Home,
                ("this_year", Kind::Person) => Hop::ThisYear(Kind::PersonYear),
                ("this_year", Kind::Household) => Hop::ThisYear(Kind::HouseholdYear),
                _ => {
                    let place = kind.def().position(step)?;
                    Hop::To(place, kind.def().fields[place].target()?)
                }
            };
            kind = match hop {
                Hop::To(_, kind) | Hop::ThisYear(kind) => kind,
                Hop::Home => Kind::Household,
            };
            hops.push(hop);
        }
        Some(Self {
            hops,
            kind,
            place: kind.def().position(field)?,
        })
    }

    /// Every path of a text with `|` between them.
    pub fn read_all(text: &str, from: Kind) -> Option<Vec<Self>> {
        text.split('|').map(|one| Self::read(one, from)).collect()
    }

    /// The kind and the place of the field that it leads to.
    pub const fn field(&self) -> (Kind, usize) {
        (self.kind, self.place)
    }

    /// The definition of the field.
    pub fn def(&self) -> &'static FieldDef {
        &self.kind.def().fields[self.place]
    }

    /// The value at its end.
    pub fn value(&self, part: &Part<'_>, kind: Kind, id: Id, year: Year) -> Value {
        self.end(part, (kind, id), year)
            .map_or(Value::Null, |id| part.get(self.kind, id, self.place))
    }

    /// The record whose field it is.
    fn end(&self, part: &Part<'_>, (mut kind, mut id): (Kind, Id), year: Year) -> Option<Id> {
        for hop in &self.hops {
            (kind, id) = match *hop {
                Hop::To(place, target) => (target, Id::new(part.get(kind, id, place).as_text()?).ok()?),
                Hop::Home => (Kind::Household, part.home(PersonId(id))?.0),
                Hop::ThisYear(Kind::PersonYear) => (Kind::PersonYear, PersonYearId::of(PersonId(id), year).0),
                Hop::ThisYear(kind) => (kind, HouseholdYearId::of(HouseholdId(id), year).0),
            };
        }
        Some(id)
    }
}

/// The first value that one of the paths gives.
pub(super) fn first(paths: &[Path], part: &Part<'_>, (kind, id): (Kind, Id), year: Year) -> Value {
    let mut values = paths.iter().map(|path| path.value(part, kind, id, year));
    values.find(|value| !value.is_null()).unwrap_or_default()
}

/// The area that a value names.
pub(super) fn area(value: &Value) -> Option<DivisionCode> {
    value.as_text().and_then(DivisionCode::new)
}
