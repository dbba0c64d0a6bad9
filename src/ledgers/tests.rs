//! The registry holds together, and a table shows what the records say.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::indicators::{CountyFacts, indicator};
use crate::model::{
    Count, Date, DivisionCode, Fen, HouseWorkState, HouseholdId, Id, IssueId, Kind, PersonId, PersonYearId,
    Records, StudentCaseId, Value, Year,
};
use std::collections::BTreeSet;

pub(super) const VILLAGE: &str = "530427203200";
pub(super) const COUNTY: &str = "530427";
const DAY: Date = Date::of::<2018, 11, 28>();

pub(super) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(super) fn code(text: &str) -> DivisionCode {
    DivisionCode::new(text).unwrap()
}

/// The table of a sheet at an area, from a village's and the county's records.
pub(super) fn table(name: &str, area: &str, village: &Records, county: &Records) -> Table {
    let facts = CountyFacts::of(county);
    let all = [(code(VILLAGE), village), (code(COUNTY), county)];
    let scope = Scope::new(code(area), all, DAY, &facts);
    sheet(name).unwrap().1.table(&scope)
}

/// What a column says of each row.
pub(super) fn column(table: &Table, name: &str) -> Vec<Value> {
    let place = table.heads.iter().position(|head| head.id == name).unwrap();
    table.rows.iter().map(|row| row.cells[place].clone()).collect()
}

fn person(records: &mut Records, person: &str, name: &str, household: &str) {
    let row = &mut records.persons.row_mut(id(person)).record;
    row.name = Some(name.into());
    row.birth_date = Some(Date::of::<1980, 12, 1>());
    let stay = &mut records.memberships.row_mut(id(person)).record;
    stay.person_id = Some(PersonId(id(person)));
    stay.household_id = Some(HouseholdId(id(household)));
    records.households.row_mut(id(household)).record.head_name = Some(format!("{household}主"));
}

#[test]
fn every_ledger_of_the_plan_is_there_once_and_in_order() {
    let ids: Vec<&str> = LEDGERS.iter().map(|ledger| ledger.id).collect();
    let named: Vec<String> = (1..=22).map(|number| format!("L-{number:02}")).collect();
    assert_eq!(ids[..22], named);
    assert!(ids[22..].iter().all(|id| id.starts_with("LX-")));
    let mut sheets = BTreeSet::new();
    for ledger in LEDGERS {
        assert_eq!(ledger.sheets[0].id, ledger.id);
        for sheet in ledger.sheets {
            assert!(sheets.insert(sheet.id), "{} twice", sheet.id);
            assert!(sheet.id.starts_with(ledger.id), "{}", sheet.id);
        }
    }
}

#[test]
fn every_column_leads_to_a_field_and_no_cell_is_an_identifier() {
    for (_, sheet) in LEDGERS.iter().flat_map(|l| l.sheets.iter().map(move |s| (l, s))) {
        let heads = sheet.heads();
        assert_eq!(
            heads.len(),
            sheet.columns.len(),
            "{}: a path that leads nowhere",
            sheet.id
        );
        let names: BTreeSet<&str> = heads.iter().map(|head| head.id).collect();
        assert_eq!(names.len(), heads.len(), "{}: a column twice", sheet.id);
        for head in &heads {
            let points = head.def.target().is_some() && !head.def.is_area();
            assert!(!points, "{}: {} shows an identifier", sheet.id, head.id);
        }
        for name in sheet
            .order
            .iter()
            .map(|name| name.trim_start_matches('-'))
            .chain(sheet.by)
        {
            assert!(names.contains(name), "{}: no column {name}", sheet.id);
        }
        for only in sheet.only {
            let (Only::Code(field, _) | Only::Yes(field)) = only else {
                continue;
            };
            assert!(
                sheet.kind().def().position(field).is_some(),
                "{}: {field}",
                sheet.id
            );
        }
        if let Place::At(path) = sheet.place {
            let ends = super::path::Path::read_all(path, sheet.kind()).unwrap();
            assert!(
                ends.iter().all(|path| path.def().is_area()),
                "{}: {path}",
                sheet.id
            );
        }
    }
}

