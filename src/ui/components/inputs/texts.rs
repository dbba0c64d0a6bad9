//! Several lines of text.

use super::text::text_value;
use crate::model::Value;
use crate::ui::components::{FieldIds, Icon, IconName};
use crate::ui::text::fields;
use leptos::prelude::*;

/// A list of lines; the last one is always empty and waits.
#[component]
pub fn TextsInput(
    /// The ids of the field.
    ids: FieldIds,
    /// The value.
    #[prop(into)]
    value: Signal<Value>,
    /// The new value; no line at all is unknown.
    #[prop(into)]
    on_change: Callback<Value>,
    /// Whether it may only be read.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let lines = Memo::new(move |_| value.with(lines_of));
    let put = move |place: usize, text: &str| {
        let mut new = lines.get_untracked();
        new.resize(new.len().max(place + 1), String::new());
        text.clone_into(&mut new[place]);
        on_change.run(value_of(&new));
    };
    let line = move |place: usize, text: String| {
        line_view(
            ids,
            place,
            text,
            locked,
            Callback::new(move |text: String| put(place, &text)),
        )
    };
    view! {
        <div class="lines">
            {move || lines.get().into_iter().chain([String::new()]).enumerate().map(|(place, text)| line(place, text)).collect_view()}
        </div>
    }
}

fn line_view(
    ids: FieldIds,
    place: usize,
    text: String,
    locked: Signal<bool>,
    put: Callback<String>,
) -> impl IntoView {
    let t = fields::texts();
    let filled = !text.is_empty();
    let remove = (filled && !locked.get_untracked()).then(|| {
        view! {
            <button type="button" class="button button-quiet button-icon" aria-label=t.remove_line(place + 1) on:click=move |_| put.run(String::new())>
                <Icon name=IconName::Close />
            </button>
        }
    });
    view! {
        <div class="line">
            <input
                type="text"
                class="input"
                aria-label=t.line(place + 1)
                aria-describedby=ids.described_by()
                readonly=locked
                prop:value=text
                on:change=move |event| put.run(event_target_value(&event))
            />
            {remove}
        </div>
    }
}

fn lines_of(value: &Value) -> Vec<String> {
    match value {
        Value::List(items) => items
            .iter()
            .filter_map(Value::as_text)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

fn value_of(lines: &[String]) -> Value {
    let kept: Vec<Value> = lines
        .iter()
        .map(|line| text_value(line))
        .filter(|line| !line.is_null())
        .collect();
    if kept.is_empty() {
        Value::Null
    } else {
        Value::List(kept.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_go_and_no_line_is_unknown() {
        assert_eq!(
            value_of(&["".to_owned(), " a ".to_owned()]),
            Value::List([Value::from("a")].into())
        );
        assert_eq!(value_of(&[" ".to_owned()]), Value::Null);
        assert_eq!(lines_of(&Value::List([Value::from("a")].into())), ["a"]);
    }
}
