//! What an area answers to the requirements without a number. Pure.

use crate::indicators::{Clarity, Context, CountyFacts, Finding, VillageIndex};
use crate::model::{
    AskedOf, ChecklistAnswer, ChecklistAnswerId, ChecklistItem, Date, DivisionCode, HouseholdYearId, Kind,
    Level, OrgKind, OrgUnit, Records, Value, VillageYearId, Year,
};

/// How many say yes, no, and nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Yes.
    pub yes: usize,
    /// No.
    pub no: usize,
    /// Not known.
    pub unknown: usize,
}

impl Tally {
    /// Counts one answer more.
    pub fn add(&mut self, answer: Option<bool>) {
        match answer {
            Some(true) => self.yes += 1,
            Some(false) => self.no += 1,
            None => self.unknown += 1,
        }
    }

    /// All of them.
    pub const fn all(self) -> usize {
        self.yes + self.no + self.unknown
    }

    /// No if one says no, yes if all say yes.
    const fn every(self) -> Option<bool> {
        match self {
            Self { no: 1.., .. } => Some(false),
            Self {
                unknown: 0, yes: 1.., ..
            } => Some(true),
            _ => None,
        }
    }

    /// Yes if one says yes, no if all say no: a policy reaches a village when it reaches a household.
    const fn some(self) -> Option<bool> {
        match self {
            Self { yes: 1.., .. } => Some(true),
            Self {
                unknown: 0, no: 1.., ..
            } => Some(false),
            _ => None,
        }
    }
}

/// One requirement and what the area answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The requirement.
    pub item: ChecklistItem,
    /// The answer; none is not known.
    pub answer: Option<bool>,
    /// What tells it.
    pub told: Told,
}

/// What tells an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Somebody who looked.
    Person(ChecklistAnswerId),
    /// A record's fields.
    Fields(Kind),
    /// Records of a kind, each by itself.
    Counted(Kind, Tally),
}

/// The requirements that an area of its level answers, in their order.
pub fn lines(area: DivisionCode, records: &Records, facts: &CountyFacts, day: Date) -> Vec<Line> {
    let ties = records.ties_when_asked();
    let village = (area.level() == Level::Village).then(|| VillageIndex::new(area, records, &ties, day));
    let answered = |item: ChecklistItem| {
        let of_village = village.as_ref();
        match item.asked_of() {
            AskedOf::Area(level) if level == area.level() => Some(of_area(item, area, records, day.year())),
            AskedOf::Households => of_village.map(|village| of_households(item, village, facts)),
            AskedOf::WaterWorks => of_village.map(|_| of_water_works(item, records)),
            AskedOf::Area(_) | AskedOf::Schools => None,
        }
    };
    ChecklistItem::all().filter_map(answered).collect()
}

/// The answers that nobody has to be asked for, and those that somebody gave, summed up.
pub fn tally(lines: &[Line]) -> Tally {
    let mut tally = Tally::default();
    lines.iter().for_each(|line| tally.add(line.answer));
    tally
}

fn of_area(item: ChecklistItem, area: DivisionCode, records: &Records, year: Year) -> Line {
    if let Some((kind, fields)) = item.fields() {
        let id = VillageYearId::of(area, year).into();
        let mut said = Tally::default();
        let places = fields.iter().filter_map(|field| kind.def().position(field));
        places.for_each(|place| said.add(tri(&records.get(kind, id, place))));
        return Line {
            answer: said.every(),
            told: Told::Fields(kind),
            item,
        };
    }
    let id = ChecklistAnswerId::of(&item, area.id(), year);
    Line {
        answer: answer_of(records, id).and_then(|row| row.answer),
        told: Told::Person(id),
        item,
    }
}

fn of_households<'a>(item: ChecklistItem, village: &'a VillageIndex<'a>, facts: &'a CountyFacts) -> Line {
    let context = Context::new(village, facts);
    let year = context.year;
    let mut tally = Tally::default();
    for view in village.households().filter(|view| view.registered().is_ok()) {
        tally.add(match item.fields() {
            None => match Clarity::Responsibility.suggested(&view, &context) {
                Finding::Yes => Some(true),
                Finding::No(_) => Some(false),
                Finding::Unknown(_) => None,
            },
            Some((kind, fields)) => {
                let id = HouseholdYearId::of(view.household.id, year).into();
                let place = fields.first().and_then(|field| kind.def().position(field));
                place.and_then(|place| tri(&village.records.get(kind, id, place)))
            }
        });
    }
    // Whoever answers for a household is asked of every one; a policy is there when it has reached one.
    let answer = if item == ChecklistItem::Pairing {
        tally.every()
    } else {
        tally.some()
    };
    Line {
        answer,
        told: Told::Counted(Kind::Household, tally),
        item,
    }
}

fn of_water_works(item: ChecklistItem, records: &Records) -> Line {
    let field = item.fields().and_then(|(_, fields)| fields.first().copied());
    let place = field.and_then(|field| Kind::WaterWork.def().position(field));
    let mut tally = Tally::default();
    records.for_each(Kind::WaterWork, |row| {
        tally.add(place.and_then(|place| tri(&row.get(place))));
    });
    Line {
        answer: tally.every(),
        told: Told::Counted(Kind::WaterWork, tally),
        item,
    }
}

