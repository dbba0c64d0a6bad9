//! What a list knows of each record, and what it says about all of them. Pure but for the language.

use super::columns::{filters, is_number, is_summed};
use crate::model::{CodeList, DivisionCode, FieldDef, FieldType, Id, Kind, Level, Owner, Records, Value};
use crate::search::Entry;
use crate::ui::components::Cell;
use crate::ui::pages::record::{named, value_shown};
use crate::ui::route::{Query, Route, Section};
use crate::ui::text::{Language, format, register};
use std::sync::Arc;

/// One record of a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The area whose record it is.
    pub area: DivisionCode,
    /// The record.
    pub id: Id,
    /// Whether it is deleted.
    pub deleted: bool,
    /// What people call it.
    pub name: Option<String>,
    /// The codes that the list can be narrowed by.
    pub codes: Vec<Value>,
    /// The values of the columns.
    pub values: Vec<Value>,
    /// The same in words.
    pub shown: Vec<Option<String>>,
    /// Where it leads.
    pub route: Route,
}

impl Line {
    /// What the search finds it by.
    pub fn entry(&self) -> Entry {
        let name = self.name.as_deref().unwrap_or_default();
        let shown = self.shown.iter().flatten().map(String::as_str);
        Entry::new(name, shown.chain([self.id.as_str()]))
    }
}

/// The records of a kind in some areas, deleted ones too, in the order of the areas and of the identifiers.
pub fn lines(
    kind: Kind,
    columns: &[usize],
    parts: &[(DivisionCode, Arc<Records>)],
    county: Option<&Records>,
    language: Language,
) -> Vec<Line> {
    let fields = kind.def().fields;
    let filters = filters(kind);
    let mut all = Vec::new();
    for (area, records) in parts {
        let within: Vec<&Records> = [&**records].into_iter().chain(county).collect();
        records.for_each_row(kind, |row| {
            let values: Vec<Value> = columns.iter().map(|place| row.get(*place)).collect();
            let shown = columns
                .iter()
                .zip(&values)
                .map(|(place, value)| value_shown(&within, &fields[*place], value, language));
            all.push(Line {
                area: *area,
                id: row.id,
                deleted: row.deleted,
                name: named(&within, kind, row.id, language),
                shown: shown.collect(),
                codes: filters.iter().map(|(place, _)| row.get(*place)).collect(),
                values,
                route: route_of(*area, records, kind, row.id),
            });
        });
    }
    all
}

/// Whose records a list of an area shows: what the county or the townships keep is for everybody below them.
pub fn scope_of(kind: Kind, area: DivisionCode) -> DivisionCode {
    let level = match kind.def().owner {
        Owner::County => Level::County,
        Owner::Township => Level::Township,
        Owner::Village | Owner::Maker => return area,
    };
    let mut scope = area;
    while scope.level() != level {
        match scope.parent() {
            Some(above) => scope = above,
            None => return area,
        }
    }
    scope
}

/// Where a record is looked at: households, and persons within their household, have pages of their own.
pub fn route_of(area: DivisionCode, records: &Records, kind: Kind, id: Id) -> Route {
    let own = Route::Record(area, kind, id);
    match kind {
        Kind::Household => Route::household(area, id.into()),
        Kind::Person => {
            let stays = records.memberships.iter();
            let own_stays = stays.filter(|row| row.person_id.is_some_and(|person| person.0 == id));
            let latest = own_stays.max_by_key(|row| (row.end.is_none(), row.start));
            latest.and_then(|row| row.household_id).map_or(own, |household| {
                Route::Household(area, household, Section::Members, Some(id))
            })
        }
        _ => own,
    }
}

/// Whether the filters of an address let a line through; the search is another matter.
pub fn lets_through(query: &Query, kind: Kind, filters: &[(usize, &CodeList)], line: &Line) -> bool {
    let fits = |((place, _), code): (&(usize, &CodeList), &Value)| {
        let wanted = query.get(kind.def().fields[*place].id);
        wanted.is_none_or(|wanted| code.as_text() == Some(wanted))
    };
    line.deleted == query.has("deleted") && filters.iter().zip(&line.codes).all(fits)
}

/// A cell of a column.
pub fn cell(def: &FieldDef, value: &Value, shown: Option<&String>) -> Cell {
    let Some(shown) = shown else {
        return Cell::unknown();
    };
    match value {
        Value::Int(number) => Cell::measured(Some((*number, shown.clone()))),
        Value::Text(text) if matches!(def.ty, FieldType::Date | FieldType::YearMonth) => {
            Cell::date(text.to_string(), shown.clone())
        }
        _ => Cell::words(shown.clone()),
    }
}

/// Whether a column stands at the right.
pub const fn stands_right(def: &FieldDef) -> bool {
    is_number(def.ty)
}

