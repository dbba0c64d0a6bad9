//! What a package would do to one area, by kind of record.

use super::preview_words;
use crate::exchange::AreaPreview;
use crate::ui::components::{Cell, Column, DataTable, TableRow, Unfolding};
use crate::ui::text::handover;
use leptos::prelude::*;

/// New, changed, removed, conflicting and unchanged records of an area, folded under their sum.
pub fn area_preview(preview: &AreaPreview, t: handover::Texts) -> AnyView {
    let number = |n: usize| Cell::number(i64::try_from(n).ok());
    let row = |(kind, groups): (&crate::model::Kind, &crate::exchange::KindPreview)| TableRow {
        href: None,
        cells: vec![
            Cell::words(t.0.pick(kind.def().label)),
            number(groups.new.count),
            number(groups.changed.count),
            number(groups.removed.count),
            number(groups.conflicting.count),
            number(groups.unchanged),
        ],
        strong: false,
    };
    let rows: Vec<TableRow> = preview.kinds.iter().map(row).collect();
    let names = preview_words::names(preview, t);
    let summary = preview_words::area_line(preview, t);
    let caption = summary.clone();
    view! {
        <Unfolding summary>
            <ul class="hints">
                {names.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view()}
            </ul>
            <DataTable caption=caption.clone() columns=columns(t) rows=rows.clone() />
        </Unfolding>
    }
    .into_any()
}

fn columns(t: handover::Texts) -> Vec<Column> {
    vec![
        Column::words(t.column_kind()),
        Column::numbers(t.column_new()),
        Column::numbers(t.column_changed()),
        Column::numbers(t.column_removed()),
        Column::numbers(t.column_conflicting()),
        Column::numbers(t.column_unchanged()),
    ]
}
