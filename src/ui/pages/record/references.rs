//! What a field that points to another record can be set to: the area's own records, the county's, and the areas themselves.

use super::named;
use crate::model::{DivisionCode, FieldType, HouseholdId, Id, Kind, Records, Value, members};
use crate::plan::divisions::DIVISIONS;
use crate::search::Entry;
use crate::ui::components::inputs::{Reference, References};
use crate::ui::text::{Language, format, language};
use crate::workspace::Workspace;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Lets the fields of a page choose among records of an area and of the county; with a household, only its members among
/// the persons. Call it in a component's body.
pub fn provide_references(area: DivisionCode, household: Option<HouseholdId>) {
    let workspace = expect_context::<Workspace>();
    let (own, county) = (workspace.records(area), workspace.county_records());
    let language = language();
    let with = move |read: &dyn Fn(&[&Records]) -> Vec<Reference>| {
        let (own, county) = (own.get(), county.get());
        let all: Vec<&Records> = own.as_deref().into_iter().chain(county.as_deref()).collect();
        read(&all)
    };
    provide_context(References {
        all: Callback::new(move |kind: &'static str| {
            let mut all = with(&|records| choices(records, kind, area, language));
            if let Some(household) = household.filter(|_| kind == Kind::Person.def().id) {
                let members = own.with(|own| own.as_deref().map(|own| members(own, household)));
                let members = members.unwrap_or_default();
                all.retain(|one| members.iter().any(|member| member.as_str() == &*one.id));
            }
            all
        }),
        name: Callback::new(move |(kind, id): (&'static str, Arc<str>)| {
            let mut found = with(&|records| one(records, kind, &id, language).into_iter().collect());
            found.pop().map(|found| found.name)
        }),
    });
}

/// The one that a field points to.
fn one(records: &[&Records], kind: &str, id: &str, language: Language) -> Option<Reference> {
    let kind = Kind::from_id(kind)?;
    let own = Id::new(id).ok()?;
    let name = match (kind, DivisionCode::new(id)) {
        (Kind::Division, Some(code)) => area_name(records, code),
        _ => named(records, kind, own, language)?,
    };
    Some(reference(own, name, String::new()))
}

/// Everything that a field can point to, once each, by name.
fn choices(records: &[&Records], kind: &str, area: DivisionCode, language: Language) -> Vec<Reference> {
    let Some(kind) = Kind::from_id(kind) else {
        return Vec::new();
    };
    let mut all: Vec<Reference> = Vec::new();
    if kind == Kind::Division {
        // What lies below the own village comes first: only the records know it.
        let own = records.iter().flat_map(|one| one.divisions.iter());
        let below = own.filter_map(|row| DivisionCode::new(row.id.as_str()));
        let below: BTreeSet<DivisionCode> = below.filter(|code| !code.is_partition()).collect();
        let of = |code: &DivisionCode| reference(code.id(), area_name(records, *code), above(*code));
        all.extend(below.iter().filter(|code| code.within(area)).map(of));
        let listed = DIVISIONS
            .iter()
            .filter_map(|division| DivisionCode::new(division.code));
        let near = |code: &DivisionCode| code.within(area) || area.within(*code);
        let (near, far): (Vec<_>, Vec<_>) = listed.partition(near);
        let codes = near.into_iter().chain(far);
        all.extend(codes.map(|code| reference(code.id(), format::area(code), above(code))));
    }
    for one in records {
        one.for_each(kind, |row| {
            let known = all.iter().any(|choice| *choice.id == *row.id.as_str());
            if !known {
                let name = named(records, kind, row.id, language);
                let name = name.unwrap_or_else(|| language.pick(kind.def().label).to_owned());
                all.push(reference(row.id, name, detail(records, kind, row.id, language)));
            }
        });
    }
    if kind != Kind::Division {
        all.sort_by(|a, b| a.name.cmp(&b.name));
    }
    all
}

fn reference(id: Id, name: String, detail: String) -> Reference {
    Reference {
        entry: Entry::new(&name, [id.as_str(), &detail]),
        id: id.as_str().into(),
        name,
        detail,
    }
}

/// What tells two records of one name apart: their codes, dates and years, and whose household it is.
fn detail(records: &[&Records], kind: Kind, id: Id, language: Language) -> String {
    let Some(holder) = records.iter().find(|one| one.contains(kind, id)) else {
        return String::new();
    };
    let household = (kind == Kind::Person).then(|| household_of(holder, id)).flatten();
    let short = |ty: FieldType| {
        matches!(
            ty,
            FieldType::Code(_) | FieldType::Date | FieldType::Year | FieldType::YearMonth
        )
    };
    let fields = kind.def().fields.iter().enumerate();
    let told = fields
        .filter(|(_, def)| !def.rare && (short(def.ty) || def.id == "unit_name" || def.id == "group_name"))
        .filter_map(|(place, def)| match holder.get(kind, id, place) {
            Value::Null => None,
            value => format::field_value(def, &value, language),
        });
    let parts: Vec<String> = household.into_iter().chain(told.take(2)).collect();
    parts.join(" · ")
}

/// The head of a person's household.
fn household_of(records: &Records, person: Id) -> Option<String> {
    let membership = records
        .memberships
        .iter()
        .find(|row| row.person_id.is_some_and(|own| own.0 == person) && row.end.is_none())?;
    records
        .households
        .get(membership.household_id?)?
        .head_name
        .clone()
}

fn area_name(records: &[&Records], code: DivisionCode) -> String {
    let entered = records
        .iter()
        .find_map(|one| one.divisions.get(code.id())?.name.clone());
    entered
        .filter(|_| !code.is_partition())
        .unwrap_or_else(|| format::area(code))
}

fn above(code: DivisionCode) -> String {
    code.parent().map(format::area).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn areas_begin_with_the_offices_own_and_all_of_the_county_can_be_chosen() {
        let area = DivisionCode::new("530427203200").unwrap();
        let all = choices(&[], "division", area, Language::Zh);
        assert_eq!(all.len(), DIVISIONS.len());
        let place = all.iter().position(|one| &*one.id == "530427203200").unwrap();
        assert!(place < 3, "{place}");
        assert_eq!(all[place].detail, format::area(area.parent().unwrap()));
    }

    #[test]
    fn the_natural_villages_of_the_own_village_come_first() {
        let mut records = Records::default();
        let id = Id::new("530427203200-N01").unwrap();
        records.divisions.row_mut(id).record.name = Some("上寨".into());
        let area = DivisionCode::new("530427203200").unwrap();
        let all = choices(&[&records], "division", area, Language::Zh);
        assert_eq!((all[0].name.as_str(), all.len()), ("上寨", DIVISIONS.len() + 1));
    }

    #[test]
    fn persons_of_one_name_are_told_apart_by_their_household() {
        let mut records = Records::default();
        for (person, household, head) in [("p1", "h1", "普小明"), ("p2", "h2", "白小红")] {
            let [person, household] = [person, household].map(|id| Id::new(id).unwrap());
            records.persons.row_mut(person).record.name = Some("李雪".into());
            records.households.row_mut(household).record.head_name = Some(head.into());
            let row = &mut records.memberships.row_mut(person).record;
            (row.person_id, row.household_id) = (Some(person.into()), Some(household.into()));
        }
        let area = DivisionCode::new("530427203200").unwrap();
        let all = choices(&[&records, &records], "person", area, Language::Zh);
        let details: Vec<&str> = all.iter().map(|one| &*one.detail).collect();
        assert_eq!(details, ["普小明", "白小红"]);
    }
}