/// The first sentence of a list: how many, and the sums of what can be summed.
pub fn sentence<'a>(
    kind: Kind,
    columns: &[usize],
    lines: impl Iterator<Item = &'a Line> + Clone,
    place: DivisionCode,
    language: Language,
) -> String {
    let t = register::Texts(language);
    let count = lines.clone().count();
    let head = t.sentence(count, &format::area(place), language.pick(kind.def().label));
    let sums = columns.iter().enumerate().filter_map(|(at, column)| {
        let def = &kind.def().fields[*column];
        is_summed(def.ty).then(|| sum(def, lines.clone().map(|line| &line.values[at]), t))?
    });
    let parts: Vec<String> = [head].into_iter().chain(sums).collect();
    format!("{}{}", parts.join(t.separator()), t.stop())
}

/// The sum of what is known, and of how many it is not; none when nothing is.
fn sum<'a>(def: &FieldDef, values: impl Iterator<Item = &'a Value>, t: register::Texts) -> Option<String> {
    let (mut sum, mut known, mut missing) = (0_i64, 0_usize, 0_usize);
    for value in values {
        match value {
            Value::Int(number) => (sum, known) = (sum.saturating_add(*number), known + 1),
            _ => missing += 1,
        }
    }
    let name = t.0.pick(def.label);
    let amount = format::field_value(def, &Value::Int(sum), t.0).filter(|_| known > 0)?;
    Some(if missing > 0 {
        t.sum_known(name, &amount, missing)
    } else {
        t.sum(name, &amount)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::columns::columns;
    use super::*;

    const KIND: Kind = Kind::CollectiveIncomeEntry;

    fn area() -> DivisionCode {
        DivisionCode::new("530427203200").unwrap()
    }

    fn village() -> Vec<(DivisionCode, Arc<Records>)> {
        let mut records = Records::default();
        for (own, amount, source) in [
            ("c1", Some(120_000), "x"),
            ("c2", None, "y"),
            ("c3", Some(30_050), "x"),
        ] {
            let id = Id::new(own).unwrap();
            let place = |field: &str| KIND.def().position(field).unwrap();
            records.set(KIND, id, place("source"), &source.into()).unwrap();
            if let Some(amount) = amount {
                records
                    .set(KIND, id, place("amount"), &Value::Int(amount))
                    .unwrap();
            }
        }
        records.set_deleted(KIND, Id::new("c3").unwrap(), true);
        vec![(area(), Arc::new(records))]
    }

    fn found(query: &str) -> Vec<String> {
        let columns = columns(KIND);
        let all = lines(KIND, &columns, &village(), None, Language::Zh);
        let query = Query::parse(query);
        let through = all
            .iter()
            .filter(|line| lets_through(&query, KIND, &filters(KIND), line));
        through.map(|line| line.id.to_string()).collect()
    }

    #[test]
    fn deleted_records_are_shown_only_when_asked_for() {
        assert_eq!(found(""), ["c1", "c2"]);
        assert_eq!(found("deleted=1"), ["c3"]);
        assert_eq!(found("source=y"), ["c2"]);
        assert_eq!(found("source=z"), Vec::<String>::new());
    }

    #[test]
    fn the_sentence_counts_and_sums_and_says_what_is_missing() {
        let columns = columns(KIND);
        let all = lines(KIND, &columns, &village(), None, Language::Zh);
        let said = sentence(
            KIND,
            &columns,
            all.iter().filter(|line| !line.deleted),
            area(),
            Language::Zh,
        );
        assert_eq!(said, "太桥村登记集体经济收入2条，金额合计1,200元（1条未填）。");
    }

    #[test]
    fn households_and_persons_lead_to_their_own_pages() {
        let mut records = Records::default();
        let [household, person] = ["h1", "p1"].map(|id| Id::new(id).unwrap());
        let row = &mut records.memberships.row_mut(Id::new("m1").unwrap()).record;
        (row.person_id, row.household_id) = (Some(person.into()), Some(household.into()));
        assert_eq!(
            route_of(area(), &records, Kind::Person, person),
            Route::Household(area(), household.into(), Section::Members, Some(person))
        );
        assert_eq!(
            route_of(area(), &records, Kind::Visit, person),
            Route::Record(area(), Kind::Visit, person)
        );
    }

    #[test]
    fn what_the_county_keeps_is_listed_for_every_village() {
        let county = DivisionCode::new("530427").unwrap();
        assert_eq!(scope_of(Kind::Project, area()), county);
        assert_eq!(scope_of(Kind::TownshipYear, area()), area().parent().unwrap());
        assert_eq!(scope_of(Kind::TownshipYear, county), county);
        assert_eq!(scope_of(Kind::Visit, area()), area());
    }
}
