//! The divisions are whole and every place the plan names is one of them.

use super::{PlanData, PlanProblem};
use crate::plan::divisions::COUNTY;

/// Children of each division as counted from the statistical list of 2023.
const EXPECTED: [(&str, usize); 13] = [
    (COUNTY, 12),
    ("530427001", 5),
    ("530427002", 5),
    ("530427100", 10),
    ("530427101", 18),
    ("530427102", 18),
    ("530427103", 9),
    ("530427200", 10),
    ("530427201", 13),
    ("530427202", 7),
    ("530427203", 11),
    ("530427204", 8),
    ("530427205", 10),
];

pub(super) fn check(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let mut problems = order(plan);
    problems.extend(parents(plan));
    problems.extend(counts(plan));
    let known = |code: &str| plan.divisions.iter().any(|row| row.code == code);
    let unknown = plan.named_places.iter().filter(|place| !known(place.code));
    problems.extend(unknown.map(|place| PlanProblem::NamedPlace {
        code: place.code,
        line: place.line,
    }));
    problems
}

fn order(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let key = |code: &'static str| (code.len(), code);
    let misplaced = plan
        .divisions
        .windows(2)
        .filter(|pair| key(pair[0].code) >= key(pair[1].code));
    misplaced
        .map(|pair| PlanProblem::DivisionOrder { code: pair[1].code })
        .collect()
}

fn parents(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let known = |code: &str| plan.divisions.iter().any(|row| row.code == code);
    let orphans = plan.divisions.iter().filter(|row| match row.parent {
        Some(parent) => !known(parent),
        None => row.code != COUNTY,
    });
    orphans
        .map(|row| PlanProblem::DivisionParent { code: row.code })
        .collect()
}

fn counts(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let found = |code: &str| {
        plan.divisions
            .iter()
            .filter(|row| row.parent == Some(code))
            .count()
    };
    let wrong = EXPECTED
        .into_iter()
        .filter(|(code, expected)| found(code) != *expected);
    wrong
        .map(|(code, expected)| PlanProblem::DivisionCount {
            code,
            expected,
            found: found(code),
        })
        .collect()
}
