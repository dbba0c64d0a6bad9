//! What is asked when a record of any kind is begun: whom it is about, what its identifier is made of, and what a complete
//! record has. The rest waits for the form.

use super::processes::{self, Held};
use super::{Code, SourceKind};
use super::{DivisionCode, FieldDef, FieldType, Id, Kind, Level, Value};

/// So many fields are asked at most, unless more say what the record is about.
const ASKED: usize = 8;

impl Kind {
    /// Whether records of the kind are begun with a form of their own fields. Households and what makes them up have ways
    /// of their own, and what rests on a rule or a file is made by the app.
    pub fn is_begun_by_form(self) -> bool {
        let by_other_ways = matches!(
            self,
            Self::Household | Self::HouseholdMembership | Self::HouseholdStatusEvent | Self::Person
        );
        let by_the_app = |def: &FieldDef| def.derived && def.required && matches!(def.ty, FieldType::Text);
        !by_other_ways && !self.def().fields.iter().any(by_the_app)
    }

    /// Whether an office of that level begins records of the kind with a form: areas down to the village come from the
    /// county's list, and only a village adds what lies below it.
    pub fn is_begun_at(self, level: Level) -> bool {
        self.is_begun_by_form() && (self != Self::Division || level == Level::Village)
    }

    /// The places of the fields that are asked when a record is begun at an office of that area, in the order of forms.
    pub fn asked(self, area: DivisionCode) -> Vec<usize> {
        let fields = self.def().fields.iter().enumerate();
        let asked = fields.filter(|(_, def)| {
            if def.derived {
                is_asked_though_derived(def) && told_by_area(def, area).is_none()
            } else {
                // Whether it is a natural village or a group is a part of an area's code.
                let part_of_code = self == Self::Division && def.id == "kind";
                part_of_code || (def.required && !processes::is_state(self, def.id))
            }
        });
        let places: Vec<usize> = asked.map(|(place, _)| place).collect();
        let is_plain = |place: &usize| !self.def().fields[*place].derived;
        let needed = places.iter().filter(|place| !is_plain(place)).count();
        let mut room = ASKED.saturating_sub(needed);
        let kept = places.into_iter().filter(|place| {
            let stays = !is_plain(place) || room > 0;
            room = room.saturating_sub(usize::from(is_plain(place)));
            stays
        });
        kept.collect()
    }

    /// What the app fills in by itself when a record is begun at an office of that area: where it lies, who typed it in,
    /// and where its process begins.
    pub fn told(self, area: DivisionCode) -> Vec<(usize, Value)> {
        let fields = self.def().fields.iter().enumerate();
        let derived = fields
            .filter(|(_, def)| def.derived)
            .filter_map(|(place, def)| Some((place, told_by_area(def, area).or_else(|| source_of(def))?)));
        derived.chain(self.first_states()).collect()
    }

    fn first_states(self) -> impl Iterator<Item = (usize, Value)> {
        processes::flows_of(self)
            .filter(move |_| self.is_begun_by_form())
            .filter_map(move |flow| match flow.held {
                Held::Code(field) => Some((self.def().position(field)?, flow.beginning()?.id.into())),
                Held::Marks => None,
            })
    }

