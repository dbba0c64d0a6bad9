//! The changes of records as lines to read. Pure but for the language.

use crate::journal::{Change, FieldKey, KindKey, RecordKey, Stamp, Write};
use crate::model::{FieldDef, Id, Value};
use crate::ui::text::{Language, fields, format, household};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeLine {
    /// When and on which device.
    pub stamp: Stamp,
    /// Who.
    pub author: Id,
    /// The record, to bring it back if it was deleted.
    pub record: Option<RecordKey>,
    /// The record kind in words.
    pub kind: String,
    /// The fields with their new values.
    pub fields: Vec<(String, String)>,
    /// Whether this change deleted the record.
    pub deletes: bool,
}

/// A change as a line.
pub fn line(change: &Change, language: Language) -> ChangeLine {
    let kind = change.kind.known();
    let name = kind.map_or_else(
        || change.kind.name().to_owned(),
        |kind| language.pick(kind.def().label).to_owned(),
    );
    let shown = |write: &Write| {
        (
            field_name(&change.kind, write, language),
            value(&change.kind, write, language),
        )
    };
    ChangeLine {
        stamp: change.stamp,
        author: change.author,
        record: kind.map(|kind| (kind, change.id)),
        kind: name,
        fields: change
            .set
            .iter()
            .filter(|write| !is_reference(&change.kind, write))
            .map(shown)
            .collect(),
        deletes: change
            .set
            .iter()
            .any(|write| write.field == FieldKey::Deleted && write.value == Value::Bool(true)),
    }
}

fn field_of(kind: &KindKey, write: &Write) -> Option<&'static FieldDef> {
    match write.field {
        FieldKey::Known(place) => kind.known()?.def().fields.get(usize::from(place)),
        FieldKey::Deleted | FieldKey::Unknown(_) => None,
    }
}

/// Identifiers of other records say nothing to people.
fn is_reference(kind: &KindKey, write: &Write) -> bool {
    field_of(kind, write).is_some_and(|def| matches!(def.ty, crate::model::FieldType::Reference(_)))
}

fn field_name(kind: &KindKey, write: &Write, language: Language) -> String {
    let t = household::Texts(language);
    match &write.field {
        FieldKey::Deleted if write.value == Value::Bool(true) => t.deleted_record().to_owned(),
        FieldKey::Deleted => t.restored_record().to_owned(),
        FieldKey::Unknown(name) => name.to_string(),
        FieldKey::Known(_) => field_of(kind, write)
            .map_or("", |def| language.pick(def.label))
            .to_owned(),
    }
}

fn value(kind: &KindKey, write: &Write, language: Language) -> String {
    if write.field == FieldKey::Deleted {
        return String::new();
    }
    let shown = field_of(kind, write).and_then(|def| format::field_value(def, &write.value, language));
    shown.unwrap_or_else(|| fields::Texts(language).not_filled().to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::journal::DeviceId;
    use crate::model::{DivisionCode, Kind};

    fn change(field: FieldKey, value: Value) -> Change {
        Change {
            stamp: Stamp::new(1_543_363_200_000, 0, DeviceId::from_chance(1)),
            author: Id::new("o1").unwrap(),
            area: DivisionCode::new("530427203200").unwrap(),
            kind: KindKey::Known(Kind::Household),
            id: Id::new("h1").unwrap(),
            set: vec![Write {
                field,
                value,
                replaced: Box::default(),
            }],
        }
    }

    #[test]
    fn a_change_names_the_field_and_its_new_value() {
        let place = Kind::Household.def().position("main_cause").unwrap() as u16;
        let line = line(&change(FieldKey::Known(place), "illness".into()), Language::Zh);
        assert_eq!(line.fields, [("主要致贫原因".to_owned(), "因病".to_owned())]);
        assert!(!line.deletes);
    }

    #[test]
    fn a_deletion_can_be_told_from_a_change() {
        assert!(line(&change(FieldKey::Deleted, Value::Bool(true)), Language::En).deletes);
        assert!(!line(&change(FieldKey::Deleted, Value::Bool(false)), Language::En).deletes);
    }

    #[test]
    fn identifiers_of_other_records_are_left_out() {
        let place = Kind::Household.def().position("head_person_id").unwrap() as u16;
        assert_eq!(
            line(&change(FieldKey::Known(place), "p1".into()), Language::En).fields,
            []
        );
    }
}
