//! What people call a record, whatever its kind: the name of whom it is about, its own name, or what says most about it.

use super::{FieldDef, FieldType, Id, Kind, Records, Value};

/// Fields that name a record, the best first.
const NAMES: [&str; 12] = [
    "name",
    "title",
    "enterprise",
    "topic",
    "donor",
    "official_name",
    "helper_name",
    "unit_name",
    "from_name",
    "text",
    "caption",
    "rule_id",
];

/// A record is named by a record that is named by a record, and so on up to here.
const DEPTH: u8 = 4;

/// The field that names a record, perhaps of the record it is about, and its value.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The field.
    pub def: &'static FieldDef,
    /// Its value, which is never null.
    pub value: Value,
}

impl FieldDef {
    /// The kind that the field points to.
    pub fn target(&self) -> Option<Kind> {
        match self.ty {
            FieldType::Reference(kind) => Kind::from_id(kind),
            _ => None,
        }
    }

    /// Whether the field points to an area.
    pub fn is_area(&self) -> bool {
        matches!(self.ty, FieldType::Reference("division"))
    }

    /// Whether the field says whom or what the record is about: it points to another record and is chosen when the record
    /// is begun.
    pub fn is_subject(&self) -> bool {
        self.derived && matches!(self.ty, FieldType::Reference(_)) && !self.is_area()
    }
}

/// What names a record that lies in the first of these record sets that has it; none when nothing about it is known.
pub fn naming(records: &[&Records], kind: Kind, id: Id) -> Option<Naming> {
    naming_within(records, kind, id, DEPTH)
}

fn naming_within(records: &[&Records], kind: Kind, id: Id, depth: u8) -> Option<Naming> {
    let depth = depth.checked_sub(1)?;
    let holder = records
        .iter()
        .find(|one| one.with_row(kind, id, |_| ()).is_some())?;
    naming_places(kind).into_iter().find_map(|place| {
        let def = &kind.def().fields[place];
        let value = holder.get(kind, id, place);
        match (&value, def.target()) {
            (Value::Null, _) => None,
            (Value::Text(text), Some(target)) if !def.is_area() => {
                naming_within(records, target, Id::new(text).ok()?, depth)
            }
            _ => Some(Naming { def, value }),
        }
    })
}

/// The field that names the records of a kind, for the heading of a list; none where it is one for some and another for
/// others.
pub fn naming_field(kind: Kind) -> Option<&'static FieldDef> {
    let mut kind = kind;
    for _ in 0..DEPTH {
        let def = &kind.def().fields[*naming_places(kind).first()?];
        match def.target().filter(|_| !def.is_area()) {
            Some(_) if !def.required => return None,
            Some(target) => kind = target,
            None => return Some(def),
        }
    }
    None
}

/// The fields that may name a record, the best first.
pub fn naming_places(kind: Kind) -> Vec<usize> {
    let fields = kind.def().fields;
    let mut places: Vec<(usize, usize)> = fields
        .iter()
        .enumerate()
        .filter_map(|(place, def)| Some((rank(def)?, place)))
        .collect();
    places.sort_unstable();
    places.into_iter().map(|(_, place)| place).collect()
}

