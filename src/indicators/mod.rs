//! Progress to the plan's goals, computed from records on the device. Pure: no clock, no browser.
//!
//! An indicator is a judgement per subject ([`Judge`]); sums, shares of what is known, drill-down and explanation all
//! follow from it. [`INDICATORS`] is the one ordered list. Read in this order: [`Judgement`] and [`Tally`], the
//! [`registry`](self), then a chapter such as `poverty`, then [`Scores`] and [`explain`].
//!
//! Invariants: unknown is never met; an area's tally is the sum of its parts'; a tally equals what [`explain`] lists;
//! records of other households, and the order of records, change nothing.

mod assurance;
mod clarities;
mod clarity;
mod explain;
mod facts;
#[cfg(test)]
mod fixture;
mod goal;
mod health;
mod help;
mod index;
mod judgement;
mod obligations;
mod poverty;
mod quality;
mod reason;
mod register;
mod registry;
mod score;
mod tally;
mod view;

pub use assurance::{Assurance, exit_readiness, five_assurances};
pub use clarities::Clarity;
pub use explain::{Explained, Subject, explain, explain_township};
pub use facts::CountyFacts;
pub use goal::{Goal, Origin, Status, Test, standing};
pub use index::VillageIndex;
pub use judgement::{Finding, Judgement};
pub use quality::{open_findings, terms_of};
pub use reason::{Cause, FieldRef, Reason};
pub use register::{Poverty, Register, register_on};
pub use registry::{
    Aggregation, FIGURES, Figure, FigureAt, INDICATORS, Indicator, Judge, Weight, figure, figures, indicator,
};
pub use score::{Row, Scorecard, Scores, score, score_village};
pub use tally::Tally;
pub use view::{COHORT_DAY, Context, Heads, HouseholdView, Member, QuarterVisits};
