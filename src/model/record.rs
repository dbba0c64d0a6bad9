//! A record kind is defined once: the `records!` declaration gives the typed struct and its field table.

use super::rows::{AnyRow, Row, Rows};
use super::{Date, FieldValue, Id, KindDef, KindSet, Sink, Stored, Value, ValueError};
use std::marker::PhantomData;

/// What every record of every kind can do; made by `records!`.
pub trait Record: Default + Clone + Send + Sync + 'static {
    /// Its definition.
    const DEF: &'static KindDef;

    /// An empty record of that identifier: every field unknown.
    fn with_id(id: Id) -> Self;

    /// Its identifier.
    fn record_id(&self) -> Id;

    /// The field at a place of [`KindDef::fields`]; none beyond the last.
    fn slot(&self, field: usize) -> Option<&dyn Slot>;

    /// The same, to write to.
    fn slot_mut(&mut self, field: usize) -> Option<&mut dyn Slot>;

    /// The value of a field.
    fn get(&self, field: usize) -> Value {
        self.slot(field).map_or(Value::Null, Slot::get)
    }

    /// Whether a field is filled in; the cheap form of asking [`get`](Self::get) for null.
    fn is_known(&self, field: usize) -> bool {
        self.slot(field).is_some_and(Slot::is_known)
    }

    /// Sets a field; null makes it unknown.
    ///
    /// # Errors
    /// When the value does not have the field's type; the record stays as it was.
    fn set(&mut self, field: usize, value: &Value) -> Result<(), ValueError> {
        self.slot_mut(field).map_or(Ok(()), |slot| slot.set(value))
    }
}

/// A field of a record, seen without its type: what a declaration costs is a place in two tables of these.
pub trait Slot {
    /// Whether it is filled in.
    fn is_known(&self) -> bool;

    /// Its value.
    fn get(&self) -> Value;

    /// Sets it; null makes it unknown.
    ///
    /// # Errors
    /// When the value does not have the field's type; the field stays as it was.
    fn set(&mut self, value: &Value) -> Result<(), ValueError>;

    /// The record that it points to; none for what is no reference.
    fn reference(&self) -> Option<Id>;

    /// The day that it says; none for what is no day.
    fn date(&self) -> Option<Date>;

    /// Writes it as canonical JSON; writes nothing when it is unknown.
    fn write_json(&self, into: &mut dyn Sink);
}

impl<T: FieldValue> Slot for Option<T> {
    fn is_known(&self) -> bool {
        self.is_some()
    }

    fn get(&self) -> Value {
        self.as_ref().map_or(Value::Null, FieldValue::to_value)
    }

    fn set(&mut self, value: &Value) -> Result<(), ValueError> {
        *self = if value.is_null() {
            None
        } else {
            Some(T::parse(value)?)
        };
        Ok(())
    }

    fn reference(&self) -> Option<Id> {
        self.as_ref()?.reference()
    }

    fn date(&self) -> Option<Date> {
        self.as_ref()?.date()
    }

    fn write_json(&self, into: &mut dyn Sink) {
        if let Some(value) = self {
            value.write_json(into);
        }
    }
}

/// Records of one kind in identifier order. A tombstone keeps its row out of sight but not out of the journal. A copy of
/// a table, such as the one that the interface shows, shares its rows.
#[derive(Clone, Debug)]
pub struct Table<T> {
    pub(super) rows: Rows,
    of: PhantomData<fn() -> T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            of: PhantomData,
        }
    }
}

pub(super) fn typed<T: Record>(row: &dyn AnyRow) -> Option<&Row<T>> {
    row.as_any().downcast_ref()
}

impl<T: Stored> Table<T> {
    /// The way to the rows for whoever reads them.
    fn looked_at(&self) -> &Rows {
        KindSet::of(&[T::KIND]).look();
        &self.rows
    }

    /// The record of that identifier, if it is there and not deleted.
    pub fn get(&self, id: impl Into<Id>) -> Option<&T> {
        self.row(id.into())
            .filter(|row| !row.deleted)
            .map(|row| &row.record)
    }

    /// The records that are not deleted, in identifier order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows()
            .filter(|(_, row)| !row.deleted)
            .map(|(_, row)| &row.record)
    }

    /// How many records are not deleted.
    pub fn len(&self) -> usize {
        self.looked_at().len()
    }

    /// Whether no record is there.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Every row with its tombstone and foreign fields.
    pub fn rows(&self) -> impl Iterator<Item = (&Id, &Row<T>)> {
        self.looked_at()
            .iter()
            .filter_map(|(id, row)| Some((id, typed(row)?)))
    }

    /// The row of that identifier, deleted or not.
    pub fn row(&self, id: Id) -> Option<&Row<T>> {
        typed(self.looked_at().get(id)?)
    }

    /// The row of that identifier, made empty if it was not there.
    pub fn row_mut(&mut self, id: Id) -> &mut Row<T> {
        let row = self.rows.row_mut(id, Row::<T>::empty).as_any_mut();
        let row: Option<&mut Row<T>> = row.downcast_mut();
        row.unwrap_or_else(|| unreachable!("a table holds rows of its own kind"))
            .by_hand()
    }

    /// Records whose identifier starts with that text, such as the years of one household.
    pub fn starting_with(&self, prefix: &str) -> impl Iterator<Item = &T> {
        let start = Id::new(prefix).unwrap_or_default();
        self.looked_at()
            .from(start)
            .take_while(move |(id, _)| id.as_str().starts_with(start.as_str()))
            .filter_map(|(_, row)| typed::<T>(row))
            .filter(|row| !row.deleted)
            .map(|row| &row.record)
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

                fn slot(&self, place: usize) -> Option<&dyn $crate::model::Slot> {
                    Some(match place {
                        $(At::$field => &self.$field,)+
                        _ => return None,
                    })
                }

                fn slot_mut(&mut self, place: usize) -> Option<&mut dyn $crate::model::Slot> {
                    Some(match place {
                        $(At::$field => &mut self.$field,)+
                        _ => return None,
                    })
                }
            }
        };
    )+};
}
pub(crate) use records;