#[test]
fn codes_that_a_ledger_is_limited_to_are_in_the_list() {
    for sheet in LEDGERS.iter().flat_map(|ledger| ledger.sheets) {
        for only in sheet.only {
            let Only::Code(field, codes) = only else { continue };
            let def = sheet.kind().def();
            let crate::model::FieldType::Code(list) = def.fields[def.position(field).unwrap()].ty else {
                panic!("{}: {field} has no codes", sheet.id);
            };
            assert!(codes.iter().all(|code| list.find(code).is_some()), "{}", sheet.id);
        }
    }
}

#[test]
fn every_indicator_that_a_ledger_names_is_registered() {
    for ledger in LEDGERS {
        assert!(!ledger.indicators.is_empty(), "{}", ledger.id);
        for name in ledger.indicators {
            assert!(indicator(name).is_some(), "{}: {name}", ledger.id);
        }
    }
}

#[test]
fn houses_stand_by_state_with_their_money_and_sums_say_what_is_missing() {
    let (mut village, county) = (Records::default(), Records::default());
    for (name, state, money) in [
        ("d1", HouseWorkState::Closed, Some(1_400_000)),
        ("d2", HouseWorkState::ToRebuild, None),
        ("d3", HouseWorkState::ToRebuild, Some(50)),
    ] {
        let row = &mut village.dangerous_houses.row_mut(id(name)).record;
        row.household_id = Some(HouseholdId(id("h1")));
        row.state = Some(state);
        row.fund_central = money.map(Fen);
        row.appraised_on = Some(Date::of::<2018, 11, 18>());
    }
    village.households.row_mut(id("h1")).record.head_name = Some("普小明".into());
    village.set_deleted(Kind::DangerousHouse, id("d3"), true);
    let houses = table("L-09", COUNTY, &village, &county);
    assert_eq!(
        column(&houses, "household_id.head_name"),
        ["普小明".into(), "普小明".into()]
    );
    assert_eq!(column(&houses, "state"), ["to_rebuild".into(), "closed".into()]);
    assert_eq!(column(&houses, "days_waiting")[0], Value::Int(10));
    let money = houses
        .heads
        .iter()
        .position(|head| head.id == "fund_total")
        .unwrap();
    let sum = houses.sums(houses.rows.iter())[money];
    assert_eq!((sum.sum, sum.known, sum.missing), (Some(1_400_000), 1, 1));
    let groups = houses.groups();
    let counts: Vec<usize> = groups.iter().map(|group| group.rows).collect();
    assert_eq!(counts, [1, 1]);
    assert_eq!(groups[1].sums[money].sum, Some(1_400_000));
}

#[test]
fn a_student_has_one_line_with_the_last_step_and_the_household() {
    let (mut village, county) = (Records::default(), Records::default());
    person(&mut village, "p1", "李雪", "h1");
    let case = &mut village.student_cases.row_mut(id("s1")).record;
    case.person_id = Some(PersonId(id("p1")));
    case.opened = Some(Date::of::<2018, 11, 1>());
    for (step, day, what) in [("a1", 20, "家访"), ("a2", 5, "电话")] {
        let row = &mut village.student_case_actions.row_mut(id(step)).record;
        row.student_case_id = Some(StudentCaseId(id("s1")));
        (row.date, row.what) = (Date::new(2018, 11, day), Some(what.into()));
    }
    let cases = table("L-05", VILLAGE, &village, &county);
    assert_eq!(column(&cases, "person_id.home.head_name"), ["h1主".into()]);
    assert_eq!(column(&cases, "age"), [Value::Int(37)]);
    assert_eq!(column(&cases, "days_open"), [Value::Int(27)]);
    assert_eq!(column(&cases, "steps"), [Value::Int(2)]);
    assert_eq!(column(&cases, "last_step"), ["2018-11-20".into()]);
    assert_eq!(column(&cases, "last_done"), ["家访".into()]);
}

