//! Records and values in words: the name of a record, and what a field holds.

use crate::model::{DivisionCode, FieldDef, Id, Kind, Records, Value, naming};
use crate::ui::text::{Language, format};

/// What people call a record; none when nothing about it is known.
pub fn named(records: &[&Records], kind: Kind, id: Id, language: Language) -> Option<String> {
    let naming = naming(records, kind, id)?;
    let name = area_below(records, naming.def, &naming.value)
        .or_else(|| format::field_value(naming.def, &naming.value, language));
    name.filter(|name| !name.trim().is_empty())
}

/// The name of an area below a village, which only the village's records know.
fn area_below(records: &[&Records], def: &FieldDef, value: &Value) -> Option<String> {
    let code = DivisionCode::new(value.as_text().filter(|_| def.is_area())?)?;
    let mut divisions = records.iter().filter_map(|one| one.divisions.get(code.id()));
    let name = divisions.find_map(|row| row.name.clone());
    name.filter(|_| !code.is_partition())
}

/// The value of a field in words; a record that it points to by its name.
pub fn value_shown(
    records: &[&Records],
    def: &FieldDef,
    value: &Value,
    language: Language,
) -> Option<String> {
    if let (Some(target), Value::Text(id)) = (def.target().filter(|_| !def.is_area()), value) {
        let id = Id::new(id).ok()?;
        return Some(
            named(records, target, id, language)
                .unwrap_or_else(|| language.pick(target.def().label).to_owned()),
        );
    }
    area_below(records, def, value).or_else(|| format::field_value(def, value, language))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_reference_shows_the_name_of_the_record_and_never_its_identifier() {
        let mut records = Records::default();
        let id = Id::new("p1").unwrap();
        records.persons.row_mut(id).record.name = Some("李雪".into());
        let def =
            &Kind::EmploymentSpell.def().fields[Kind::EmploymentSpell.def().position("person_id").unwrap()];
        let shown =
            |records: &Records, id: &str| value_shown(&[records], def, &id.into(), Language::Zh).unwrap();
        assert_eq!(shown(&records, "p1"), "李雪");
        assert_eq!(shown(&records, "p9"), "人员");
    }

    #[test]
    fn a_natural_village_shows_the_name_that_its_village_gave_it() {
        let mut records = Records::default();
        let code = "530427203200-N01";
        records.divisions.row_mut(Id::new(code).unwrap()).record.name = Some("上寨".into());
        let def = &Kind::NaturalVillageYear.def().fields[0];
        let shown = |records: &[&Records]| value_shown(records, def, &code.into(), Language::Zh);
        assert_eq!(shown(&[&records]).as_deref(), Some("上寨"));
        assert_eq!(shown(&[]).as_deref(), Some(code));
    }

    #[test]
    fn an_area_shows_its_name() {
        let def = &Kind::VillageYear.def().fields[0];
        let shown = value_shown(&[], def, &"530427203200".into(), Language::Zh);
        assert_eq!(shown.as_deref(), Some("太桥村"));
    }
}
