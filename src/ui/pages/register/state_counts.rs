//! How many records of a kind stand where in their process: one line, each part a way to those records.

use crate::model::processes::{Flow, Held, Look, Mark, flows_of};
use crate::model::{DivisionCode, Id, Kind, Label, Records};
use crate::ui::route::{Query, Route};
use crate::ui::text::processes;
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The line of every process that records of the kind hold; nothing for other kinds.
#[component]
pub fn StateCounts(
    /// The area whose records are listed.
    area: DivisionCode,
    /// Their kind.
    kind: Kind,
    /// The filters of the list.
    query: Signal<Query>,
) -> impl IntoView {
    flows_of(kind)
        .map(|flow| view! { <CountsOf area flow query /> })
        .collect_view()
}

#[component]
fn CountsOf(area: DivisionCode, flow: &'static Flow, query: Signal<Query>) -> impl IntoView {
    let t = processes::texts();
    let registers = expect_context::<Workspace>().registers_within(area);
    let counts = Memo::new(move |_| {
        registers.with(|parts| {
            let parts = parts.as_ref()?;
            let all = parts.iter().map(|(_, records)| counts(flow, records));
            Some(all.fold(Counts::default(), Counts::plus))
        })
    });
    // A table can be narrowed by a code alone.
    let filter = match flow.held {
        Held::Code(field) => super::columns::filters(flow.kind)
            .iter()
            .any(|(place, _)| flow.kind.def().fields[*place].id == field)
            .then_some(field),
        Held::Marks => None,
    };
    let part = move |(id, label, count): (&'static str, Label, usize)| {
        let words = t.count(t.0.pick(label), count);
        match filter {
            Some(field) => {
                let chosen = move || query.with(|query| query.get(field) == Some(id));
                let to = Route::Records(area, flow.kind, Query::default().with(field, id));
                view! { <a href=to.href() aria-current=move || chosen().then_some("true")>{words}</a> }
                    .into_any()
            }
            None => view! { <span>{words}</span> }.into_any(),
        }
    };
    move || {
        let counts = counts.get()?;
        if counts.is_empty() {
            return None;
        }
        let unknown = (counts.unknown > 0)
            .then(|| view! { <span class="quiet">{t.count_unknown(counts.unknown)}</span> });
        let states = flow.states.iter().filter_map(|state| {
            let count = *counts.of.get(state.id)?;
            Some((state.id, flow.name(state), count))
        });
        Some(view! {
            <p class="state-counts" aria-label=t.0.pick(flow.label)>
                <span class="quiet">{t.0.pick(flow.label)}</span>
                {states.map(part).collect_view()}
                {unknown}
            </p>
        })
    }
}

/// How many records stand in which state.
#[derive(Clone, Debug, Default, PartialEq)]
struct Counts {
    of: BTreeMap<&'static str, usize>,
    unknown: usize,
}

impl Counts {
    fn plus(mut self, other: Self) -> Self {
        for (state, count) in other.of {
            *self.of.entry(state).or_default() += count;
        }
        self.unknown += other.unknown;
        self
    }

    fn is_empty(&self) -> bool {
        self.of.is_empty() && self.unknown == 0
    }
}

fn counts(flow: &'static Flow, records: &Records) -> Counts {
    let rows = rows_about(flow, records);
    let mut counts = Counts::default();
    records.for_each(flow.kind, |row| {
        let look = Look {
            rows: Some(&rows),
            ..Look::at(records, flow.kind, row.id)
        };
        match flow.stands(&look) {
            Some(state) => *counts.of.entry(state.id).or_default() += 1,
            None => counts.unknown += 1,
        }
    });
    counts
}

/// Which records have rows of the kinds that mark a state, found in one pass over each kind.
fn rows_about(flow: &Flow, records: &Records) -> BTreeMap<Kind, BTreeSet<Id>> {
    let marked = flow.states.iter().filter_map(|state| match state.mark {
        Mark::Rows(kind) => Some(kind),
        _ => None,
    });
    let subjects = |kind: Kind| {
        let fields = kind.def().fields.iter();
        let mut about = BTreeSet::new();
        let place = fields
            .clone()
            .position(|def| def.is_subject() && def.target() == Some(flow.kind));
        records.for_each(kind, |row| {
            let subject = place.and_then(|place| Id::new(row.get(place).as_text()?).ok());
            about.extend(subject);
        });
        (kind, about)
    };
    marked.map(subjects).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Date, HouseWorkState};

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    #[test]
    fn records_are_counted_where_they_stand() {
        let mut records = Records::default();
        for (own, state) in [
            ("d1", Some(HouseWorkState::Closed)),
            ("d2", Some(HouseWorkState::Closed)),
            ("d3", Some(HouseWorkState::ToAppraise)),
            ("d4", None),
        ] {
            records.dangerous_houses.row_mut(id(own)).record.state = state;
        }
        let flow = flows_of(Kind::DangerousHouse).next().unwrap();
        let counts = counts(flow, &records);
        assert_eq!(counts.of, BTreeMap::from([("closed", 2), ("to_appraise", 1)]));
        assert_eq!(counts.unknown, 1);
        assert_eq!(counts.clone().plus(counts).of["closed"], 4);
    }

    #[test]
    fn a_payment_takes_its_project_on() {
        let mut records = Records::default();
        let project = &mut records.projects.row_mut(id("x1")).record;
        project.allocated_on = Date::parse("2018-03-01");
        records.projects.row_mut(id("x2"));
        let flow = flows_of(Kind::Project).nth(1).unwrap();
        let stand = |records: &Records| counts(flow, records).of;
        assert_eq!(
            stand(&records),
            BTreeMap::from([("allocated", 1), ("planned", 1)])
        );
        let payment = &mut records.project_payments.row_mut(id("y1")).record;
        payment.project_id = Some(id("x1").into());
        assert_eq!(stand(&records), BTreeMap::from([("paid", 1), ("planned", 1)]));
    }

    #[test]
    fn the_state_of_a_process_is_a_filter_of_its_list() {
        for flow in crate::model::processes::flows().filter(|flow| flow.kind != Kind::Household) {
            if let Held::Code(field) = flow.held {
                let filters = super::super::columns::filters(flow.kind);
                let found = filters
                    .iter()
                    .any(|(place, _)| flow.kind.def().fields[*place].id == field);
                assert!(found, "{:?}.{field}", flow.kind);
            }
        }
    }
}
