//! How a record holds a process: its states, what marks them, and what each needs.

use super::Refusal;
use crate::model::{CodeList, Date, FieldDef, FieldType, FieldValue, Id, Kind, Label, Records, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A process as records of one kind hold it.
#[derive(Debug)]
pub struct Flow {
    /// The kind.
    pub kind: Kind,
    /// What people call this part of the process.
    pub label: Label,
    /// What holds the state.
    pub held: Held,
    /// The states in the order of the way.
    pub states: &'static [State],
    /// The kind whose rows tell what was done on the way, if there is one.
    pub diary: Option<Diary>,
}

/// What holds the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// A field with a code list.
    Code(&'static str),
    /// The marks of the states: it stands at the last one that is there.
    Marks,
}

/// Rows of another kind that tell what was done on the way: a move adds one when something is said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diary {
    /// The kind of the rows.
    pub kind: Kind,
    /// Its field for the day.
    pub date: &'static str,
    /// Its field for what was done.
    pub text: &'static str,
    /// Its field for who did it; empty for none.
    pub who: &'static str,
    /// Its field for the state after it; empty for none.
    pub state: &'static str,
}

/// A state of a flow.
#[derive(Debug)]
pub struct State {
    /// Its code; of marks its own name.
    pub id: &'static str,
    /// Its name for people; empty when the code list has it.
    pub label: Label,
    /// Whether a record may begin in it.
    pub begins: bool,
    /// What shows that it was reached, beside the code; a move sets it.
    pub mark: Mark,
    /// Fields that a move sets to yes beside the mark.
    pub affirms: &'static [&'static str],
    /// The states from which it is reached.
    pub after: &'static [&'static str],
    /// What has to be so before.
    pub needs: &'static [Need],
}

/// What shows that a state was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing but the code.
    None,
    /// The day on which it was.
    Date(&'static str),
    /// A field that says yes.
    Yes(&'static str),
    /// One of several fields that says yes; filled in by hand.
    AnyYes(&'static [&'static str]),
    /// A record of another kind about this one; entered by itself.
    Rows(Kind),
}

