//! The form of a record, made from its field table: grouped as a worker thinks, rare fields folded.

use super::bound_field::BoundField;
use crate::model::processes::is_state;
use crate::model::{FieldDef, Group, Id, Kind};
use crate::ui::components::{Card, Disclosure};
use crate::ui::text::{household, language};
use leptos::prelude::*;

/// Which groups a form shows.
#[derive(Clone, Copy, Debug, Default)]
pub enum Groups {
    /// Every group.
    #[default]
    All,
    /// Every group but these, which stand elsewhere.
    Without(&'static [Group]),
}

impl Groups {
    fn has(self, group: Group) -> bool {
        match self {
            Self::All => true,
            Self::Without(left_out) => !left_out.contains(&group),
        }
    }
}

/// A card per group with the editors of its fields.
#[component]
pub fn RecordFields(
    /// The record's kind.
    kind: Kind,
    /// The record; a year record need not be there yet.
    id: Id,
    /// Which groups.
    #[prop(optional)]
    groups: Groups,
) -> impl IntoView {
    let language = language();
    let all = Group::ALL.iter().filter(|group| groups.has(**group));
    let filled = all.map(|group| (*group, fields_of(kind, *group)));
    let is_rare = |places: &[usize]| places.iter().all(|place| kind.def().fields[*place].rare);
    let (rare, common): (Vec<_>, Vec<_>) = filled
        .filter(|(_, places)| !places.is_empty())
        .partition(|(_, places)| is_rare(places));
    let card = |(group, places): (Group, Vec<usize>)| {
        view! { <Card title=language.pick(group.label())><Editors kind id places /></Card> }
    };
    // Groups of rare fields alone share one fold, so that a form does not end in cards with nothing in them.
    let rare: Vec<usize> = rare.into_iter().flat_map(|(_, places)| places).collect();
    let folded = (!rare.is_empty()).then(|| view! { <Card><Editors kind id places=rare /></Card> });
    view! { {common.into_iter().map(card).collect_view()} {folded} }
}

/// The common fields side by side, the rare ones folded.
#[component]
fn Editors(kind: Kind, id: Id, places: Vec<usize>) -> impl IntoView {
    let t = household::texts();
    let is_rare = |place: &usize| kind.def().fields[*place].rare;
    let (rare, common): (Vec<usize>, Vec<usize>) = places.into_iter().partition(is_rare);
    let editor = move |place: usize| view! { <BoundField kind id place /> };
    let common = (!common.is_empty())
        .then(|| view! { <div class="columns">{common.into_iter().map(editor).collect_view()}</div> });
    let folded = (!rare.is_empty()).then(|| {
        view! {
            <Disclosure summary=t.rare_fields(rare.len())>
                <div class="columns">{rare.into_iter().map(editor).collect_view()}</div>
            </Disclosure>
        }
    });
    view! { {common} {folded} }
}

/// The places of a group's fields that people fill in.
fn fields_of(kind: Kind, group: Group) -> Vec<usize> {
    let fields = kind.def().fields.iter().enumerate();
    fields
        .filter(|(_, field)| field.group == group && is_typed(kind, field))
        .map(|(place, _)| place)
        .collect()
}

/// Whether people fill it in: what the app writes, whom the record is about, and the state of a process stand elsewhere.
pub(super) fn is_typed(kind: Kind, field: &FieldDef) -> bool {
    !field.derived && !is_state(kind, field.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_people_fill_in_stands_in_exactly_one_group() {
        for kind in Kind::ALL {
            let shown: usize = Group::ALL
                .iter()
                .map(|group| fields_of(*kind, *group).len())
                .sum();
            assert_eq!(
                shown,
                kind.def()
                    .fields
                    .iter()
                    .filter(|field| is_typed(*kind, field))
                    .count(),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn a_form_may_leave_groups_to_another_section() {
        let groups = Groups::Without(&[Group::Clarity]);
        assert!(!groups.has(Group::Clarity) && groups.has(Group::House) && Groups::All.has(Group::Clarity));
    }
}
