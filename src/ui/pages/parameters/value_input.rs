//! The input of a parameter's value, by its unit.

use super::slots::{self, Slot};
use super::words;
use crate::model::{ParameterUnit, PolicyParameter, Value};
use crate::plan::Parameter;
use crate::ui::components::inputs::{Choice, ChoiceInput, Entry, TriInput, TypedInput};
use crate::ui::components::{Field, FieldIds};
use crate::ui::text::{fields, parameters};
use leptos::prelude::*;

/// A number, yes or no, or one of a few choices.
#[component]
pub fn ValueInput(
    /// The parameter and the year.
    item: Slot,
    /// Its record.
    record: Signal<PolicyParameter>,
    /// Saves a changed record.
    save: Callback<PolicyParameter>,
    /// Whether it may only be read.
    locked: Signal<bool>,
) -> impl IntoView {
    let t = parameters::texts();
    let ids = FieldIds::fresh();
    let error = RwSignal::new(None);
    let parameter = item.parameter;
    let is_flag = parameter.unit == ParameterUnit::Flag;
    let value = Signal::derive(move || record.with(|record| shown(record, is_flag)));
    let on_change = Callback::new(move |value: Value| {
        save.run(slots::with_value(record.get_untracked(), stored(&value)));
    });
    let group = is_flag || !parameter.choices.is_empty();
    let input = if is_flag {
        view! { <TriInput ids value on_change locked /> }.into_any()
    } else if group {
        let choices = choices(parameter, t);
        view! { <ChoiceInput ids choices value on_change locked /> }.into_any()
    } else {
        let entry = Entry::Quantity(decimals(parameter));
        view! { <TypedInput ids entry value on_change error locked unit=words::unit(parameter, t) /> }
            .into_any()
    };
    view! { <Field ids label=t.value() hint=hint(parameter, t) error group>{input}</Field> }
}

fn shown(record: &PolicyParameter, is_flag: bool) -> Value {
    match record.value {
        Some(value) if is_flag => Value::Bool(value.0 != 0),
        Some(value) => Value::Int(value.0),
        None => Value::Null,
    }
}

fn stored(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        Value::Bool(yes) => Some(i64::from(*yes)),
        _ => None,
    }
}

fn choices(parameter: &Parameter, t: parameters::Texts) -> Vec<Choice> {
    let known = (0_i64..).zip(parameter.choices).map(|(place, label)| Choice {
        value: Value::Int(place),
        label: t.0.pick(*label).to_owned(),
    });
    let unknown = Choice {
        value: Value::Null,
        label: fields::Texts(t.0).not_clear().to_owned(),
    };
    known.chain([unknown]).collect()
}

fn decimals(parameter: &Parameter) -> u32 {
    match parameter.unit {
        ParameterUnit::FenPerPersonYear | ParameterUnit::FenPerMonth => 2,
        _ => 0,
    }
}

fn hint(parameter: &Parameter, t: parameters::Texts) -> &'static str {
    match parameter.unit {
        ParameterUnit::Mmdd => t.month_day_hint(),
        ParameterUnit::BasisPoints => t.basis_points_hint(),
        _ => t.value_changed_unverifies(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Count;

    #[test]
    fn a_flag_is_stored_as_a_number_and_shown_as_yes_or_no() {
        let record = PolicyParameter {
            value: Some(Count(1)),
            ..PolicyParameter::default()
        };
        assert_eq!(shown(&record, true), Value::Bool(true));
        assert_eq!(shown(&record, false), Value::Int(1));
        assert_eq!(stored(&Value::Bool(false)), Some(0));
        assert_eq!(stored(&Value::Null), None);
    }
}
