//! What can be done with a table: narrow it, and take it along.

use super::lines::{Lines, filters};
use crate::exchange::{Disclosure, Pick, sheet_csv};
use crate::ledgers::{Row, Sheet};
use crate::model::{CodeDef, CodeList, DivisionCode, Label};
use crate::platform::files;
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, IconName};
use crate::ui::route::Query;
use crate::ui::text::{Language, errors, format, ledgers};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// Pick-lists of the columns of codes.
#[component]
pub fn Filters(sheet: &'static Sheet, query: Signal<Query>, put: Callback<Query>) -> impl IntoView {
    let t = ledgers::texts();
    let select = move |(id, label, list): (&'static str, Label, &'static CodeList)| {
        let chosen = move || query.with(|query| query.get(id).unwrap_or_default().to_owned());
        let option = move |code: &'static CodeDef| {
            view! { <option value=code.id prop:selected=move || chosen() == code.id>{t.0.pick(code.label)}</option> }
        };
        let choose = move |event: web_sys::Event| {
            put.run(query.get_untracked().with(id, &event_target_value(&event)));
        };
        view! {
            <select class="chip" aria-label=t.0.pick(label) data-filter=id on:change=choose>
                <option value="" prop:selected=move || chosen().is_empty()>{t.all_of(t.0.pick(label))}</option>
                {list.values.iter().map(option).collect_view()}
            </select>
        }
    };
    let heads = sheet.heads();
    let columns = filters(sheet).into_iter();
    let columns = columns.map(|(place, list)| (heads[place].id, heads[place].label, list));
    view! { <div class="row">{columns.map(select).collect_view()}</div> }
}

/// Hands the rows that were found to the browser as a file for a spreadsheet.
#[component]
pub fn Export(
    sheet: &'static Sheet,
    area: DivisionCode,
    lines: Memo<Option<Arc<Lines>>>,
    found: Memo<Arc<Vec<usize>>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let (t, announcer) = (ledgers::texts(), use_announcer());
    let (county, as_of) = (workspace.county_records(), workspace.as_of());
    let export = move |()| {
        let name = format!(
            "{}-{}-{}-{}.csv",
            sheet.id,
            t.0.pick(sheet.label),
            format::area(area),
            as_of.get_untracked()
        );
        let disclosure = county.with_untracked(|county| Disclosure::of(county.as_deref()));
        let bytes = lines.with_untracked(|lines| {
            let lines = lines.as_ref()?;
            let rows = found.with_untracked(|found| {
                let rows = found.iter().filter_map(|place| lines.table.rows.get(*place));
                rows.cloned().collect::<Vec<Row>>()
            });
            Some(sheet_csv(&lines.table, &rows, disclosure, pick(t.0)))
        });
        let Some(bytes) = bytes else { return };
        match files::download(&name, "text/csv", &bytes) {
            Ok(()) => announcer.say(format!("{} {}", t.exported(&name), t.exported_personal())),
            Err(error) => announcer.say(errors::file(&error, t.0)),
        }
    };
    let empty = Signal::derive(move || found.with(|found| found.is_empty()));
    view! { <Button icon=IconName::Download disabled=empty on_click=export>{t.export()}</Button> }
}

const fn pick(language: Language) -> Pick {
    match language {
        Language::Zh => |label| label.zh,
        Language::En => |label| label.en,
    }
}
