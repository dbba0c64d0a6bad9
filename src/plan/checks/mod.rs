//! Proves the plan's data consistent: entries are complete and in order, every citation lies in the plan, tables agree
//! with each other, the divisions are whole, and the sums of the domain reference (X-00a to X-00i) come out.
//!
//! References between tables need no check at all where the type already makes them sound: ids cannot leave their table.

mod arithmetic;
mod divisions;
mod problem;
mod tables;
#[cfg(test)]
mod tests;

pub use arithmetic::{Sum, sums};
pub use problem::PlanProblem;

use super::divisions::{NAMED_PLACES, NamedPlace};
use super::*;

/// The last line of the plan's text; every citation lies between 1 and it.
pub const LAST_LINE: u8 = 113;

/// The tables to check: those of the program, or altered ones in tests.
#[derive(Debug, Clone, Copy)]
pub struct PlanData<'a> {
    /// What the plan starts from.
    pub baselines: &'a [Baseline],
    /// What it wants.
    pub targets: &'a [Target],
    /// Its measures.
    pub measures: &'a [Measure],
    /// Its recurring duties.
    pub obligations: &'a [Obligation],
    /// Its rules.
    pub rules: &'a [Rule],
    /// Remarks on it.
    pub notes: &'a [Note],
    /// The county's divisions.
    pub divisions: &'a [Division],
    /// Places it names.
    pub named_places: &'a [NamedPlace],
    /// Numbers it relies on without printing them.
    pub parameters: &'a [Parameter],
}

impl PlanData<'static> {
    /// The tables of the program.
    pub fn shipped() -> Self {
        Self {
            baselines: &BASELINES,
            targets: &TARGETS,
            measures: &MEASURES,
            obligations: &OBLIGATIONS,
            rules: &RULES,
            notes: &NOTES,
            divisions: &DIVISIONS,
            named_places: &NAMED_PLACES,
            parameters: PARAMETERS,
        }
    }
}

/// Everything that is wrong with the tables, in the order of the checks; empty for the shipped ones.
pub fn check(plan: &PlanData<'_>) -> Vec<PlanProblem> {
    let mut problems = tables::check(plan);
    problems.extend(divisions::check(plan));
    problems.extend(
        sums(plan)
            .into_iter()
            .filter(|sum| !sum.holds())
            .map(PlanProblem::from),
    );
    problems
}
