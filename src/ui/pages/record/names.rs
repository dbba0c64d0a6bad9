//! Records and values in words: the name of a record, and what a field holds.

use crate::model::{FieldDef, Id, Kind, Records, Value, naming};
use crate::ui::text::{Language, format};

/// What people call a record; none when nothing about it is known.
pub fn named(records: &[&Records], kind: Kind, id: Id, language: Language) -> Option<String> {
    let naming = naming(records, kind, id)?;
    format::field_value(naming.def, &naming.value, language).filter(|name| !name.trim().is_empty())
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
    format::field_value(def, value, language)
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
    fn an_area_shows_its_name() {
        let def = &Kind::VillageYear.def().fields[0];
        let shown = value_shown(&[], def, &"530427203200".into(), Language::Zh);
        assert_eq!(shown.as_deref(), Some("太桥村"));
    }
}
