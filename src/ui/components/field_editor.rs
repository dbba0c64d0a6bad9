//! One editor for every field of every kind: the field table decides the input.

use super::inputs::{
    ChoicesInput, CodeInput, DateInput, Entry, ReferenceInput, ReferencesInput, SEGMENTS, TextInput,
    TextsInput, TriInput, TypedInput,
};
use super::{Field, FieldIds, Mark, MarkView};
use crate::model::{FieldDef, FieldType, Value};
use crate::ui::text::{fields, format, language};
use leptos::prelude::*;

/// Edits one field. The new value is reported when the entry is finished (a choice made, a line left), and only if it is
/// another one; whoever takes it saves it and shows so in `mark`.
#[component]
pub fn FieldEditor(
    /// The field.
    def: &'static FieldDef,
    /// Its value.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value.
    #[prop(into)]
    on_change: Callback<Value>,
    /// Where the last change is between finger and disk.
    #[prop(optional, into)]
    mark: Signal<Mark>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// What stands under the input, such as two values in conflict.
    #[prop(optional, into)]
    below: ViewFnOnce,
) -> impl IntoView {
    let language = language();
    let t = fields::Texts(language);
    let ids = FieldIds::fresh();
    let error = RwSignal::new(None::<String>);
    let hint = if hint.is_empty() {
        own_hint(def.ty, t).to_owned()
    } else {
        hint
    };
    let missing = move || def.required && value.with(Value::is_null) && mark.get() == Mark::None;
    // What is wrong was not saved, whatever was before.
    let shown_mark = Signal::derive(move || {
        if error.with(Option::is_some) {
            Mark::None
        } else {
            mark.get()
        }
    });
    let aside = move || {
        view! {
            <span class="field-aside">
            {move || missing().then(|| view! { <span class="field-needed">{t.needed()}</span> })}
            <MarkView mark=shown_mark />
            </span>
        }
    };
    let unit = format::unit(def, language);
    let typed =
        move |entry: Entry| view! { <TypedInput ids entry value on_change error locked unit /> }.into_any();
    let input = match def.ty {
        FieldType::Tri => view! { <TriInput ids value on_change locked /> }.into_any(),
        FieldType::Number
        | FieldType::Money
        | FieldType::Length
        | FieldType::Land
        | FieldType::FloorSpace => typed(Entry::Quantity(def.ty.decimals())),
        FieldType::Year => typed(Entry::Year),
        FieldType::YearMonth => typed(Entry::Month),
        FieldType::Date => view! { <DateInput ids value on_change error locked /> }.into_any(),
        FieldType::Code(list) => view! { <CodeInput ids list value on_change locked /> }.into_any(),
        FieldType::Codes(list) => view! { <ChoicesInput ids list value on_change locked /> }.into_any(),
        FieldType::Texts => view! { <TextsInput ids value on_change locked /> }.into_any(),
        FieldType::References(target) => {
            let label = language.pick(def.label).to_owned();
            view! { <ReferencesInput ids target label value on_change locked /> }.into_any()
        }
        FieldType::Reference(target) => {
            let label = language.pick(def.label).to_owned();
            view! { <ReferenceInput ids target label value on_change locked /> }.into_any()
        }
        FieldType::Text => view! { <TextInput ids value on_change locked /> }.into_any(),
    };
    view! {
        <Field ids label=language.pick(def.label) hint error group=is_group(def.ty) wide=matches!(def.ty, FieldType::Codes(_)) aside>
            {input}
            {below.run()}
        </Field>
    }
}

/// Whether the input consists of several, which the frame names together.
fn is_group(ty: FieldType) -> bool {
    match ty {
        FieldType::Tri | FieldType::Codes(_) | FieldType::Texts | FieldType::References(_) => true,
        FieldType::Code(list) => list.values.len() <= SEGMENTS,
        _ => false,
    }
}

fn own_hint(ty: FieldType, t: fields::Texts) -> &'static str {
    match ty {
        FieldType::Year => t.year_hint(),
        FieldType::YearMonth => t.month_hint(),
        _ => "",
    }
}