    /// The identifier that the values give, for kinds with a natural key; none while a part of it is missing.
    pub fn id_of(self, values: &[(usize, Value)]) -> Option<Id> {
        let fields = self.def().fields;
        let value = |field: &str| {
            let own = values.iter().find(|(place, _)| fields[*place].id == field);
            own.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        self.natural_key()?.id(value)
    }
}

/// Subjects, days, years, numbers and codes that make up a key, and codes that say what a record is about.
fn is_asked_though_derived(def: &FieldDef) -> bool {
    match def.ty {
        FieldType::Reference(_) if !def.is_area() || def.id == "target_code" => true,
        FieldType::Year
        | FieldType::Date
        | FieldType::Code(_)
        | FieldType::Number
        | FieldType::Reference(_) => def.required,
        _ => false,
    }
}

/// The area of the office, where the field means one of its level.
fn told_by_area(def: &FieldDef, area: DivisionCode) -> Option<Value> {
    if !def.is_area() {
        return None;
    }
    let fits = match def.id {
        "village_code" => area.level() == Level::Village,
        "township_code" => area.level() == Level::Township,
        "county_code" => area.level() == Level::County,
        "natural_village_code" => false,
        // An office above the village goes to one of its areas.
        "target_code" => area.level() == Level::Village,
        "to_code" => return Some(area.parent()?.as_str().into()),
        _ => true,
    };
    fits.then(|| area.as_str().into())
}

/// Who types it in is its source.
fn source_of(def: &FieldDef) -> Option<Value> {
    match def.ty {
        FieldType::Code(list) if list.id == SourceKind::LIST.id => Some(SourceKind::Manual.id().into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn village() -> DivisionCode {
        DivisionCode::new("530427203200").unwrap()
    }

    fn asked(kind: Kind, area: &str) -> Vec<&'static str> {
        let places = kind.asked(DivisionCode::new(area).unwrap());
        places
            .into_iter()
            .map(|place| kind.def().fields[place].id)
            .collect()
    }

    #[test]
    fn a_record_asks_for_whom_it_is_about_and_what_a_complete_one_has() {
        let expected = ["person_id", "kind", "area", "start"];
        assert_eq!(asked(Kind::EmploymentSpell, "530427203200"), expected);
        assert_eq!(
            asked(Kind::HouseholdYear, "530427203200")[..2],
            ["household_id", "year"]
        );
    }

    #[test]
    fn an_area_is_told_where_it_is_the_offices_own_and_asked_elsewhere() {
        assert!(!asked(Kind::TeamAssignment, "530427203200").contains(&"village_code"));
        assert!(asked(Kind::VillageHelpUnit, "530427203").contains(&"village_code"));
        assert!(asked(Kind::NaturalVillageYear, "530427203200").contains(&"natural_village_code"));
    }

    #[test]
    fn only_a_village_adds_areas_and_says_what_they_are() {
        assert!(Kind::Division.is_begun_at(Level::Village));
        assert!(!Kind::Division.is_begun_at(Level::County) && Kind::Visit.is_begun_at(Level::County));
        assert_eq!(asked(Kind::Division, "530427203200"), ["name", "kind"]);
    }

    #[test]
    fn an_office_says_where_a_visit_went() {
        assert!(asked(Kind::Visit, "530427203").contains(&"target_code"));
        assert!(!asked(Kind::Visit, "530427203200").contains(&"target_code"));
    }

    #[test]
    fn no_beginning_asks_for_more_than_a_screen() {
        for kind in Kind::ALL.iter().filter(|kind| kind.is_begun_by_form()) {
            let asked = kind.asked(village()).len();
            assert!((1..=ASKED).contains(&asked), "{kind:?} asks for {asked}");
        }
    }

    #[test]
    fn what_makes_up_a_key_is_asked_or_told() {
        for kind in Kind::ALL.iter().filter(|kind| kind.is_begun_by_form()) {
            let Some(key) = kind.natural_key() else { continue };
            for level in ["530427203200", "530427203", "530427"] {
                let area = DivisionCode::new(level).unwrap();
                if !kind.def().owner.writes_at(area.level()) {
                    continue;
                }
                let told = kind.told(area).into_iter().map(|(place, _)| place);
                for place in told.chain(kind.asked(area)) {
                    let _known = key.has(kind.def().fields[place].id);
                }
                let mut values = kind.told(area);
                values.extend(kind.asked(area).into_iter().map(|place| {
                    let number = matches!(kind.def().fields[place].ty, FieldType::Year | FieldType::Number);
                    (place, if number { Value::Int(2018) } else { "x1".into() })
                }));
                assert!(kind.id_of(&values).is_some(), "{kind:?} at {level}");
            }
        }
    }

    #[test]
    fn what_is_typed_in_says_so() {
        let told = Kind::VillageYear.told(village());
        let source = Kind::VillageYear.def().position("source").unwrap();
        assert!(
            told.iter()
                .any(|(place, value)| *place == source && *value == Value::from("manual"))
        );
    }
}
