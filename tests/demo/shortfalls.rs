//! What the county falls short of without a mistake: told anew from the records, so that the rules find all of it, their
//! faults among it, and nothing else.

use super::faults::{FOUND, is_shortfall};
use super::*;
use huhuqing::demo::{DEMO_POVERTY_LINES, FAULTS, SHORTFALLS};
use std::collections::BTreeSet;

/// The rule and the record that it is found at.
type Found = BTreeSet<(&'static str, Id)>;

#[test]
fn the_county_falls_short_here_and_there() {
    for shortfall in SHORTFALLS {
        let found = FOUND.iter().filter(|(_, breach)| {
            (breach.rule.id(), (breach.kind, breach.field)) == (shortfall.rule, shortfall.at)
        });
        let (count, of) = (
            found.count(),
            if shortfall.at.0 == Kind::PersonYear {
                11_287
            } else {
                3_183
            },
        );
        assert!(
            count > 3 && count * 1_000 <= of * shortfall.per_thousand,
            "{}: {count}",
            shortfall.rule
        );
    }
}

#[test]
fn what_looks_like_a_shortfall_is_one() {
    for partition in villages(&COUNTY) {
        let here = FOUND
            .iter()
            .filter(|(area, breach)| *area == partition.area() && is_shortfall(breach));
        let found: Found = here.map(|(_, breach)| (breach.rule.id(), breach.id)).collect();
        assert_eq!(found, told(partition), "{}", partition.area());
    }
}

#[test]
fn the_faults_that_look_like_shortfalls_are_at_the_record_that_was_spoilt() {
    let first = |village: &str| format!("h{}001", &village[6..]);
    for fault in FAULTS {
        let village = fault.village;
        let record = match (fault.rule, fault.kind) {
            ("V-IN-2", _) | ("V-HP-1", Kind::Household) => first(village),
            ("V-MD-1" | "V-MD-2", _) => format!("p{}00101-2020", &village[6..]),
            _ => continue,
        };
        let mut found = FOUND.iter();
        let is_here = found.any(|(area, breach)| {
            (area.as_str(), breach.rule.id(), breach.id.as_str()) == (village, fault.rule, &*record)
        });
        assert!(is_here, "{} at {record}", fault.rule);
    }
}

/// What a village falls short of in the last year, told without the rules.
fn told(partition: &Partition) -> Found {
    let on = demo::as_of();
    let records = partition.records();
    let members = members(partition, on);
    let mut told = Found::new();
    let registered = records
        .households
        .iter()
        .filter(|row| row.registered == Some(true));
    for household in registered.filter(|row| members.contains_key(&row.id)) {
        let helped = records.helper_assignments.iter().any(|row| {
            row.household_id == Some(household.id)
                && row.start.is_some()
                && row.end.is_none_or(|end| end > on)
        });
        if !helped {
            told.insert(("V-HP-1", household.id.into()));
        }
        let income = records
            .income_years
            .get(HouseholdIncomeYearId::of(household.id, Year(2020)));
        let line = DEMO_POVERTY_LINES
            .iter()
            .find(|(year, _)| *year == 2020)
            .unwrap()
            .1;
        match income {
            None => drop(told.insert(("V-IN-2", household.id.into()))),
            Some(income) => {
                let watched = records
                    .monitoring_cases
                    .iter()
                    .any(|row| row.household_id == Some(household.id));
                let below = income.per_capita().is_some_and(|fen| fen.0 < line * 100);
                if below && !watched && household.exit_year.is_some() {
                    told.insert(("V-IN-3", income.id.into()));
                }
            }
        }
    }
    let open = records
        .memberships
        .iter()
        .filter(|row| row.end.is_none_or(|end| end > on));
    for membership in open.filter(|row| {
        let household = records.households.get(row.household_id.unwrap());
        household.is_some_and(|household| household.registered == Some(true))
    }) {
        let year = PersonYearId::of(membership.person_id.unwrap(), Year(2020));
        let Some(year) = records.person_years.get(year) else {
            continue;
        };
        if year.basic_insurance == Some(BasicInsurance::None) {
            told.insert(("V-MD-1", year.id.into()));
        }
        if year.major_illness_insurance != Some(true) {
            told.insert(("V-MD-2", year.id.into()));
        }
    }
    told
}
