//! Progress to the plan's goals, computed from records on the device. Pure: no clock, no browser.
//!
//! An indicator is a judgement per subject ([`Judge`]); sums, shares of what is known, drill-down and explanation all
//! follow from it. [`INDICATORS`] is the one ordered list. Read in this order: [`Judgement`] and [`Tally`], the
//! [`registry`](self), then a chapter such as `poverty`, then [`Scores`] and [`explain`].
//!
//! Invariants: unknown is never met; an area's tally is the sum of its parts'; a tally equals what [`explain`] lists;
//! records of other households, and the order of records, change nothing.

mod answers;
mod assurance;
mod clarities;
mod clarity;
mod direct_transition;
mod documents;
mod ecology;
mod education;
mod employment;
mod explain;
mod facts;
mod finance;
#[cfg(test)]
mod fixture;
mod goal;
mod habitat;
mod health;
mod help;
mod housing;
mod index;
mod industry;
mod internet;
mod issues;
mod judgement;
mod needs;
mod obligations;
mod poverty;
mod processes;
mod projects;
mod public_service;
mod quality;
mod reason;
mod register;
mod registry;
mod relocation;
mod roads;
mod score;
mod scorecard;
mod scored;
mod silent;
mod social;
mod subjects;
mod tally;
mod treatment;
mod view;
mod village;
mod water;

pub use assurance::{Assurance, exit_readiness, five_assurances};
pub use clarities::Clarity;
pub use explain::{Explained, Subject, explain, explain_sum};
pub use facts::{CountyFacts, KeptFacts, Training};
pub use goal::{Goal, Origin, Seen, Status, Test, standing};
pub use index::{PersonRows, VillageIndex};
pub use judgement::{Finding, Judgement};
pub use needs::{NEEDS, Needs, needs_of};
pub use obligations::{DUTIES, Due, Duty, Owed, Part, Period, State, Target, Who, WorkDays, owed};
pub use processes::{Course, course_of, household_class, kept_after_exit, matching};
pub use quality::{open_findings, terms_of};
pub use reason::{Cause, FieldRef, Reason};
pub use register::{Poverty, Register, register_on};
use registry::Declaration;
pub use registry::{
    Aggregation, Asks, FIGURES, Figure, FigureAt, INDICATORS, Indicator, Judge, JudgeUnit, Weight, figure,
    figures, indicator,
};
pub use score::{Scores, own_of_township, score};
pub use scorecard::{Row, Scorecard};
pub use scored::{Scored, Spans, Traced, score_area};
pub use silent::{Silent, Unreported, unreported};
pub use subjects::Subjects;
pub use tally::Tally;
pub use view::{COHORT_DAY, Context, Heads, HouseholdView, Member, QuarterVisits, Toured};
