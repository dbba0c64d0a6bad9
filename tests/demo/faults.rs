//! Deliberate faults: each rule finds its own and nothing else.

use super::*;
use huhuqing::demo::{FAULTS, Fault, SHORTFALLS};
use huhuqing::exchange::{check_across, terms_at};
use huhuqing::indicators::{CountyFacts, open_findings};
use huhuqing::model::consistency::{Breach, Rule, Standing, breaches, standing};
use std::collections::BTreeSet;

/// What the rules find in the whole county at the end, by area.
pub static FOUND: LazyLock<Vec<(DivisionCode, Breach)>> = LazyLock::new(|| found_in(&COUNTY, demo::as_of()));

pub fn found_in(county: &[Partition], on: Date) -> Vec<(DivisionCode, Breach)> {
    let facts = CountyFacts::of(county[0].records());
    let found = county.iter().flat_map(|partition| {
        let terms = terms_at(&facts, on, partition);
        let found = breaches(partition.area(), partition.records(), &terms);
        found.into_iter().map(|breach| (partition.area(), breach))
    });
    found.collect()
}

/// Whether a breach is the fault.
fn is_fault(fault: &Fault, area: DivisionCode, breach: &Breach) -> bool {
    fault.rule == breach.rule.id() && fault.village == area.as_str() && fault.kind == breach.kind
}

/// Whether a breach is one of the things that the county falls short of.
pub fn is_shortfall(breach: &Breach) -> bool {
    let here = (breach.rule.id(), (breach.kind, breach.field));
    SHORTFALLS
        .iter()
        .any(|shortfall| (shortfall.rule, shortfall.at) == here)
}

/// Faults that a village's own records don't show.
fn is_seen_from_above(fault: &Fault) -> bool {
    fault.rule == "REF" || (fault.rule == "V-ID-4" && fault.what.zh.contains("两个村"))
}

#[test]
fn every_rule_finds_its_fault_and_nothing_else() {
    for fault in FAULTS.iter().filter(|fault| !is_seen_from_above(fault)) {
        let found = FOUND
            .iter()
            .filter(|(area, breach)| is_fault(fault, *area, breach));
        let count = found.clone().filter(|(_, breach)| !is_shortfall(breach)).count();
        let expected = match fault.rule {
            "V-ID-4" => 2,
            // The fault looks like what the county falls short of, and may not be the only one in its village.
            _ if found.clone().any(|(_, breach)| is_shortfall(breach)) => 0,
            _ => 1,
        };
        assert_eq!(count, expected, "{} in {}", fault.rule, fault.village);
    }
    assert_listed(&FOUND);
}

fn assert_listed(found: &[(DivisionCode, Breach)]) {
    for (area, breach) in found {
        let listed = FAULTS.iter().any(|fault| is_fault(fault, *area, breach));
        assert!(listed || is_shortfall(breach), "{area}: {breach:?}");
    }
}

#[test]
fn every_rule_of_data_quality_has_a_fault_to_find() {
    let listed: BTreeSet<&str> = FAULTS.iter().map(|fault| fault.rule).collect();
    for rule in Rule::ALL.iter().filter(|rule| rule.id().starts_with("V-")) {
        assert!(listed.contains(rule.id()), "{}", rule.id());
    }
}

#[test]
fn other_days_and_other_seeds_have_no_further_faults() {
    for day in [
        "2017-12-31",
        "2018-06-30",
        "2018-12-31",
        "2019-12-31",
        "2020-06-30",
        "2021-03-31",
    ] {
        assert_listed(&found_in(&COUNTY, date(day)));
    }
    for seed in [2, u64::MAX] {
        let county: Vec<Partition> = demo::county(seed).collect();
        assert_listed(&found_in(&county, demo::as_of()));
    }
}

#[test]
fn one_person_in_two_villages_is_seen_by_those_who_have_both() {
    let twice: Vec<String> = check_across(COUNTY.iter())
        .keys()
        .map(DivisionCode::to_string)
        .collect();
    let listed = FAULTS
        .iter()
        .filter(|fault| fault.rule == "V-ID-4" && is_seen_from_above(fault));
    assert_eq!(twice, listed.map(|fault| fault.village).collect::<Vec<_>>());
}

#[test]
fn findings_stay_open_until_somebody_deals_with_them() {
    let facts = CountyFacts::of(COUNTY[0].records());
    for partition in villages(&COUNTY) {
        let open = open_findings(partition.area(), partition.records(), &facts, demo::as_of());
        let found = FOUND.iter().filter(|(area, _)| *area == partition.area());
        let counted = |rule: Rule| !rule.rests_on_identity_numbers() && rule != Rule::FutureDate;
        let found = found.filter(|(_, breach)| counted(breach.rule));
        let expected: Vec<&Breach> = found.map(|(_, breach)| breach).collect();
        assert_eq!(open.iter().collect::<Vec<_>>(), expected);
        if let Some(first) = open.iter().find(|breach| !breach.rule.severity().blocks()) {
            let accepted = first.accepted("已入户核实");
            let stands = standing(&open, [&accepted]);
            let accepted = stands.iter().filter(|one| matches!(one, Standing::Accepted(..)));
            assert_eq!(accepted.count(), 1);
        }
    }
}

pub fn faulty(rule: &str) -> BTreeSet<&'static str> {
    FAULTS
        .iter()
        .filter(|fault| fault.rule == rule)
        .map(|fault| fault.village)
        .collect()
}
