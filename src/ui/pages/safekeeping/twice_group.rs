//! One group of records that seem to be one.

use crate::exchange::name_of;
use crate::model::duplicates::{Alike, Duplicate};
use crate::model::{DivisionCode, Id};
use crate::ui::announce::use_announcer;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::text::{errors, format, safekeeping};
use crate::workspace::Workspace;
use leptos::prelude::*;

/// The records with their villages, and for two of one village the buttons that make them one.
pub fn twice_group(
    workspace: Workspace,
    group: &Duplicate,
    again: Callback<()>,
    t: safekeeping::Texts,
) -> impl IntoView + use<> {
    let announcer = use_announcer();
    let kind = group.kind;
    let why = match group.alike {
        Alike::Number => t.twice_number(),
        Alike::NameAndBirth => t.twice_name(),
        Alike::Head => t.twice_head(),
    };
    let named = |(area, id): (DivisionCode, Id)| {
        let records = workspace.records(area).get_untracked();
        let name = records.and_then(|records| name_of(&records, (kind, id)));
        format!("{} {} {id}", format::area(area), name.unwrap_or_default())
    };
    let names: Vec<String> = group.records.iter().map(|record| named(*record)).collect();
    let lines = names
        .iter()
        .map(|name| view! { <li>{name.clone()}</li> })
        .collect_view();
    let merge = move |area: DivisionCode, kept: Id, gone: Id| {
        Callback::new(move |()| {
            leptos::task::spawn_local(async move {
                match workspace.merge_records(area, kind, kept, gone).await {
                    Ok(()) => announcer.say(t.twice_merged()),
                    Err(error) => announcer.say(errors::command(&error, t.0)),
                }
                again.run(());
            });
        })
    };
    let ways = match group.records[..] {
        [(area, one), (other_area, other)] if area == other_area => {
            let keep_one = t.twice_keep(&names[0]);
            let keep_other = t.twice_keep(&names[1]);
            view! {
                <div class="button-row">
                    <Button kind=ButtonKind::Secondary on_click=merge(area, one, other)>{keep_one}</Button>
                    <Button kind=ButtonKind::Secondary on_click=merge(area, other, one)>{keep_other}</Button>
                </div>
            }
            .into_any()
        }
        _ => view! { <p class="hint">{t.twice_across()}</p> }.into_any(),
    };
    let kind = t.0.pick(kind.def().label);
    view! { <li><p><strong>{kind}</strong> " · " {why}</p><ul class="hints">{lines}</ul>{ways}</li> }
}
