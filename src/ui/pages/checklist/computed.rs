//! A requirement that is answered by what is entered anyway: the fields, their answer, and where they stand.

use super::model::{Line, Told};
use crate::model::{DivisionCode, FieldDef, Kind, VillageYearId};
use crate::ui::components::{Fact, Facts};
use crate::ui::pages::record::OpenRecord;
use crate::ui::route::{Query, Route};
use crate::ui::text::{checklist, fields};
use leptos::prelude::*;

/// What tells the answer.
#[component]
pub fn Computed(
    /// The area.
    area: DivisionCode,
    /// The requirement with its answer.
    line: Memo<Option<Line>>,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = checklist::texts();
    let facts = Signal::derive(move || {
        let line = line.get();
        line.map(|line| facts(&line, area, open, t)).unwrap_or_default()
    });
    let to = move || line.with(|line| Some(route(line.as_ref()?, area, open)));
    view! {
        <p class="quiet">{t.computed()}</p>
        <Facts facts />
        {move || to().map(|to| view! { <p><a href=to.href()>{t.look_there()}</a></p> })}
    }
}

fn facts(line: &Line, area: DivisionCode, open: OpenRecord, t: checklist::Texts) -> Vec<Fact> {
    match &line.told {
        Told::Person(_) => Vec::new(),
        Told::Fields(kind) => {
            let id = VillageYearId::of(area, open.workspace.as_of().get().year()).into();
            let fact = |def: &'static FieldDef| {
                let place = kind.def().position(def.id).unwrap_or_default();
                let value = open
                    .read(|records| records.get(*kind, id, place))
                    .unwrap_or_default();
                let yes = match value {
                    crate::model::Value::Bool(yes) => Some(fields::Texts(t.0).yes_or_no(yes)),
                    _ => None,
                };
                Fact::new(t.0.pick(def.label), yes)
            };
            defs(line).map(fact).collect()
        }
        Told::Counted(_, tally) => {
            let name = defs(line).next().map_or(t.pairing(), |def| t.0.pick(def.label));
            vec![Fact::new(
                name,
                Some(t.counted(tally.yes, tally.no, tally.unknown)),
            )]
        }
    }
}

/// The fields that answer it.
fn defs(line: &Line) -> impl Iterator<Item = &'static FieldDef> {
    let told = line.item.fields();
    let fields = told.into_iter().flat_map(|(kind, ids)| {
        let of_kind = kind.def().fields.iter();
        of_kind.filter(|def| ids.contains(&def.id))
    });
    fields.collect::<Vec<_>>().into_iter()
}

fn route(line: &Line, area: DivisionCode, open: OpenRecord) -> Route {
    match line.told {
        Told::Counted(Kind::WaterWork, _) => Route::Records(area, Kind::WaterWork, Query::default()),
        Told::Fields(kind) => {
            let year = open.workspace.as_of().get().year();
            let id = VillageYearId::of(area, year).0;
            let there = open
                .read(|records| records.contains(kind, id))
                .unwrap_or_default();
            if there {
                Route::Record(area, kind, id)
            } else {
                Route::NewRecord(area, kind, Query::default())
            }
        }
        Told::Counted(..) | Told::Person(_) => Route::Households(area, Query::default()),
    }
}
