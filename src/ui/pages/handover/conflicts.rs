//! Conflicts that an import would bring, in words. Pure, tested natively.

use crate::exchange::name_of;
use crate::journal::{Conflict, FieldKey, Tip};
use crate::model::{Records, Value};
use crate::ui::text::format;
use crate::ui::text::handover::Texts;

/// A conflict with every value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictWords {
    /// Whose record and which field.
    pub what: String,
    /// The values, the one that stands last.
    pub values: Vec<ValueWords>,
}

/// One value of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueWords {
    /// The value.
    pub value: String,
    /// Who set it and when.
    pub who: String,
    /// Whether it stands for now.
    pub stands: bool,
}

/// A conflict in words, with names from the records of the package.
pub fn in_words(conflict: &Conflict, records: &Records, t: Texts) -> ConflictWords {
    let last = conflict.tips.len().saturating_sub(1);
    let tips = conflict.tips.iter().enumerate();
    ConflictWords {
        what: what(conflict, records, t),
        values: tips
            .map(|(place, tip)| ValueWords {
                value: value(conflict, &tip.value, t),
                who: who(tip, records, t),
                stands: place == last,
            })
            .collect(),
    }
}

fn what(conflict: &Conflict, records: &Records, t: Texts) -> String {
    let (kind, id) = conflict.record;
    let name = name_of(records, conflict.record).unwrap_or_else(|| id.to_string());
    let field = match &conflict.field {
        FieldKey::Known(place) => kind
            .def()
            .fields
            .get(usize::from(*place))
            .map_or_else(String::new, |field| t.0.pick(field.label).to_owned()),
        FieldKey::Deleted => t.removal().to_owned(),
        FieldKey::Unknown(name) => name.to_string(),
    };
    format!("{name} · {} · {field}", t.0.pick(kind.def().label))
}

fn value(conflict: &Conflict, value: &Value, t: Texts) -> String {
    let shown = match (&conflict.field, value) {
        (FieldKey::Known(place), value) => conflict
            .record
            .0
            .def()
            .fields
            .get(usize::from(*place))
            .and_then(|field| format::field_value(field, value, t.0)),
        (FieldKey::Deleted, Value::Bool(true)) => Some(t.conflict_removed().to_owned()),
        (FieldKey::Deleted, _) => Some(t.conflict_not_removed().to_owned()),
        (FieldKey::Unknown(_), value) => value.as_text().map(str::to_owned),
    };
    shown.unwrap_or_else(|| t.empty_value().to_owned())
}

fn who(tip: &Tip, records: &Records, t: Texts) -> String {
    let name = records
        .officials
        .get(tip.author)
        .and_then(|official| official.name.clone());
    let name = name.unwrap_or_else(|| tip.stamp.device().as_str().to_owned());
    format!("{name} · {}", format::moment(tip.stamp.millis(), t.0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::journal::{DeviceId, Stamp};
    use crate::model::{Id, Kind};
    use crate::ui::text::Language;

    const ZH: Texts = Texts(Language::Zh);

    fn tip(millis: u64, value: Value) -> Tip {
        Tip {
            stamp: Stamp::new(millis, 0, DeviceId::from_chance(millis)),
            author: Id::new("o1").unwrap(),
            value,
        }
    }

    fn records() -> Records {
        let mut records = Records::default();
        let household = Id::new("h1").unwrap();
        records.households.row_mut(household).record.head_name = Some("张三".into());
        records.officials.row_mut(Id::new("o1").unwrap()).record.name = Some("李雪".into());
        records
    }

    #[test]
    fn a_conflict_names_the_household_the_field_and_both_values() {
        let place = Kind::Household.def().position("attribute").unwrap();
        let conflict = Conflict {
            record: (Kind::Household, Id::new("h1").unwrap()),
            field: FieldKey::Known(u16::try_from(place).unwrap()),
            tips: vec![tip(1_000, Value::Null), tip(2_000, "dibao".into())],
        };
        let words = in_words(&conflict, &records(), ZH);
        assert!(words.what.starts_with("张三 · 户"), "{}", words.what);
        assert_eq!(words.values[0].value, "空");
        assert!(
            words.values[1].who.starts_with("李雪 · 1970年1月1日"),
            "{}",
            words.values[1].who
        );
        assert_eq!(
            words.values.iter().map(|value| value.stands).collect::<Vec<_>>(),
            [false, true]
        );
    }

    #[test]
    fn a_removal_is_told_in_words() {
        let conflict = Conflict {
            record: (Kind::Household, Id::new("h9").unwrap()),
            field: FieldKey::Deleted,
            tips: vec![tip(1_000, false.into()), tip(2_000, true.into())],
        };
        let words = in_words(&conflict, &records(), ZH);
        assert_eq!(words.values[1].value, "删除");
        assert!(words.what.starts_with("h9"));
    }
}