/// How well a field names its record; none when it says nothing to people.
fn rank(def: &FieldDef) -> Option<usize> {
    if def.is_subject() {
        return Some(match def.ty {
            FieldType::Reference("person") => 1,
            FieldType::Reference("household") => 2,
            _ => 3,
        });
    }
    if def.id == "head_name" {
        return Some(0);
    }
    if let Some(place) = NAMES.iter().position(|name| *name == def.id) {
        return Some(4 + place);
    }
    let after = 4 + NAMES.len();
    match def.ty {
        FieldType::Code(_) if def.required => Some(after),
        FieldType::Reference("division") if def.required => Some(after + 1),
        FieldType::Date | FieldType::Year | FieldType::Text if def.required => Some(after + 2),
        FieldType::Reference("division") => Some(after + 3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn set(records: &mut Records, kind: Kind, own: &str, field: &str, value: &str) {
        let place = kind.def().position(field).unwrap();
        records.set(kind, id(own), place, &value.into()).unwrap();
    }

    fn name(records: &[&Records], kind: Kind, own: &str) -> Option<String> {
        let naming = naming(records, kind, id(own))?;
        naming.value.as_text().map(str::to_owned)
    }

    #[test]
    fn every_kind_has_a_field_that_names_its_records() {
        for kind in Kind::ALL {
            assert!(!naming_places(*kind).is_empty(), "{kind:?}");
            let subject = naming_field(*kind).filter(|def| def.is_subject());
            assert!(subject.is_none(), "{kind:?}");
        }
    }

    #[test]
    fn every_record_with_its_required_fields_has_a_title() {
        for kind in Kind::ALL {
            let mut records = Records::default();
            for (place, def) in kind
                .def()
                .fields
                .iter()
                .enumerate()
                .filter(|(_, def)| def.required)
            {
                if def.target().is_some_and(|_| !def.is_area()) {
                    continue;
                }
                let value = sample(def);
                records.set(*kind, id("r1"), place, &value).unwrap();
            }
            let subjects = kind.def().fields.iter().filter(|def| def.is_subject()).count();
            let named = naming(&[&records], *kind, id("r1"));
            assert!(named.is_some() || subjects > 0, "{kind:?}");
        }
    }

    fn sample(def: &FieldDef) -> Value {
        match def.ty {
            FieldType::Tri => true.into(),
            FieldType::Year => Value::Int(2018),
            FieldType::Date => "2018-10-01".into(),
            FieldType::YearMonth => "2018-10".into(),
            FieldType::Code(list) => list.values[0].id.into(),
            FieldType::Codes(list) => Value::List(vec![list.values[0].id.into()].into()),
            FieldType::Texts | FieldType::References(_) => Value::List(vec!["530427203200".into()].into()),
            FieldType::Reference(_) => "530427203200".into(),
            FieldType::Text => "x".into(),
            _ => Value::Int(1),
        }
    }

    #[test]
    fn a_record_is_called_by_whom_it_is_about() {
        let mut records = Records::default();
        set(&mut records, Kind::Person, "p1", "name", "李雪");
        set(&mut records, Kind::Household, "h1", "head_name", "普小明");
        set(&mut records, Kind::EmploymentSpell, "e1", "person_id", "p1");
        set(&mut records, Kind::EmploymentSpell, "e1", "employer", "某厂");
        set(&mut records, Kind::DangerousHouse, "d1", "household_id", "h1");
        assert_eq!(name(&[&records], Kind::EmploymentSpell, "e1").unwrap(), "李雪");
        assert_eq!(name(&[&records], Kind::DangerousHouse, "d1").unwrap(), "普小明");
        assert_eq!(naming_field(Kind::EmploymentSpell).unwrap().id, "name");
        assert!(naming_field(Kind::Visit).is_none());
        assert_eq!(naming_field(Kind::DangerousHouse).unwrap().id, "head_name");
    }

    #[test]
    fn a_record_of_a_record_is_called_by_the_first_of_them() {
        let mut records = Records::default();
        set(&mut records, Kind::Household, "h1", "head_name", "普小明");
        set(&mut records, Kind::BenefitLinkage, "l1", "household_id", "h1");
        set(
            &mut records,
            Kind::BenefitLinkageYear,
            "l1-2018",
            "linkage_id",
            "l1",
        );
        assert_eq!(
            name(&[&records], Kind::BenefitLinkageYear, "l1-2018").unwrap(),
            "普小明"
        );
    }

    #[test]
    fn what_the_village_lacks_is_looked_for_at_the_county() {
        let (mut village, mut county) = (Records::default(), Records::default());
        set(&mut county, Kind::Project, "x1", "name", "太桥村道路");
        set(
            &mut village,
            Kind::ProjectBeneficiary,
            "x1.h1",
            "project_id",
            "x1",
        );
        assert_eq!(
            name(&[&village, &county], Kind::ProjectBeneficiary, "x1.h1").unwrap(),
            "太桥村道路"
        );
        assert_eq!(name(&[&village], Kind::ProjectBeneficiary, "x1.h1"), None);
    }

    #[test]
    fn what_has_no_name_is_called_by_its_kind_or_its_area() {
        let mut records = Records::default();
        set(
            &mut records,
            Kind::PublicPost,
            "o1",
            "village_code",
            "530427203200",
        );
        let naming_area = naming(&[&records], Kind::PublicPost, id("o1")).unwrap();
        assert!(naming_area.def.is_area());
        let list = match Kind::PublicPost.def().fields[Kind::PublicPost.def().position("kind").unwrap()].ty {
            FieldType::Code(list) => list,
            _ => unreachable!(),
        };
        set(&mut records, Kind::PublicPost, "o1", "kind", list.values[0].id);
        assert_eq!(
            naming(&[&records], Kind::PublicPost, id("o1")).unwrap().def.id,
            "kind"
        );
    }
}
