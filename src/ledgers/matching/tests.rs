//! Workers and posts.
#![allow(clippy::unwrap_used)]

use crate::ledgers::tests::{COUNTY, VILLAGE, column, id, table};
use crate::model::{
    Count, Date, EmploymentKind, Fen, LabourCapacity, PersonId, PersonYearId, PublicPostId, PublicPostKind,
    Records, TradeKind, Value, Year,
};

/// Somebody able to work who wants to, with these trades.
fn worker(village: &mut Records, person: &str, trades: &[TradeKind]) {
    village.persons.row_mut(id(person)).record.name = Some(person.into());
    let key = PersonYearId::of(PersonId(id(person)), Year(2018));
    let row = &mut village.person_years.row_mut(key.0).record;
    (row.person_id, row.year) = (Some(PersonId(id(person))), Some(Year(2018)));
    (row.employment_willing, row.labour) = (Some(true), Some(LabourCapacity::Ordinary));
    row.employment_trades = (!trades.is_empty()).then(|| trades.to_vec());
    row.expected_wage = Some(Fen(280_000));
}

fn demand(county: &mut Records, name: &str, trade: TradeKind, wage: Option<i64>) {
    let row = &mut county.job_demands.row_mut(id(name)).record;
    row.enterprise = Some(format!("{name}厂"));
    (row.trades, row.wage) = (Some(vec![trade]), wage.map(Fen));
    row.date = Some(Date::of::<2018, 10, 1>());
}

fn post(village: &mut Records, name: &str, quota: i64) {
    let row = &mut village.public_posts.row_mut(id(name)).record;
    (row.kind, row.year) = (Some(PublicPostKind::Cleaning), Some(Year(2018)));
    row.quota = Some(Count(quota));
}

fn hold(village: &mut Records, name: &str, post: &str, person: &str) {
    let row = &mut village.post_assignments.row_mut(id(name)).record;
    row.post_id = Some(PublicPostId(id(post)));
    row.person_id = Some(PersonId(id(person)));
    row.start = Some(Date::of::<2018, 1, 1>());
}

#[test]
fn a_demand_fits_whoever_has_the_trade_and_is_offered_enough() {
    let (mut village, mut county) = (Records::default(), Records::default());
    worker(&mut village, "p1", &[TradeKind::Welder]);
    worker(&mut village, "p2", &[TradeKind::Tea, TradeKind::Other]);
    worker(&mut village, "p3", &[]);
    demand(&mut county, "j1", TradeKind::Welder, Some(280_000));
    demand(&mut county, "j2", TradeKind::Welder, Some(279_999));
    demand(&mut county, "j3", TradeKind::Tea, None);
    demand(&mut county, "j4", TradeKind::Other, None);
    let workers = table("L-03", VILLAGE, &village, &county);
    assert_eq!(
        column(&workers, "fit_jobs"),
        [
            Value::List(["j1厂".into()].into()),
            Value::List(["j3厂".into()].into()),
            Value::Null
        ]
    );
    assert_eq!(
        column(&workers, "fit_why")[..2],
        [
            Value::List(["trade".into(), "wage".into()].into()),
            Value::List(["trade".into(), "wage_open".into()].into())
        ]
    );
    let demands = table("L-03.demands", VILLAGE, &village, &county);
    assert_eq!(column(&demands, "candidates"), [1, 0, 1, 0].map(Value::Int));
}

#[test]
fn a_demand_that_is_closed_or_still_to_come_fits_nobody() {
    let (mut village, mut county) = (Records::default(), Records::default());
    worker(&mut village, "p1", &[TradeKind::Cook]);
    demand(&mut county, "j1", TradeKind::Cook, None);
    county.job_demands.row_mut(id("j1")).record.closed_date = Some(Date::of::<2018, 11, 28>());
    demand(&mut county, "j2", TradeKind::Cook, None);
    county.job_demands.row_mut(id("j2")).record.date = Some(Date::of::<2018, 11, 29>());
    assert_eq!(
        column(&table("L-03", COUNTY, &village, &county), "fits"),
        [Value::Int(0)]
    );
}

#[test]
fn a_public_post_fits_the_village_while_a_place_is_free() {
    let (mut village, county) = (Records::default(), Records::default());
    worker(&mut village, "p1", &[]);
    worker(&mut village, "p2", &[]);
    post(&mut village, "o1", 1);
    let fits = |village: &Records| column(&table("L-03", VILLAGE, village, &county), "fits");
    assert_eq!(fits(&village), [1, 1].map(Value::Int));
    hold(&mut village, "a1", "o1", "p1");
    assert_eq!(
        fits(&village),
        [0, 0].map(Value::Int),
        "one has it, no place is left"
    );
    post(&mut village, "o1", 2);
    assert_eq!(
        fits(&village),
        [0, 1].map(Value::Int),
        "who holds a post seeks none"
    );
    let posts = table("L-03.posts", VILLAGE, &village, &county);
    assert_eq!(column(&posts, "held"), [Value::Int(1)]);
    assert_eq!(column(&posts, "free"), [Value::Int(1)]);
}

#[test]
fn who_works_elsewhere_or_cannot_work_is_offered_nothing_and_the_weak_no_job_away() {
    let (mut village, mut county) = (Records::default(), Records::default());
    for person in ["p1", "p2", "p3", "p4"] {
        worker(&mut village, person, &[TradeKind::Fruit]);
    }
    demand(&mut county, "j1", TradeKind::Fruit, None);
    post(&mut village, "o1", 9);
    let spell = &mut village.employment_spells.row_mut(id("e1")).record;
    (spell.person_id, spell.kind) = (Some(PersonId(id("p1"))), Some(EmploymentKind::Outward));
    spell.start = Some(Date::of::<2018, 3, 1>());
    let spell = &mut village.employment_spells.row_mut(id("e2")).record;
    (spell.person_id, spell.kind) = (Some(PersonId(id("p2"))), Some(EmploymentKind::Farming));
    spell.start = Some(Date::of::<2018, 3, 1>());
    village.person_years.row_mut(id("p3-2018")).record.labour = Some(LabourCapacity::None);
    village.person_years.row_mut(id("p4-2018")).record.labour = Some(LabourCapacity::Weak);
    let workers = table("L-03", VILLAGE, &village, &county);
    let names = column(&workers, "person_id.name");
    let fits = column(&workers, "fits");
    let of = |name: &str| fits[names.iter().position(|own| *own == name.into()).unwrap()].clone();
    assert_eq!(["p1", "p2", "p3", "p4"].map(of), [0, 2, 0, 1].map(Value::Int));
}

#[test]
fn each_match_is_a_row_with_its_reasons_whatever_the_order_of_the_areas() {
    let (mut village, mut county) = (Records::default(), Records::default());
    worker(&mut village, "p1", &[TradeKind::Welder]);
    demand(&mut county, "j1", TradeKind::Welder, Some(300_000));
    post(&mut village, "o1", 1);
    let matches = table("L-03.matches", COUNTY, &village, &county);
    assert_eq!(
        column(&matches, "post"),
        ["job_demand".into(), "public_post".into()]
    );
    assert_eq!(column(&matches, "employer"), ["j1厂".into(), Value::Null]);
    assert_eq!(column(&matches, "wage"), [Value::Int(300_000), Value::Null]);
    assert_eq!(matches.heads.len(), matches.rows[0].cells.len());
    assert_eq!(
        column(&matches, "why")[1],
        Value::List(["own_village".into(), "place_free".into(), "wage_open".into()].into())
    );
}