/// What has to be so before a state is reached.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// The field is filled in.
    Filled(&'static str),
    /// The field says yes.
    Yes(&'static str),
    /// The field has one of these codes.
    OneOf(&'static str, &'static [&'static str]),
    /// A record of that kind is about this one.
    Rows(Kind),
    /// A rule holds; the label says what it asks.
    Rule(fn(&Look<'_>) -> bool, Label),
}

impl State {
    /// A state that is reached from others.
    pub const fn new(id: &'static str, after: &'static [&'static str]) -> Self {
        Self {
            id,
            label: Label::new("", ""),
            begins: false,
            mark: Mark::None,
            affirms: &[],
            after,
            needs: &[],
        }
    }

    /// A state in which a record may begin.
    pub const fn begins(id: &'static str, after: &'static [&'static str]) -> Self {
        Self {
            begins: true,
            ..Self::new(id, after)
        }
    }

    /// The same with a name of its own.
    pub const fn named(mut self, zh: &'static str, en: &'static str) -> Self {
        self.label = Label::new(zh, en);
        self
    }

    /// The same, marked by that.
    pub const fn marked(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// The same, marked by the day in that field.
    pub const fn dated(self, field: &'static str) -> Self {
        self.marked(Mark::Date(field))
    }

    /// The same; a move says yes in those fields.
    pub const fn affirms(mut self, fields: &'static [&'static str]) -> Self {
        self.affirms = fields;
        self
    }

    /// The same with what it needs.
    pub const fn needs(mut self, needs: &'static [Need]) -> Self {
        self.needs = needs;
        self
    }

    /// The field for the day on which it was reached.
    pub const fn date(&self) -> Option<&'static str> {
        match self.mark {
            Mark::Date(field) => Some(field),
            _ => None,
        }
    }

    /// Whether a person reaches it by saying so, and not by entering something else.
    pub const fn is_said(&self) -> bool {
        !matches!(self.mark, Mark::AnyYes(_) | Mark::Rows(_))
    }
}

impl Flow {
    /// The state of that name.
    pub fn state(&'static self, id: &str) -> Option<&'static State> {
        self.states.iter().find(|state| state.id == id)
    }

    /// The place of a state on the way.
    pub fn place(&'static self, state: &State) -> usize {
        self.states
            .iter()
            .position(|one| one.id == state.id)
            .unwrap_or_default()
    }

    /// The list of codes that it runs through.
    pub fn list(&self) -> Option<&'static CodeList> {
        match (self.held, self.held_field()?.ty) {
            (Held::Code(_), FieldType::Code(list)) => Some(list),
            _ => None,
        }
    }

    /// The field that holds the state.
    pub fn held_field(&self) -> Option<&'static FieldDef> {
        match self.held {
            Held::Code(field) => field_of(self.kind, field),
            Held::Marks => None,
        }
    }

    /// What people call a state.
    pub fn name(&self, state: &State) -> Label {
        let listed = self.list().and_then(|list| list.find(state.id));
        listed.map_or(state.label, |code| code.label)
    }

    /// The states that can be the next one.
    pub fn next(&'static self, from: Option<&State>) -> impl Iterator<Item = &'static State> {
        let from = from.map(|state| state.id);
        self.states.iter().filter(move |state| match from {
            None => state.begins,
            Some(from) => state.after.contains(&from),
        })
    }

    /// The state in which a record begins when nobody says otherwise: the only one that it can begin in.
    pub fn beginning(&'static self) -> Option<&'static State> {
        let mut begins = self.states.iter().filter(|state| state.begins);
        let first = begins.next()?;
        begins.next().is_none().then_some(first)
    }

    /// Where a record stands; none when nothing is said, or something that this version does not know.
    pub fn stands(&'static self, look: &Look<'_>) -> Option<&'static State> {
        match self.held {
            Held::Code(field) => self.state(look.get(field).as_text()?),
            Held::Marks => self.states.iter().rev().find(|state| look.reached(state)),
        }
    }
}

/// What a rule looks at: a record as it is, with what is about to be set.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The records of the area.
    pub records: &'a Records,
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// Fields of it that are about to be set.
    pub set: &'a [(usize, Value)],
    /// The day of the move, where a move is about to be made.
    pub day: Option<Date>,
    /// Which records have rows of a kind about them, where that was found for many records at once.
    pub rows: Option<&'a BTreeMap<Kind, BTreeSet<Id>>>,
}

impl<'a> Look<'a> {
    /// A record as it is.
    pub const fn at(records: &'a Records, kind: Kind, id: Id) -> Self {
        Self {
            records,
            kind,
            id,
            set: &[],
            day: None,
            rows: None,
        }
    }

    /// The value of a field.
    pub fn get(&self, field: &str) -> Value {
        let Some(place) = self.kind.def().position(field) else {
            return Value::Null;
        };
        let set = self.set.iter().find(|(at, _)| *at == place);
        set.map_or_else(
            || self.records.get(self.kind, self.id, place),
            |(_, value)| value.clone(),
        )
    }

    /// The day in a field.
    pub fn date(&self, field: &str) -> Option<Date> {
        Date::parse(self.get(field).as_text()?)
    }

    /// Whether a field says yes.
    pub fn says_yes(&self, field: &str) -> bool {
        self.get(field) == Value::Bool(true)
    }

    /// Whether a record of a kind is about this one.
    pub fn has_rows(&self, kind: Kind) -> bool {
        if let Some(about) = self.rows.and_then(|rows| rows.get(&kind)) {
            return about.contains(&self.id);
        }
        let own = Some(self.kind);
        let fields = kind.def().fields.iter();
        let Some(place) = fields
            .clone()
            .position(|def| def.is_subject() && def.target() == own)
        else {
            return false;
        };
        let mut there = false;
        self.records.for_each(kind, |row| {
            there = there || row.get(place).as_text() == Some(self.id.as_str());
        });
        there
    }

    /// Whether the mark of a state is there; one without a mark is where every way begins.
    pub fn reached(&self, state: &State) -> bool {
        match state.mark {
            Mark::None => true,
            Mark::Date(field) => !self.get(field).is_null(),
            Mark::Yes(field) => self.says_yes(field),
            Mark::AnyYes(fields) => fields.iter().any(|field| self.says_yes(field)),
            Mark::Rows(kind) => self.has_rows(kind),
        }
    }

    /// What a need lacks.
    pub fn unmet(&self, need: &Need) -> Option<Refusal> {
        let label = |field: &str| field_of(self.kind, field).map_or(Label::new("", ""), |def| def.label);
        match *need {
            Need::Filled(field) => self.get(field).is_null().then(|| Refusal::Empty(label(field))),
            Need::Yes(field) => (!self.says_yes(field)).then(|| Refusal::NotYes(label(field))),
            Need::OneOf(field, codes) => {
                let value = self.get(field);
                let fits = value.as_text().is_some_and(|code| codes.contains(&code));
                (!fits).then(|| Refusal::NotOneOf(label(field), names_of(self.kind, field, codes)))
            }
            Need::Rows(kind) => (!self.has_rows(kind)).then_some(Refusal::NoRecord(kind.def().label)),
            Need::Rule(holds, label) => (!holds(self)).then_some(Refusal::Rule(label)),
        }
    }
}

impl Need {
    /// The field that it asks for.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Filled(field) | Self::Yes(field) | Self::OneOf(field, _) => Some(field),
            Self::Rows(_) | Self::Rule(..) => None,
        }
    }
}

/// A field of a kind.
pub(super) fn field_of(kind: Kind, id: &str) -> Option<&'static FieldDef> {
    kind.def().fields.iter().find(|def| def.id == id)
}

fn names_of(kind: Kind, field: &str, codes: &[&str]) -> Vec<Label> {
    let Some(FieldType::Code(list)) = field_of(kind, field).map(|def| def.ty) else {
        return Vec::new();
    };
    let found = codes.iter().filter_map(|code| list.find(code));
    found.map(|code| code.label).collect()
}

/// The value of a day.
pub(super) fn day_value(day: Date) -> Value {
    day.to_value()
}