#[test]
fn a_project_belongs_to_its_place_and_payments_are_summed_through_the_day() {
    let (village, mut county) = (Records::default(), Records::default());
    for (name, place, category) in [("x1", VILLAGE, "industry"), ("x2", "530427100200", "industry")] {
        let row = &mut county.projects.row_mut(id(name)).record;
        row.division_code = DivisionCode::new(place);
        row.category = Some(crate::model::Code::from_id(category));
        row.planned_county = Some(Fen(900));
    }
    for (name, day, amount) in [("y1", 1, 100), ("y2", 30, 500)] {
        let row = &mut county.project_payments.row_mut(id(name)).record;
        row.project_id = Some(crate::model::ProjectId(id("x1")));
        (row.date, row.amount) = (Date::new(2018, 11, day), Some(Fen(amount)));
    }
    let of_village = table("L-01", VILLAGE, &village, &county);
    assert_eq!(column(&of_village, "paid"), [Value::Int(100)]);
    assert_eq!(table("L-01", COUNTY, &village, &county).rows.len(), 2);
    assert_eq!(
        table("L-02.payments", "530427100", &village, &county).rows.len(),
        0
    );
    assert_eq!(table("L-02.payments", VILLAGE, &village, &county).rows.len(), 2);
}

#[test]
fn a_problem_is_overdue_from_its_deadline_until_it_is_closed() {
    let (village, mut county) = (Records::default(), Records::default());
    for (number, closed) in [(1, None), (2, Date::new(2018, 11, 3))] {
        let row = &mut county.issues.row_mut(IssueId::of(number).0).record;
        row.problem_no = Some(Count(i64::from(number)));
        row.deadline = Some(Date::of::<2018, 11, 1>());
        row.closed_on = closed;
    }
    let issues = table("L-15", COUNTY, &village, &county);
    assert_eq!(column(&issues, "days_overdue"), [Value::Int(27), Value::Int(2)]);
}

#[test]
fn every_village_has_a_line_whether_its_year_was_begun_or_not() {
    let (mut village, county) = (Records::default(), Records::default());
    let year = &mut village
        .village_years
        .row_mut(id(&format!("{VILLAGE}-2018")))
        .record;
    year.info_service_station = Some(true);
    let stations = table("L-16", COUNTY, &village, &county);
    assert_eq!(stations.rows.len(), 124);
    let sum = stations.sums(stations.rows.iter())[0];
    assert_eq!((sum.sum, sum.missing), (Some(1), 123));
    assert_eq!(table("L-16", VILLAGE, &village, &county).rows.len(), 1);
}

#[test]
fn the_base_of_2017_is_counted_by_village() {
    let (mut village, county) = (Records::default(), Records::default());
    for (name, base) in [("h1", true), ("h2", false)] {
        let row = &mut village.households.row_mut(id(name)).record;
        row.registered = Some(true);
        row.source = base.then_some(crate::model::SourceKind::Base2017);
    }
    let base = table("L-11", VILLAGE, &village, &county);
    assert_eq!(column(&base, "in_register"), [Value::Int(2)]);
    assert_eq!(column(&base, "of_base"), [Value::Int(1)]);
    assert_eq!(column(&base, "cohort_open"), [Value::Int(2)]);
    assert_eq!(table("L-11.households", VILLAGE, &village, &county).rows.len(), 1);
}

#[test]
fn findings_are_the_rows_of_the_comparison() {
    let (mut village, county) = (Records::default(), Records::default());
    person(&mut village, "p1", "普小明", "h1");
    let row = &mut village.households.row_mut(id("h1")).record;
    row.registered = Some(true);
    row.main_cause = Some(crate::model::PovertyCause::Illness);
    row.other_causes = Some(vec![crate::model::PovertyCause::Illness]);
    let found = table("L-12", VILLAGE, &village, &county);
    assert!(!found.rows.is_empty());
    assert!(
        column(&found, "state")
            .iter()
            .all(|state| *state == "open".into())
    );
    let rules = column(&found, "rule");
    let severities = column(&found, "severity");
    assert_eq!(rules.len(), severities.len());
    assert!(column(&found, "name").contains(&"h1主".into()));
}

#[test]
fn a_person_with_the_allowance_of_another_year_is_not_in_this_years_ledger() {
    let (mut village, county) = (Records::default(), Records::default());
    for (year, monthly) in [(2017, 10), (2018, 25_000)] {
        let key = PersonYearId::of(PersonId(id("p1")), Year(year));
        let row = &mut village.person_years.row_mut(key.0).record;
        (row.person_id, row.year) = (Some(PersonId(id("p1"))), Some(Year(year)));
        (row.dibao, row.dibao_monthly) = (Some(true), Some(Fen(monthly)));
    }
    let allowance = table("LX-02", VILLAGE, &village, &county);
    assert_eq!(column(&allowance, "dibao_monthly"), [Value::Int(25_000)]);
}
