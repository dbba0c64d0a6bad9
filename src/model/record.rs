//! A record kind is defined once: the `records!` declaration gives the typed struct and its field table.

use super::{Id, KindDef, Value, ValueError};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What every record of every kind can do; made by `records!`.
pub trait Record: Default + Clone + 'static {
    /// Its definition.
    const DEF: &'static KindDef;

    /// An empty record of that identifier: every field unknown.
    fn with_id(id: Id) -> Self;

    /// Its identifier.
    fn record_id(&self) -> Id;

    /// The value of the field at a place of [`KindDef::fields`].
    fn get(&self, field: usize) -> Value;

    /// Whether that field is filled in; the cheap form of asking [`get`](Self::get) for null.
    fn is_known(&self, field: usize) -> bool;

    /// Sets that field; null makes it unknown.
    ///
    /// # Errors
    /// When the value does not have the field's type; the record stays as it was.
    fn set(&mut self, field: usize, value: &Value) -> Result<(), ValueError>;

    /// Writes the field at that place as canonical JSON; writes nothing and answers no when it is unknown.
    fn write_json(&self, field: usize, into: &mut Vec<u8>) -> bool;
}

/// Records of one kind in identifier order. A tombstone keeps its row out of sight but not out of the journal. Rows are
/// shared, so that a copy of a table for the interface costs a few pointers a row.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: BTreeMap<Id, Arc<Row<T>>>,
}

/// A record and what the fold keeps beside its fields.
#[derive(Clone, Debug, Default)]
pub struct Row<T> {
    /// The typed record.
    pub record: T,
    /// Whether the tombstone is set.
    pub deleted: bool,
    /// Fields that only a newer version knows, and values that don't fit their field, as they came.
    pub extra: BTreeMap<Box<str>, Value>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            rows: BTreeMap::new(),
        }
    }
}

impl<T: Record> Table<T> {
    /// The record of that identifier, if it is there and not deleted.
    pub fn get(&self, id: impl Into<Id>) -> Option<&T> {
        self.rows
            .get(&id.into())
            .filter(|row| !row.deleted)
            .map(|row| &row.record)
    }

    /// The records that are not deleted, in identifier order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows
            .values()
            .filter(|row| !row.deleted)
            .map(|row| &row.record)
    }

    /// How many records are not deleted.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether no record is there.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Every row with its tombstone and foreign fields.
    pub fn rows(&self) -> impl Iterator<Item = (&Id, &Row<T>)> {
        self.rows.iter().map(|(id, row)| (id, &**row))
    }

    /// The row of that identifier, deleted or not.
    pub fn row(&self, id: Id) -> Option<&Row<T>> {
        self.rows.get(&id).map(|row| &**row)
    }

    /// The row of that identifier, made empty if it was not there.
    pub fn row_mut(&mut self, id: Id) -> &mut Row<T> {
        let empty = || {
            Arc::new(Row {
                record: T::with_id(id),
                deleted: false,
                extra: BTreeMap::new(),
            })
        };
        Arc::make_mut(self.rows.entry(id).or_insert_with(empty))
    }

    /// Takes the row away entirely, for a fold that starts anew.
    pub fn forget(&mut self, id: Id) {
        self.rows.remove(&id);
    }

    /// Records whose identifier starts with that text, such as the years of one household.
    pub fn starting_with(&self, prefix: &str) -> impl Iterator<Item = &T> {
        let start = Id::new(prefix).unwrap_or_default();
        self.rows
            .range(start..)
            .take_while(move |(id, _)| id.as_str().starts_with(start.as_str()))
            .filter(|(_, row)| !row.deleted)
            .map(|(_, row)| &row.record)
    }
}

/// Declares record kinds. One line per field:
/// `name: Type = "中文" "English" .option().option(args);` with the options of [`FieldDef`](super::FieldDef).
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident($id:ident) = $kind:literal $zh:literal $en:literal, $owner:ident {
        $($(#[$field_doc:meta])* $field:ident: $ty:ty = $fzh:literal $fen:literal $(. $opt:ident ($($arg:expr),*))*;)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            /// The record's identifier.
            pub id: $id,
            $(
                #[doc = concat!($fzh, "。")]
                $(#[$field_doc])*
                pub $field: Option<$ty>,
            )+
        }

        const _: () = {
            #[allow(non_camel_case_types)]
            enum Place { $($field),+ }
            struct At;
            #[allow(non_upper_case_globals)]
            impl At { $(const $field: usize = Place::$field as usize;)+ }

            impl $crate::model::Record for $name {
                const DEF: &'static $crate::model::KindDef = &$crate::model::KindDef {
                    id: $kind,
                    label: $crate::model::Label::new($zh, $en),
                    owner: $crate::model::Owner::$owner,
                    fields: &[$(
                        $crate::model::FieldDef::new(
                            stringify!($field),
                            $crate::model::Label::new($fzh, $fen),
                            <$ty as $crate::model::FieldValue>::TYPE,
                        )$(.$opt($($arg),*))*
                    ),+],
                };

                fn with_id(id: $crate::model::Id) -> Self {
                    Self { id: id.into(), ..Self::default() }
                }

                fn record_id(&self) -> $crate::model::Id {
                    self.id.into()
                }

                fn get(&self, place: usize) -> $crate::model::Value {
                    match place {
                        $(At::$field => self.$field.as_ref().map_or(
                            $crate::model::Value::Null,
                            $crate::model::FieldValue::to_value,
                        ),)+
                        _ => $crate::model::Value::Null,
                    }
                }

                fn is_known(&self, place: usize) -> bool {
                    match place {
                        $(At::$field => self.$field.is_some(),)+
                        _ => false,
                    }
                }

                fn set(
                    &mut self,
                    place: usize,
                    value: &$crate::model::Value,
                ) -> Result<(), $crate::model::ValueError> {
                    match place {
                        $(At::$field => {
                            self.$field = if value.is_null() {
                                None
                            } else {
                                Some($crate::model::FieldValue::parse(value)?)
                            };
                        })+
                        _ => {}
                    }
                    Ok(())
                }

                fn write_json(&self, place: usize, into: &mut Vec<u8>) -> bool {
                    match place {
                        $(At::$field => self.$field.as_ref().is_some_and(|value| {
                            $crate::model::FieldValue::write_json(value, into);
                            true
                        }),)+
                        _ => false,
                    }
                }
            }
        };
    )+};
}
pub(crate) use records;
