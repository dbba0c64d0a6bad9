//! The county's three-year plan (新发〔2018〕24号, 2018–2020) as data: what it starts from, what it wants, who does
//! what, and what it leaves open. Every entry cites the line of the plan it is from.
//!
//! Everything is `static`, built by the compiler: reading it parses nothing and allocates nothing. Figures are integers
//! in the unit beside them. Labels are short names in the project's own words; the plan's sentences are not repeated.
//!
//! Reading order: [`ids`] and [`quantity`] are the vocabulary; [`baselines`], [`targets`] and [`measures`] with their
//! [`bodies`] are the plan itself; [`obligations`] and [`rules`] say how it is carried out and computed; [`divisions`]
//! and [`parameters`] tie it to the county; [`notes`] records what is unclear; [`checks`] proves the whole consistent.
//!
//! Absent on purpose: the poverty line, incomes, and which townships and villages are poor. The plan does not say, so
//! the county enters them ([`PARAMETERS`], [`DIVISION_FLAGS`]).

pub mod baselines;
pub mod bodies;
pub mod checks;
pub mod dates;
pub mod divisions;
pub mod ids;
pub mod measures;
pub mod notes;
pub mod obligations;
pub mod parameters;
pub mod quantity;
pub mod rules;
pub mod targets;

pub use baselines::{BASELINES, Baseline, BaselineFigure};
pub use bodies::Body;
pub use dates::{AsOf, Deadline, ISSUED, PERIOD_END, PERIOD_START, PLAN_YEARS};
pub use divisions::{DIVISIONS, Division, division};
pub use ids::{BaselineId, MeasureId, NoteId, ObligationId, RuleId, TargetId};
pub use measures::{MEASURES, Measure, measures_of};
pub use notes::{NOTES, Note};
pub use obligations::{OBLIGATIONS, Obligation};
pub use parameters::{DIVISION_FLAGS, PARAMETERS, Parameter, ParameterKey, parameter, parameter_with_id};
pub use quantity::{Quantity, Unit};
pub use rules::{RULES, Rule};
pub use targets::{Chapter, Direction, Figure, Goal, Scope, TARGETS, Target, TargetKind, targets_of};

/// A baseline by its id.
pub fn baseline(id: BaselineId) -> &'static Baseline {
    &BASELINES[id.index()]
}

/// A target by its id.
pub fn target(id: TargetId) -> &'static Target {
    &TARGETS[id.index()]
}

/// A measure by its id.
pub fn measure(id: MeasureId) -> &'static Measure {
    &MEASURES[id.index()]
}

/// An obligation by its id.
pub fn obligation(id: ObligationId) -> &'static Obligation {
    &OBLIGATIONS[id.index()]
}

/// A rule by its id.
pub fn rule(id: RuleId) -> &'static Rule {
    &RULES[id.index()]
}

/// A note by its id.
pub fn note(id: NoteId) -> &'static Note {
    &NOTES[id.index()]
}
