//! What is known about a field, and how its values are read.

use super::codes::CodeList;
use super::{Group, Label, Level, Sink, Value};

/// The type of a field: decides its editor, its list column, its JSON Schema and the check of incoming values.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Several texts.
    Texts,
    /// Yes, no or unknown (`Tri`: the unknown is the absent value).
    Tri,
    /// A whole number, in the unit that the field names.
    Number,
    /// Money in fen, 1/100 元.
    Money,
    /// Length in metres.
    Length,
    /// Land in 1/100 亩.
    Land,
    /// Floor space in 1/10 m².
    FloorSpace,
    /// A calendar year.
    Year,
    /// A month, `YYYY-MM`.
    YearMonth,
    /// A civil date, `YYYY-MM-DD`, China time.
    Date,
    /// One value of a code list.
    Code(&'static CodeList),
    /// Several values of a code list.
    Codes(&'static CodeList),
    /// The identifier of a record of the named kind.
    Reference(&'static str),
    /// Identifiers of several records of the named kind.
    References(&'static str),
}

impl FieldType {
    /// How many decimals a stored number of that type has in the unit that people use.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Money | Self::Land => 2,
            Self::FloorSpace => 1,
            _ => 0,
        }
    }
}

/// Why a value does not fit a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// A text was expected.
    #[error("expected a text")]
    ExpectedText,
    /// A whole number was expected.
    #[error("expected a whole number")]
    ExpectedNumber,
    /// Yes or no was expected.
    #[error("expected true, false or null")]
    ExpectedTri,
    /// A list was expected.
    #[error("expected a list")]
    ExpectedList,
    /// The text is no date `YYYY-MM-DD`.
    #[error("expected a date YYYY-MM-DD")]
    NotADate,
    /// The text is no month `YYYY-MM`.
    #[error("expected a month YYYY-MM")]
    NotAMonth,
    /// The number is no year between 1900 and 2199.
    #[error("expected a year between 1900 and 2199")]
    NotAYear,
    /// The text is no identifier.
    #[error("expected an identifier")]
    NotAnId,
    /// The text is no division code.
    #[error("expected a division code of 6, 9 or 12 digits")]
    NotADivision,
    /// The number lies outside what the unit can hold.
    #[error("the number is out of range")]
    OutOfRange,
}

/// A type that a field can have.
pub trait FieldValue: Sized {
    /// Its description.
    const TYPE: FieldType;

    /// Reads a value that is not null.
    ///
    /// # Errors
    /// When the value does not have the type's shape.
    fn parse(value: &Value) -> Result<Self, ValueError>;

    /// The value as it travels.
    fn to_value(&self) -> Value;

    /// The record that it points to; none for what is no reference.
    fn reference(&self) -> Option<super::Id> {
        None
    }

    /// The day that it says; none for what is no day.
    fn date(&self) -> Option<super::Date> {
        None
    }

    /// Writes the value as canonical JSON, the same text that [`to_value`](Self::to_value) gives.
    fn write_json(&self, into: &mut dyn Sink) {
        self.to_value().write_json(into);
    }
}

/// How much harm a field can do in the wrong hands; the disclosure table starts from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// Facts of the register without a person behind them.
    Ordinary,
    /// Names a person: name, telephone, address.
    Personal,
    /// Health and disability.
    Health,
    /// Identity numbers: leave the device only when the county enables it.
    Identity,
}

/// The definition of one field: read by forms, lists, packages, schema, history and help.
#[derive(Clone, Copy, Debug)]
pub struct FieldDef {
    /// Its name in JSON.
    pub id: &'static str,
    /// Its names for people.
    pub label: Label,
    /// Its type.
    pub ty: FieldType,
    /// The unit of a number, in Chinese and English; empty when the type says it.
    pub unit: Label,
    /// Whether a complete record has it (counted by the completeness indicator, never enforced on saving).
    pub required: bool,
    /// Its group on forms.
    pub group: Group,
    /// Whether forms fold it away at first.
    pub rare: bool,
    /// Whether the app writes it and people don't type it.
    pub derived: bool,
    /// Its sensitivity.
    pub sensitivity: Sensitivity,
    /// The national register's column or the plan line behind it; empty when the model needs it itself.
    pub source: &'static str,
}

impl FieldDef {
    /// A field with the defaults: optional, common, ordinary.
    pub const fn new(id: &'static str, label: Label, ty: FieldType) -> Self {
        Self {
            id,
            label,
            ty,
            unit: Label::new("", ""),
            required: false,
            group: Group::Basics,
            rare: false,
            derived: false,
            sensitivity: Sensitivity::Ordinary,
            source: "",
        }
    }

    /// The unit that people read its numbers in; empty when it has none.
    pub const fn unit_label(&self) -> Label {
        match self.ty {
            FieldType::Money => Label::new("元", "yuan"),
            FieldType::Land => Label::new("亩", "mu"),
            FieldType::Length => Label::new("米", "m"),
            FieldType::FloorSpace => Label::new("平方米", "m²"),
            _ => self.unit,
        }
    }

    /// A complete record has it.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Folded away at first.
    pub const fn rare(mut self) -> Self {
        self.rare = true;
        self
    }

    /// Written by the app.
    pub const fn derived(mut self) -> Self {
        self.derived = true;
        self
    }

    /// Sets the unit of a number.
    pub const fn unit(mut self, zh: &'static str, en: &'static str) -> Self {
        self.unit = Label::new(zh, en);
        self
    }

    /// Sets the group on forms.
    pub const fn group(mut self, group: Group) -> Self {
        self.group = group;
        self
    }

    /// Sets the sensitivity.
    pub const fn sensitive(mut self, sensitivity: Sensitivity) -> Self {
        self.sensitivity = sensitivity;
        self
    }

    /// Sets the register column or plan line.
    pub const fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }
}

/// Which level's device writes records of a kind (plan section 三; DOMAIN C3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The village that the record lies in.
    Village,
    /// The township that the record lies in.
    Township,
    /// The county office.
    County,
    /// Whichever level made the record: such as meetings, visits and trainings, which every level has.
    Maker,
}

impl Owner {
    /// Whether a device of that level makes and changes such records among its own.
    pub const fn writes_at(self, level: Level) -> bool {
        match self {
            Self::Village => matches!(level, Level::Village),
            Self::Township => matches!(level, Level::Township),
            Self::County => matches!(level, Level::County),
            Self::Maker => true,
        }
    }
}

/// The definition of one record kind.
#[derive(Debug)]
pub struct KindDef {
    /// Its name in JSON, snake_case.
    pub id: &'static str,
    /// Its names for people.
    pub label: Label,
    /// Who writes it.
    pub owner: Owner,
    /// Its fields in the order of forms.
    pub fields: &'static [FieldDef],
}

impl KindDef {
    /// The place of a field in [`KindDef::fields`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }
}
