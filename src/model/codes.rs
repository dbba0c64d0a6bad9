//! Code lists: an identifier for files, a label for people, the national register's code where one is known.

use super::Label;

/// One value of a code list.
#[derive(Clone, Copy, Debug)]
pub struct CodeDef {
    /// Its name in JSON.
    pub id: &'static str,
    /// Its names for people.
    pub label: Label,
    /// The national register's code; empty when none is known (DOMAIN B8).
    pub national: &'static str,
}

/// A closed list of values that newer versions may lengthen.
#[derive(Debug)]
pub struct CodeList {
    /// The list's name in the JSON Schema.
    pub id: &'static str,
    /// The values in the order of pick-lists.
    pub values: &'static [CodeDef],
}

impl CodeList {
    /// The definition of a value.
    pub fn find(&self, id: &str) -> Option<&'static CodeDef> {
        self.values.iter().find(|value| value.id == id)
    }
}

/// A type made by `codes!`.
pub trait Code: Clone + PartialEq + 'static {
    /// Its list.
    const LIST: &'static CodeList;
    /// The value's name in JSON.
    fn id(&self) -> &str;
    /// The value of that name; an unknown name is kept as it is.
    fn from_id(id: &str) -> Self;
    /// Whether this version knows the value.
    fn is_known(&self) -> bool;
}

/// Declares code lists: `Type = "list_id" { Variant = "json_id" "中文" "English" "national code"; … }`. Each type has one
/// more variant that keeps a value from a newer version through a round trip.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $list:literal {
        $($variant:ident = $id:literal $zh:literal $en:literal $national:literal;)+
    })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $zh] $variant,)+
            /// A value that only a newer version knows.
            Unrecognised(Box<str>),
        }

        impl $crate::model::Code for $name {
            const LIST: &'static $crate::model::CodeList = &$crate::model::CodeList {
                id: $list,
                values: &[$($crate::model::CodeDef {
                    id: $id,
                    label: $crate::model::Label::new($zh, $en),
                    national: $national,
                }),+],
            };

            fn id(&self) -> &str {
                match self {
                    $(Self::$variant => $id,)+
                    Self::Unrecognised(id) => id,
                }
            }

            fn from_id(id: &str) -> Self {
                match id {
                    $($id => Self::$variant,)+
                    other => Self::Unrecognised(other.into()),
                }
            }

            fn is_known(&self) -> bool {
                !matches!(self, Self::Unrecognised(_))
            }
        }

        impl $crate::model::FieldValue for $name {
            const TYPE: $crate::model::FieldType =
                $crate::model::FieldType::Code(<Self as $crate::model::Code>::LIST);

            fn parse(value: &$crate::model::Value) -> Result<Self, $crate::model::ValueError> {
                match value {
                    $crate::model::Value::Text(text) => Ok(<Self as $crate::model::Code>::from_id(text)),
                    _ => Err($crate::model::ValueError::ExpectedText),
                }
            }

            fn to_value(&self) -> $crate::model::Value {
                $crate::model::Value::from(<Self as $crate::model::Code>::id(self))
            }

            fn write_json(&self, into: &mut dyn $crate::model::Sink) {
                $crate::model::write_text(into, <Self as $crate::model::Code>::id(self));
            }
        }
    )+};
}
pub(crate) use codes;