/// The record of an answer that somebody gave.
pub fn answer_of(records: &Records, id: ChecklistAnswerId) -> Option<&ChecklistAnswer> {
    records.checklist_answers.get(id)
}

/// The schools that the county knows of, by name.
pub fn schools(county: &Records) -> Vec<OrgUnit> {
    let units = county.org_units.iter();
    let mut schools: Vec<OrgUnit> = units
        .filter(|unit| unit.kind == Some(OrgKind::School))
        .cloned()
        .collect();
    schools.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    schools
}

/// How many villages answer each requirement with yes, no, and not at all.
pub fn by_item<'a>(villages: impl Iterator<Item = &'a [Line]>) -> Vec<(ChecklistItem, Tally)> {
    let mut items: Vec<(ChecklistItem, Tally)> = Vec::new();
    for line in villages.flatten() {
        let place = items.iter().position(|(item, _)| *item == line.item);
        let place = place.unwrap_or_else(|| {
            items.push((line.item.clone(), Tally::default()));
            items.len() - 1
        });
        items[place].1.add(line.answer);
    }
    items.sort_by(|one, other| one.0.cmp(&other.0));
    items
}

const fn tri(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(yes) => Some(*yes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{HouseholdId, Id, PovertyStatus};

    const DAY: Date = Date::of::<2018, 11, 28>();

    fn area(code: &str) -> DivisionCode {
        DivisionCode::new(code).unwrap()
    }

    fn village() -> DivisionCode {
        area("530427203200")
    }

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn answer(records: &Records, item: &str) -> (Option<bool>, Told) {
        let lines = lines(village(), records, &CountyFacts::default(), DAY);
        let line = lines.into_iter().find(|line| line.item.number() == item).unwrap();
        (line.answer, line.told)
    }

    fn household(records: &mut Records, own: &str) {
        let row = &mut records.households.row_mut(id(own)).record;
        (row.registered, row.poverty_status) = (Some(true), Some(PovertyStatus::NotExited));
    }

    #[test]
    fn every_requirement_is_answered_at_exactly_one_level() {
        let records = Records::default();
        let at = |code| lines(area(code), &records, &CountyFacts::default(), DAY).len();
        let (village, township, county) = (at("530427203200"), at("530427203"), at("530427"));
        assert_eq!((village, township, county), (16, 1, 2));
        assert_eq!(village + township + county + 1, 20, "and the schools");
    }

    #[test]
    fn fields_answer_when_all_are_yes_and_one_no_is_a_no() {
        let mut records = Records::default();
        assert_eq!(answer(&records, "Q-01"), (None, Told::Fields(Kind::VillageYear)));
        let year = VillageYearId::of(village(), Year(2018));
        let row = &mut records.village_years.row_mut(year.into()).record;
        (row.org_villagers_council, row.org_moral_council) = (Some(true), Some(true));
        assert_eq!(answer(&records, "Q-01").0, None, "the third council is not known");
        let row = &mut records.village_years.row_mut(year.into()).record;
        row.org_red_white_council = Some(false);
        assert_eq!(answer(&records, "Q-01").0, Some(false));
    }

    #[test]
    fn a_policy_is_there_when_it_reaches_a_household() {
        let mut records = Records::default();
        household(&mut records, "h1");
        household(&mut records, "h2");
        let tally = |yes, no, unknown| Told::Counted(Kind::Household, Tally { yes, no, unknown });
        assert_eq!(answer(&records, "Q-07"), (None, tally(0, 0, 2)));
        let year = |own: &str| HouseholdYearId::of(HouseholdId(id(own)), Year(2018));
        records
            .household_years
            .row_mut(year("h1").into())
            .record
            .solar_heater = Some(true);
        assert_eq!(answer(&records, "Q-07"), (Some(true), tally(1, 0, 1)));
        assert_eq!(
            answer(&records, "Q-16"),
            (Some(false), tally(0, 2, 0)),
            "nobody helps them"
        );
    }

    #[test]
    fn what_a_person_answered_stands_in_its_record() {
        let mut records = Records::default();
        let item = ChecklistItem::ClinicStaff;
        let own = ChecklistAnswerId::of(&item, village().id(), Year(2018));
        assert_eq!(answer(&records, "Q-02"), (None, Told::Person(own)));
        records.checklist_answers.row_mut(own.into()).record.answer = Some(true);
        assert_eq!(answer(&records, "Q-02").0, Some(true));
        let next = lines(
            village(),
            &records,
            &CountyFacts::default(),
            Date::of::<2019, 1, 1>(),
        );
        let of_2019 = next.iter().find(|line| line.item == item).unwrap();
        assert_eq!(of_2019.answer, None, "once a year");
    }

    #[test]
    fn offices_count_the_answers_of_their_villages() {
        let records = Records::default();
        let one = lines(village(), &records, &CountyFacts::default(), DAY);
        let items = by_item([one.as_slice(), one.as_slice()].into_iter());
        assert_eq!(items.len(), 16);
        assert!(items.iter().all(|(_, tally)| tally.unknown == 2));
        assert_eq!(tally(&one).unknown, 16);
    }
}
