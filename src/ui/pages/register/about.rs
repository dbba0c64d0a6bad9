//! The records of several kinds that are about a record, such as a household's, with the way to add more.

use super::columns::columns;
use super::new_page::MEMBERS_OF;
use crate::model::{FieldType, HouseholdId, Id, Kind, Records, Value};
use crate::ui::components::{Card, IconName, LinkButton};
use crate::ui::pages::record::{OpenRecord, RecordLine, may_write, named, value_shown};
use crate::ui::route::{Query, Route};
use crate::ui::text::{Language, register};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A record as its card lists it: a title and a detail.
type Listed = (Id, String, String);

/// A card per kind that has records, and one with a button for every other kind.
#[component]
pub fn RecordsAbout(
    /// The kind of what the records are about.
    target: Kind,
    /// What they are about; several such as the members of a household.
    #[prop(into)]
    about: Signal<BTreeSet<Id>>,
    /// The kinds that are listed.
    kinds: Vec<Kind>,
    /// The household whose members a new record may be about.
    #[prop(optional)]
    household: Option<HouseholdId>,
) -> impl IntoView {
    let open = expect_context::<OpenRecord>();
    let t = register::Texts(open.language);
    let county = open.workspace.county_records();
    let lists = Memo::new(move |_| {
        let county = county.get();
        let list = |own: &Records, kind: &Kind| {
            let both: Vec<&Records> = [own].into_iter().chain(county.as_deref()).collect();
            about.with(|about| (*kind, listed(own, &both, *kind, target, about, open.language)))
        };
        let all = open.read(|own| kinds.iter().map(|kind| list(own, kind)).collect::<Vec<_>>());
        all.unwrap_or_default()
    });
    let to = move |kind: Kind| {
        let may = kind.is_begun_by_form() && may_write(open.workspace, open.area, kind.def().owner);
        may.then(|| Route::NewRecord(open.area, kind, given(kind, target, &about.get(), household)))
    };
    let card = move |(kind, list): (Kind, Vec<Listed>)| {
        let label = open.language.pick(kind.def().label);
        let line = move |(id, title, detail): Listed| {
            let title = if title.is_empty() { label.to_owned() } else { title };
            view! { <RecordLine href=Route::Record(open.area, kind, id).href() title detail /> }
        };
        let add =
            move || to(kind).map(|to| view! { <LinkButton to icon=IconName::Plus>{t.add()}</LinkButton> });
        view! {
            <Card title=label action=add>
                <ul class="record-list">{list.into_iter().map(line).collect_view()}</ul>
            </Card>
        }
    };
    let others = move |kinds: Vec<Kind>| {
        let button = |kind: Kind| {
            let label = open.language.pick(kind.def().label);
            to(kind).map(|to| view! { <LinkButton to icon=IconName::Plus>{label}</LinkButton> })
        };
        let buttons: Vec<_> = kinds.into_iter().filter_map(button).collect();
        if buttons.is_empty() {
            view! { <p class="quiet">{t.none_further()}</p> }.into_any()
        } else {
            view! { <Card title=t.other_kinds()><div class="button-row">{buttons}</div></Card> }.into_any()
        }
    };
    move || {
        let (filled, empty): (Vec<_>, Vec<_>) =
            lists.get().into_iter().partition(|(_, list)| !list.is_empty());
        let empty: Vec<Kind> = empty.into_iter().map(|(kind, _)| kind).collect();
        view! {
            <div class="topics">{filled.into_iter().map(card).collect_view()}</div>
            {(!empty.is_empty()).then(|| others(empty))}
        }
    }
}

/// The records of a kind about one of these, each with a title and a detail.
fn listed(
    own: &Records,
    both: &[&Records],
    kind: Kind,
    target: Kind,
    about: &BTreeSet<Id>,
    language: Language,
) -> Vec<Listed> {
    let subjects = places_of(kind, target);
    let columns = columns(kind);
    let mut all = Vec::new();
    own.for_each(kind, |row| {
        let is_about = |place: &usize| match row.get(*place) {
            Value::Text(id) => Id::new(&id).is_ok_and(|id| about.contains(&id)),
            _ => false,
        };
        if !subjects.iter().any(is_about) {
            return;
        }
        // What all of them are about needs no saying; of several it does.
        let name = (about.len() > 1)
            .then(|| named(both, kind, row.id, language))
            .flatten();
        let shown = columns
            .iter()
            .filter(|place| !subjects.contains(place))
            .filter_map(|place| value_shown(both, &kind.def().fields[*place], &row.get(*place), language));
        let mut parts = name.into_iter().chain(shown.take(4));
        let title = parts.next().unwrap_or_default();
        all.push((row.id, title, parts.collect::<Vec<_>>().join(" · ")));
    });
    all
}

/// The fields by which records of a kind are about records of another.
fn places_of(kind: Kind, target: Kind) -> Vec<usize> {
    let id = target.def().id;
    let is_subject = |def: &crate::model::FieldDef| {
        def.is_subject() && matches!(def.ty, FieldType::Reference(kind) if kind == id)
    };
    let fields = kind.def().fields.iter().enumerate();
    fields
        .filter(|(_, def)| is_subject(def))
        .map(|(place, _)| place)
        .collect()
}

/// What a new record already knows.
fn given(kind: Kind, target: Kind, about: &BTreeSet<Id>, household: Option<HouseholdId>) -> Query {
    let place = places_of(kind, target).first().copied();
    let field = place.map_or("", |place| kind.def().fields[place].id);
    let query = match about.first() {
        Some(only) if about.len() == 1 => Query::default().with(field, only.as_str()),
        _ => Query::default(),
    };
    match household {
        Some(household) => query.with(MEMBERS_OF, household.as_str()),
        None => query,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    #[test]
    fn records_about_several_persons_name_theirs() {
        let mut records = Records::default();
        for (own, person) in [("e1", "p1"), ("e2", "p2"), ("e3", "p3")] {
            records.persons.row_mut(id(person)).record.name = Some(format!("人{person}"));
            records.employment_spells.row_mut(id(own)).record.person_id = Some(id(person).into());
        }
        let about = BTreeSet::from([id("p1"), id("p2")]);
        let all = listed(
            &records,
            &[&records],
            Kind::EmploymentSpell,
            Kind::Person,
            &about,
            Language::Zh,
        );
        let titles: Vec<&str> = all.iter().map(|(_, title, _)| &**title).collect();
        assert_eq!(titles, ["人p1", "人p2"]);
    }

    #[test]
    fn a_new_record_knows_whom_it_is_about_when_there_is_one() {
        let one = BTreeSet::from([id("h1")]);
        let given_one = given(Kind::DangerousHouse, Kind::Household, &one, None);
        assert_eq!(given_one.get("household_id"), Some("h1"));
        let two = BTreeSet::from([id("p1"), id("p2")]);
        let given_two = given(Kind::EmploymentSpell, Kind::Person, &two, Some(id("h1").into()));
        assert_eq!(
            (given_two.get("person_id"), given_two.get(MEMBERS_OF)),
            (None, Some("h1"))
        );
    }
}
