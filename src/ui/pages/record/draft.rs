//! What is being typed for a record that is not there yet.

use crate::model::identity::IdentityNumber;
use crate::model::{FieldDef, FieldValue, Kind, Value};
use crate::ui::components::FieldEditor;
use crate::workspace::NewPerson;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Values by kind and field, copied freely.
#[derive(Clone, Copy, Default)]
pub struct Draft(RwSignal<BTreeMap<(Kind, &'static str), Value>>);

impl Draft {
    /// The draft with a value to begin with.
    pub fn begin(self, kind: Kind, field: &'static str, value: Value) -> Self {
        self.put(kind, field, value);
        self
    }

    /// Sets a value.
    pub fn put(self, kind: Kind, field: &'static str, value: Value) {
        self.0.update(|values| drop(values.insert((kind, field), value)));
    }

    /// A value.
    pub fn value(self, kind: Kind, field: &'static str) -> Value {
        self.0
            .with(|values| values.get(&(kind, field)).cloned().unwrap_or_default())
    }

    /// A typed value; none when it is empty or does not fit.
    pub fn typed<T: FieldValue>(self, kind: Kind, field: &'static str) -> Option<T> {
        let value = self
            .0
            .with_untracked(|values| values.get(&(kind, field)).cloned().unwrap_or_default());
        if value.is_null() {
            None
        } else {
            T::parse(&value).ok()
        }
    }
}

/// The editor of a draft's field.
#[component]
pub fn DraftField(
    /// The draft.
    draft: Draft,
    /// The kind whose field it is.
    kind: Kind,
    /// The field.
    field: &'static str,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let def: Option<&'static FieldDef> = kind.def().fields.iter().find(|def| def.id == field);
    let value = Signal::derive(move || draft.value(kind, field));
    def.map(
        |def| view! { <FieldEditor def value hint on_change=move |value| draft.put(kind, field, value) /> },
    )
}

/// The person of a draft; none without a name. Sex and date of birth follow from a sound identity number.
pub fn person_of(draft: Draft) -> Option<NewPerson> {
    let kind = Kind::Person;
    let id_number: Option<String> = draft.typed(kind, "id_number");
    let told = id_number
        .as_deref()
        .and_then(|number| IdentityNumber::parse(number).ok());
    Some(NewPerson {
        name: draft.typed(kind, "name")?,
        sex: draft.typed(kind, "sex").or(told.map(|told| told.sex())),
        birth_date: draft
            .typed(kind, "birth_date")
            .or(told.map(|told| told.birth_date)),
        ethnic: draft.typed(kind, "ethnic"),
        phone: draft.typed(kind, "phone"),
        id_number,
    })
}

/// What is wrong with the draft's identity number, if it has one.
pub fn number_is_wrong(draft: Draft) -> bool {
    let number: Option<String> = draft.typed(Kind::Person, "id_number");
    number.is_some_and(|number| IdentityNumber::parse(&number).is_err())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Date, Sex, identity::number_without_place};

    #[test]
    fn sex_and_birth_follow_from_the_identity_number() {
        let owner = Owner::new();
        owner.set();
        let birth = Date::of::<1980, 5, 1>();
        let draft = Draft::default().begin(Kind::Person, "name", "李雪".into());
        draft.put(Kind::Person, "id_number", number_without_place(birth, 12).into());
        let person = person_of(draft).unwrap();
        assert_eq!((person.sex, person.birth_date), (Some(Sex::Female), Some(birth)));
        assert!(!number_is_wrong(draft));
        draft.put(Kind::Person, "id_number", "123".into());
        assert!(number_is_wrong(draft));
    }

    #[test]
    fn a_person_without_a_name_is_not_added() {
        let owner = Owner::new();
        owner.set();
        assert!(person_of(Draft::default()).is_none());
    }
}
